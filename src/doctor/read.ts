import { type Document, textOf } from '../documents/document.ts';
import { readDocument } from '../documents/read.ts';
import { isObject } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';
import { ok, type Result } from '../model/problem.ts';
import { findPolicy } from '../policy/locations.ts';
import { codeOwners, ownersPaths } from '../policy/owners.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Facts, Settings } from './rule.ts';
import { isWorkflow, jobsOf, runsOf, type Source, textAt } from './workflow.ts';

/** Everything that a snapshot says about how Holdfast is run in it. */
export async function factsOf(
  snapshot: Snapshot,
  branch: string | undefined,
  settings: Settings | undefined,
): Promise<Result<Facts>> {
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const steers = (path: Path) => isWorkflow(path) || /(^|\/)action\.ya?ml$/.test(path);
  const wanted = entries.value.filter(({ path }) => steers(path) || ownersPaths.includes(path));
  const files = new Map<Path, Source>();
  const broken: Facts['broken'][number][] = [];
  const owners = new Map<Path, string>();
  let index = 0;
  for await (const blob of snapshot.read(wanted)) {
    const entry = wanted[index++]!;
    const { path } = entry;
    const document = await readDocument(entry, blob, { format: steers(path) ? 'yaml' : 'text' });
    const text = textOf(document) ?? '';
    if (!steers(path)) owners.set(path, text);
    else if (document.kind === 'parsed' && isObject(document.values[0]) && document.duplicates.length === 0)
      files.set(path, { path, document, value: document.values[0] });
    else if (isWorkflow(path) && /holdfast/i.test(path + text)) broken.push({ path, ...whyBroken(document) });
  }
  const jobs = jobsOf(files);
  const runs = runsOf(jobs, files);
  const named = runs.map(({ step }) => textAt(step, 'with', 'policy-file'));
  const ownersPath = ownersPaths.find((path) => owners.has(path));
  return ok({
    jobs,
    runs,
    broken,
    policies: await Promise.all([...new Set(named)].map((path) => policyAt(snapshot, path))),
    owners:
      ownersPath === undefined ? undefined : { path: ownersPath, of: codeOwners(owners.get(ownersPath)!) },
    branch,
    settings,
  });
}

function whyBroken(document: Document): { place?: Place; detail: string } {
  if (document.kind === 'broken') return document.problem;
  const [twice] = document.kind === 'parsed' ? document.duplicates : [];
  return twice ? { place: twice.place, detail: `${twice.key} stands twice` } : { detail: 'it is no map' };
}

async function policyAt(snapshot: Snapshot, path: string): Promise<Facts['policies'][number]> {
  const policy = await findPolicy(snapshot, path || undefined);
  if (!policy.ok) return { problem: policy.problem };
  const { origin, warnOnly = false } = policy.value ?? {};
  return origin?.kind === 'base' ? { path: origin.path, warnOnly } : {};
}
