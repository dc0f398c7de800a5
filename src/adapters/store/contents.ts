import { createHash } from 'node:crypto';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { isBlind, objectOf, type SavedFile } from '../../store/manifest.ts';
import { type Decrypt, Undecryptable } from '../age/age.ts';
import type { Parts } from '../age/streams.ts';
import { chunks, type Store } from './files.ts';
import { openObject } from './objects.ts';
import { guarded } from './problems.ts';

/** What a manifest or a journal says about a content. */
export type ContentOf = Pick<SavedFile, 'sha256' | 'stored'>;

/** A content that is open; whoever opened it closes it. */
type OpenContent = { parts: Parts; close(): Promise<void> };

/**
 * A content of the store, decrypted. Its object was found to be whole before; that it decrypts to what its digest says
 * is seen by reading it. Problems: `object-missing`, `object-damaged`, `identity-missing`, `identity-wrong`.
 */
async function openContent(
  store: Store,
  content: ContentOf,
  decrypt: Decrypt | undefined,
): Promise<Result<OpenContent>> {
  if (content.stored !== undefined && decrypt === undefined) return refuse(IDENTITY_MISSING);
  const object = await openObject(store, objectOf(content));
  if (!object.ok) return object;
  const file = object.value;
  const close = () => file.close();
  if (content.stored === undefined || decrypt === undefined) return ok({ parts: chunks(file), close });
  try {
    const plain = await decrypt(chunks(file));
    if (plain.ok) return ok({ parts: plain.value, close });
    await close();
    return plain;
  } catch (error) {
    await close();
    if (error instanceof Undecryptable) return refuse(undecryptable(content, error.message));
    throw error;
  }
}

/** The parts of a content, for writing them somewhere; throws for everything that is wrong with it. */
export async function* contentParts(
  store: Store,
  content: ContentOf,
  decrypt?: Decrypt,
): AsyncGenerator<Uint8Array> {
  const open = await openContent(store, content, decrypt);
  if (!open.ok) throw new Error(open.problem.message);
  try {
    yield* open.value.parts;
  } finally {
    await open.value.close();
  }
}

/**
 * Reads a content to its end and holds it against its digest. Gives the digest and the size of what it is in plain.
 * Problems: those of `openContent`, and `store-io`.
 */
export function readContent(
  store: Store,
  content: ContentOf,
  decrypt?: Decrypt,
): Promise<Result<{ sha256: string; size: number }>> {
  return guarded(store.directory, async () => {
    const open = await openContent(store, content, decrypt);
    if (!open.ok) return open;
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const part of open.value.parts) {
        hash.update(part);
        size += part.length;
      }
    } catch (error) {
      if (error instanceof Undecryptable) return refuse(undecryptable(content, error.message));
      throw error;
    } finally {
      await open.value.close();
    }
    const sha256 = hash.digest('hex');
    if (sha256 !== content.sha256 && !isBlind(content))
      return refuse(undecryptable(content, 'it is another content than the one that was saved'));
    return ok({ sha256, size });
  });
}

/**
 * Whether all contents of a snapshot can be read with these identities: every one is read to its end. Gives a problem
 * for each file that cannot be put back; none means that a restore will have its contents.
 */
export async function unreadableContents(
  store: Store,
  files: readonly (ContentOf & { path: string; link?: string | null })[],
  decrypt?: Decrypt,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const read = new Map<string, Problem | undefined>();
  for (const { path, link, ...content } of files) {
    if (link !== undefined && link !== null) continue;
    const key = `${objectOf(content)} ${content.sha256}`;
    if (!read.has(key)) {
      const found = await readContent(store, content, decrypt);
      read.set(key, found.ok ? undefined : found.problem);
    }
    const problem = read.get(key);
    if (problem !== undefined) problems.push({ ...problem, path });
  }
  return problems;
}

/** Why contents are not known, by the name of their object: the problems of `readContent`. */
export type Sealed = ReadonlyMap<string, Problem>;

/**
 * The files of an exported snapshot with the digests of what they are in plain: those have to be decrypted for that. A
 * file that cannot be stays blind.
 */
export async function plainDigests(
  store: Store,
  files: readonly SavedFile[],
  decrypt: Decrypt | undefined,
): Promise<{ files: SavedFile[]; sealed: Sealed }> {
  const seen: SavedFile[] = [];
  const sealed = new Map<string, Problem>();
  for (const file of files) {
    const plain = isBlind(file) ? await readContent(store, file, decrypt) : ok({});
    if (!plain.ok) sealed.set(objectOf(file), plain.problem);
    seen.push(plain.ok ? { ...file, ...plain.value } : file);
  }
  return { files: seen, sealed };
}

/** The same where every one has to be known. Problems: those of `readContent`, with the file's path. */
export async function withPlainDigests(
  store: Store,
  files: readonly SavedFile[],
  decrypt: Decrypt | undefined,
): Promise<Result<SavedFile[]>> {
  const plain = await plainDigests(store, files, decrypt);
  const first = plain.files.find((file) => plain.sealed.has(objectOf(file)));
  if (first === undefined) return ok(plain.files);
  return refuse({ ...plain.sealed.get(objectOf(first))!, path: first.path });
}

/** What keeps encrypted contents from being decrypted, as far as their first bytes tell: missing and wrong identities. */
export async function canDecrypt(
  store: Store,
  files: readonly (ContentOf & { path: string })[],
  decrypt: Decrypt | undefined,
): Promise<Problem[]> {
  const encrypted = files.filter(({ stored }) => stored !== undefined);
  if (encrypted.length === 0) return [];
  if (decrypt === undefined) {
    const others = encrypted.length === 1 ? '' : ` So are ${encrypted.length - 1} others.`;
    const message = `${IDENTITY_MISSING.message}${others}`;
    return [{ ...IDENTITY_MISSING, message, path: encrypted[0]!.path }];
  }
  const problems: Problem[] = [];
  for (const { path, ...content } of encrypted) {
    const open = await guarded(store.directory, () => openContent(store, content, decrypt));
    if (open.ok) await open.value.close();
    else problems.push({ ...open.problem, path });
  }
  return problems;
}

const IDENTITY_MISSING: Problem = {
  code: 'identity-missing',
  message: 'The content is encrypted, and no identity was given.',
  hint: 'Name the file with the age identity: --identity FILE, or HOLDFAST_IDENTITY.',
};

function undecryptable(content: ContentOf, why: string): Problem {
  return {
    code: 'object-damaged',
    message: `The encrypted content ${objectOf(content)} is as it was written, but does not decrypt: ${why}.`,
    hint: 'Somebody has replaced it together with its digest, or it was damaged while it was encrypted. Use another snapshot.',
  };
}
