import type { Problem } from './model/problem.ts';
import { type Journal, type JournalHead, journalOf } from './restore/journal.ts';
import type { Location, Plan } from './restore/plan.ts';
import type { Restored, RestoreSteps } from './restore/steps.ts';

/** `touched`: live files may have been replaced, and the journal stays so that a later run can finish. */
export type Outcome = { ok: true; value: Restored } | { ok: false; touched: boolean; problems: Problem[] };

/** Puts a snapshot back. Every file is wholly old or wholly new at any moment; all of them are new at the end. */
export async function restore(
  plan: Plan,
  head: Pick<JournalHead, 'snapshots' | 'root' | 'recipients'>,
  steps: RestoreSteps,
): Promise<Outcome> {
  const damaged = await steps.verify(plan.writes);
  if (damaged.length > 0) return refuse(damaged);
  const before = await steps.backup(replaced(plan));
  if (!before.ok) return refuse([before.problem]);
  const journal = journalOf({ ...head, id: steps.name(), before: before.value }, plan);
  const unwritten = await steps.record(journal);
  if (unwritten.length > 0) return refuse(unwritten);
  return carryOut(journal, steps);
}

/** Where something stands that will not stand there any more. */
function replaced({ writes, removes }: Plan): Location[] {
  return [...writes.filter(({ was }) => was !== 'absent').map(({ path }) => path), ...removes];
}

/**
 * Finishes what was interrupted: the journal says what was meant, and all of it is done that is not done yet. Somebody may
 * have written there since, so that what stands there is kept before.
 */
export async function resume(journal: Journal, steps: RestoreSteps): Promise<Outcome> {
  const damaged = await steps.verify(journal.writes);
  if (damaged.length > 0) return { ok: false, touched: true, problems: damaged };
  const before = await steps.backup([]);
  if (!before.ok) return { ok: false, touched: true, problems: [before.problem] };
  return carryOut(journal, steps, true);
}

async function carryOut(journal: Journal, steps: RestoreSteps, touched = false): Promise<Outcome> {
  const staged = await steps.stage(journal);
  if (!staged.ok) {
    steps.unstage(journal);
    const left = touched ? [] : await steps.forget(journal);
    return { ok: false, touched, problems: [staged.problem, ...left] };
  }
  const swapped = await steps.swap(journal);
  const problems = [...swapped.problems, ...steps.sync(journal)];
  const foreign = [...staged.value, ...swapped.foreign];
  if (problems.length === 0) problems.push(...steps.compare(journal, foreign));
  if (problems.length > 0) return { ok: false, touched: true, problems };
  const left = await steps.forget(journal);
  return left.length > 0
    ? { ok: false, touched: true, problems: left }
    : { ok: true, value: { journal, foreign } };
}

function refuse(problems: Problem[]): Outcome {
  return { ok: false, touched: false, problems };
}
