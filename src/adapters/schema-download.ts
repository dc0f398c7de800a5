import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { SchemaSource } from '../schemas/source.ts';
import { sha256 } from '../store/seal.ts';

export type Fetch = (url: string, init: { redirect: 'manual'; signal: AbortSignal }) => Promise<Response>;

export type DownloadSettings = { hosts: readonly string[]; cacheDirectory: string; fetch: Fetch };

type UrlSource = SchemaSource & { kind: 'url' };

const MOST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 5;

/**
 * The bytes behind a URL. A pinned one may come from any https host, redirects included, because its bytes are
 * compared with the pin; they are cached under it. Others come from a listed host and stay on listed hosts.
 */
export async function download(source: UrlSource, settings: DownloadSettings): Promise<Result<Uint8Array>> {
  const refused = refusal(source, source.url, settings.hosts);
  if (refused !== undefined) return refuse(refused);
  const pin = source.sha256?.toLowerCase();
  if (pin === undefined) return fetchBytes(source, settings);
  const file = join(settings.cacheDirectory, 'schemas', pin);
  const cached = await readFile(file).catch(() => undefined);
  if (cached !== undefined && sha256(cached) === pin) return ok(cached);
  const bytes = await fetchBytes(source, settings);
  if (!bytes.ok) return bytes;
  const actual = sha256(bytes.value);
  if (actual !== pin) {
    return refuse({
      code: 'schema-pin',
      message: `The schema ${source.url} is not the pinned one: its sha256 is ${actual}, the policy says ${pin}.`,
      hint: 'Look at what changed at that address; when it is right, put the new sha256 into the policy.',
      path: source.url,
    });
  }
  await keep(file, bytes.value);
  return bytes;
}

/** Why this address may not be asked at all. */
function refusal(source: UrlSource, address: string, hosts: readonly string[]): Problem | undefined {
  const no = (why: string, hint: string): Problem => ({
    code: 'schema-refused',
    message: `The schema ${source.url} is not fetched: ${why}.`,
    hint,
    path: source.url,
  });
  if (!URL.canParse(address)) return no('it is not a URL', 'Correct the URL.');
  const url = new URL(address);
  if (url.protocol !== 'https:') return no(`${url.protocol.slice(0, -1)} is not https`, 'Use an https URL.');
  if (url.username !== '' || url.password !== '') {
    return no('it carries a user name or password', 'Commit the schema to the repository instead.');
  }
  if (source.sha256 !== undefined) {
    const isDigest = /^[0-9a-f]{64}$/i.test(source.sha256);
    return isDigest ? undefined : no('its sha256 is not 64 hex digits', 'Correct the sha256.');
  }
  if (hosts.includes(url.host)) return undefined;
  const from = address === source.url ? '' : ' (it was redirected there)';
  return no(
    `its host ${url.host} is not listed and it has no pinned sha256${from}`,
    'Pin it with `sha256`, or add the host to `schema-hosts`.',
  );
}

async function fetchBytes(source: UrlSource, settings: DownloadSettings): Promise<Result<Uint8Array>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    let address = new URL(source.url).href;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const response = await settings.fetch(address, { redirect: 'manual', signal });
      if (response.status >= 300 && response.status < 400 && response.headers.has('location')) {
        await response.body?.cancel();
        address = new URL(response.headers.get('location')!, address).href;
        const refused = refusal(source, address, settings.hosts);
        if (refused !== undefined) return refuse(refused);
      } else if (response.ok) {
        return await readBody(source, response);
      } else {
        await response.body?.cancel();
        return refuse(unreachable(source, `the server answered ${response.status}`));
      }
    }
    return refuse(unreachable(source, `it was redirected more than ${MOST_REDIRECTS} times`));
  } catch (error) {
    return refuse(unreachable(source, reasonOf(error)));
  }
}

async function readBody(source: UrlSource, response: Response): Promise<Result<Uint8Array>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) {
      return refuse({
        code: 'schema-refused',
        message: `The schema ${source.url} is larger than ${MOST_BYTES / 1024 / 1024} MiB.`,
        hint: 'Use a smaller schema, or a part of it.',
        path: source.url,
      });
    }
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `there was no answer within ${TIMEOUT_MS / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function unreachable(source: UrlSource, why: string): Problem {
  return {
    code: 'schema-unreachable',
    message: `The schema ${source.url} could not be fetched: ${why}.`,
    hint: 'Try again; or commit the schema to the repository and name its path.',
    path: source.url,
  };
}

/** A cache that cannot be written is no reason to stop. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(temporary, bytes, { mode: 0o600 });
    await rename(temporary, file);
  } catch {}
}
