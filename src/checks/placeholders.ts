import type { Json } from '../model/json.ts';

/**
 * What stands in a value's place. `certain` kinds are meant to be replaced by somebody, or are what a failed
 * rendering leaves behind; the others are real values in some files.
 */
export type Placeholder = { kind: PlaceholderKind; certain: boolean };

export type PlaceholderKind =
  | 'fill-in'
  | 'filler'
  | 'mask'
  | 'no-value'
  | 'broken-expression'
  | 'hole'
  | 'sample-key'
  | 'weak-secret'
  | 'sample-host'
  | 'own-host'
  | 'unrendered';

type Shape = { kind: PlaceholderKind; certain: boolean; shape: RegExp };

/** Words of one text that say so wherever they stand; the value as a whole is `^…$`, dressed up as people do. */
const SHAPES: readonly Shape[] = [
  certain(
    'fill-in',
    /(?<![A-Za-z])(?:change|replace|fill|insert|put|enter|update)[-_ ]?(?:me|this)(?![a-z])/i,
  ),
  certain('fill-in', /(?<![A-Za-z])(?:change|replace|fill|set)[-_](?:it|with|in|by)(?![a-z])/i),
  certain('fill-in', /^\W*(?:to-?do|fixme|tbd|tbc|xxx)\W*$/i),
  certain('fill-in', /^\W*(?:TODO|FIXME|TBD)\b/),
  certain(
    'fill-in',
    /(?<![A-Za-z])your[-_ ]?(?:own[-_ ])?(?:api|app|account|aws|bucket|client|company|database|db|domain|email|host|key|name|org|organi[sz]ation|pass|password|project|registry|secret|server|token|user|username)(?![a-z])/i,
  ),
  certain('fill-in', /^\W*(?:your|my|the|insert|enter|put)[-_ ][\w -]+[-_ ]here\W*$/i),
  certain('fill-in', /<(?:your|insert|enter|replace|put|fill|add)[-_ ][^<>]*>/i),
  certain('fill-in', /^<[A-Z][A-Z0-9]*(?:[-_ ][A-Z0-9]+)+>$/),
  certain(
    'filler',
    /^(?:placeholder|dummy|foo|foobar|foo ?bar ?baz|asdf(?:gh)?|lorem ipsum.*|blah(?: blah)*)$/i,
  ),
  certain('filler', /^(?:x{4,}|X{3,}|(?:x{2,}[-.:/])+x{2,})$/i),
  doubtful('filler', /^(?:test|testing|test[-_]?123|bar|baz|example|sample|qwerty|abc|abc123|temp|tmp)$/i),
  certain('mask', /^[*•●]{3,}$/),
  certain('mask', /^[[<({«]+ ?(?:redacted|hidden|masked|removed|omitted|secret|sensitive)[\w ]*[\])}>»]+$/i),
  certain('mask', /^(?:REDACTED|MASKED)$/),
  certain('no-value', /^(?:undefined|NaN|\(null\)|<nil>|<null>|<none>|<undefined>)$/),
  certain('no-value', /\[object \w+\]|<no value>|%!\w?\((?:MISSING|NOVERB|EXTRA|BADINDEX)|%![a-z]\(\w+=/),
  certain('no-value', /(?:\/\/|[./@:=-])undefined(?=[./@:?&-]|$)/),
  doubtful('no-value', /^(?:null|None|nil|NULL|Null)$/),
  doubtful('no-value', /(?:\/\/|[.@])(?:null|None|nil)(?=[./@:]|$)/),
  certain('sample-key', /\b(?:AKIA|ASIA)[A-Z0-9]{4,}EXAMPLE\b|EXAMPLEKEY$/),
];

function certain(kind: PlaceholderKind, shape: RegExp): Shape {
  return { kind, certain: true, shape };
}

function doubtful(kind: PlaceholderKind, shape: RegExp): Shape {
  return { kind, certain: false, shape };
}

const WEAK = /^(?:pass(?:word)?|passw0rd|p@ssw0rd|letmein|changeit|qwerty|12345\d*|abc123|hunter2)$/i;
/** As a password these are weak, too; but a key that sounds like a secret may hold a secret's name. */
const MAYBE_WEAK = /^(?:secret|admin|root|test|default|guest)$/i;

/** RFC 2606 and RFC 6761: names that nobody can own. */
const SAMPLE_HOST =
  /(?:^|[/@.\s"'])example\.(?:com|net|org|edu)(?=$|[/:\s"',;?])|\.(?:example|invalid)(?=$|[/:\s"',;?])/i;
const OWN_HOST = /(?:^|[/@\s"',=])(?:localhost|127\.0\.0\.1|\[?::1\]?)(?=$|[/:\s"',;?])/i;

/** The longest text in which words count: a document inside of a value has places for all of them. */
const LONGEST = 200;
/** Longer values are no addresses. */
const LONGEST_ADDRESS = 2000;

/** A value that somebody still has to fill in, or that a failed rendering left; `undefined` for all others. */
export function placeholderIn(value: Json, sensitive: boolean): Placeholder | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const short = text.length <= LONGEST && !text.includes('\n');
  if (isBroken(text)) return { kind: 'broken-expression', certain: short };
  if (!short) return undefined;
  if (sensitive && WEAK.test(text)) return { kind: 'weak-secret', certain: true };
  if (sensitive && MAYBE_WEAK.test(text)) return { kind: 'weak-secret', certain: false };
  const found = SHAPES.find(({ shape }) => shape.test(text));
  return found === undefined || isSentence(text) ? undefined : { kind: found.kind, certain: found.certain };
}

/** Text for people: it may speak of placeholders. */
function isSentence(text: string): boolean {
  return text.split(/\s+/).length > 6;
}

/** True for an expression that is opened and never closed (`"${{"`), or that holds nothing. */
export function isBroken(text: string): boolean {
  return opensOnly(text) || /\$\{\{\s*\}\}|(?<!\$)\{\{\s*\}\}|\$\{\s*\}/.test(text);
}

function opensOnly(text: string): boolean {
  const double = text.lastIndexOf('{{');
  if (double !== -1 && !text.includes('}}', double)) return true;
  const single = text.lastIndexOf('${');
  return single !== -1 && !text.includes('}', single);
}

export function namesSampleHost(text: string): boolean {
  return SAMPLE_HOST.test(text);
}

export function namesOwnHost(text: string): boolean {
  return OWN_HOST.test(text);
}

/** `${VAR}`, `$VAR`, `{{ x }}`, `%(x)s`, `%s`, `@x@`, `__X__`, `#{x}`, `<%= x %>`: something still to be put in; where it ends does not matter. */
const EXPRESSION =
  /\$\{|\$\(?[A-Za-z_]|\{\{|\{%|<%|%\(\w{1,80}\)[sd]|%[sd]\b|(?<![\w.])@[\w.]{1,80}@(?![\w.])|__[A-Z][A-Z0-9_]{0,80}__|#\{|\(\( /;

export function hasExpression(text: string): boolean {
  return EXPRESSION.test(text);
}

/** A host with at least two labels, or an IPv4 address that is not this machine's own. */
const HOST =
  /(?:^|[/@\s"',=])((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z]|\d{1,3}(?:\.\d{1,3}){3})(?=$|[/:\s"',;?])/i;

export function namesRealHost(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && HOST.test(text) && !OWN_HOST.test(text) && !SAMPLE_HOST.test(text);
}

/**
 * A part that is missing where a variable was not set: `https:///v1`, `https://:8443`, `registry/api:`,
 * `api@sha256:`, `https://.example.com`, `db..internal`.
 */
const HOLES: readonly RegExp[] = [
  /^[a-z][a-z0-9+.-]*:\/\/(?:$|:\d*|\/(?!\/)|\?|@)/i,
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(?:\.\.|\/\/\.)/i,
  /^(?:[a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?\./i,
  /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+(?::|@sha256:|@)$/i,
  /^[\w-]+(?:\.[\w-]+)*\.\.[\w.-]+$/,
];

export function hasHole(text: string): boolean {
  if (text.length > LONGEST_ADDRESS) return false;
  return HOLES.some((hole) => hole.test(text)) && !/^(?:file|unix|sqlite\S*|jdbc:\w+):\/\//i.test(text);
}
