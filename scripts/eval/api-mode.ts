// Compares the decisions of git mode and API mode, byte for byte, on labelled changes:
//
//   node scripts/run.mjs scripts/eval/api-mode.ts -- --git-dir DIR --cases FILE [--most 50]
//
// The API is the tests' own GitHub, which serves the objects of the repository.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startGitHub } from '../../__tests__/rig/github.ts';
import { openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { openApiPair } from '../../src/adapters/github/api-pair.ts';
import { openGitHub } from '../../src/adapters/github/client.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { check } from '../../src/check.ts';
import { ok } from '../../src/model/problem.ts';
import { jsonReport } from '../../src/reports/json.ts';
import type { SnapshotPair } from '../../src/snapshots/snapshot.ts';
import { type Case, readCases } from './cases.ts';
import { policyFor } from './run-case.ts';

const { values } = parseArgs({
  options: {
    'git-dir': { type: 'string' },
    cases: { type: 'string' },
    most: { type: 'string', default: '50' },
  },
});
if (values['git-dir'] === undefined || values.cases === undefined) {
  console.error(
    'Usage: node scripts/run.mjs scripts/eval/api-mode.ts -- --git-dir DIR --cases FILE [--most 50]',
  );
  process.exit(2);
}
const gitDir = resolve(values['git-dir']);
const cases = readCases(await readFile(values.cases, 'utf8'), values.cases).slice(0, Number(values.most));
const rig = await startGitHub();
await rig.borrowObjects(gitDir);
const github = openGitHub({
  token: rig.token,
  repository: rig.repository,
  apiUrl: rig.apiUrl,
  graphqlUrl: rig.graphqlUrl,
});
const different: string[] = [];
for (const one of cases) if (!(await isSame(one))) different.push(one.id);
await rig.close();
console.log(
  `${cases.length - different.length} of ${cases.length} decisions are the same. ${different.join(' ')}`.trim(),
);
process.exitCode = different.length === 0 ? 0 : 1;

async function isSame(one: Case): Promise<boolean> {
  const refs = { base: `refs/cases/${one.id}/base`, head: `refs/cases/${one.id}/head` };
  const local = await openLocalPair({ directory: gitDir, gitDir, ...refs });
  if (!local.ok) return false;
  try {
    const api = await openApiPair(github, { base: local.value.before.id, head: local.value.after.id });
    if (!api.ok) return false;
    const [git, other] = [await decide(local.value, one.path), await decide(api.value, one.path)];
    await api.value.close();
    return git !== undefined && git === other;
  } finally {
    await local.value.close();
  }
}

async function decide(pair: SnapshotPair, path: string): Promise<string | undefined> {
  const decision = await check(pair, {
    policy: async () => ok(policyFor(path)),
    schemas: (_, side) => schemaLoader(pair[side], { hosts: [], side }),
  });
  return decision.ok ? jsonReport(decision.value, { color: false }) : undefined;
}
