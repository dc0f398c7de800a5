import { hiddenBy } from '../../checks/hidden.ts';
import { hiddenNames } from '../../checks/hidden-names.ts';
import type { ParsedDocument } from '../../documents/document.ts';
import { showValue } from '../../findings/show.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Policy } from '../../policy/policy.ts';
import { compareVersions } from '../../subjects/compare.ts';
import { readBlobs, toDocument } from '../../subjects/read.ts';
import type { Edits, Operator, Scene } from '../operators/operator.ts';
import type { Target } from '../scenes.ts';
import type { World } from '../world.ts';
import type { Facts } from './proposal.ts';

/** What has to be known of an error that passed to say what would have stopped it. */
export async function factsOf(
  { world, policy, targets }: { world: World; policy: Policy; targets: readonly Target[] },
  { path, entry, selection }: Target,
  scene: Scene,
  operator: Operator,
  edits: Edits,
): Promise<Facts> {
  const content = edits.get(path);
  const after = typeof content === 'string' ? await scene.parse(content) : undefined;
  const change = { path, status: 'modified' as const, before: entry, after: entry };
  const versions = { before: scene.document, ...(after && { after }) };
  const compared = await compareVersions({ change, selection }, versions);
  const hides = hiddenBy(selection, scene.document, after);
  const sides = {
    before: compared.before ?? scene.document,
    ...(compared.after && { after: compared.after }),
  };
  const schema = await schemaOf(world, targets, selection.schemas);
  return {
    path,
    group: operator.group,
    edits,
    ...sides,
    policy,
    difference: compared.difference,
    environments: scene.environments.map((other) => other.path),
    mayShow: (value, segments) => showValue(value, segments, hides) === value,
    hideNames: hiddenNames({ selection, ...sides }),
    ...(schema && { schema }),
  };
}

/** The only schema of a file, where it is one of the repository and plain JSON. */
async function schemaOf(
  world: World,
  targets: readonly Target[],
  sources: Target['selection']['schemas'],
): Promise<Facts['schema']> {
  const [source, second] = sources;
  if (source?.kind !== 'path' || second !== undefined) return undefined;
  const { path } = source;
  const entry = world.byPath.get(path);
  const [blob] = entry === undefined ? [] : await readBlobs(world.snapshot, [entry]);
  const value = blob && 'bytes' in blob ? parsed(blob.bytes) : undefined;
  if (value === undefined) return undefined;
  const own = targets.filter(({ selection }) =>
    selection.schemas.some((one) => one.kind === 'path' && one.path === path),
  );
  const blobs = await readBlobs(
    world.snapshot,
    own.map((target) => target.entry),
  );
  const documents = await Promise.all(
    own.map((target, index) => toDocument(target.entry, blobs[index]!, target.selection.format)),
  );
  const files = documents.filter((document): document is ParsedDocument => document.kind === 'parsed');
  return { path, value, files };
}

function parsed(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
