import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type OpenPair, openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import type { LoadSchema } from '../../src/schemas/load.ts';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';

let repository: TestRepository;
let pair: OpenPair;

beforeAll(async () => {
  repository = await createRepository();
  await repository.write('schemas/a.json', '\ufeff{"type":"string"}');
  await repository.write('schemas/bad.json', Uint8Array.of(0x22, 0xff, 0x22));
  await repository.link('schemas/link.json', 'a.json');
  const base = await repository.commit();
  await repository.write('schemas/a.json', 'true');
  await repository.write('schemas/new.json', 'true');
  const head = await repository.commit();
  const opened = await openLocalPair({ directory: repository.dir, base, head });
  if (!opened.ok) throw new Error(opened.problem.message);
  pair = opened.value;
});

afterAll(async () => {
  await pair.close();
  await repository.dispose();
});

const codeOf = async (result: ReturnType<LoadSchema>) => {
  const loaded = await result;
  return loaded.ok ? loaded.value.text : loaded.problem.code;
};

describe('paths', () => {
  test.each([
    ['schemas/a.json', '{"type":"string"}'],
    ['schemas/new.json', 'schema-missing'],
    ['schemas', 'schema-missing'],
    ['schemas/link.json', 'schema-refused'],
    ['schemas/bad.json', 'schema-syntax'],
    ['../a.json', 'schema-missing'],
  ])('%s, from the base commit', async (path, expected) => {
    const load = schemaLoader(pair.before, { hosts: [] });
    expect(await codeOf(load({ kind: 'path', path }))).toBe(expected);
  });
});

describe('paths of the head', () => {
  test('are read from there, and messages say so', async () => {
    const load = schemaLoader(pair.after, { hosts: [], side: 'after' });
    expect(await codeOf(load({ kind: 'path', path: 'schemas/new.json' }))).toBe('true');
    expect(await load({ kind: 'path', path: 'schemas/none.json' })).toMatchObject({
      problem: { code: 'schema-missing', message: expect.stringContaining('in the head version') },
    });
  });
});

describe('URLs', () => {
  const SCHEMA = '{"type":"number"}';
  const PIN = createHash('sha256').update(SCHEMA).digest('hex');
  const open: { server: Server; dispose(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const { server, dispose } of open.splice(0)) {
      server.closeAllConnections();
      server.close();
      await dispose();
    }
  });

  /** A loader whose transport reaches a real server instead of every host; `asked` notes the URLs. */
  async function remote(listener: RequestListener, hosts: string[] = []) {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { dir, dispose } = await createDirectory();
    open.push({ server, dispose });
    const asked: string[] = [];
    const load = schemaLoader(pair.before, {
      hosts,
      cacheDirectory: dir,
      fetch: (url, init) => {
        asked.push(url);
        const { pathname } = new URL(url);
        return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, init);
      },
    });
    const from = (url: string, sha256?: string) =>
      codeOf(load({ kind: 'url', url, ...(sha256 === undefined ? {} : { sha256 }) }));
    return { asked, from, directory: dir };
  }

  test('a pinned one is fetched once, kept under its sha256, and a damaged copy is not used', async () => {
    const { asked, from, directory } = await remote((_, response) => response.end(SCHEMA));
    expect(await from('https://any.example/a.json', PIN)).toBe(SCHEMA);
    expect(await from('https://other.example/a.json', PIN.toUpperCase())).toBe(SCHEMA);
    expect(asked).toEqual(['https://any.example/a.json']);
    const file = join(directory, 'schemas', PIN);
    await writeFile(file, 'true');
    expect(await from('https://any.example/a.json', PIN)).toBe(SCHEMA);
    expect(await readFile(file, 'utf8')).toBe(SCHEMA);
    expect(await readdir(join(directory, 'schemas'))).toEqual([PIN]);
  });

  test('other bytes than the pinned ones are refused, and not kept', async () => {
    const { from, directory } = await remote((_, response) => response.end('true'));
    expect(await from('https://any.example/a.json', PIN)).toBe('schema-pin');
    expect(await readdir(directory)).toEqual([]);
  });

  test.each([
    ['http://listed.example/a.json', PIN],
    ['https://user:secret@listed.example/a.json', PIN],
    ['https://listed.example/a.json', 'abc'],
    ['https://unlisted.example/a.json', undefined],
    ['https://sub.listed.example/a.json', undefined],
    ['https://listed.example:8443/a.json', undefined],
    ['file:///etc/passwd', undefined],
    ['a.json', undefined],
  ])('%s is refused without asking anybody', async (url, sha256) => {
    const { asked, from } = await remote((_, response) => response.end(SCHEMA), ['listed.example']);
    expect(await from(url, sha256)).toBe('schema-refused');
    expect(asked).toEqual([]);
  });

  test('a listed host is believed without a pin, and nothing is kept', async () => {
    const { from, directory } = await remote((_, response) => response.end(SCHEMA), ['listed.example']);
    expect(await from('https://listed.example/a.json')).toBe(SCHEMA);
    expect(await readdir(directory)).toEqual([]);
  });

  const redirect =
    (to: string): RequestListener =>
    (request, response) => {
      if (request.url === '/b.json') response.end(SCHEMA);
      else response.writeHead(302, { location: to }).end();
    };

  test('redirects: within listed hosts, elsewhere only with a pin, never away from https', async () => {
    const near = await remote(redirect('/b.json'), ['listed.example']);
    expect(await near.from('https://listed.example/a.json')).toBe(SCHEMA);
    const far = await remote(redirect('https://far.example/b.json'), ['listed.example']);
    expect(await far.from('https://listed.example/a.json')).toBe('schema-refused');
    expect(far.asked).toEqual(['https://listed.example/a.json']);
    expect(await far.from('https://listed.example/a.json', PIN)).toBe(SCHEMA);
    const plain = await remote(redirect('http://listed.example/b.json'), ['listed.example']);
    expect(await plain.from('https://listed.example/a.json', PIN)).toBe('schema-refused');
    const round = await remote(redirect('/a.json'), ['listed.example']);
    expect(await round.from('https://listed.example/a.json')).toBe('schema-unreachable');
    expect(round.asked).toHaveLength(6);
  });

  test('an error page, a broken connection and a flood are no schemas', async () => {
    const gone = await remote((_, response) => response.writeHead(404).end(SCHEMA), ['h.example']);
    expect(await gone.from('https://h.example/a.json')).toBe('schema-unreachable');
    const broken = await remote((request) => request.socket.destroy(), ['h.example']);
    expect(await broken.from('https://h.example/a.json')).toBe('schema-unreachable');
    const flood = await remote(
      (_, response) => response.end(Buffer.alloc(6 * 1024 * 1024, 32)),
      ['h.example'],
    );
    expect(await flood.from('https://h.example/a.json')).toBe('schema-refused');
  });
});
