import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { createDecrypt, type Decrypt } from '../../../src/adapters/age/age.ts';
import { contentParts, readContent, unreadableContents } from '../../../src/adapters/store/contents.ts';
import type { Store } from '../../../src/adapters/store/files.ts';
import {
  contentOf,
  createObjectWriter,
  type Kept,
  objectPlace,
} from '../../../src/adapters/store/objects.ts';
import { prune } from '../../../src/adapters/store/prune.ts';
import { createEncryption } from '../../../src/adapters/store/sealed.ts';
import { addSnapshot, readSnapshot } from '../../../src/adapters/store/snapshots.ts';
import { sha256 } from '../../../src/store/seal.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { sampleFile, sampleId, sampleManifest } from '../../store/samples.ts';
import { codeOf, newStore, systemError, value, watchedFs } from './support.ts';

let dir: string;
let dispose: () => Promise<void>;
let store: Store;
beforeEach(async () => {
  ({ dir, dispose } = await createDirectory());
  store = await newStore(dir);
});
afterEach(() => dispose());

async function person(generate = generateX25519Identity) {
  const identity = await generate();
  return { recipient: await identityToRecipient(identity), decrypt: await createDecrypt([identity]) };
}

/** One run: keeps these texts as sensitive files, each under its own name, and adds the snapshot. */
async function backup(index: number, recipients: string[], ...texts: string[]): Promise<Kept[]> {
  const writer = createObjectWriter(store, await value(createEncryption([...recipients].sort(), false)));
  const kept: Kept[] = [];
  for (const text of texts) kept.push((await writer.keep(contentOf(Buffer.from(text)), true))!);
  await writer.flush();
  const files = texts.map((text, at) => sampleFile(`/etc/${at}`, text, { sensitive: true, ...kept[at]! }));
  const id = sampleId(index);
  await value(addSnapshot(store, sampleManifest({ id, files, recipients: [...recipients].sort() })));
  return kept;
}

async function objects(): Promise<string[]> {
  const names = await readdir(join(store.directory, 'objects'), { recursive: true });
  return names.flatMap((name) => (name.length > 2 ? [name.slice(3)] : [])).sort();
}

async function textOf(content: Kept, decrypt?: Decrypt): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of contentParts(store, content, decrypt)) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts).toString();
}

test('lies under the digest of its encrypted bytes, and comes back for each recipient alone', async () => {
  const [ada, eve] = [await person(), await person()];
  const [kept] = await backup(1, [ada.recipient, eve.recipient], 'pin: walrus-47\n');
  expect(kept!.sha256).toBe(sha256(Buffer.from('pin: walrus-47\n')));
  expect(await objects()).toEqual([kept!.stored!.sha256]);
  const bytes = await readFile(objectPlace(store, kept!.stored!.sha256));
  expect(sha256(bytes)).toBe(kept!.stored!.sha256);
  expect(bytes.length).toBe(kept!.stored!.size);
  expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);
  expect(bytes.includes('walrus-47')).toBe(false);
  for (const { decrypt } of [ada, eve]) expect(await textOf(kept!, decrypt)).toBe('pin: walrus-47\n');
  expect(await codeOf(readContent(store, kept!, (await person()).decrypt))).toBe('identity-wrong');
  expect(await codeOf(readContent(store, kept!))).toBe('identity-missing');
});

test('recipients that are to withstand quantum computers work the same', async () => {
  const { recipient, decrypt } = await person(generateHybridIdentity);
  const [kept] = await backup(1, [recipient], 'pin: walrus-47\n');
  expect(await textOf(kept!, decrypt)).toBe('pin: walrus-47\n');
});

test('what has not changed is not encrypted again, also when another run stands between', async () => {
  const { recipient } = await person();
  const [first] = await backup(1, [recipient], 'a', 'b', 'a');
  expect(await objects()).toHaveLength(2);
  await backup(2, [recipient], 'c');
  const before = await objects();
  const [again] = await backup(3, [recipient], 'a', 'b');
  expect(again).toEqual(first);
  expect(await objects()).toEqual(before);
});

test('other recipients mean other bytes: more of them, fewer, or none', async () => {
  const [ada, eve] = [await person(), await person()];
  const [first] = await backup(1, [ada.recipient], 'a');
  const [both] = await backup(2, [ada.recipient, eve.recipient], 'a');
  expect(both!.stored).not.toEqual(first!.stored);
  expect(await textOf(both!, eve.decrypt)).toBe('a');
  const [onlyEve] = await backup(3, [eve.recipient], 'a');
  expect(await codeOf(readContent(store, onlyEve!, ada.decrypt))).toBe('identity-wrong');
  const plain = createObjectWriter(store);
  expect(await plain.keep(contentOf(Buffer.from('a')), true)).toEqual({ sha256: first!.sha256 });
  expect(await objects()).toHaveLength(4);
  const [back] = await backup(4, [ada.recipient], 'a');
  expect(back).toEqual(first);
});

test('pruning removes encrypted contents that nothing needs, and no others', async () => {
  const { recipient, decrypt } = await person();
  const [old] = await backup(1, [recipient], 'old', 'same');
  const [, same] = await backup(2, [recipient], 'new', 'same');
  const pruned = await value(prune(store, { last: 1, daily: 0, weekly: 0, knownGood: 0 }, false));
  expect(pruned.objects).toBe(1);
  expect(await codeOf(readContent(store, old!, decrypt))).toBe('object-missing');
  expect(await textOf(same!, decrypt)).toBe('same');
});

test('an encrypted content that was damaged since is not used again', async () => {
  const { recipient, decrypt } = await person();
  const [first] = await backup(1, [recipient], 'a');
  await writeFile(objectPlace(store, first!.stored!.sha256), 'x');
  expect(await codeOf(readContent(store, first!, decrypt))).toBe('object-damaged');
  const [second] = await backup(2, [recipient], 'a');
  expect(await textOf(second!, decrypt)).toBe('a');
});

test('the problems of a snapshot name the files; none means that all of it can be read', async () => {
  const [ada, eve] = [await person(), await person()];
  await backup(1, [ada.recipient], 'a', 'b');
  const { files } = await value(readSnapshot(store, sampleId(1)));
  const found = async (decrypt?: Decrypt) =>
    (await unreadableContents(store, files, decrypt)).map(({ code, path }) => [code, path]);
  expect(await found(ada.decrypt)).toEqual([]);
  expect(await found(eve.decrypt)).toEqual([
    ['identity-wrong', '/etc/0'],
    ['identity-wrong', '/etc/1'],
  ]);
  expect(await found()).toHaveLength(2);
  const place = objectPlace(store, files[1]!.stored!.sha256);
  const bytes = await readFile(place);
  bytes[bytes.length - 1]! ^= 1;
  await writeFile(place, bytes);
  expect(await found(ada.decrypt)).toEqual([['object-damaged', '/etc/1']]);
});

test('an error of the disk stays one, while it is encrypted and while it is decrypted', async () => {
  const { recipient, decrypt } = await person();
  const [kept] = await backup(1, [recipient], 'a'.repeat(300_000));
  let reads = 0;
  const failing = watchedFs(({ name }) => {
    if (name === 'file.read' && ++reads === 6) throw systemError('EIO');
  });
  const found = await readContent({ ...store, fs: failing }, kept!, decrypt);
  expect(found).toMatchObject({ ok: false, problem: { code: 'store-io' } });
  expect(JSON.stringify(found)).toContain('EIO');
  const full = watchedFs(({ name }) => {
    if (name === 'file.write') throw systemError('ENOSPC');
  });
  const writer = createObjectWriter(
    { ...store, fs: full },
    await value(createEncryption([recipient], false)),
  );
  await expect(writer.keep(contentOf(Buffer.from('other')), true)).rejects.toThrow('ENOSPC');
  expect(await readdir(join(store.directory, 'tmp'))).toEqual([]);
});

test('a content that is not what was announced is not kept', async () => {
  const { recipient } = await person();
  const writer = createObjectWriter(store, await value(createEncryption([recipient], true)));
  const other = { ...contentOf(Buffer.from('one')), digest: sha256(Buffer.from('two')) };
  expect(await writer.keep(other, false)).toBe(undefined);
  expect([await objects(), await readdir(join(store.directory, 'tmp'))]).toEqual([[], []]);
});

test('a recipient with a wrong checksum is refused', async () => {
  const { recipient } = await person();
  const wrong = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`;
  expect(await codeOf(createEncryption([wrong], false))).toBe('recipient-invalid');
});

test('contents of any size come back as they were, and their size is what the manifest says', async () => {
  const { recipient, decrypt } = await person();
  const chunk = 64 * 1024;
  const sizes = fc.oneof(
    fc.nat({ max: 300 }),
    fc.integer({ min: chunk - 2, max: chunk + 2 }),
    fc.integer({ min: 4 * chunk - 2, max: 4 * chunk + 2 }),
  );
  const encryption = await value(createEncryption([recipient], true));
  const writer = createObjectWriter(store, encryption);
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(255), async (size, fill) => {
      const bytes = Buffer.alloc(size, fill);
      const kept = (await writer.keep(contentOf(bytes), false))!;
      expect(await value(readContent(store, kept, decrypt))).toEqual({ sha256: sha256(bytes), size });
      expect((await readFile(objectPlace(store, kept.stored!.sha256))).length).toBe(kept.stored!.size);
    }),
    { numRuns: 60, seed: 11 },
  );
});
