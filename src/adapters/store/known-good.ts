import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Part } from '../../restore/choose.ts';
import {
  type Candidate,
  type ChosenGood,
  candidateOf,
  chooseGood,
  type KnownGood,
} from '../../restore/known-good.ts';
import type { StoredVerdict } from '../../store/verdicts.ts';
import type { Store } from './files.ts';
import { readEach, readSnapshot, readVerdicts } from './snapshots.ts';

/**
 * All snapshots among which a known good is chosen, and all verdicts. Problems: those of what is damaged, because the
 * newest good one may be among it, and `store-io`.
 */
export async function readCandidates(
  store: Store,
): Promise<Result<{ candidates: Candidate[]; verdicts: StoredVerdict[] }>> {
  const [candidates, verdicts] = [await readEach(store, candidateOf), await readVerdicts(store)];
  if (!candidates.ok) return candidates;
  if (!verdicts.ok) return verdicts;
  const [damaged] = [...candidates.value.damaged, ...verdicts.value.damaged];
  if (damaged !== undefined) return refuse({ ...damaged.problem, path: damaged.file });
  return ok({ candidates: candidates.value.items, verdicts: verdicts.value.items });
}

/** The newest good snapshots of a host. Problems: those of `readCandidates`, `chooseGood` and `readSnapshot`. */
export async function readKnownGood(store: Store, asked: KnownGood): Promise<Result<Part[]>> {
  const read = await readCandidates(store);
  if (!read.ok) return read;
  const chosen = chooseGood(read.value.candidates, read.value.verdicts, asked);
  return chosen.ok ? readParts(store, chosen.value) : chosen;
}

/** What was chosen, read whole. Problems: those of `readSnapshot`. */
export async function readParts(store: Store, chosen: readonly ChosenGood[]): Promise<Result<Part[]>> {
  const parts: Part[] = [];
  for (const { id, services } of chosen) {
    const manifest = await readSnapshot(store, id);
    if (!manifest.ok) return manifest;
    parts.push({ manifest: manifest.value, services });
  }
  return ok(parts);
}
