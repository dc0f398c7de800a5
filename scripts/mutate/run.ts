import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { check } from '../../src/check.ts';
import type { Level } from '../../src/drill/drilled.ts';
import { levelOf } from '../../src/drill/judged.ts';
import type { Edits, Operator } from '../../src/drill/operators/operator.ts';
import { ok } from '../../src/model/problem.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { policyFromInputs } from '../../src/policy/inputs.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type Commit, importCommits, type Tree } from '../git.ts';
import { mutantsOf, type StagedMutant } from './staged.ts';
import type { Subject } from './subjects.ts';

/** Mutants of one file by one operator; more of them would weigh files with many keys more. */
const MOST = 3;
const AT_ONCE = 3;

/** `policy`: all that the policy says. `files`: only which files are critical. `none`: the defaults. */
export const MODES = ['policy', 'files', 'none'] as const;
export type Mode = (typeof MODES)[number];

/** What the check said about one mutant. */
export type Result = {
  subject: Subject;
  operator: Operator;
  levels: Record<Mode, Level>;
  /** The checks that spoke under the whole policy, consequences aside. */
  checks: string[];
};

/** Applies every operator to every subject and runs the real check on each mutant, in one real repository. */
export async function runMutants(
  subjects: readonly Subject[],
  operators: readonly Operator[],
): Promise<Result[]> {
  const made = (await Promise.all(subjects.map((subject) => mutantsOfSubject(subject, operators)))).flat();
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-mutate-'));
  try {
    const repository = join(directory, 'repository');
    await importCommits(
      repository,
      made.flatMap(({ subject, mutant }, index) => commits(`m${index}`, subject, mutant)),
    );
    const results: Result[] = [];
    const waiting = made.entries();
    const work = async () => {
      for (const [index, one] of waiting) results[index] = await judge(repository, `m${index}`, one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return results;
  } finally {
    await rm(directory, { recursive: true });
  }
}

type Made = { subject: Subject; operator: Operator; mutant: StagedMutant };

/** The same subject and operator give the same mutants, whatever else there is. */
async function mutantsOfSubject(subject: Subject, operators: readonly Operator[]): Promise<Made[]> {
  const made = operators.map(async (operator) => {
    const mutants = await mutantsOf(subject.scene, operator, `${subject.id} ${operator.id}`, MOST);
    return mutants.map((mutant) => ({ subject, operator, mutant }));
  });
  return (await Promise.all(made)).flat();
}

/** The history of one mutant: earlier versions if it has any, the base, and the spoilt head. */
function commits(branch: string, { tree }: Subject, { head, base, earlier }: StagedMutant): Commit[] {
  const whole = edited(tree, base ?? new Map());
  const trees = [...(earlier ?? []).map((edits) => edited(whole, edits)), whole, edited(whole, head)];
  const names = trees.map((_, index) => `${branch}/${index - trees.length + 2}`);
  return trees.map((one, index) => ({
    branch: names[index]!,
    ...(index === 0 ? {} : { parent: names[index - 1]! }),
    tree: one,
  }));
}

function edited(tree: Tree, edits: Edits): Tree {
  const whole: Tree = new Map(tree);
  for (const [path, content] of edits) {
    whole.set(path, { mode: whole.get(path)?.mode ?? '100644', content: Buffer.from(content) });
  }
  return whole;
}

async function judge(
  repository: string,
  branch: string,
  { subject, operator, mutant }: Made,
): Promise<Result> {
  const refs = { base: `refs/heads/${branch}/0`, head: `refs/heads/${branch}/1` };
  const pair = await openLocalPair({ directory: repository, gitDir: repository, ...refs });
  if (!pair.ok) throw new Error(pair.problem.message);
  try {
    const levels: Partial<Record<Mode, Level>> = {};
    let checks: string[] = [];
    for (const mode of MODES) {
      const decision = await check(pair.value, {
        policy: async () => ok(policyOf(mode, subject.policy)),
        schemas: (_, side) => schemaLoader(pair.value[side], { hosts: [], side }),
      });
      if (!decision.ok) throw new Error(`${subject.id}, ${operator.id}: ${decision.problem.message}`);
      const own = decision.value.findings.filter(({ path }) => mutant.head.has(path));
      levels[mode] = levelOf(own, decision.value.verdict === 'inconclusive');
      if (mode === 'policy') checks = [...new Set(own.map((finding) => finding.check))];
    }
    return { subject, operator, levels: levels as Record<Mode, Level>, checks };
  } finally {
    await pair.value.close();
  }
}

function policyOf(mode: Mode, policy: Policy): Policy {
  if (mode === 'policy') return policy;
  if (mode === 'none') return defaultPolicy();
  const criticalFiles = policy.critical.flatMap(({ files }) => files);
  const alone = policyFromInputs({ criticalFiles, schemas: [] });
  if (!alone.ok) throw new Error(alone.problem.message);
  return alone.value;
}
