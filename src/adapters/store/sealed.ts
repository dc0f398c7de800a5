import { createHash } from 'node:crypto';
import { ok, type Result } from '../../model/problem.ts';
import { isBlind, type Stored } from '../../store/manifest.ts';
import { createEncrypt } from '../age/age.ts';
import { type Store, writeTemporary } from './files.ts';
import { type Encryption, hashed, isWhole } from './objects.ts';
import { readSnapshot, storedIds } from './snapshots.ts';

/**
 * Encrypts contents for these recipients. A content that an earlier snapshot has for exactly them is not encrypted
 * again, though age would make other bytes of it: an unchanged run adds nothing. Problem: `recipient-invalid`.
 * @param recipients sorted.
 */
export async function createEncryption(
  recipients: readonly string[],
  all: boolean,
): Promise<Result<Encryption>> {
  const encrypt = await createEncrypt(recipients);
  if (!encrypt.ok) return encrypt;
  let earlier: Earlier | undefined;
  return ok({
    recipients,
    all,
    async seal(store, { digest, parts }, put) {
      earlier ??= earlierContents(store, recipients);
      const found = await earlier(digest);
      if (found !== undefined && (await isWhole(store, found.sha256, found.size))) return found;
      const plain = createHash('sha256');
      const cipher = createHash('sha256');
      let size = 0;
      const sealed = hashed(await encrypt.value(hashed(parts(), plain)), {
        update(part) {
          size += part.length;
          cipher.update(part);
        },
      });
      const temporary = await writeTemporary(store, sealed);
      if (plain.digest('hex') !== digest) {
        await store.fs.unlink(temporary);
        return undefined;
      }
      const sha256 = cipher.digest('hex');
      await put(sha256, size, temporary);
      return { sha256, size };
    },
  });
}

/** Finds the encrypted form of a content by the digest of the plain one. */
type Earlier = (digest: string) => Promise<Stored | undefined>;

/** Reads manifests from the newest on, one at a time, and no more of them than it takes. */
function earlierContents(store: Store, recipients: readonly string[]): Earlier {
  const known = new Map<string, Stored>();
  let unread: string[] | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const find: Earlier = async (digest) => {
    unread ??= await storedIds(store, 'snapshots');
    while (!known.has(digest)) {
      const id = unread.pop();
      if (id === undefined) break;
      const manifest = await readSnapshot(store, id);
      if (!manifest.ok || manifest.value.recipients?.join() !== recipients.join()) continue;
      for (const file of manifest.value.files) {
        const { sha256, stored } = file;
        if (stored !== undefined && !isBlind(file) && !known.has(sha256)) known.set(sha256, stored);
      }
    }
    return known.get(digest);
  };
  return (digest) => {
    const found = turn.then(() => find(digest));
    turn = found.catch(() => {});
    return found;
  };
}
