import { lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { headerLine, type Probed, probedLine, type Runner, readJournal } from '../../bisect/journal.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { isStale } from '../../store/lock.ts';
import { errorCode } from '../store/fs.ts';
import { ownIdentity, startOf } from '../store/lock.ts';
import { removeLeftover } from './scratch.ts';

/** The state of a search on disk. */
export type State = {
  file: string;
  /** What an earlier run has found out. */
  known: Probed[];
  /** Has a probe on the disk when it returns; gives why it could not. */
  record(probed: Probed): Promise<Problem | undefined>;
  /** The search has come to its end. */
  remove(): Promise<void>;
};

/** Where the state is when nobody names a file: one for each question, so that the same command finds its own. */
export function stateFile(
  given: string | undefined,
  question: string,
  cwd: string,
  env: Record<string, string | undefined>,
): string {
  if (given !== undefined) return resolve(cwd, given);
  const base = env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local/state');
  return join(base, 'holdfast', `bisect-${question.slice(0, 16)}.jsonl`);
}

/**
 * Opens the state, and goes on with what is there. Problems: `bisect-state-other`, `bisect-state-damaged`,
 * `bisect-state-io`, `bisect-running`, `scratch-left`.
 * @param scratch the tree of this run; the one of a run that was killed is removed.
 */
export async function openState(file: string, question: string, scratch: string): Promise<Result<State>> {
  try {
    const text = await readFile(file, 'utf8').catch(unlessMissing);
    const read = readJournal(text, question, file);
    if (!read.ok) return read;
    if (await isRunning(read.value)) return refuse(running(file, read.value.runner!.pid));
    const left = read.value.scratch && (await removeLeftover(read.value.scratch, scratch));
    if (left) return refuse(left);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    // Written anew, because the last line may be torn.
    const temporary = `${file}.${process.pid}.tmp`;
    const lines = read.value.probes.map(probedLine).join('');
    await append(temporary, headerLine(question, scratch, await ownIdentity('')) + lines, 'w');
    await rename(temporary, file);
    return ok({
      file,
      known: read.value.probes,
      async record(probed) {
        try {
          await append(file, probedLine(probed), 'a');
          return undefined;
        } catch (error) {
          return unusable(file, errorCode(error) ?? 'unknown reason');
        }
      },
      remove: () => rm(file, { force: true }),
    });
  } catch (error) {
    return refuse(unusable(file, errorCode(error) ?? 'unknown reason'));
  }
}

/** Whoever has ended in order has taken the tree away. */
async function isRunning({ scratch, runner }: { scratch?: string; runner?: Runner }): Promise<boolean> {
  if (runner === undefined || scratch === undefined) return false;
  const [{ boot, namespace }, started] = [await ownIdentity(''), await startOf(runner.pid)];
  const holder = { ...runner, command: '', at: '', released: false };
  if (isStale(holder, { boot, namespace, started, silence: Number.POSITIVE_INFINITY })) return false;
  return (await lstat(scratch).catch(() => undefined)) !== undefined;
}

async function append(place: string, text: string, flags: string): Promise<void> {
  const file = await open(place, flags, 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function unlessMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function running(file: string, pid: number): Problem {
  return {
    code: 'bisect-running',
    message: `The same search is running (process ${pid}, ${file}).`,
    hint: 'Wait until it has ended, or name another file with --state.',
  };
}

function unusable(file: string, code: string): Problem {
  return {
    code: 'bisect-state-io',
    message: `The state ${file} cannot be read or written (${code}).`,
    hint: 'Name another file with --state.',
  };
}
