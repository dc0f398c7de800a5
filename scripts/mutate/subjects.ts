import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parserOf } from '../../src/drill/edits/parse.ts';
import type { Scene } from '../../src/drill/operators/operator.ts';
import type { Path } from '../../src/model/path.ts';
import { environmentKind } from '../../src/policy/environments.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { createSelector } from '../../src/policy/select.ts';
import { readTree, type Tree } from '../git.ts';

const CHECKS = '__tests__/fixtures/checks';
const SHOP = '__tests__/fixtures/shop';
const POLICY = '.github/holdfast.yml';
const SAMPLES = ['.example', '.sample', '.dist', '.default'];

/** A healthy critical file, in its tree and under its policy. */
export type Subject = { id: string; set: SubjectSet; tree: Tree; policy: Policy; scene: Scene };

/** `fixtures`: base trees of the checks' fixtures. `shop`: a small project with a policy that says more. */
export type SubjectSet = 'fixtures' | 'shop';

/** Every critical file of the fixtures that can be parsed or is plain text; the same file under the same policy once. */
export async function readSubjects(): Promise<Subject[]> {
  const stories = await Promise.all([
    ...(await fixtureFolders()).map((folder) => readStory('fixtures', join(CHECKS, folder), folder)),
    readStory('shop', SHOP, 'shop'),
  ]);
  const drafts = (await Promise.all(stories.map(draftsOf))).flat();
  const first = new Map<string, Draft>();
  for (const draft of drafts) if (!first.has(draft.same)) first.set(draft.same, draft);
  const distinct = [...first.values()];
  return distinct.map(({ same: _, ...draft }) => ({
    ...draft,
    scene: {
      ...draft.scene,
      alike: contentsOf(draft, distinct, true),
      others: contentsOf(draft, distinct, false),
    },
  }));
}

type Story = { set: SubjectSet; id: string; tree: Tree };
type Draft = Omit<Subject, 'scene'> & { scene: Omit<Scene, 'alike' | 'others'>; same: string };

async function fixtureFolders(): Promise<string[]> {
  const checks = (await readdir(CHECKS)).sort();
  const cases = await Promise.all(checks.map((check) => readdir(join(CHECKS, check))));
  return cases.flatMap((names, index) => names.sort().map((name) => `${checks[index]}/${name}`));
}

async function readStory(set: SubjectSet, folder: string, id: string): Promise<Story> {
  if (set === 'shop') return { set, id, tree: await readTree(folder) };
  const [tree, own] = await Promise.all([readTree(join(folder, 'base')), readTree(folder)]);
  const policy = own.get('policy.yml');
  if (policy !== undefined && !tree.has(POLICY)) tree.set(POLICY, policy);
  return { set, id, tree };
}

async function draftsOf({ set, id, tree }: Story): Promise<Draft[]> {
  const source = tree.get(POLICY)?.content.toString();
  if (source === undefined) return [];
  const policy = await readPolicy(source, POLICY, { kind: 'base', path: POLICY });
  if (!policy.ok) return [];
  const select = createSelector(policy.value);
  const paths = [...tree.keys()].sort();
  const texts = new Map(paths.map((path) => [path, tree.get(path)!.content.toString()] as const));
  const drafts = [...texts].map(async ([path, text]): Promise<Draft[]> => {
    if (!select(path)?.critical || tree.get(path)!.mode === '120000') return [];
    const parse = parserOf(path);
    const document = await parse(text);
    if (document.kind !== 'parsed' && document.kind !== 'text') return [];
    const sample = SAMPLES.map((ending) => texts.get(`${path}${ending}`)).find((one) => one !== undefined);
    const scene = {
      path,
      text,
      document,
      parse,
      environments: environmentsOf(path, texts),
      ...(sample !== undefined && { sample }),
      earlier: [],
    };
    return [{ id: `${id}/${path}`, set, tree, policy: policy.value, scene, same: hash(path, text, source) }];
  });
  return (await Promise.all(drafts)).flat();
}

/**
 * Contents of files of the same kind, or of other kinds: those of the same tree when there are any, or else of all.
 * Environments do not count.
 */
function contentsOf(draft: Omit<Draft, 'same'>, all: readonly Draft[], sameKind: boolean): string[] {
  const fits = ({ scene }: Pick<Draft, 'scene'>) =>
    (ending(scene.path) === ending(draft.scene.path)) === sameKind &&
    familyOf(scene.path) !== familyOf(draft.scene.path);
  const near = all.filter((other) => other.tree === draft.tree && fits(other));
  return [...new Set((near.length > 0 ? near : all.filter(fits)).map(({ scene }) => scene.text))];
}

/** The same file of other environments, by the words in its path: what the checks make of them is not asked. */
function environmentsOf(path: Path, texts: ReadonlyMap<Path, string>): Scene['environments'] {
  const family = familyOf(path);
  if (!family.includes('*')) return [];
  return [...texts]
    .filter(([other]) => other !== path && familyOf(other) === family)
    .map(([other, text]) => ({ path: other, text }));
}

/** The path with every word that names an environment replaced by `*`. */
function familyOf(path: Path): string {
  return path
    .split(/([/._-])/)
    .map((word) => (environmentKind(word) === undefined ? word : '*'))
    .join('');
}

function ending(path: Path): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
