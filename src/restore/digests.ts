import { mayHoldSecrets } from '../checks/hidden.ts';
import { openAll } from '../diff/embedded.ts';
import type { Document } from '../documents/document.ts';
import { embeddedReader } from '../documents/embedded.ts';
import { isSensitiveKey } from '../findings/redact.ts';
import type { Selection } from '../policy/policy.ts';
import { readBlobs, toDocument } from '../subjects/read.ts';
import { type Sides, wantedEntry } from './compare.ts';
import type { Location, Plan } from './plan.ts';

/**
 * The files that a restore writes of which the digest may be told: nobody can try short secrets against it. Contents that
 * cannot be read are none of them.
 */
export async function openDigests(
  { writes }: Plan,
  select: (location: Location) => Selection,
  { after }: Sides,
): Promise<Set<Location>> {
  const open = new Set<Location>();
  for (const write of writes) {
    if (write.sensitive) continue;
    const entry = wantedEntry(write);
    const selection = select(write.path);
    // One by one: together they could be larger than the memory.
    const [blob] = await readBlobs(after, [entry]);
    const document = await opened(await toDocument(entry, blob!, selection.format));
    const isUnread = document.kind === 'opaque' && document.reason === 'missing';
    if (!isUnread && !mayHoldSecrets(selection, document)) open.add(write.path);
  }
  return open;
}

async function opened(document: Document): Promise<Document> {
  return document.kind === 'parsed' ? openAll(document, embeddedReader(), isSensitiveKey) : document;
}
