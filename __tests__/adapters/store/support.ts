import { join } from 'node:path';
import type { Store } from '../../../src/adapters/store/files.ts';
import { type Fs, nodeFs, type OpenFile } from '../../../src/adapters/store/fs.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import type { Result } from '../../../src/model/problem.ts';

/** The value of what has to go well. */
export async function value<T>(result: Promise<Result<T>> | Result<T>): Promise<T> {
  const found = await result;
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

export async function codeOf(result: Promise<Result<unknown>>): Promise<string | undefined> {
  const found = await result;
  return found.ok ? undefined : found.problem.code;
}

export function newStore(dir: string, fs: Fs = nodeFs): Promise<Store> {
  return value(createStore(join(dir, 'store'), fs));
}

/** A call on files: its name (`file.write` for one on an open file), and the place that it is about. */
export type Call = { name: string; place: string };

/**
 * The real file system, asked before every call.
 * @param before throws what the call shall throw instead of doing anything.
 */
export function watchedFs(before: (call: Call) => void | Promise<void>): Fs {
  const watched = Object.fromEntries(
    Object.entries(nodeFs).map(([name, method]) => [
      name,
      async (...args: unknown[]) => {
        const place = Buffer.from(args[0] as string).toString('utf8');
        await before({ name, place });
        const result: unknown = await (method as (...args: unknown[]) => unknown)(...args);
        return name === 'open' ? watchedFile(result as OpenFile, place, before) : result;
      },
    ]),
  );
  return watched as unknown as Fs;
}

function watchedFile(file: OpenFile, place: string, before: (call: Call) => void | Promise<void>): OpenFile {
  const ask = (name: string) => before({ name: `file.${name}`, place });
  return {
    async read(...args) {
      await ask('read');
      return file.read(...args);
    },
    async write(bytes) {
      await ask('write');
      return file.write(bytes);
    },
    async stat(options) {
      await ask('stat');
      return file.stat(options);
    },
    async sync() {
      await ask('sync');
      await file.sync();
    },
    close: () => file.close(),
  };
}

/** An error as the file system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' });
}
