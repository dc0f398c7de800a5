import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyseScript } from '../../src/scripts/analyse.ts';
import { toldBy } from '../helpers/effects.ts';
import { CUT, FOLLOWED, ODD } from '../helpers/hostile-scripts.ts';

const FORMS = '__tests__/fixtures/scripts-hard';
const forms = readdirSync(FORMS).filter((name) => /^\d/.test(name));

/** What it would write, and why it was not read; a throw fails the test, and so does work without end. */
function analysed(text: string, path = 'deploy/hostile.sh') {
  const analysis = analyseScript(path, text, new Map([[path, text]]));
  const effects = analysis?.effects ?? [];
  for (const { targets, place } of effects) {
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.length).toBeLessThanOrEqual(8);
    expect(place.line).toBeGreaterThan(0);
  }
  return {
    targets: [...new Set(toldBy(effects).map(({ target }) => target))],
    reasons: [...new Set(analysis?.notRead.map(({ reason }) => reason))],
  };
}

describe('hostile scripts', () => {
  test.each(Object.entries(FOLLOWED))('%s is followed to the end', (_, text) => {
    expect(analysed(text).targets).toContain('/etc/auth/auth.yml');
  });

  test.each(Object.entries(CUT))('%s: what is left out is told', (_, text) => {
    expect(analysed(text).reasons).not.toEqual([]);
  });

  test.each(Object.entries(ODD))('%s', (_, text) => {
    analysed(text);
  });

  test.each(forms)('%s, spoiled by chance', (name) => {
    const text = readFileSync(`${FORMS}/${name}`, 'utf8');
    fc.assert(
      fc.property(
        spoiled(text),
        (other) => void analysed(other, name.endsWith('.sh') ? name : name.replace(/^\d+-/, '')),
      ),
      { numRuns: Number(process.env.RUNS ?? 20), seed: Number(process.env.SEED ?? 7) },
    );
  });
});

/** The text with parts cut out, repeated, nested, and strewn with what means something to a shell. */
function spoiled(text: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: text.length });
  const change = fc.tuple(
    at,
    at,
    fc.constantFrom('cut', 'repeat', 'nest', 'insert'),
    fc.constantFrom(
      '$(',
      ')',
      '${',
      '}',
      '"',
      "'",
      '`',
      '\0',
      '\r\n',
      '<<EOF\n',
      '|',
      '&&',
      ';',
      '\\',
      '*',
      '>',
      'do\n',
      '((',
      '#',
    ),
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes.reduce((now, [one, other, how, what]) => {
      const [start, end] = one < other ? [one, other] : [other, one];
      const part = now.slice(start, end);
      const made = {
        cut: '',
        repeat: part.repeat(3),
        nest: `f() { ${part}\n}; f; x=$(${part})`,
        insert: what + part,
      };
      return now.slice(0, start) + made[how as keyof typeof made] + now.slice(end);
    }, text),
  );
}
