import type { Problem, Result } from '../model/problem.ts';
import { ok } from '../model/problem.ts';
import { chooseFiles, type Part } from '../restore/choose.ts';
import { chooseKnownGood } from '../restore/known-good.ts';
import type { Location } from '../restore/plan.ts';
import { type Manifest, type SavedFile, servicesOf } from '../store/manifest.ts';
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
 * of `chooseKnownGood`, when nothing is known at all.
 */
export function lastKnownGood(
  manifests: readonly Manifest[],
  verdicts: readonly StoredVerdict[],
  asked: { host: string; environment?: string | undefined },
): Result<Known> {
  const chosen = chooseKnownGood(manifests, verdicts, { ...asked, services: [] });
  if (chosen.ok) return ok(knownOf(chosen.value, []));
  if (chosen.problem.code !== 'no-known-good') return chosen;
  const parts = new Map<Manifest, (string | null)[]>();
  const missing: Problem[] = [];
  for (const service of servicesIn(manifests, verdicts)) {
    const one = chooseKnownGood(manifests, verdicts, { ...asked, services: [service] });
    if (!one.ok) missing.push(one.problem);
    else {
      const { manifest } = one.value[0]!;
      parts.set(manifest, [...(parts.get(manifest) ?? []), service]);
    }
  }
  if (parts.size === 0) return chosen;
  return ok(
    knownOf(
      [...parts].map(([manifest, services]) => ({ manifest, services })),
      missing,
    ),
  );
}

function servicesIn(manifests: readonly Manifest[], verdicts: readonly StoredVerdict[]): Set<string | null> {
  const newest = newestVerdicts(verdicts);
  const good = manifests.filter(({ id }) => newest.get(id)?.verdict === 'good');
  return new Set([...good, ...manifests.slice(-1)].flatMap((manifest) => [...servicesOf(manifest)]));
}

function knownOf(parts: readonly Part[], missing: Problem[]): Known {
  return { parts, missing, ...expectedOf(parts) };
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
