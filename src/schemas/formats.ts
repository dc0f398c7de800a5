import type { Format } from 'ajv';

/**
 * Formats that are judged. The first group is ajv-formats' own; the internationalised ones are judged by
 * the shape of their ASCII form, since no table of code points is bundled.
 */
const JUDGED = [
  'binary',
  'byte',
  'date',
  'date-time',
  'double',
  'duration',
  'email',
  'float',
  'hostname',
  'int32',
  'int64',
  'ipv4',
  'ipv6',
  'iso-date-time',
  'iso-time',
  'json-pointer',
  'json-pointer-uri-fragment',
  'password',
  'regex',
  'relative-json-pointer',
  'time',
  'uri',
  'uri-reference',
  'uri-template',
  'url',
  'uuid',
  'idn-email',
  'idn-hostname',
  'iri',
  'iri-reference',
] as const;

/**
 * Formats that are accepted and not judged. Sources: the OpenAPI format registry
 * (spec.openapis.org/registry/format), Kubernetes' `int-or-string` and `quantity`, schemars' integer
 * widths, Visual Studio Code's colours and icons, and what SchemaStore lists as unknown formats.
 */
const NOT_JUDGED: ReadonlySet<string> = new Set([
  'base64url',
  'char',
  'color',
  'color-hex',
  'commonmark',
  'decimal',
  'decimal128',
  'double-int',
  'html',
  'int-or-string',
  'int8',
  'int16',
  'int',
  'int128',
  'identifier',
  'isodatetime',
  'language',
  'markdown',
  'media-range',
  'mime-type',
  'partial-date-time',
  'pep508-identifier',
  'quantity',
  'semver',
  'sf-string',
  'style',
  'uint',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'uint128',
]);

export function isKnownFormat(name: string): boolean {
  return isJudgedFormat(name) || NOT_JUDGED.has(name);
}

export function isJudgedFormat(name: string): boolean {
  return (JUDGED as readonly string[]).includes(name);
}

export function formatNames(): string[] {
  return [...JUDGED, ...NOT_JUDGED];
}

/** The validators of ajv-formats (full) for these names. */
export async function formatsFor(names: Iterable<string>): Promise<Record<string, Format>> {
  const formats: Record<string, Format> = {};
  const wanted = [...names];
  if (wanted.length === 0) return formats;
  const { fullFormats } = (await import('ajv-formats/dist/formats.js')).default;
  const table = fullFormats as Record<string, Format>;
  for (const name of wanted) {
    const ascii = ASCII_FORM[name];
    formats[name] = ascii === undefined ? table[name]! : throughAscii(table[ascii.format]!, ascii.encode);
  }
  return formats;
}

const ASCII_FORM: Readonly<Record<string, { format: string; encode: (text: string) => string }>> = {
  'idn-email': { format: 'email', encode: (text) => text.replace(/[^\0-\x7f]/gu, 'a') },
  'idn-hostname': { format: 'hostname', encode: (text) => text.replace(/[^\0-\x7f]/gu, 'a') },
  iri: { format: 'uri', encode: (text) => text.replace(/[^\0-\x7f]/gu, '%C3%A4') },
  'iri-reference': { format: 'uri-reference', encode: (text) => text.replace(/[^\0-\x7f]/gu, '%C3%A4') },
};

function throughAscii(format: Format, encode: (text: string) => string): Format {
  if (format instanceof RegExp) return (text: string) => format.test(encode(text));
  if (typeof format === 'function') return (text: string) => format(encode(text)) as boolean;
  return format;
}
