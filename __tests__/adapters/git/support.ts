import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenPair } from '../../../src/adapters/git/open-pair.ts';
import { type OpenOptions, openRepository, type Repository } from '../../../src/adapters/git/repository.ts';
import type { Result } from '../../../src/model/problem.ts';
import type { Blob, RawChange } from '../../../src/snapshots/snapshot.ts';
import { createDirectory } from '../../helpers/repository.ts';

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

/** Opens what must be closed after each test. */
export function createOpener() {
  const opened: { close(): Promise<void> }[] = [];
  return {
    repository: async (options: OpenOptions): Promise<Repository> => {
      const repository = unwrap(await openRepository(options));
      opened.push(repository);
      return repository;
    },
    pair: async <T>(opening: Promise<Result<T>>): Promise<T & OpenPair> => {
      const pair = unwrap(await opening) as T & OpenPair;
      opened.push(pair);
      return pair;
    },
    later: (each: { close(): Promise<void> }): void => {
      opened.push(each);
    },
    async closeAll() {
      for (const each of opened.splice(0).reverse()) await each.close();
    },
  };
}

/** `path before-mode>after-mode` of every change. */
export async function summary(pair: OpenPair): Promise<string[]> {
  const changes = unwrap(await pair.differences());
  return changes.map(({ path, before, after }) => `${path} ${before?.mode ?? '-'}>${after?.mode ?? '-'}`);
}

export function sides(changes: RawChange[], side: 'before' | 'after') {
  return changes.flatMap((change) => change[side] ?? []);
}

/** The text of each blob, one character for each byte, or why it was refused. */
export async function contents(blobs: AsyncIterable<Blob>): Promise<string[]> {
  const all: string[] = [];
  for await (const blob of blobs) {
    all.push('bytes' in blob ? Buffer.from(blob.bytes).toString('latin1') : blob.refused);
  }
  return all;
}

/**
 * Puts a `git` on PATH that notes its arguments, one line for each start, then runs `script` (shell; `$@` are
 * the arguments, `$real` runs the real git).
 */
export async function replaceGit(script = 'exec $real "$@"') {
  const { dir, dispose } = await createDirectory();
  const path = process.env.PATH!;
  mkdirSync(join(dir, 'bin'));
  writeFileSync(join(dir, 'log'), '');
  const note = `printf '%s ' "$@" >> '${dir}/log'\necho >> '${dir}/log'`;
  const program = `#!/bin/sh\n${note}\nPATH='${path}'\nreal=git\n${script}\n`;
  writeFileSync(join(dir, 'bin', 'git'), program);
  chmodSync(join(dir, 'bin', 'git'), 0o755);
  process.env.PATH = `${join(dir, 'bin')}:${path}`;
  return {
    dir,
    calls: () => readFileSync(join(dir, 'log'), 'utf8').split('\n').filter(Boolean),
    async restore() {
      process.env.PATH = path;
      await dispose();
    },
  };
}
