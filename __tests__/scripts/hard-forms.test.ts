import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { analyseScript } from '../../src/scripts/analyse.ts';
import { differences, type Expected, toldBy } from '../helpers/effects.ts';

const FORMS = '__tests__/fixtures/scripts-hard';

/** Forms that the analysis is known not to get right, and why. */
const KNOWN_MISSES: Record<string, string> = {
  '51-python-inline.sh': 'other languages than shell are not read',
};

type Form = {
  /** What is hard about it. */
  point: string;
  /** Where it stands in the checkout; `deploy/` by default. */
  path?: string;
  /** Other files of the checkout, by path. */
  files?: Record<string, string>;
  /** Every effect on a place that is not temporary. */
  effects: Expected[];
  /** Effects that may be told as well, because a value from outside may take the known one's place. */
  may?: Expected[];
};

const read = (name: string) => readFileSync(`${FORMS}/${name}`, 'utf8');
const forms: Record<string, Form> = JSON.parse(read('expected.json'));
const names = Object.keys(forms);

function wrongIn(name: string): string[] {
  const form = forms[name]!;
  const path = form.path ?? `deploy/${name}`;
  const files = new Map(Object.entries(form.files ?? {}).map(([at, file]) => [at, read(file)]));
  const { effects } = analyseScript(path, read(name), files) ?? { effects: [] };
  return differences(toldBy(effects), path, form.effects, form.may);
}

describe('hard forms', () => {
  test('every file is a form, and at least 50 are', () => {
    const libraries = Object.values(forms).flatMap(({ files = {} }) => Object.values(files));
    expect(readdirSync(FORMS).sort()).toEqual([...names, ...libraries, 'expected.json'].sort());
    expect(names.length).toBeGreaterThanOrEqual(50);
    expect(names.filter((name) => forms[name]!.effects.length === 0)).toEqual([]);
  });

  test('at most three are known misses', () => {
    expect(Object.keys(KNOWN_MISSES).length).toBeLessThanOrEqual(3);
    expect(names).toEqual(expect.arrayContaining(Object.keys(KNOWN_MISSES)));
  });

  test.each(names.filter((name) => !(name in KNOWN_MISSES)))('%s', (name) => {
    expect(wrongIn(name)).toEqual([]);
  });

  test.each(Object.keys(KNOWN_MISSES))('%s is still a miss', (name) => {
    expect(wrongIn(name)).not.toEqual([]);
  });
});
