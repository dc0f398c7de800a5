import { execFileSync } from 'node:child_process';
import { commitSnapshot } from '../../src/adapters/git/commit.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { diagnose } from '../../src/doctor/index.ts';
import { factsOf } from '../../src/doctor/read.ts';
import type { Settings } from '../../src/doctor/rule.ts';
import { createRepository, testEnvironment } from '../helpers/repository.ts';

export const SHA = '1'.repeat(40);
export const PATH = '.github/workflows/check.yml';

/** A workflow in which nothing is wrong. */
export const WORKFLOW = `name: Configuration
on: [pull_request, merge_group]
permissions:
  contents: read
jobs:
  holdfast:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@${SHA}
      - uses: acme/holdfast@${SHA}
`;

export type Tree = Record<string, string>;

/** A repository in which nothing is wrong. */
export const TREE: Tree = {
  [PATH]: WORKFLOW,
  '.github/holdfast.yml': 'critical:\n  - files: config/**\n',
  '.github/CODEOWNERS': '* @acme/platform\n',
  'config/auth.yml': 'issuer: https://id.example.com\n',
};

/** The workflow with the first text replaced by the second, and so on; each first text has to be there. */
export function workflow(...pairs: string[]): string {
  let text = WORKFLOW;
  for (let index = 0; index < pairs.length; index += 2) {
    if (!text.includes(pairs[index]!)) throw new Error(`the workflow does not hold ${pairs[index]}`);
    text = text.replace(pairs[index]!, () => pairs[index + 1]!);
  }
  return text;
}

export type Case = { tree: Tree; settings?: Settings; branch?: string };

/** What the doctor says of trees in one real repository: `id severity path:line:column`, and the sentences. */
export async function doctorFor(trees: readonly Tree[]) {
  const repository = await createRepository();
  const commits = trees.map((tree, index) => {
    const files = Object.entries(tree).map(([path, text]) => {
      return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    });
    const head = `commit refs/heads/case-${index}\ncommitter Ada <ada@example.com> 1767323045 +0000\ndata 1\nx\n`;
    return `${head}${files.join('')}\n`;
  });
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: repository.dir,
    env: testEnvironment(),
    input: commits.join(''),
  });
  const ids = (await repository.git('for-each-ref', '--format=%(refname:lstrip=2) %(objectname)')).split(
    '\n',
  );
  const idOf = new Map(ids.map((line) => line.split(' ') as [string, string]));
  const opened = await openRepository({ directory: repository.dir });
  if (!opened.ok) throw new Error(opened.problem.message);
  return {
    async look(index: number, { settings, branch }: Omit<Case, 'tree'> = {}) {
      const snapshot = commitSnapshot(opened.value, idOf.get(`case-${index}`)!);
      const facts = await factsOf(snapshot, settings?.branch ?? branch, settings);
      if (!facts.ok) throw new Error(facts.problem.message);
      const found = diagnose(facts.value);
      const said = found.map(({ id, severity, path, line, column }) =>
        [
          id,
          severity,
          path === undefined ? '-' : `${path}${line === undefined ? '' : `:${line}:${column}`}`,
        ].join(' '),
      );
      return { said, what: found.map(({ what }) => what) };
    },
    async dispose() {
      await opened.value.close();
      await repository.dispose();
    },
  };
}
