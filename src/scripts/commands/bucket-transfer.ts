import type { Host } from '../effect.ts';
import { literalOf, shown, type Text } from '../text.ts';
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

/** An object or a prefix in a bucket, or a path here. */
function place(text: Text, more: Omit<Spot, 'texts'> = {}): Spot {
  const host = bucketOf(text);
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
        const rule: CommandRule | undefined = isBucket(from) ? 'download-over-config' : undefined;
        const more = { sources: local, ...(rule && !isBucket(target) && { rule }) };
        const many = recursive && !looksLikeFile(from);
        const whole =
          merges || isDirectory(from) || hasGlob(from) ? withoutSlash(target) : below(target, lastName(from));
        if (many) return place(whole, { ...more, tree: true, op: 'replace-tree' });
        const into = isPrefix(target) || sources.length > 1 || hasGlob(from);
        return place(into ? below(target, lastName(from)) : target, more);
      }),
    ),
  );
}

/** What `sync` writes: all below the destination. */
export function synced(call: Call, mirrors: boolean): Spot[] {
  const [source, to] = call.operands;
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
