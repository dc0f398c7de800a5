import { isScript, looksLikeScript } from '../../src/scripts/sources/index.ts';
import type { Case } from '../eval/cases.ts';
import { readContents, readTree, type Tree } from './trees.ts';

/** One content that is a script, where it was first met. `tree`: the commit's other files. */
export type Script = { of: Case; path: string; text: string; tree: Tree };

/** Commits that are listed at a time. */
const AT_ONCE = 4;

/** The scripts in both trees of every case, equal contents once. */
export async function collectScripts(gitDir: string, cases: readonly Case[]): Promise<Script[]> {
  const trees = await listTrees(gitDir, cases);
  const first = new Map<string, Omit<Script, 'text'>>();
  for (const { of, tree } of trees) {
    for (const [path, id] of tree) {
      if (!first.has(id) && isScript(path)) first.set(id, { of, path, tree });
    }
  }
  const contents = readContents(gitDir, first.keys());
  return [...first].flatMap(([id, found]) => {
    const text = contents.get(id)!;
    return looksLikeScript(found.path, text) ? [{ ...found, text }] : [];
  });
}

async function listTrees(gitDir: string, cases: readonly Case[]): Promise<{ of: Case; tree: Tree }[]> {
  const refs = cases.flatMap((of) =>
    ['base', 'head'].map((side) => ({ of, ref: `refs/cases/${of.id}/${side}` })),
  );
  const listed: { of: Case; tree: Tree }[] = [];
  const waiting = refs.entries();
  const work = async () => {
    for (const [index, { of, ref }] of waiting) listed[index] = { of, tree: await readTree(gitDir, ref) };
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return listed;
}
