import type { Host } from '../effect.ts';
import { segmentsOf } from '../location.ts';
import {
  joined,
  joinedBy,
  knownStart,
  literalOf,
  shown,
  type Text,
  type Unknown,
  withoutStart,
} from '../text.ts';
import type { Argument } from './command.ts';
import { hasOption, optionValue } from './options.ts';
import {
  below,
  hasGlob,
  isContents,
  isDirectory,
  lastName,
  looksLikeFile,
  spot,
  withoutSlash,
} from './places.ts';
import type { Call, Spot } from './spec.ts';

/** What a command copies, and to where: the last operand, or the directory of `-t`. */
export type Transfer = { sources: readonly Argument[]; to: Argument; into: boolean };

/** @param names options whose value is the directory to copy into. */
export function transferOf(call: Call, names = '-t --target-directory'): Transfer | undefined {
  const directory = optionValue(call, names);
  if (directory !== undefined) return { sources: call.operands, to: directory, into: true };
  const to = call.operands.at(-1);
  return to === undefined || call.operands.length < 2
    ? undefined
    : { sources: call.operands.slice(0, -1), to, into: false };
}

/** What differs between the commands that copy. */
export type Manner = {
  /** The destination is never taken as a directory to copy into. */
  exact?: boolean;
  /** Directories are copied with everything below them. */
  recursive?: boolean;
};

/** Where each source goes. An unknown destination is both the file and a directory that holds it. */
export function placesOf({ sources, to, into }: Transfer, manner: Manner = {}): Spot[] {
  const several = into || sources.length > 1 || sources.some(({ values }) => values.some(hasGlob));
  return sources.map((source) => {
    const texts = to.values.flatMap((destination) =>
      source.values.flatMap((from) => placesOfOne(from, destination, several, manner)),
    );
    return {
      texts,
      sources: source.values.map(withoutSlash),
      tree: manner.recursive === true && !source.values.every((from) => isFile(from, to)),
    };
  });
}

/** It looks like a file, or nobody knows what it is called and it becomes what looks like one. */
const isFile = (from: Text, to: Argument): boolean =>
  looksLikeFile(from) ||
  (literalOf(lastName(from)) === undefined && !hasGlob(from) && to.values.every(looksLikeFile));

function placesOfOne(from: Text, to: Text, several: boolean, manner: Manner): Text[] {
  const plain = withoutSlash(to);
  if (isContents(from) || manner.exact) return [plain];
  const inside = below(plain, lastName(from));
  if (several || isDirectory(to)) return [inside];
  return looksLikeFile(to) ? [to] : [plain, inside];
}

/** With a trailing operation for trees: `cp -r`, `rsync --delete`. */
export const asTree = (spots: readonly Spot[], op: 'replace-tree' | 'mirror-tree'): Spot[] =>
  spots.map((one) => (one.tree ? { ...one, op } : one));

/** A directory is moved or removed whole; what looks like a file is one file. */
export const wholeDirectory = (argument: Argument): Spot => ({
  ...spot(argument),
  tree: !argument.values.every((value) => looksLikeFile(value) || hasGlob(value)),
});

/** Another machine, and the path there; a relative one starts where a session there starts. */
export type Remote = { name: string; path: Text };

/**
 * Splits `user@host:path`, `host::module/path` and `rsync://host/path` as rsync and scp do: a colon before the first
 * slash tells a host.
 * @param slashes the name of the other side may have slashes, as that of a pod in a namespace: `auth/web-0:/etc`.
 * @returns `undefined` for a path on this machine.
 */
export function remoteOf(text: Text, slashes = false): Remote | undefined {
  const end = slashes ? /^[^:]*:/ : /^(?:[^:/[]*\[[^\]/]*\])?[^:/]*:/;
  const scheme = /^(rsync|scp|sftp):\/\//.exec(knownStart(text));
  if (scheme !== null) return urlOf(withoutStart(text, scheme[0].length), scheme[1] === 'rsync');
  const before: (string | Unknown)[] = [];
  for (const [index, part] of text.entries()) {
    if (typeof part === 'string') {
      const match = end.exec(part);
      if (match !== null) {
        const behind = part.slice(match[0].length);
        const path = joined([behind.replace(/^:|^~\//, '')], text.slice(index + 1));
        const name = hostName([...before, match[0].slice(0, -1)]);
        return { name, path: behind.startsWith(':') ? inModule(path) : path };
      }
      if (!slashes && part.includes('/')) return undefined;
    }
    before.push(part);
  }
  return undefined;
}

/** `host:port/path`, behind the scheme. */
function urlOf(rest: Text, module: boolean): Remote {
  const [host = [], ...segments] = segmentsOf(rest);
  const path = joinedBy('/', segments);
  return { name: hostName(host), path: module ? inModule(path) : path };
}

/** A module of an rsync daemon is a directory that only its configuration knows. */
function inModule(path: Text): Text {
  const [module = [], ...segments] = segmentsOf(path);
  return joinedBy('/', [[{ name: shown(module), is: 'value' }], ...segments]);
}

const hostName = (parts: Text): string => shown(parts).replace(/^.*@/, '').replace(/:\d+$/, '');

/** The same transfer with its destination on `host`, when it is on another one; and whether any source is. */
export function overNetwork(
  transfer: Transfer,
  kind: Host['kind'],
  slashes = false,
): { transfer: Transfer; host?: Host; download: boolean } {
  const split = transfer.to.values.map((value) => remoteOf(value, slashes));
  const host = split.find((remote) => remote !== undefined);
  const sources = transfer.sources.map((source) => ({
    ...source,
    values: source.values.map((value) => remoteOf(value, slashes)?.path ?? value),
  }));
  const values = split.map((remote, index) => remote?.path ?? transfer.to.values[index]!);
  return {
    transfer: { ...transfer, sources, to: { ...transfer.to, values } },
    ...(host && { host: { kind, name: host.name } }),
    download: transfer.sources.some((source) => source.values.some((value) => remoteOf(value, slashes))),
  };
}

/** `hasOption`, as a condition of what is copied with all that is below it. */
export const recursively = (call: Call): boolean => hasOption(call, '-r -R -a --recursive --archive');
