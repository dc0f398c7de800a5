import type { Decrypt } from '../../adapters/age/age.ts';
import { diskOperations } from '../../adapters/restore/operations.ts';
import { unstage } from '../../adapters/restore/stage.ts';
import { pendingRestores, restoreSteps } from '../../adapters/restore/steps.ts';
import type { Store } from '../../adapters/store/files.ts';
import { removeJournal } from '../../adapters/store/journal.ts';
import { acquireLock } from '../../adapters/store/lock.ts';
import type { Problem } from '../../model/problem.ts';
import { plural } from '../../reports/messages.ts';
import type { Journal } from '../../restore/journal.ts';
import { resume } from '../../restore.ts';
import { encryptionFor } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { keeper, rulesOfJournal } from './keep.ts';
import type { Reload } from './parts.ts';
import { doneText, STUCK } from './text.ts';

type Fail = (...problems: Problem[]) => number;

export const NONE = 'No restore was interrupted.\n';

/** Finishes what earlier runs could not; the exit code, `undefined` for nothing to do. With `dryRun` it is only told. */
export async function finishPending(
  store: Store,
  io: CliIo,
  fail: Fail,
  dryRun: boolean,
  decrypt: Decrypt | undefined,
  reload: Reload,
): Promise<number | undefined> {
  const some = await pendingRestores(store);
  if (!some.ok) return fail(some.problem);
  if (some.value.length === 0) return undefined;
  if (dryRun) {
    const many = some.value.length;
    io.stderr(
      `holdfast: ${plural(many, 'restore')} ${many === 1 ? 'was' : 'were'} interrupted; the next run without --dry-run finishes that first.\n`,
    );
    return 0;
  }
  const finished: Journal[] = [];
  let code = await finishAll(store, io, fail, decrypt, finished);
  for (const journal of finished) code = Math.max(code, await reload(journal));
  return code;
}

/** @param finished gets the journals of those that are done, also when a later one cannot be */
async function finishAll(
  store: Store,
  io: CliIo,
  fail: Fail,
  decrypt: Decrypt | undefined,
  finished: Journal[],
): Promise<number> {
  const lock = await acquireLock(store, 'holdfast restore');
  if (!lock.ok) return fail(lock.problem);
  try {
    // Another process may have finished it while this one waited.
    return (await finishLocked(store, io, fail, decrypt, finished)) ?? 0;
  } finally {
    await lock.value.release();
  }
}

/** The same for a caller that holds the lock. */
export async function finishLocked(
  store: Store,
  io: CliIo,
  fail: Fail,
  decrypt: Decrypt | undefined,
  finished: Journal[] = [],
): Promise<number | undefined> {
  const pending = await pendingRestores(store);
  if (!pending.ok) return fail(pending.problem);
  let worst: number | undefined;
  for (const { journal } of pending.value) {
    if (!journal.ok) return fail(journal.problem);
    const { root, snapshots, writes, recipients = [] } = journal.value;
    const all = writes.some(({ sensitive, stored }) => !sensitive && stored !== undefined);
    const encryption = await encryptionFor(recipients, all);
    if (!encryption.ok) return fail(encryption.problem);
    const reason = `before finishing the restore of ${snapshots.join(', ')}`;
    const keep = keeper(store, root, rulesOfJournal(journal.value), reason, null, encryption.value);
    const outcome = await resume(journal.value, restoreSteps(store, diskOperations, keep, decrypt));
    if (!outcome.ok) return fail(...outcome.problems, STUCK);
    io.stdout(`Finished a restore that was interrupted.\n${doneText(outcome.value, io)}`);
    finished.push(outcome.value.journal);
    worst = Math.max(worst ?? 0, outcome.value.foreign.length > 0 ? 1 : 0);
  }
  return worst;
}

/** Forgets restores that were interrupted: their temporary files go, and the files stay as they stand. */
export async function discardPending(store: Store, io: CliIo, fail: Fail): Promise<number> {
  const lock = await acquireLock(store, 'holdfast restore --discard');
  if (!lock.ok) return fail(lock.problem);
  try {
    const pending = await pendingRestores(store);
    if (!pending.ok) return fail(pending.problem);
    for (const { name, journal } of pending.value) {
      if (journal.ok) unstage(diskOperations, journal.value);
      const removed = await removeJournal(store, name);
      if (!removed.ok) return fail(removed.problem);
      const { before = null } = journal.ok ? journal.value : {};
      const back = before === null ? '' : ` What stood there before it began: snapshot ${before}.`;
      io.stdout(`Forgot an interrupted restore. The files stay as they stand, partly restored.${back}\n`);
    }
    if (pending.value.length === 0) io.stdout(NONE);
    return 0;
  } finally {
    await lock.value.release();
  }
}
