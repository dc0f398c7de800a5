import type { Host } from '../effect.ts';
import { knownStart, literalOf, shown, type Text } from '../text.ts';
import type { Argument } from './command.ts';
import {
  below,
  endsWithSlash,
  hasGlob,
  isDirectory,
  lastName,
  looksLikeFile,
  withoutSlash,
} from './places.ts';
import type { Call, CommandRule, Spot } from './spec.ts';

const URL = /^(s3|gs|az|r2):\/\/([^/]*)/;

/** The bucket of a URL; `undefined` for a path on this machine. */
function bucketOf(text: Text): Host | undefined {
  const match = URL.exec(shown(text));
  return match === null ? undefined : { kind: 'bucket', name: match[2]! };
}

/**
 * An object or a prefix in a bucket, or a path here.
 * @param other the other side, when there is one. If that is on this machine, an unknown beginning is that of a bucket.
 */
function place(text: Text, more: Omit<Spot, 'texts'> = {}, other?: Text): Spot {
  const [first] = text;
  const here = other !== undefined && knownStart(other) !== '' && !isBucket(other);
  const host =
    here && typeof first === 'object' && first.is === 'value'
      ? { kind: 'bucket' as const, name: shown([first]) }
      : bucketOf(text);
  return host === undefined
    ? { texts: [text], ...more }
    : { texts: [text], is: 'name', host, rule: 'remote-copy-over-config', ...more };
}

const isBucket = (text: Text): boolean => bucketOf(text) !== undefined;

/** `s3://bucket` alone stands for all that is in it, as a slash at the end does. */
const isPrefix = (text: Text): boolean =>
  endsWithSlash(text) || isDirectory(text) || /^\w+:\/\/[^/]*$/.test(literalOf(text) ?? '');

/** What `cp` writes for each pair of a source and the destination. */
export function copied(call: Call, recursive: boolean, merges: boolean): Spot[] {
  const to = call.operands.at(-1);
  if (to === undefined || call.operands.length < 2) return [];
  const sources = call.operands.slice(0, -1);
  return sources.flatMap((source) =>
    source.values.flatMap((from) =>
      to.values.map((target): Spot => {
        const local = isBucket(from) ? [] : [withoutSlash(from)];
        const down: CommandRule | undefined =
          isBucket(from) && !isBucket(target) ? 'download-over-config' : undefined;
        const more = { sources: local, ...(down && { rule: down }) };
        const many = recursive && !looksLikeFile(from);
        const whole =
          merges || isDirectory(from) || hasGlob(from) ? withoutSlash(target) : below(target, lastName(from));
        if (many) return place(whole, { ...more, tree: true, op: 'replace-tree' }, from);
        const into = isPrefix(target) || sources.length > 1 || hasGlob(from);
        return place(into ? below(target, lastName(from)) : target, more, from);
      }),
    ),
  );
}

/** What `sync` writes: all below the destination. */
export function synced(call: Call, mirrors: boolean): Spot[] {
  const [source, to] = call.operands.slice(-2);
  if (source === undefined || to === undefined) return [];
  const sources = source.values.filter((value) => !isBucket(value)).map(withoutSlash);
  return to.values.map((value) =>
    place(withoutSlash(value), {
      sources,
      tree: true,
      op: mirrors ? 'mirror-tree' : 'replace-tree',
      ...(mirrors
        ? { rule: 'tree-mirror-delete' as const }
        : !isBucket(value) && { rule: 'download-over-config' as const }),
    }),
  );
}

export const gone = (paths: readonly Argument[], recursive: boolean): Spot[] =>
  paths.flatMap(({ values }) =>
    values.map((value) => place(value, { rule: 'remove-config', ...(recursive && { tree: true }) })),
  );
