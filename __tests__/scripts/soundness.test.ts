import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyseScript } from '../../src/scripts/analyse.ts';
import { shown } from '../../src/scripts/text.ts';
import { writingScript } from '../helpers/writing-scripts.ts';

const ENVIRONMENTS: Record<string, string>[] = [{}, { E0: 'f1', E1: 'x' }, { E0: 'x', E1: 'd/f2' }];

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'holdfast-soundness-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const hasBash = spawnSync('bash', ['--version']).status === 0;

(hasBash ? test : test.skip)('every file that bash writes is among the targets', () => {
  fc.assert(
    fc.property(writingScript, (script) => {
      expect(missedBy(`${script}\n`)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** The files that a real bash writes and no effect names. What is told as not followed is no miss. */
function missedBy(script: string): string[] {
  const { effects, notRead } = analyseScript('script.sh', `#!/bin/bash\n${script}`, new Map())!;
  if (notRead.some(({ reason }) => reason === 'limit' || reason === 'dynamic')) return [];
  const targets = effects.flatMap((effect) =>
    effect.targets.map(({ path, tree }) => `${shown(path)}${tree ? '/**' : ''}`),
  );
  return ENVIRONMENTS.flatMap((environment) => {
    const patterns = targets.map((target) => patternOf(target, environment));
    return writtenBy(script, environment).filter((path) => !patterns.some((pattern) => pattern.test(path)));
  });
}

function writtenBy(script: string, environment: Record<string, string>): string[] {
  const root = join(scratch, 'root');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'd'), { recursive: true });
  for (const path of ['src', 'f1', 'f2', 'd/src', 'd/f1']) writeFileSync(join(root, path), 'live\n');
  writeFileSync(join(root, 'script.sh'), script);
  const before = states(root);
  // Functions that call themselves end: bash counts the calls, in subshells too.
  const env = { PATH: '/usr/bin:/bin', FUNCNEST: '20', ...environment };
  spawnSync('bash', ['script.sh'], { cwd: root, env, timeout: 10_000, stdio: 'ignore' });
  const after = states(root);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}

/** What changes when a file is written, made or deleted. */
function states(root: string): Map<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
      return [relative(root, path), `${ino} ${mtimeNs} ${ctimeNs}`];
    }),
  );
}

/** What comes from the environment is known here; everything else that is unknown may be anything. */
function patternOf(target: string, environment: Record<string, string>): RegExp {
  const source = target.replace(
    /<([^>]*)>|\/\*\*$|\*\*\/|[*?.+^${}()|[\]\\]/g,
    (part: string, unknown: string | undefined) => {
      if (unknown !== undefined) return /^E\d$/.test(unknown) ? among(environment[unknown] ?? '') : '.*';
      return { '/**': '/.*', '**/': '(.*/)?', '*': '.*', '?': '.' }[part] ?? `\\${part}`;
    },
  );
  // A path that begins with something unknown may be absolute, or below any directory.
  return new RegExp(`^${target.startsWith('<') ? '(.*/)?' : ''}${source}$`);
}

/** The value itself, or with an end cut off as `basename`, `%` and `#` do. */
function among(value: string): string {
  const base = value.replace(/.*\//, '');
  return `(${[value, base, value.replace(/x$/, ''), base.replace(/x$/, '')].join('|')})`;
}
