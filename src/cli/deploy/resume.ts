import type { Decrypt } from '../../adapters/age/age.ts';
import { withInterrupt } from '../../adapters/processes/interrupt.ts';
import type { Store } from '../../adapters/store/files.ts';
import { acquireLock } from '../../adapters/store/lock.ts';
import type { Problem } from '../../model/problem.ts';
import { DEPLOYING } from '../../store/lock.ts';
import { existingStore, readStoreArguments, STORE_OPTIONS } from '../backup/options.ts';
import { chosenDecrypt, IDENTITY_OPTIONS } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';
import { finishLocked } from '../restore/pending.ts';
import { discardDeployments, finishDeployments, NONE } from './pending.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  discard: { type: 'boolean' },
  repository: { type: 'string' },
  ...IDENTITY_OPTIONS,
} as const;

/**
 * `holdfast resume`: finishes what interrupted restores and deployments left. Exit 0: nothing is left to do; 1: a
 * deployment was rolled back; 2: something could not be finished.
 */
export async function runResume(argv: string[], io: CliIo): Promise<number> {
  const fail = (...problems: Problem[]): number => {
    for (const problem of problems) io.stderr(problemText(problem, io));
    return 2;
  };
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const args = read.value.values;
  const store = await existingStore(args, io);
  if (!store.ok) return store.problem.code === 'store-missing' ? nothing(io) : fail(store.problem);
  if (args.discard) return discardDeployments(store.value, io, fail);
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return fail(decrypt.problem);
  // What is finished is finished to its end, whoever asks for another one.
  return withInterrupt(() =>
    finishAll(store.value, io, fail, {
      json: args.format === 'json',
      repository: args.repository,
      decrypt: decrypt.value,
    }),
  );
}

/** Without a store nothing was ever begun. */
function nothing(io: CliIo): number {
  io.stdout(NONE);
  return 0;
}

async function finishAll(
  store: Store,
  io: CliIo,
  fail: (...problems: Problem[]) => number,
  how: { json: boolean; repository: string | undefined; decrypt: Decrypt | undefined },
): Promise<number> {
  const lock = await acquireLock(store, DEPLOYING.resume);
  if (!lock.ok) return fail(lock.problem);
  try {
    // Standard output has one JSON document, or nothing.
    const restored = await finishLocked(
      store,
      how.json ? { ...io, stdout: io.stderr } : io,
      fail,
      how.decrypt,
    );
    if (restored === 2) return 2;
    const finished = await finishDeployments(store, io, fail, how);
    if (restored === undefined && finished === undefined) return nothing(io);
    return Math.max(restored ?? 0, finished ?? 0);
  } finally {
    await lock.value.release();
  }
}
