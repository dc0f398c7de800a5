import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Memory, readMemory } from '../drill/memory.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { readFile } from './files.ts';

/** Where the last drill of a repository is kept unless somebody names a file: beside git's own files, never in the work tree. */
export function stateFile(gitDir: string, named: string | undefined, cwd: string): string {
  return named === undefined ? join(gitDir, 'holdfast', 'drill.json') : resolve(cwd, named);
}

/** What the last drill left; nothing when there was none. Problem: `drill-state`. */
export async function loadState(file: string): Promise<Result<Memory>> {
  try {
    return ok(readMemory(await readFile(file, 'utf8')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? ok(readMemory('')) : refuse(notUsable(file, code));
  }
}

/** Writes it as a whole or not at all. Problem: `drill-state`. */
export async function saveState(file: string, memory: Memory): Promise<Result<void>> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, `${JSON.stringify(memory)}\n`, { mode: 0o600 });
    await rename(unfinished, file);
    return ok(undefined);
  } catch (error) {
    return refuse(notUsable(file, (error as NodeJS.ErrnoException).code));
  }
}

function notUsable(file: string, code = 'unknown reason'): Problem {
  return {
    code: 'drill-state',
    message: `The last drill cannot be kept in ${file} (${code}).`,
    hint: 'Name a file that can be written: --state FILE.',
  };
}
