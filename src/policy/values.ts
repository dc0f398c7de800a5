import type { FormatId } from '../documents/document.ts';
import { isObject } from '../model/json.ts';
import { child } from '../model/pointer.ts';
import type { SchemaSource } from '../schemas/source.ts';
import { environmentFault } from './families.ts';
import { type Input, keyName, list, mapping, oneOf, type Read, tell, text, wrongType } from './fields.ts';
import { criticalGlobFault, globFault, isLive, literalPath } from './globs.ts';
import { parseKeyPattern } from './key-pattern.ts';
import { schemaFault } from './schema.ts';

const FORMATS: readonly FormatId[] = [
  'json',
  'jsonc',
  'json5',
  'yaml',
  'toml',
  'ini',
  'dotenv',
  'properties',
  'xml',
  'plist',
  'hcl',
  'text',
];

export const format: Read<FormatId> = oneOf(FORMATS);

function glob(faultOf: typeof globFault): Read<string> {
  return (input) => {
    const value = text(input);
    const wrong = value === undefined ? undefined : faultOf(value);
    if (wrong === undefined) return value;
    return tell(input, 'policy-glob', `The glob in ${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
  };
}

/** One or a list of them. */
function oneOrMore<T>(item: Read<T>, example: string): Read<T[]> {
  return (input) => {
    if (typeof input.value !== 'string') return list(item, example)(input);
    const one = item(input);
    return one === undefined ? undefined : [one];
  };
}

/** Globs of which at least one includes something. */
function selecting(faultOf: typeof globFault): Read<string[]> {
  return (input) => {
    const all = oneOrMore(glob(faultOf), '`[config/**]`')(input);
    if (all !== undefined && all.length > 0 && all.every((each) => each.startsWith('!'))) {
      return tell(
        input,
        'policy-glob',
        `${keyName(input.key)} only excludes files, so it selects none.`,
        'Add a glob without `!`, such as `config/**`.',
      );
    }
    return all;
  };
}

/** One glob for files of the checkout, or a list of them. */
export const globs = selecting(globFault);

/** The same, and places outside of the checkout: `/etc/auth/*.yml`, `vault:secret/auth/**`. */
export const criticalGlobs = selecting(criticalGlobFault);

/** Where files are on hosts: directories, or places with a scheme; without a slash at the end. */
export const liveDirectories: Read<string[]> = oneOrMore((input) => {
  const value = text(input);
  if (value === undefined) return undefined;
  if (isLive(value) && criticalGlobFault(value) === undefined && literalPath(value) === value)
    return value.replace(/\/+$/, '');
  return tell(
    input,
    'policy-live',
    `${keyName(input.key)} is no place outside of the checkout.`,
    'Write an absolute directory such as `/etc/auth`, or a place such as `s3://bucket/auth`, without wildcards.',
  );
}, '`[/etc/auth]`');

/** One key pattern; with `part` `key` it is a key of the policy itself. */
export function keyPattern(input: Input, part: 'key' | 'value' = 'value'): string | undefined {
  const value = text(input);
  if (value === undefined) return undefined;
  const parsed = parseKeyPattern(value);
  if ('steps' in parsed) return value;
  const message = `The key pattern in ${keyName(input.key)} ${parsed.fault}.`;
  return tell(input, 'policy-pattern', message, parsed.hint, part);
}

export const keyPatterns = list<string>((input) => keyPattern(input), '`[issuer, keys.*]`');

/** `config/{environment}.yml`: a path in which the environment's name stands once or more. */
export const environmentPattern: Read<string> = (input) => {
  const value = text(input);
  const wrong = value === undefined ? undefined : environmentFault(value);
  if (wrong === undefined) return value;
  return tell(input, 'policy-pattern', `The pattern in ${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
};

/** Key pattern of a list -> the key that identifies its items. */
export const identity: Read<Record<string, string>> = (input) => {
  const { value } = input;
  if (!isObject(value))
    return wrongType(input, 'a mapping', 'Write `list: key`, for example `upstreams: host`.');
  const entries = Object.keys(value).flatMap((key): [string, string][] => {
    const at = { ...input, value: value[key]!, key: child(input.key, key) };
    const pattern = keyPattern({ ...at, value: key }, 'key');
    const name = text(at);
    return pattern === undefined || name === undefined ? [] : [[pattern, name]];
  });
  return Object.fromEntries(entries);
};

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i;

export const hostName: Read<string> = (input) => {
  const value = text(input);
  if (value === undefined || HOST.test(value)) return value?.toLowerCase();
  return tell(
    input,
    'policy-type',
    `${keyName(input.key)} is not the name of a host.`,
    'Write the name alone, without `https://` and path: `json.schemastore.org`.',
  );
};

/** A path or URL, or `{url, sha256}`. */
export const schemaSource: Read<SchemaSource> = (input) => {
  const { value } = input;
  if (typeof value !== 'string' && !isObject(value))
    return wrongType(
      input,
      'a path, a URL, or `url` and `sha256`',
      'Write `schemas/app.schema.json`, or `url:` and `sha256:` below `schema:`.',
    );
  const parts = isObject(value)
    ? mapping({ url: text, sha256: text }, ['url', 'sha256'])(input)
    : { url: text(input) };
  if (parts?.url === undefined) return undefined;
  const source = schemaFault(
    parts.url,
    isObject(value) ? (parts as { sha256?: string }).sha256 : undefined,
    isObject(value),
  );
  if ('source' in source) return source.source;
  return tell(input, 'policy-schema', `${keyName(input.key)} ${source.fault}.`, source.hint);
};

/** A text of this shape. `fault` and `hint` are for messages: "critical[0].approvers[0] is no …". */
function shaped(shape: RegExp, fault: string, hint: string): Read<string> {
  return (input) => {
    const value = text(input);
    if (value === undefined || shape.test(value)) return value;
    return tell(input, 'policy-type', `${keyName(input.key)} ${fault}.`, hint);
  };
}

/** People of GitHub. Apps (`name[bot]`) are none. */
export const people = list(
  shaped(
    /^@[A-Za-z0-9_-]{1,100}(\/[A-Za-z0-9._-]{1,255})?$/,
    'names neither a person nor a team',
    "Write `'@user'` or `'@org/team'`.",
  ),
  "`['@org/team']`",
);

/** Shorter ones could stand for several findings, and today's could be tomorrow's other one. */
export const fingerprintStart = shaped(
  /^[0-9a-f]{8,16}$/,
  'is no fingerprint',
  "Copy at least 8 digits of `fingerprint` from the JSON report, in quotes: `'3f9c21d0'`.",
);

export const day = shaped(
  /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
  'is no day',
  'Write year, month and day: `2027-01-31`.',
);
