import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { LoadSchema } from '../schemas/load.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Fetch } from './schema-download.ts';

export type SchemaLoaderOptions = {
  /** Host names from which schemas may be fetched without a pinned sha256; compared exactly. */
  hosts: readonly string[];
  /** Which side of the comparison the snapshot is; `before` unless given. For messages. */
  side?: 'before' | 'after';
  /** Where pinned schemas are kept; by default `RUNNER_TEMP/holdfast` or the user's cache directory. */
  cacheDirectory?: string;
  /** The transport, for tests. */
  fetch?: Fetch;
};

/**
 * Loads schemas: paths from one side of the comparison only; URLs over https only, pinned by sha256 or from a
 * listed host. What counts is the before side, so that a change cannot bring the schema that it is judged by;
 * by those of the after side a change is judged in addition.
 */
export function schemaLoader(snapshot: Snapshot, options: SchemaLoaderOptions): LoadSchema {
  const cacheDirectory = options.cacheDirectory ?? defaultCacheDirectory(process.env);
  const settings = { hosts: options.hosts, cacheDirectory, fetch: options.fetch ?? fetch };
  return async (source) => {
    const bytes =
      source.kind === 'path'
        ? await readPath(snapshot, source.path, options.side === 'after' ? 'head' : 'base')
        : await (await import('./schema-download.ts')).download(source, settings);
    if (!bytes.ok) return bytes;
    const name = source.kind === 'path' ? source.path : source.url;
    try {
      return ok({ name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) });
    } catch {
      return refuse({
        code: 'schema-syntax',
        message: `The schema ${name} is not UTF-8 text.`,
        hint: 'Save it as UTF-8.',
        path: name,
      });
    }
  };
}

type Version = 'base' | 'head';

const MISSING_HINT: Record<Version, string> = {
  base: 'Schemas are read from the base version only: merge the schema first, or correct its path in the policy.',
  head: 'Put it back, or correct the reference to it.',
};

function defaultCacheDirectory(environment: NodeJS.ProcessEnv): string {
  const { RUNNER_TEMP, XDG_CACHE_HOME } = environment;
  return join(RUNNER_TEMP || XDG_CACHE_HOME || join(homedir(), '.cache'), 'holdfast');
}

async function readPath(snapshot: Snapshot, path: Path, version: Version): Promise<Result<Uint8Array>> {
  const found = await snapshot.entry(path);
  if (!found.ok) return found;
  const entry = found.value;
  if (entry === undefined) {
    return refuse({
      code: 'schema-missing',
      message: `The schema ${path} is not in the ${version} version (${snapshot.id}).`,
      hint: MISSING_HINT[version],
      path,
    });
  }
  if (entry.mode !== 'file' && entry.mode !== 'executable') {
    return refuse({
      code: 'schema-refused',
      message: `The schema ${path} is a ${entry.mode} in the ${version} version, and links are not followed.`,
      hint: 'Commit the schema as a file, or name the path that it leads to.',
      path,
    });
  }
  for await (const blob of snapshot.read([entry])) {
    if ('bytes' in blob) return ok(blob.bytes);
    return refuse(unreadable(path, version, blob.refused));
  }
  return refuse(unreadable(path, version, 'missing'));
}

function unreadable(path: Path, version: Version, why: 'missing' | 'too-large' | 'unreadable'): Problem {
  const reason = {
    missing: 'its content is missing from the repository',
    'too-large': 'it is too large',
    unreadable: 'its content cannot be read',
  }[why];
  return {
    code: 'schema-unreadable',
    message: `The schema ${path} of the ${version} version cannot be read: ${reason}.`,
    hint:
      why === 'missing' ? `Fetch the ${version} commit completely.` : 'Make the schema smaller, or split it.',
    path,
  };
}
