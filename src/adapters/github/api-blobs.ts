import type { Blob, Entry } from '../../snapshots/snapshot.ts';
import { gitId } from './api-tree.ts';
import type { GitHub } from './client.ts';

/** Bytes; larger blobs are refused, as they are in git mode. */
const LARGEST = 50 * 1024 * 1024;
/** Bytes after which GraphQL cuts a text. */
const LONGEST_TEXT = 512_000;
/** What is asked for, and held in memory, at once. */
const BATCH_BLOBS = 50;
const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Reads blobs: texts many at a time through GraphQL, the others one by one through REST. Whatever way bytes came,
 * they are those that git's id stands for, or the blob is refused. `sizes` are bytes by id, as far as known.
 * https://docs.github.com/en/rest/git/blobs, https://docs.github.com/en/graphql/reference/objects#blob
 */
export function blobReader(github: GitHub, sizes: ReadonlyMap<string, number>) {
  // What GraphQL refuses once (a server without it, a token without access) is not asked for again and again.
  let graphql = true;

  async function texts(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    if (!graphql || ids.length === 0) return found;
    const fields = ids.map((id, at) => `b${at}: object(oid: "${id}") { ... on Blob { text } }`);
    const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields.join(' ')} } }`;
    const answer = await github.graphql(query, { owner: github.owner, repo: github.repo });
    graphql = answer.ok;
    for (const [at, id] of ids.entries()) {
      const text = answer.ok ? answer.value?.repository?.[`b${at}`]?.text : undefined;
      // Binary content is null; a cut or lossy text has another id. Both are left to REST.
      const bytes = typeof text === 'string' ? Buffer.from(text) : undefined;
      if (bytes && gitId('blob', bytes, id) === id) found.set(id, bytes);
    }
    return found;
  }

  async function single(id: string): Promise<Blob> {
    const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
    // As raw bytes: in JSON, 50 MiB would take 200 MiB of memory.
    const headers = { accept: 'application/vnd.github.raw+json' };
    const answer = await github.request<unknown>(route, { file_sha: id, headers });
    if (!answer.ok) {
      return { id, refused: answer.problem.code === 'github-not-found' ? 'missing' : 'unreadable' };
    }
    const bytes = answer.value.data;
    if (!(bytes instanceof Uint8Array) || gitId('blob', bytes, id) !== id)
      return { id, refused: 'unreadable' };
    return bytes.length > LARGEST ? tooLarge(id, bytes.length) : { id, bytes };
  }

  async function readBatch(batch: readonly Entry[]): Promise<Map<string, Promise<Blob>>> {
    const sizeOf = (id: string) => sizes.get(id) ?? 0;
    const ids = [...new Set(batch.filter(({ mode }) => mode !== 'submodule').map(({ id }) => id))];
    const short = await texts(ids.filter((id) => sizeOf(id) <= LONGEST_TEXT));
    return new Map(
      ids.map((id) => {
        if (sizeOf(id) > LARGEST) return [id, Promise.resolve(tooLarge(id, sizeOf(id)))];
        const bytes = short.get(id);
        return [id, bytes === undefined ? single(id) : Promise.resolve({ id, bytes })];
      }),
    );
  }

  return async function* read(entries: readonly Entry[]): AsyncGenerator<Blob> {
    for (const batch of batches(entries, sizes)) {
      const blobs = await readBatch(batch);
      for (const { id, mode } of batch) {
        // A submodule's id names a commit of another repository.
        yield mode === 'submodule' ? { id, refused: 'unreadable' } : await blobs.get(id)!;
      }
    }
  };
}

function* batches(entries: readonly Entry[], sizes: ReadonlyMap<string, number>): Generator<Entry[]> {
  let batch: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizes.get(entry.id) ?? LONGEST_TEXT;
    if (batch.length > 0 && (batch.length >= BATCH_BLOBS || bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function tooLarge(id: string, size: number): Blob {
  return { id, refused: 'too-large', size };
}
