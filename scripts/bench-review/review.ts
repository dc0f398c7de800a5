import { performance } from 'node:perf_hooks';
import type { Finding } from '../../src/findings/finding.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type Analysis, analyseScript } from '../../src/scripts/analyse.ts';
import { createCritical } from '../../src/scripts/critical.ts';
import { judgeScripts } from '../../src/scripts/rules/judge.ts';
import { parseShell } from '../../src/scripts/shell/parse.ts';
import { extract } from '../../src/scripts/sources/index.ts';
import type { Critical } from '../../src/scripts/touched.ts';
import { policyFor } from '../eval/run-case.ts';
import type { Script } from './collect.ts';
import { readContents, type Tree } from './trees.ts';

/** One script, reviewed. Times are in milliseconds; `parse` is a part of `analyse`. */
export type Reviewed = {
  script: Script;
  /** The shell in it, without what it sources. */
  shell: readonly string[];
  analysis: Analysis;
  ms: { parse: number; analyse: number; judge: number };
  /** With no file declared critical, and with the case's file. */
  findings: { plain: readonly Finding[]; declared: readonly Finding[] };
};

/** How far the files are followed that a script sources. */
const MOST_ROUNDS = 4;

/** @throws whatever the review throws: the caller counts it as a crash. */
export function reviewScript(gitDir: string, script: Script): Reviewed {
  const { path, text, of } = script;
  const shell = extract(path, text)?.units.map(({ source }) => source) ?? [];
  const parse = timed(() => shell.map(parseShell)).ms;
  const { analysis, ms } = analyse(gitDir, script);
  criticalOf(script.tree, defaultPolicy());
  const plain = timed(() => findingsOf(script, analysis, defaultPolicy()));
  const declared = findingsOf(script, analysis, policyFor(of.path));
  return {
    script,
    shell,
    analysis,
    ms: { parse, analyse: ms, judge: plain.ms },
    findings: { plain: plain.value, declared },
  };
}

/** The time is that of the last round, in which the files are there that the script sources. */
function analyse(gitDir: string, { path, text, tree }: Script): { analysis: Analysis; ms: number } {
  const files = new Map([[path, text]]);
  for (let round = 0; ; round++) {
    const { value, ms } = timed(() => analyseScript(path, text, files));
    const analysis = value ?? { effects: [], notRead: [], uses: [] };
    const fresh = analysis.uses.flatMap((use) => (files.has(use) ? [] : [[use, tree.get(use)] as const]));
    const found = fresh.flatMap(([use, id]) => (id === undefined ? [] : [[use, id] as const]));
    if (found.length === 0 || round === MOST_ROUNDS) return { analysis, ms };
    const contents = readContents(
      gitDir,
      found.map(([, id]) => id),
    );
    for (const [use, id] of found) files.set(use, contents.get(id)!);
  }
}

function findingsOf({ path, text, tree }: Script, analysis: Analysis, policy: Policy): Finding[] {
  const critical = criticalOf(tree, policy);
  return judgeScripts([{ path, text, analysis }], critical).findings.map(({ finding }) => finding);
}

/** The same for all scripts that were met in one tree: a review of a checkout makes it once. */
const criticals = new WeakMap<Tree, Map<string, Critical>>();

function criticalOf(tree: Tree, policy: Policy): Critical {
  const known = criticals.get(tree) ?? new Map<string, Critical>();
  criticals.set(tree, known);
  const key = JSON.stringify(policy.critical);
  const critical = known.get(key) ?? createCritical(policy, [...tree.keys()]);
  known.set(key, critical);
  return critical;
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}
