import { randomBytes } from 'node:crypto';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import {
  JOURNAL_NAME,
  type Journal,
  journalName,
  readJournalEntry,
  unusableJournal,
} from '../../restore/journal.ts';
import type { Wanted } from '../../restore/plan.ts';
import type { RestoreSteps } from '../../restore/steps.ts';
import { nextId } from '../../store/ids.ts';
import type { Decrypt } from '../age/age.ts';
import { contentParts, unreadableContents } from '../store/contents.ts';
import type { Store } from '../store/files.ts';
import { journalNames, readJournal, removeJournal, writeJournal } from '../store/journal.ts';
import { guarded } from '../store/problems.ts';
import type { FileOperations } from './operations.ts';
import { makeDirectories, stage, unstage } from './stage.ts';
import { compareAll, swap, syncDirectories } from './swap.ts';

/**
 * The steps of a restore from this store onto this host. `backup` keeps what stands there now; `decrypt` is needed where
 * contents are encrypted.
 */
export function restoreSteps(
  store: Store,
  files: FileOperations,
  backup: RestoreSteps['backup'],
  decrypt?: Decrypt,
): RestoreSteps {
  const contents = (file: Wanted) => contentParts(store, file, decrypt);
  return {
    verify: (writes) => unreadableContents(store, writes, decrypt),
    backup,
    name: () => nextId(Date.now(), randomBytes(10)),
    record: async (journal) => problemsOf(await writeJournal(store, journalName(journal), journal)),
    async stage(journal) {
      const made = makeDirectories(files, journal);
      const staged = made.ok ? await stage(files, journal, contents) : made;
      return made.ok && staged.ok ? ok([...made.value, ...staged.value]) : staged;
    },
    unstage: (journal) => unstage(files, journal),
    swap: (journal) => swap(files, journal, contents),
    sync: (journal) => syncDirectories(files, journal),
    compare: (journal, foreign) => compareAll(files, journal, foreign),
    forget: async (journal) => problemsOf(await removeJournal(store, journalName(journal))),
  };
}

/** The journals of restores that were interrupted, oldest first; usually none. */
export async function pendingRestores(
  store: Store,
): Promise<Result<{ name: string; journal: Result<Journal> }[]>> {
  return guarded(store.directory, async () => {
    const names = (await journalNames(store)).filter((name) => JOURNAL_NAME.test(name));
    const pending: { name: string; journal: Result<Journal> }[] = [];
    for (const name of names) {
      const entry = await readJournal(store, name);
      if (!entry.ok && entry.problem.code === 'journal-missing') continue;
      const journal = entry.ok
        ? readJournalEntry(entry.value, name)
        : refuse(unusableJournal('it is damaged'));
      pending.push({ name, journal });
    }
    return ok(pending);
  });
}

function problemsOf(result: Result<unknown>): Problem[] {
  return result.ok ? [] : [result.problem];
}
