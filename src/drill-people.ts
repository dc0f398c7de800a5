import { createHash } from 'node:crypto';
import { type Drilled, nothingToDrill } from './drill/drilled.ts';
import { type Cause, type CauseFile, causeOf } from './drill/people/cause.ts';
import { type Candidate, drawOrder } from './drill/people/draw.ts';
import type { Random } from './drill/random.ts';
import { type DrillOptions, drill } from './drill.ts';
import { ok, type Result, refuse } from './model/problem.ts';
import type { History } from './snapshots/history.ts';
import type { Snapshot } from './snapshots/snapshot.ts';
import { readBlobs } from './subjects/read.ts';

/** A cause that was drawn, what the check found of it, and the drill that it is from. */
export type Drawn = { cause: Cause; sealed: string; checks: readonly string[]; drilled: Drilled };

export type DrawOptions = {
  /** How often each service was drilled before. */
  earlier: ReadonlyMap<string, number>;
  random: Random;
  /** The cause as a text that tells nothing; `undefined` when it becomes too long. */
  seal(cause: Cause): Promise<Result<string | undefined>>;
};

/** Causes of a service that are sealed before it is given up: what is too long once is mostly too long again. */
const MOST_TRIES = 50;

/**
 * Draws an error with which people are drilled, among those of a drill of this commit. Problems: those of `drill`,
 * `nothing-to-drill` and `nothing-to-draw`.
 */
export async function drawCause(
  base: Snapshot,
  history: History | undefined,
  options: Omit<DrillOptions, 'memory' | 'tried'>,
  { earlier, random, seal }: DrawOptions,
): Promise<Result<Drawn>> {
  const candidates: Candidate[] = [];
  const result = await drill(base, history, {
    ...options,
    tried: (trial, edits) => {
      candidates.push({ trial, edits });
    },
  });
  if (!result.ok) return result;
  const { drilled } = result.value;
  if (drilled.files + drilled.notDrilled.length === 0) return refuse(nothingToDrill(options.service));
  const tries = new Map<string | undefined, number>();
  for (const candidate of drawOrder(candidates, earlier, random)) {
    const { service } = candidate.trial;
    const tried = (tries.get(service) ?? 0) + 1;
    if (tried > MOST_TRIES) continue;
    tries.set(service, tried);
    const files = await filesOf(base, candidate);
    if (!files.ok) return files;
    if (files.value === undefined) continue;
    const cause = causeOf(candidate.trial, base.id, files.value);
    const sealed = await seal(cause);
    if (!sealed.ok) return sealed;
    if (sealed.value !== undefined) {
      return ok({ cause, sealed: sealed.value, checks: candidate.trial.checks, drilled });
    }
  }
  return refuse({
    code: 'nothing-to-draw',
    message:
      candidates.length === 0
        ? 'There is no error to drill people with: none could be made in a critical file.'
        : 'There is no error to drill people with whose files can be read and fit into an issue.',
    hint: 'holdfast drill lists what can be tried, and files that cannot be drilled with the reason.',
  });
}

/** All files of an error; `undefined` when one of them cannot be read: half of an error is another one. */
async function filesOf(base: Snapshot, { edits }: Candidate): Promise<Result<CauseFile[] | undefined>> {
  const files: CauseFile[] = [];
  for (const [path, content] of edits) {
    const entry = await base.entry(path);
    if (!entry.ok) return entry;
    const [blob] = entry.value === undefined ? [] : await readBlobs(base, [entry.value]);
    if (blob === undefined || !('bytes' in blob)) return ok(undefined);
    const before = createHash('sha256').update(blob.bytes).digest('hex');
    files.push({ path, before, after: Buffer.from(content).toString('base64') });
  }
  return ok(files);
}
