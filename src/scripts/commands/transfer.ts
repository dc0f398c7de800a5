import type { Host } from '../effect.ts';
import { joined, knownStart, type Text } from '../text.ts';
import type { Argument } from './command.ts';
import { hasOption, optionValue } from './options.ts';
import {
  below,
  endsWithSlash,
  hasGlob,
  isContents,
  isDirectory,
  lastName,
  looksLikeFile,
  spot,
  withoutSlash,
} from './places.ts';
import type { Call, Spot } from './spec.ts';

const HOME: Text = [{ name: 'HOME', is: 'value' }];

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
  /** A slash behind a source stands for what is in it. */
  slashIsContents?: boolean;
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
      tree: manner.recursive === true && !source.values.every(looksLikeFile),
    };
  });
}

function placesOfOne(from: Text, to: Text, several: boolean, manner: Manner): Text[] {
  const plain = withoutSlash(to);
  if (isContents(from) || (manner.slashIsContents && endsWithSlash(from))) return [plain];
  if (manner.exact) return [plain];
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

/** The part behind `host:`, and the host; `undefined` for a path on this machine. */
export type Remote = { name: string; path: Text };

/**
 * Splits `user@host:path`, `host::module/path` and `rsync://host/path` as rsync and scp do: a colon before the first
 * slash tells a host. A relative path is one below `home`.
 */
export function remoteOf(text: Text, home: Text = HOME): Remote | undefined {
  const url = /^(?:rsync|scp|sftp|ssh):\/\//.exec(knownStart(text))?.[0].length ?? 0;
  const rest = url === 0 ? text : joined([knownStart(text).slice(url)], text.slice(1));
  const before: (string | Text[number])[] = [];
  for (const [index, part] of rest.entries()) {
    if (typeof part === 'string') {
      const at = part.search(url === 0 ? /[:/]/ : /\//);
      if (at !== -1 && part[at] === (url === 0 ? ':' : '/')) {
        const behind = part.slice(url === 0 ? at + 1 : at).replace(/^:/, '');
        const path = joined([behind], rest.slice(index + 1));
        return { name: hostName([...before, part.slice(0, at)]), path: fromHome(path, home) };
      }
      if (at !== -1) return undefined;
    }
    before.push(part);
  }
  return undefined;
}

function hostName(parts: Text): string {
  const shownParts = parts.map((part) => (typeof part === 'string' ? part : `<${part.name}>`)).join('');
  return shownParts.slice(shownParts.lastIndexOf('@') + 1).replace(/:\d+$/, '');
}

function fromHome(path: Text, home: Text): Text {
  const [first] = path;
  if (first === undefined) return home;
  if (typeof first !== 'string') return first.is === 'glob' ? joined(home, ['/'], path) : path;
  if (first.startsWith('/')) return path;
  const behind = joined([first.replace(/^~\/?/, '')], path.slice(1));
  return joined(home, home.at(-1) === '/' ? [] : ['/'], behind);
}

/** The same transfer with its destination on `host`, when it is on another one; and whether any source is. */
export function overNetwork(
  transfer: Transfer,
  kind: Host['kind'],
  home?: Text,
): { transfer: Transfer; host?: Host; download: boolean } {
  const split = transfer.to.values.map((value) => remoteOf(value, home));
  const [first] = split;
  const download = transfer.sources.some(({ values }) => values.some((value) => remoteOf(value, home)));
  const sources = transfer.sources.map((source) => ({
    ...source,
    values: source.values.map((value) => remoteOf(value, home)?.path ?? value),
  }));
  if (first === undefined) return { transfer: { ...transfer, sources }, download };
  const values = split.map((remote, index) => remote?.path ?? transfer.to.values[index]!);
  return {
    transfer: { ...transfer, sources, to: { ...transfer.to, values } },
    host: { kind, name: first.name },
    download,
  };
}

/** `hasOption`, as a condition of what is copied with all that is below it. */
export const recursively = (call: Call): boolean => hasOption(call, '-r -R -a --recursive --archive');
