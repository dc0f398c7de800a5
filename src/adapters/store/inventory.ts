import { addTo } from '../../model/lists.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { readDeployment } from '../../store/deployments.ts';
import { readDrill } from '../../store/drills.ts';
import { type Inventory, type Read, type ReadObject, spoiledObjects } from '../../store/examine.ts';
import { readLock } from '../../store/lock.ts';
import { isBlind } from '../../store/manifest.ts';
import { MARKER, readMarker } from '../../store/marker.ts';
import { contentsOf } from '../../store/retention.ts';
import { unseal } from '../../store/seal.ts';
import { readManifest } from '../../store/statement.ts';
import { readVerdict } from '../../store/verdicts.ts';
import type { Decrypt } from '../age/age.ts';
import { type ContentOf, readContent } from './contents.ts';
import { DIRECTORIES, namesIn, placeIn, readWhole, type Store } from './files.ts';
import { errorCode } from './fs.ts';
import { objectDigest, objectPlace } from './objects.ts';
import { inParallel } from './parallel.ts';
import { guarded } from './problems.ts';
import { readSnapshot, storedIds, withId } from './snapshots.ts';

/** Contents that are read at the same time. */
const WIDTH = 8;
const RECORD = /^[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;

/**
 * Reads every file of a store, also of one whose marker is damaged. With `decrypt` encrypted contents are decrypted, too.
 * One manifest at a time is in memory. Problem: `store-io`.
 */
export function takeInventory(store: Store, decrypt?: Decrypt): Promise<Result<Inventory>> {
  return guarded(store.directory, async () => {
    const strangers = (await namesIn(store)).filter(
      (name) => name !== MARKER && !(DIRECTORIES as readonly string[]).includes(name),
    );
    const records = async <T>(
      kind: string,
      pattern: RegExp,
      read: (bytes: Uint8Array, name: string) => Result<T>,
      width = WIDTH,
    ) => {
      const names = await namesIn(store, kind);
      strangers.push(...names.filter((name) => !pattern.test(name)).map((name) => `${kind}/${name}`));
      const found = await inParallel(
        names.filter((name) => pattern.test(name)),
        width,
        (name) => readRecord(store, [kind, name], (bytes) => read(bytes, name)),
      );
      return found.filter((record) => record !== undefined);
    };
    const marker = await readRecord(store, [MARKER], readMarker);
    const needed = new Set<string>();
    const encrypted = new Map<string, ContentOf>();
    const tellNeeds = (bytes: Uint8Array, name: string): Result<{ id: string }> => {
      const manifest = withId(name.slice(0, -5), readManifest(bytes));
      if (!manifest.ok) return manifest;
      for (const digest of contentsOf(manifest.value)) needed.add(digest);
      for (const { sha256, stored } of manifest.value.files) {
        const content = stored && { sha256, stored };
        if (content === undefined || (isBlind(content) && encrypted.has(sha256))) continue;
        encrypted.set(content.stored.sha256, content);
      }
      return ok({ id: manifest.value.id });
    };
    const snapshots = await records('snapshots', RECORD, tellNeeds, 1);
    const verdicts = await records('verdicts', RECORD, (bytes, name) =>
      withId(name.slice(0, -5), readVerdict(bytes)),
    );
    const drills = await records('drills', RECORD, (bytes, name) =>
      withId(name.slice(0, -5), readDrill(bytes)),
    );
    const journal = await records('journal', /\.json$/, unseal);
    const locks = await records('lock', /^\d+$/, (bytes) =>
      readLock(bytes) === undefined ? refuse(brokenLock) : ok(undefined),
    );
    const deployments = await records('deployments', RECORD, (bytes, name) =>
      withId(name.slice(0, -5), readDeployment(bytes)),
    );
    for (const host of await namesIn(store, 'watch')) {
      const memory = await readRecord(store, ['watch', host, 'memory.json'], unseal);
      if (memory !== undefined) journal.push(memory);
    }
    const objects = await readObjects(store, strangers);
    const spoiled = new Set(spoiledObjects({ objects, needed }).keys());
    const locked = await readEncrypted(store, encrypted, spoiled, decrypt);
    const users = await usersOf(store, new Set([...spoiled, ...locked.keys()]));
    return ok({
      marker: marker ?? { file: MARKER, result: refuse(noMarker) },
      snapshots,
      verdicts,
      drills,
      journal,
      locks,
      objects,
      deployments,
      needed,
      locked,
      users,
      strangers,
    });
  });
}

/** What keeps whole objects from being decrypted to what the manifests say. Nothing is asked without an identity. */
async function readEncrypted(
  store: Store,
  encrypted: ReadonlyMap<string, ContentOf>,
  spoiled: ReadonlySet<string>,
  decrypt: Decrypt | undefined,
): Promise<Map<string, Problem>> {
  const locked = new Map<string, Problem>();
  if (decrypt === undefined) return locked;
  for (const [digest, content] of encrypted) {
    const read = spoiled.has(digest) ? ok(undefined) : await readContent(store, content, decrypt);
    // An object that has gone meanwhile was pruned together with its snapshots.
    if (!read.ok && read.problem.code !== 'object-missing') locked.set(digest, read.problem);
  }
  return locked;
}

/** The manifests are read once more, when something is wrong only. */
async function usersOf(store: Store, wanted: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const users = new Map<string, string[]>();
  if (wanted.size === 0) return users;
  for (const id of await storedIds(store, 'snapshots')) {
    const manifest = await readSnapshot(store, id);
    const digests = manifest.ok ? new Set(contentsOf(manifest.value)) : [];
    for (const digest of digests) {
      if (wanted.has(digest)) addTo(users, digest, id);
    }
  }
  return users;
}

const noMarker = {
  code: 'missing',
  message: 'It is not there.',
  hint: 'Keep the store as it is, and make a new one with --store.',
};

const brokenLock = {
  code: 'damaged',
  message: 'It is damaged; the next run that changes the store replaces it.',
  hint: 'Nothing has to be done.',
};

/** `undefined` for a file that has gone since it was listed. */
async function readRecord<T>(
  store: Store,
  steps: string[],
  read: (bytes: Uint8Array) => Result<T>,
): Promise<Read<T> | undefined> {
  const file = steps.join('/');
  try {
    const bytes = await readWhole(store.fs, placeIn(store, ...steps));
    return bytes && { file, result: read(bytes) };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const hint = 'Check the disk, and the rights on the file.';
    return { file, result: refuse({ code: 'unreadable', message: `It cannot be read: ${code}.`, hint }) };
  }
}

async function readObjects(store: Store, strangers: string[]): Promise<ReadObject[]> {
  const digests: string[] = [];
  for (const start of await namesIn(store, 'objects')) {
    const names = /^[0-9a-f]{2}$/.test(start) ? await namesIn(store, 'objects', start) : undefined;
    if (names === undefined) strangers.push(`objects/${start}`);
    for (const name of names ?? []) {
      if (/^[0-9a-f]{64}$/.test(name) && name.startsWith(start)) digests.push(name);
      else strangers.push(`objects/${start}/${name}`);
    }
  }
  const objects = await inParallel(digests, WIDTH, (digest) => readObject(store, digest));
  return objects.filter((object) => object !== undefined);
}

async function readObject(store: Store, digest: string): Promise<ReadObject | undefined> {
  const file = `objects/${digest.slice(0, 2)}/${digest}`;
  try {
    const actual = await objectDigest(store, digest);
    if (actual === undefined) return undefined;
    const { size } = await store.fs.lstat(objectPlace(store, digest));
    return { file, digest, size: Number(size), actual };
  } catch (error) {
    const fault = errorCode(error);
    if (fault === undefined) throw error;
    return { file, fault };
  }
}
