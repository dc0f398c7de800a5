import { expect, test } from '@jest/globals';
import { ok } from '../../src/model/problem.ts';
import { type LoadSchema, loadBothSides } from '../../src/schemas/load.ts';
import { at } from './support.ts';

function sides() {
  const asked: string[] = [];
  const loader =
    (side: string): LoadSchema =>
    async (source) => {
      const name = source.kind === 'path' ? source.path : source.url;
      asked.push(`${side} ${name}`);
      return ok({ name, text: side });
    };
  return { asked, load: loadBothSides(loader('before'), loader('after')) };
}

const URL = 'https://schemas.example.com/a.json';

test('paths are read from their own side', async () => {
  const { load } = sides();
  expect(await load.before(at('a.json'))).toMatchObject({ value: { text: 'before' } });
  expect(await load.after(at('a.json'))).toMatchObject({ value: { text: 'after' } });
});

test('a URL is asked once, and never for what only the change refers to', async () => {
  const { asked, load } = sides();
  expect(await load.after(at(URL))).toMatchObject({ ok: false, problem: { code: 'schema-new-url' } });
  expect(asked).toEqual([]);
  await load.before(at(URL));
  await load.before(at(URL));
  expect(await load.after(at(URL))).toMatchObject({ value: { text: 'before' } });
  expect(await load.after({ kind: 'url', url: URL, sha256: 'a'.repeat(64) })).toMatchObject({ ok: false });
  expect(asked).toEqual([`before ${URL}`]);
});
