import type { Problem, Result } from '../model/problem.ts';
import { ok } from '../model/problem.ts';
import { chooseFiles, type Part } from '../restore/choose.ts';
import { type Candidate, type ChosenGood, chooseGood } from '../restore/known-good.ts';
import type { Location } from '../restore/plan.ts';
import type { SavedFile } from '../store/manifest.ts';
import { newestVerdicts, type StoredVerdict } from '../store/verdicts.ts';

/** What should be at places; about others it says nothing. */
export type Expected = {
  files: ReadonlyMap<Location, SavedFile>;
  absent: ReadonlySet<Location>;
};

/** The last known good. `missing`: why some services have none. */
export type Known = Expected & { parts: readonly Part[]; missing: Problem[] };

const ALL = { services: [], paths: [] };

/**
 * The newest known good of every service. Where some have none, those of the others hold all the same. Problems: those
 * of `chooseGood`, when nothing is known at all.
 */
export function lastGood(
  candidates: readonly Candidate[],
  verdicts: readonly StoredVerdict[],
  asked: { host: string; environment?: string | undefined },
): Result<{ chosen: ChosenGood[]; missing: Problem[] }> {
  const all = chooseGood(candidates, verdicts, { ...asked, services: [] });
  if (all.ok) return ok({ chosen: all.value, missing: [] });
  if (all.problem.code !== 'no-known-good') return all;
  const chosen = new Map<string, (string | null)[]>();
  const missing: Problem[] = [];
  for (const service of servicesIn(candidates, verdicts)) {
    const one = chooseGood(candidates, verdicts, { ...asked, services: [service] });
    if (!one.ok) missing.push(one.problem);
    else {
      const { id } = one.value[0]!;
      chosen.set(id, [...(chosen.get(id) ?? []), service]);
    }
  }
  if (chosen.size === 0) return all;
  return ok({ chosen: [...chosen].map(([id, services]) => ({ id, services })), missing });
}

function servicesIn(
  candidates: readonly Candidate[],
  verdicts: readonly StoredVerdict[],
): Set<string | null> {
  const newest = newestVerdicts(verdicts);
  const good = candidates.filter(({ id }) => newest.get(id)?.verdict === 'good');
  return new Set([...good, ...candidates.slice(-1)].flatMap(({ mentioned }) => [...mentioned]));
}

/** What snapshots say that there should be, all their services together. */
export function expectedOf(parts: readonly Part[]): Expected {
  const chosen = chooseFiles(parts, ALL, []);
  const { files, absent } = chosen.ok ? chosen.value : { files: [], absent: [] };
  return { files: new Map(files.map((file) => [file.path, file])), absent: new Set(absent) };
}

/** Those of these places, where something stands, that the known good would have held had it been there. */
export function addedTo({ parts }: Known, present: readonly Location[]): Set<Location> {
  if (present.length === 0) return new Set();
  const chosen = chooseFiles(parts, ALL, present);
  return new Set(chosen.ok ? chosen.value.absent : []);
}
