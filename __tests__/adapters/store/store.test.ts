import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createObjectWriter, openObject } from '../../../src/adapters/store/objects.ts';
import { addSnapshot, readSnapshot, readSnapshots } from '../../../src/adapters/store/snapshots.ts';
import { createStore, newId, openStore, storeDirectory } from '../../../src/adapters/store/store.ts';
import { seal, sha256 } from '../../../src/store/seal.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { sampleId, sampleManifest } from '../../store/samples.ts';
import { codeOf, newStore, value } from './support.ts';

let dir: string;
let dispose: () => Promise<void>;
beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
});
afterEach(() => dispose());

test('a store is made once, only for its owner, with everything in its place', async () => {
  const place = join(dir, 'deep/er/store');
  expect(await codeOf(openStore(place))).toBe('store-missing');
  await value(createStore(place));
  await value(createStore(place));
  expect((await stat(place)).mode & 0o777).toBe(0o700);
  expect((await readdir(place)).sort()).toEqual(
    [
      'deployments',
      'drills',
      'holdfast-store.json',
      'journal',
      'lock',
      'objects',
      'snapshots',
      'tmp',
      'verdicts',
      'watch',
    ].sort(),
  );
  expect((await stat(join(place, 'holdfast-store.json'))).mode & 0o777).toBe(0o600);
  await chmod(place, 0o755);
  await value(createStore(place));
  expect((await stat(place)).mode & 0o777).toBe(0o700);
});

test('what is no store of this version is refused and left alone', async () => {
  await writeFile(join(dir, 'notes.txt'), 'mine');
  expect(await codeOf(createStore(dir))).toBe('not-a-store');
  expect(await readdir(dir)).toEqual(['notes.txt']);

  const newer = join(dir, 'newer');
  await mkdir(newer);
  await writeFile(join(newer, 'holdfast-store.json'), seal({ store: 'holdfast', version: 2, more: true }));
  expect(await codeOf(createStore(newer))).toBe('store-newer');
  expect(await readdir(newer)).toEqual(['holdfast-store.json']);

  const half = join(dir, 'half');
  await value(createStore(half));
  await writeFile(join(half, 'holdfast-store.json'), '{"store":"holdf');
  expect(await codeOf(createStore(half))).toBe('store-damaged');
});

test('a run that was killed while it made the store does not stand in the way', async () => {
  const place = join(dir, 'store');
  await mkdir(join(place, 'tmp'), { recursive: true });
  await writeFile(join(place, 'tmp/half'), '{"st');
  await value(createStore(place));
  await value(openStore(place));
});

test('contents are kept once, by their digest, and read only when they are whole', async () => {
  const store = await newStore(dir);
  const writer = createObjectWriter(store);
  const digests = await Promise.all(['a', 'b', 'a', ''].map((text) => writer.save(Buffer.from(text))));
  await writer.flush();
  expect(digests).toEqual(['a', 'b', 'a', ''].map((text) => sha256(Buffer.from(text))));
  expect(writer.added).toEqual({ objects: 3, bytes: 2 });
  expect(await readdir(join(store.directory, 'tmp'))).toEqual([]);

  const again = createObjectWriter(store);
  await again.save(Buffer.from('a'));
  expect(again.added).toEqual({ objects: 0, bytes: 0 });

  const place = join(store.directory, 'objects', digests[0]!.slice(0, 2), digests[0]!);
  await writeFile(place, 'c');
  expect(await codeOf(openObject(store, digests[0]!))).toBe('object-damaged');
  expect(await codeOf(openObject(store, sha256(Buffer.from('never'))))).toBe('object-missing');
  const healing = createObjectWriter(store);
  await healing.save(Buffer.from('a'));
  expect(healing.added.objects).toBe(1);
  const file = await value(openObject(store, digests[0]!));
  await file.close();
});

test('a content that is not what was announced is not kept', async () => {
  const store = await newStore(dir);
  const writer = createObjectWriter(store);
  const parts = async function* () {
    yield Buffer.from('other');
  };
  const content = { digest: sha256(Buffer.from('one')), size: 3, parts };
  expect(await writer.keep(content, true)).toBe(undefined);
  expect(await readdir(join(store.directory, 'tmp'))).toEqual([]);
  expect(writer.added.objects).toBe(0);
});

test('snapshots come back by id and all together; a damaged one is named and hides no other', async () => {
  const store = await newStore(dir);
  for (const index of [0, 1, 2]) await value(addSnapshot(store, sampleManifest({ id: sampleId(index) })));
  expect((await value(readSnapshot(store, sampleId(1)))).id).toBe(sampleId(1));
  expect(await codeOf(readSnapshot(store, sampleId(7)))).toBe('snapshot-unknown');
  await writeFile(join(store.directory, 'snapshots', `${sampleId(1)}.json`), '{"_type":');
  const { items, damaged } = await value(readSnapshots(store));
  expect(items.map(({ id }) => id)).toEqual([sampleId(0), sampleId(2)]);
  expect(damaged).toMatchObject([{ file: `snapshots/${sampleId(1)}.json`, problem: { code: 'damaged' } }]);
});

test('ids follow the newest one', () => {
  const future = '7ZZZZZZZZZ0000000000000000';
  expect(newId([future, sampleId(0)])).toBe('7ZZZZZZZZZ0000000000000001');
  expect(newId([]) > sampleId(0)).toBe(true);
});

test('the place of a store is without links, also before it exists', async () => {
  expect(await storeDirectory('a/b', dir)).toBe(join(dir, 'a/b'));
  expect(await storeDirectory('/no/such/place', dir)).toBe('/no/such/place');
});
