import type { Change } from '../changes/change.ts';
import type { Subject } from '../checks/check.ts';
import type { ParsedDocument } from '../documents/document.ts';
import type { NotLookedAt } from '../findings/finding.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import { newViolations } from '../schemas/news.ts';
import type { Schemas } from '../schemas/schemas.ts';
import { type SchemaSource, sourceName } from '../schemas/source.ts';
import type { Entry, SnapshotPair } from '../snapshots/snapshot.ts';
import { compareVersions } from './compare.ts';
import { withValue } from './judge.ts';
import type { Proposed } from './proposed.ts';
import { readBlobs, toDocument } from './read.ts';
import { NO_QUESTIONS, toSubject } from './subjects.ts';

/** Files that are judged by an edited schema though the change does not touch them. */
const MOST_FILES = 200;
/** Files that are read and judged at a time. */
const GROUP = 50;

type File = { entry: Entry; selection: Selection };
type Request = { file: File; source: SchemaSource; document: ParsedDocument };
export type Untouched = { subjects: Subject[]; notLookedAt: NotLookedAt[] };

/**
 * Judges the files of an edited schema that the change does not touch. A subject is made of each file that breaks
 * the new version in a way in which it does not break the base's.
 */
export async function judgeUntouched(
  pair: SnapshotPair,
  changes: readonly Change[],
  policy: Policy,
  schemas: Schemas,
  proposed: Proposed,
): Promise<Result<Untouched>> {
  const found: Untouched = { subjects: [], notLookedAt: [] };
  const sources = proposed.edits.map(({ source }) => source).filter(proposed.judges);
  if (sources.length === 0) return ok(found);
  const listed = await pair.after.entries();
  if (!listed.ok) return listed;
  const changed = new Set(changes.map(({ path }) => path));
  const select = createSelector(policy);
  const files = listed.value.flatMap((entry): File[] => {
    if (changed.has(entry.path) || (entry.mode !== 'file' && entry.mode !== 'executable')) return [];
    const selection = select(entry.path);
    return selection?.schemas.some(proposed.judges) ? [{ entry, selection }] : [];
  });
  if (files.length > MOST_FILES) found.notLookedAt.push(tooMany(sources[0]!.path, files.length));
  for (let start = 0; start < Math.min(files.length, MOST_FILES); start += GROUP) {
    const group = files.slice(start, Math.min(start + GROUP, MOST_FILES));
    await judgeGroup(pair, group, schemas, proposed, found);
  }
  return ok(found);
}

async function judgeGroup(
  pair: SnapshotPair,
  files: readonly File[],
  schemas: Schemas,
  proposed: Proposed,
  found: Untouched,
): Promise<void> {
  const blobs = await readBlobs(
    pair.after,
    files.map(({ entry }) => entry),
  );
  const requests: Request[] = [];
  for (const [index, file] of files.entries()) {
    const document = await toDocument(file.entry, blobs[index]!, file.selection.format);
    if (document.kind !== 'parsed') {
      const missing = document.kind === 'opaque' && document.reason === 'missing';
      found.notLookedAt.push(unread(file.entry.path, missing));
      continue;
    }
    const sources = file.selection.schemas.filter(proposed.judges);
    requests.push(...sources.map((source) => ({ file, source, document: withValue(document) })));
  }
  const judgements = await proposed.schemas.judge(requests);
  const suspects = [...requests.keys()].filter((at) => judgements[at]!.kind !== 'valid');
  const old = await schemas.judge(suspects.map((at) => requests[at]!));
  for (const [index, at] of suspects.entries()) {
    const { file, source, document } = requests[at]!;
    const { entry, selection } = file;
    const judgement = judgements[at]!;
    if (judgement.kind === 'inconclusive' && old[index]!.kind !== 'inconclusive')
      found.notLookedAt.push(inconclusive(entry.path, judgement.problem));
    const violations = newViolations(judgement, old[index]);
    if (violations.length === 0) continue;
    const change: Change = { path: entry.path, status: 'modified', before: entry, after: entry };
    const verdict = {
      schema: sourceName(source),
      before: undefined,
      after: { kind: 'valid' as const },
      proposed: { kind: 'invalid' as const, violations },
    };
    const versions = { before: document, after: document };
    const compared = await compareVersions({ change, selection }, versions);
    found.subjects.push(toSubject(compared, { ...NO_QUESTIONS, schemas: () => [verdict] }));
  }
}

function inconclusive(path: string, { code, message, hint }: Problem): NotLookedAt {
  return { path, reason: code, detail: `By the new version of the schema: ${message}`, hint, blocks: true };
}

/** A file that cannot be judged by any schema is no news; one that cannot be had may be. */
function unread(path: string, missing: boolean): NotLookedAt {
  return {
    path,
    reason: missing ? 'missing' : 'unread-by-schema',
    detail: missing
      ? 'The repository does not hold its content, so it is not judged by the new version of its schema.'
      : 'The change edits its schema, and this file has no keys that a schema could judge.',
    hint: missing ? 'Fetch the missing objects, and run the check again.' : 'Look at the file yourself.',
    blocks: missing,
  };
}

function tooMany(path: string, count: number): NotLookedAt {
  return {
    path,
    reason: 'schema-many-files',
    detail: `${count} files that this change does not touch have an edited schema; the first ${MOST_FILES} of them were judged by the new version.`,
    hint: 'Validate the others yourself, for instance on a branch that touches them.',
    blocks: true,
  };
}
