import { readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createDecrypt } from '../../../src/adapters/age/age.ts';
import { saveDeployment } from '../../../src/adapters/store/deployments.ts';
import type { Store } from '../../../src/adapters/store/files.ts';
import { type Fs, nodeFs } from '../../../src/adapters/store/fs.ts';
import { takeInventory } from '../../../src/adapters/store/inventory.ts';
import { writeJournal } from '../../../src/adapters/store/journal.ts';
import { acquireLock } from '../../../src/adapters/store/lock.ts';
import { contentOf, createObjectWriter } from '../../../src/adapters/store/objects.ts';
import { createEncryption } from '../../../src/adapters/store/sealed.ts';
import { addSnapshot, addVerdict, readSnapshot } from '../../../src/adapters/store/snapshots.ts';
import { type Damage, type Examined, examine } from '../../../src/store/examine.ts';
import { writeManifest } from '../../../src/store/statement.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { sampleDeployment, sampleFile, sampleId, sampleManifest } from '../../store/samples.ts';
import { newStore, systemError, value } from './support.ts';

let dir: string;
let dispose: () => Promise<void>;
let store: Store;
let identity: string;
/** The name of the encrypted object. */
let sealed: string;
/** Every file of the sample store, by its name from the store's directory. */
let files: Map<string, Buffer>;

beforeAll(async () => {
  ({ dir, dispose } = await createDirectory());
  store = await newStore(dir);
  const lock = await value(acquireLock(store, 'test'));
  const objects = createObjectWriter(store);
  for (const text of ['keys: [a]\n', 'issuer: https://login.example.com\n', '', 'used: by nobody\n']) {
    await objects.save(Buffer.from(text));
  }
  await objects.flush();
  identity = await generateX25519Identity();
  const recipients = [await identityToRecipient(identity)];
  const sealing = createObjectWriter(store, await value(createEncryption(recipients, false)));
  const secret = await sealing.keep(contentOf(Buffer.from('pin: 4711\n')), true);
  await sealing.flush();
  sealed = secret!.stored!.sha256;
  const [, first, second] = sampleManifest().files;
  const third = sampleFile('/etc/auth/secret.yml', 'pin: 4711\n', { sensitive: true, ...secret });
  const directories = [{ path: '/etc/auth', mode: 0o750, uid: 0, gid: 33 }];
  const scope = [{ ...sampleManifest().scope[0]!, sensitive: ['pin'], identity: { clients: 'id' } }];
  await value(
    addSnapshot(store, sampleManifest({ files: [first!, second!, third], directories, scope, recipients })),
  );
  const at = '2026-01-31T12:00:00.000Z';
  const about = { at, by: 'person', reason: 'probes' } as const;
  await value(addVerdict(store, { id: sampleId(2), snapshot: sampleId(1), verdict: 'good', ...about }));
  await value(saveDeployment(store, sampleDeployment()));
  await value(writeJournal(store, 'restore', { files: ['/etc/auth/keys.yml'] }));
  await lock.release();
  const entries = await readdir(store.directory, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  files = new Map(
    await Promise.all(
      names.map(
        async (name): Promise<[string, Buffer]> => [relative(store.directory, name), await readFile(name)],
      ),
    ),
  );
});
afterAll(() => dispose());

async function check(fs: Fs = store.fs): Promise<Examined> {
  return examine(await value(takeInventory({ ...store, fs })));
}

/** The sample store in memory, with what is put over its files. */
function memoryFs(over: ReadonlyMap<string, Buffer>): Fs {
  const at = (place: unknown) => relative(store.directory, String(place));
  const bytesAt = (place: unknown) => over.get(at(place)) ?? files.get(at(place));
  const memory: Partial<Fs> = {
    async readdir(place) {
      const start = at(place) === '' ? '' : `${at(place)}/`;
      const names = [...files.keys()].filter((name) => name.startsWith(start));
      const below = new Set(names.map((name) => name.slice(start.length).split('/')[0]!));
      return [...below].map((name) => ({ name: Buffer.from(name) })) as Awaited<ReturnType<Fs['readdir']>>;
    },
    async open(place) {
      const bytes = bytesAt(place);
      if (bytes === undefined) throw systemError('ENOENT');
      return {
        read: async (buffer, offset, length, position) => ({
          bytesRead: bytes.copy(buffer, offset, position, position + length),
        }),
        close: async () => {},
      } as Awaited<ReturnType<Fs['open']>>;
    },
    lstat: async (place) => ({ size: BigInt(bytesAt(place)!.length) }) as Awaited<ReturnType<Fs['lstat']>>,
  };
  return memory as Fs;
}

/** The damage that is seen when one file is as given. */
async function damageOf(file: string, bytes: Buffer): Promise<Damage[]> {
  return (await check(memoryFs(new Map([[file, bytes]])))).damage;
}

test('a whole store has no damage, on disk and in memory', async () => {
  const expected = { damage: [], snapshots: 1, objects: 5, unused: { objects: 2, bytes: 16 }, strangers: [] };
  expect(await check()).toMatchObject(expected);
  expect(await check(memoryFs(new Map()))).toMatchObject(expected);
  expect([...files.keys()].map((name) => name.split('/')[0]).sort()).toEqual([
    'deployments',
    'holdfast-store.json',
    'journal',
    'lock',
    ...Array(5).fill('objects'),
    'snapshots',
    'verdicts',
  ]);
});

test('every single-bit flip of every file is seen, and named', async () => {
  let flips = 0;
  const unseen: string[] = [];
  for (const [file, bytes] of files) {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      flips += 1;
      const damage = await damageOf(file, flipped);
      if (!damage.some((found) => found.file === file)) unseen.push(`${file} bit ${bit}`);
    }
  }
  expect(unseen).toEqual([]);
  expect(flips).toBeGreaterThan(10_000);
});

test('with an identity it is seen, too, what an encrypted content decrypts to', async () => {
  const decrypt = await createDecrypt([identity]);
  expect(examine(await value(takeInventory(store, decrypt))).damage).toEqual([]);
  const [, , third] = (await value(readSnapshot(store, sampleId(1)))).files;
  const forged = sampleManifest({ id: sampleId(3), files: [{ ...third!, sha256: '0'.repeat(64) }] });
  await value(addSnapshot(store, forged));
  const notAge = await createObjectWriter(store).save(Buffer.from('age-encryption.org/v1\n'));
  const stored = { sha256: notAge, size: 22 };
  await value(addSnapshot(store, sampleManifest({ id: sampleId(4), files: [{ ...third!, stored }] })));
  try {
    expect((await check()).damage).toEqual([]);
    const { damage } = examine(await value(takeInventory(store, decrypt)));
    expect(damage.map(({ code, file, snapshots }) => [code, file.slice(11), snapshots]).sort()).toEqual(
      [
        ['object-damaged', sealed, [sampleId(1), sampleId(3)]],
        ['object-damaged', notAge, [sampleId(4)]],
      ].sort(),
    );
    const other = await createDecrypt([await generateX25519Identity()]);
    const { damage: wrong } = examine(await value(takeInventory(store, other)));
    expect(wrong.map(({ code }) => code).sort()).toEqual(['identity-wrong', 'object-damaged']);
  } finally {
    for (const index of [3, 4]) await unlink(join(store.directory, `snapshots/${sampleId(index)}.json`));
    await unlink(join(store.directory, 'objects', notAge.slice(0, 2), notAge));
  }
});

test('every truncation, and every appended byte, is seen', async () => {
  let cuts = 0;
  const unseen: string[] = [];
  for (const [file, bytes] of files) {
    for (let length = 0; length < bytes.length; length++) {
      cuts += 1;
      const damage = await damageOf(file, bytes.subarray(0, length));
      if (!damage.some((found) => found.file === file)) unseen.push(`${file} cut at ${length}`);
    }
    const longer = await damageOf(file, Buffer.concat([bytes, Buffer.from('\n')]));
    if (!longer.some((found) => found.file === file)) unseen.push(`${file} longer`);
  }
  expect(unseen).toEqual([]);
  expect(cuts).toBeGreaterThan(1_500);
});

test('a lost content, a manifest under another name, a stranger, and what cannot be read', async () => {
  const names = [...files.keys()];
  const one = names.find((name) => name.startsWith('snapshots/'))!;
  const other = writeManifest(sampleManifest({ id: sampleId(2) }));
  expect(await damageOf(one, Buffer.from(other))).toMatchObject([{ code: 'snapshot-damaged', file: one }]);

  await writeFile(join(store.directory, 'objects/note.txt'), 'x');
  const object = names.find((name) => files.get(name)!.toString() === 'keys: [a]\n')!;
  await unlink(join(store.directory, object));
  const broken = await check();
  expect(broken.strangers).toEqual(['objects/note.txt']);
  expect(broken.damage).toEqual([
    {
      code: 'object-missing',
      file: object,
      message: expect.any(String),
      snapshots: [sampleId(1)],
    },
  ]);
  await writeFile(join(store.directory, object), files.get(object)!);
  await unlink(join(store.directory, 'objects/note.txt'));

  const failing: Fs = {
    ...nodeFs,
    async open(place, flags) {
      if (String(place).endsWith(object)) throw systemError('EIO');
      return nodeFs.open(place, flags);
    },
  };
  expect((await check(failing)).damage).toMatchObject([
    { code: 'unreadable', file: object, message: expect.stringContaining('EIO') },
  ]);
});

test('a snapshot that is pruned while the store is read is not missed', async () => {
  const object = [...files.keys()].find((name) => files.get(name)!.toString() === 'keys: [a]\n')!;
  const memory = memoryFs(new Map());
  let listed = 0;
  const pruned: Fs = {
    ...memory,
    async readdir(place) {
      const entries = await memory.readdir(place);
      if (String(place).endsWith('/snapshots')) listed += 1;
      return listed < 2 ? entries : entries.filter(({ name }) => !String(name).endsWith('.json'));
    },
    async open(place, flags) {
      if (String(place).endsWith(object)) throw systemError('ENOENT');
      return memory.open(place, flags);
    },
  };
  expect((await check(pruned)).damage).toEqual([]);
});
