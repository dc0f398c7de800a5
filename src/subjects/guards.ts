import type { Change } from '../changes/change.ts';
import type { Guard, Subject } from '../checks/check.ts';
import { type Document, textOf } from '../documents/document.ts';
import type { Path } from '../model/path.ts';
import { type PolicyChange, weakerThan } from '../policy/compare.ts';
import { policyPaths } from '../policy/locations.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read.ts';
import { bareSelection } from '../policy/select.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { compareVersions } from './compare.ts';
import { type SchemaEdit, schemaChangeOf } from './proposed.ts';
import { readVersions, type Versions } from './read.ts';
import type { Selected } from './select.ts';
import { NO_QUESTIONS, toSubject } from './subjects.ts';

/** What guards select is critical, and nothing else is asked of it here. */
const SELECTION = bareSelection('holdfast', true);

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
/** In a `run:` of one line or of many; a step's name runs nothing. */
const COMMAND = /\bholdfast\s+check\b/;
const NAME = /^\s*(?:-\s+)?name\s*:/;

/** Changes of files that steer Holdfast: the policy, the schemas that it names with their parts, workflows. */
export function selectGuards(
  changes: readonly Change[],
  policy: Policy,
  edits: readonly SchemaEdit[],
): Selected[] {
  return changes.flatMap((change) => {
    const schemas = edits.filter(({ files }) => files.includes(change.path)).map(({ source }) => source.path);
    if (schemas.length > 0)
      return [{ change, selection: { ...SELECTION, sensitive: sensitiveIn(policy, schemas) } }];
    return isPolicy(change, policy) || WORKFLOW.test(change.path) ? [{ change, selection: SELECTION }] : [];
  });
}

/** Where a schema quotes values of the files that it judges. */
const QUOTES = ['**.enum', '**.const', '**.default', '**.examples'];

/** What is sensitive in the files of a schema is so in the schema, where values stand without their keys. */
function sensitiveIn(policy: Policy, schemas: readonly Path[]): string[] {
  const rules = [...policy.critical, ...policy.schemas].filter(
    ({ schema }) => schema?.kind === 'path' && schemas.includes(schema.path),
  );
  const patterns = new Set(rules.flatMap(({ sensitive }) => sensitive));
  return patterns.size === 0 ? [] : [...patterns, ...QUOTES];
}

/** What the change means to Holdfast, or `undefined` for a workflow that never ran it. */
async function guardOf(
  { change }: Selected,
  { before, after }: Versions,
  policy: Policy,
  edits: readonly SchemaEdit[],
): Promise<Guard | undefined> {
  if (isPolicy(change, policy)) {
    return { kind: 'policy', change: await policyChange(change, textOf(after), policy) };
  }
  const schema = schemaChangeOf(change.path, edits);
  if (schema !== undefined) return { kind: 'schema', change: schema, admits: [] };
  return runsHoldfast(before) ? { kind: 'workflow', runs: runsHoldfast(after) } : undefined;
}

function runsHoldfast(workflow: Document | undefined): boolean {
  return (textOf(workflow) ?? '').split('\n').some((line) => {
    const [text = ''] = line.split('#', 1);
    const uses = text.search(/\buses\s*:/i);
    return (
      (uses !== -1 && /\bholdfast\b/i.test(text.slice(uses))) || (COMMAND.test(text) && !NAME.test(text))
    );
  });
}

async function policyChange(
  change: Change,
  after: string | undefined,
  policy: Policy,
): Promise<PolicyChange> {
  if (change.after === undefined) return { kind: 'removed' };
  const read = await readPolicy(after ?? '', change.path, { kind: 'base', path: change.path });
  if (!read.ok) return { kind: 'invalid', problem: read.problem.message, place: read.problem.place };
  if (change.before === undefined) return besideAnother(change, policy) ?? { kind: 'added' };
  return { kind: 'edited', weaker: weakerThan(policy, read.value) };
}

/** Two policies at once are none: every later check would stop. */
function besideAnother({ path, from }: Change, { origin }: Policy): PolicyChange | undefined {
  if (origin.kind !== 'base' || origin.path === path || origin.path === from) return undefined;
  if (!policyPaths.includes(origin.path)) return undefined;
  const problem = `${origin.path} is the policy already, and with both of them no change can be judged`;
  return { kind: 'invalid', problem, place: undefined };
}

function isPolicy({ path }: Change, { origin }: Policy): boolean {
  return policyPaths.includes(path) || (origin.kind === 'base' && origin.path === path);
}

/** Subjects for the files that steer Holdfast itself. */
export async function prepareGuards(
  pair: SnapshotPair,
  policy: Policy,
  selected: readonly Selected[],
  edits: readonly SchemaEdit[],
): Promise<Subject[]> {
  const versions = await readVersions(pair, selected);
  const subjects: Subject[] = [];
  for (const [index, one] of selected.entries()) {
    const guard = await guardOf(one, versions[index]!, policy, edits);
    if (guard !== undefined)
      subjects.push({ ...toSubject(await compareVersions(one, versions[index]!), NO_QUESTIONS), guard });
  }
  return subjects;
}
