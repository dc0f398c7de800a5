import { nameOf, segmentsOf } from '../location.ts';
import { joined, knownEnd, literalOf, shown, type Text, type Unknown, withoutStart } from '../text.ts';
import type { Argument } from './command.ts';
import { optionValue } from './options.ts';
import type { Call, Spot } from './spec.ts';

/** The directory in which the command runs. */
export const HERE: Text = [];

export const spot = (argument: Argument): Spot => ({ texts: argument.values });

/** Every operand from the one at `first`. */
export const operands =
  (first = 0) =>
  (call: Call): Spot[] =>
    call.operands.slice(first).map(spot);

/** The last operand, when there are at least `least`. */
export const lastOperand =
  (least = 1) =>
  (call: Call): Spot[] =>
    call.operands.length >= least ? [spot(call.operands.at(-1)!)] : [];

/** The operand at `index`. */
export const operand =
  (index: number) =>
  (call: Call): Spot[] =>
    call.operands.slice(index, index + 1).map(spot);

/** The value of the last of these options. */
export const ofOption =
  (names: string) =>
  (call: Call): Spot[] => {
    const value = optionValue(call, names);
    return value === undefined ? [] : [spot(value)];
  };

/** The first of these that finds a place. */
export const firstOf =
  (...finders: readonly ((call: Call) => readonly Spot[])[]) =>
  (call: Call): readonly Spot[] => {
    for (const find of finders) {
      const spots = find(call);
      if (spots.length > 0) return spots;
    }
    return [];
  };

/** The texts of places, for sources and reads. */
export const textsOf =
  (find: (call: Call) => readonly Spot[]) =>
  (call: Call): Text[] =>
    find(call).flatMap(({ texts }) => texts);

/** Names in a service, with what tells its kind before them: `vault:secret/auth`. */
export const named =
  (tool: string, prefix: string, find: (call: Call) => readonly Spot[]) =>
  (call: Call): Spot[] =>
    find(call).map(({ texts, ...rest }) => ({
      ...rest,
      texts: texts.map((text) => joined([prefix], text)),
      is: 'name',
      host: { kind: 'service', name: tool },
    }));

/** `name` below `directory`. */
export function below(directory: Text, name: Text): Text {
  if (directory.length === 0) return name;
  const plain = withoutSlash(directory);
  return joined(plain, knownEnd(plain).endsWith('/') ? [] : ['/'], name);
}

export const endsWithSlash = (path: Text): boolean => knownEnd(path).endsWith('/');

/** Without a slash, or a slash and a dot, at its end: `/etc/app` of `/etc/app/.`. The root stays as it is. */
export function withoutSlash(path: Text): Text {
  const end = knownEnd(path);
  let length = end.length;
  while (length > 0 && (end[length - 1] === '/' || end.startsWith('/.', length - 2))) length--;
  if (length === end.length || (length === 0 && path.length === 1)) return path;
  return joined(path.slice(0, -1), [end.slice(0, length)]);
}

/** The last name of a path, whatever slash it ends with. */
export const lastName = (path: Text): Text => nameOf(withoutSlash(path));

/** Has an extension, or is a well-known file without one: a directory would hardly be called so. */
export function looksLikeFile(path: Text): boolean {
  if (endsWithSlash(path)) return false;
  const end = shown(nameOf(path));
  return /.\.(?!d$)[a-z]\w*$/i.test(end) || /^\.(env|npmrc|netrc|htaccess|htpasswd)\b/.test(end);
}

/** Directories that every machine has. */
const OF_THE_SYSTEM =
  /^(\/|~|\/(bin|etc|home|opt|root|srv|tmp|usr|var)(\/(local|lib|log|www))?(\/(bin|etc|lib|share))?)$/;

/** Ends with a slash, is `.` or `..`, or is there on every machine: certainly a directory. So is a home directory. */
export function isDirectory(path: Text): boolean {
  if (path.length === 0) return true;
  const last = literalOf(segmentsOf(path).at(-1)!);
  return last === '' || last === '.' || last === '..' || OF_THE_SYSTEM.test(literalOf(path) ?? ' ');
}

export const hasGlob = (path: Text): boolean =>
  path.some((part) => typeof part !== 'string' && part.is === 'glob');

/** The contents of a directory rather than itself: `conf/.`. */
export const isContents = (path: Text): boolean => literalOf(nameOf(path)) === '.';

/** A longer one is taken for any name: to look for brackets in it would take too long. */
const LONGEST_PATTERN = 1_000;

/** A pattern in a literal (`find -name '*.yml'`) as a text with globs. */
export function globText(pattern: string): Text {
  if (pattern.length > LONGEST_PATTERN) return [{ name: '*', is: 'glob' }];
  const parts = pattern.split(/(\*+|\?|\[[^\]]+\])/).filter((part) => part !== '');
  return parts.map((part): string | Unknown =>
    /^[*?]|^\[.+\]$/.test(part) ? { name: part, is: 'glob' } : part,
  );
}

/** The files of `@file` and `key=@file`. */
export const atFiles = (call: Call): Text[] =>
  call.operands.slice(1).flatMap(({ values }) =>
    values.flatMap((text) => {
      const at = typeof text[0] === 'string' ? /^([\w.-]+=)?@/.exec(text[0]) : null;
      return at === null ? [] : [withoutStart(text, at[0].length)];
    }),
  );
