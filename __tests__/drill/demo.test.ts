import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STRUCTURAL, survivorsOf } from '../../src/drill/drilled.ts';
import type { TestRepository } from '../helpers/repository.ts';
import { demoRepository, drilledIn, holdfastDrill } from './support.ts';

const POLICY = '.github/holdfast.yml';
/** Every place in which an operator can do its harm, not some that are drawn. */
const EVERYWHERE = ['--most', '1000', '--operators', 'file,key'];

let repository: TestRepository;
beforeAll(async () => {
  repository = await demoRepository();
});
afterAll(() => repository.dispose());

/** The block below a heading of the Markdown report, as somebody copies it. */
function blockBelow(report: string, heading: string): string {
  const after = report.slice(report.indexOf(`## ${heading}\n`));
  return /^```yaml\n([\s\S]*?)^```$/m.exec(after)![1]!;
}

/** Pastes the entries of a block at the end of the policy's lists, line by line, without knowing what they mean. */
async function paste(dir: string, block: string): Promise<void> {
  const lines = (await readFile(join(dir, POLICY), 'utf8')).trimEnd().split('\n');
  const lists = block.split(/^(?=\w+:$)/m).map((part) => part.trimEnd().split('\n'));
  for (const [head, ...entries] of lists) {
    const start = lines.indexOf(head!);
    const next = lines.findIndex((line, at) => at > start && /^\w/.test(line));
    lines.splice(next === -1 ? lines.length : next, 0, ...entries);
  }
  await writeFile(join(dir, POLICY), `${lines.join('\n')}\n`);
}

describe('the drill of the demo', () => {
  test('names a missing rule for every structural error that passes; with all of them pasted, none passes', async () => {
    const report = await holdfastDrill(repository.dir, ...EVERYWHERE, '--format', 'markdown', '--break', '0');
    expect(report.code).toBe(1);
    const before = await drilledIn(repository.dir, ...EVERYWHERE);
    const passing = survivorsOf(before, STRUCTURAL);
    expect(passing.length).toBeGreaterThan(20);
    for (const { proposals } of passing) expect(proposals.length).toBeGreaterThan(0);
    const named = new Set(passing.flatMap(({ change }) => change?.keys?.map(({ key }) => key) ?? []));
    for (const key of ['rate_limit', 'audit', 'sessions.replicas', 'database.pool']) {
      expect(named).toContain(key);
    }

    await paste(repository.dir, blockBelow(report.out, 'To paste into the policy'));
    await repository.commit('Paste what the drill has proposed');

    for (const seed of ['1', '2']) {
      const again = [...EVERYWHERE, '--seed', seed, '--break', 'structural'];
      const after = await drilledIn(repository.dir, ...again);
      expect(survivorsOf(after, STRUCTURAL)).toEqual([]);
      expect(after.trials).toHaveLength(before.trials.length);
    }
  });

  test('values are counted apart, and never stop the threshold', async () => {
    const values = ['--operators', 'value', '--break', 'structural'];
    const { code, out } = await holdfastDrill(repository.dir, ...values);
    // Nothing was tried that the threshold is about.
    expect(code).toBe(2);
    expect((await holdfastDrill(repository.dir, '--operators', 'value')).code).toBe(0);
    expect(out).not.toContain('that damage a file or a key would pass');
    expect(out).toMatch(/^\d+ of \d+ errors in a value alone would pass: nobody can tell/m);
  });
});
