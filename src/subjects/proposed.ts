import type { Change } from '../changes/change.ts';
import type { Path } from '../model/path.ts';
import { type Result, refuse } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { type Gathered, gather } from '../schemas/gather.ts';
import type { LoadSchema } from '../schemas/load.ts';
import { unusable } from '../schemas/prepare.ts';
import { type SchemaChange, schemaChange } from '../schemas/schema-change.ts';
import { createSchemas, type Schemas } from '../schemas/schemas.ts';
import type { SchemaSource } from '../schemas/source.ts';

/** A schema of the policy that the change edits: its own file, or files that it refers to. */
export type SchemaEdit = {
  source: SchemaSource & { kind: 'path' };
  /** The changed files, that of the schema itself first. */
  files: Path[];
  change: SchemaChange;
};

/** The schemas as they will be once this change is merged; only the edited ones are ever asked. */
export type Proposed = {
  edits: readonly SchemaEdit[];
  schemas: Schemas;
  /** Whether a schema is edited, and the new version can judge. */
  judges(source: SchemaSource): boolean;
};

type Loads = { before: LoadSchema; after: LoadSchema };

/** Finds the schemas that the change edits, and says what it does to them. */
export async function openProposed(
  changes: readonly Change[],
  policy: Policy,
  loads: Loads,
): Promise<Proposed> {
  const schemas = createSchemas(loads.after);
  const changed = new Map(changes.map((change) => [change.path, change]));
  const suspects = pathSources(policy).filter(({ path }) => changed.has(path) || changes.some(mayBePart));
  const before = await gatherAll(suspects, loads.before);
  const edits: SchemaEdit[] = [];
  for (const [index, source] of suspects.entries()) {
    const then = before[index]!;
    const own = changed.get(source.path);
    if (own === undefined && !partsOf(then).some((path) => changed.has(path))) continue;
    const [now] = await gatherAll([source], loads.after);
    const parts = new Set([source.path, ...partsOf(then), ...partsOf(now!)]);
    const files = [...parts].filter((path) => changed.has(path));
    const removed = own !== undefined && own.after === undefined;
    const change = removed
      ? ({ kind: 'removed' } as const)
      : schemaChange(then, now!, await schemas.prepare(source));
    edits.push({ source, files, change });
  }
  const judging = new Set(edits.filter(({ change }) => canJudge(change)).map(({ source }) => source.path));
  return {
    edits,
    schemas,
    judges: (source) => source.kind === 'path' && judging.has(source.path),
  };
}

function canJudge(change: SchemaChange): boolean {
  return change.kind === 'edited' || (change.kind === 'uncompared' && !change.unjudged);
}

/** Schemas are JSON or YAML; a file that is new cannot be a part of what the base has. */
function mayBePart({ path, before }: Change): boolean {
  return before !== undefined && /\.(json|ya?ml|schema)$|(^|\/)[^./]+$/i.test(path);
}

async function gatherAll(
  sources: readonly SchemaEdit['source'][],
  load: LoadSchema,
): Promise<Result<Gathered>[]> {
  const gathered: Result<Gathered>[] = [];
  for (const source of sources) {
    const result = gather(source, load).catch((error: unknown) => refuse(unusable(source.path, error)));
    gathered.push(await result);
  }
  return gathered;
}

/** The files of the repository that a schema consists of. */
function partsOf(gathered: Result<Gathered>): Path[] {
  if (!gathered.ok) return [];
  const sources = [...gathered.value.catalog.nodes.values()].map(({ file }) => file.source);
  return [...new Set(sources.flatMap((source) => (source.kind === 'path' ? [source.path] : [])))];
}

function pathSources(policy: Policy): SchemaEdit['source'][] {
  const sources = new Map<Path, SchemaEdit['source']>();
  for (const { schema } of [...policy.critical, ...policy.schemas])
    if (schema?.kind === 'path') sources.set(schema.path, schema);
  return [...sources.values()];
}

/** What the change does to one of its files that is a schema, or a part of several. */
export function schemaChangeOf(path: Path, edits: readonly SchemaEdit[]): SchemaChange | undefined {
  const own = edits.filter(({ files }) => files.includes(path));
  if (own.length === 0) return undefined;
  const whole = own.find(({ change, files }) => change.kind !== 'edited' && files[0] === path)?.change;
  if (whole !== undefined) return whole;
  const loosened = own.flatMap(({ change, files }) =>
    change.kind === 'edited'
      ? change.loosened.filter(({ file }) => (files.includes(file) ? file : files[0]) === path)
      : [],
  );
  const facts = new Map(loosened.map((one) => [JSON.stringify([one.what, one.keyword, one.schemaKey]), one]));
  return { kind: 'edited', loosened: [...facts.values()] };
}

/** New versions by which nothing was judged, for reasons that are not theirs. */
export function unjudgedEdits(edits: readonly SchemaEdit[]) {
  return edits.flatMap(({ source, change }) =>
    change.kind === 'uncompared' && change.unjudged
      ? [
          {
            path: source.path,
            reason: change.problem.code,
            detail: `The files are not judged by the new version of the schema. ${change.problem.message}`,
            hint: change.problem.hint,
            blocks: true,
          },
        ]
      : [],
  );
}
