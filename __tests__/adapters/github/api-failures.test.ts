import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { openApiPair } from '../../../src/adapters/github/api-pair.ts';
import { type GitHub, openGitHub } from '../../../src/adapters/github/client.ts';
import { choosePolicy } from '../../../src/adapters/policy.ts';
import { schemaLoader } from '../../../src/adapters/schemas.ts';
import { check } from '../../../src/check.ts';
import { jsonReport } from '../../../src/reports/json.ts';
import type { Entry, SnapshotPair } from '../../../src/snapshots/snapshot.ts';
import type { Decision } from '../../../src/verdict/decision.ts';
import type { Answer, Call } from '../../rig/answer.ts';
import { type FailRule, type Rig, startGitHub } from '../../rig/github.ts';
import { unwrap } from '../git/support.ts';

let rig: Rig;
let base: string;
/** Commits with an equal, harmless change each, but with ids of their own, so that failures can be told apart. */
const heads: string[] = [];
/** What one test answers instead of GitHub. */
let instead: ((call: Call) => Answer | Promise<Answer | undefined> | undefined) | undefined;

const policy = 'critical:\n  - files: config/**\n';
/** One for each row of the table below, and one that stays whole. */
const HEADS = 41;
const long = (at: number) => `k: ${at}\ntext: ${'x'.repeat(100)}\n`;

beforeAll(async () => {
  rig = await startGitHub();
  rig.limits.blobText = 64;
  const file = (path: string, text: string) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`;
  const files = (at: number) =>
    file('config/app.yml', `k: ${at}\n`) + file('config/long.yml', long(at)) + file('other.md', `${at}\n`);
  const commit = (name: string, from: string, changes: string) =>
    `commit refs/heads/${name}\ncommitter Ada <ada@example.com> 1767323045 +0000\ndata 0\n${from}${changes}\n`;
  const stream = [commit('begin', '', file('.github/holdfast.yml', policy) + files(1000))];
  for (let at = 0; at < HEADS; at++) {
    stream.push(
      commit(`head-${at}`, 'from refs/heads/begin\n', files(at) + file(`config/new/${at}.yml`, `n: ${at}\n`)),
    );
  }
  const imported = await rig.git.run(['fast-import', '--quiet'], stream.join(''));
  if (imported.code !== 0) throw new Error(imported.err);
  base = await rig.git.text('rev-parse', 'refs/heads/begin');
  const names = heads.concat(Array.from({ length: HEADS }, (_, at) => `refs/heads/head-${at}`));
  heads.push(...(await rig.git.text('rev-parse', ...names)).split('\n'));
  rig.handle('GET', /.*/, (call) => instead?.(call));
  rig.handle('POST', /.*/, (call) => instead?.(call));
});

afterAll(() => rig.close());

const json = (decision: Decision) => jsonReport(decision, { color: false });
const client = (more: object = {}) =>
  openGitHub({ token: rig.token, repository: rig.repository, apiUrl: rig.apiUrl, ...more });

/** A client that soon gives up what `brief` matches, and has time for all else, however slow this machine is. */
function impatient(brief: RegExp, more: object = {}) {
  const [patient, short] = [client(more), client({ ...more, timeoutMs: 1_000 })];
  let calls = 0;
  const chosen = (path: string) => {
    if (!brief.test(path)) return patient;
    calls += 1;
    return short;
  };
  const github: GitHub = {
    ...patient,
    request(route, parameters = {}) {
      const path = route.replace(/\{(\w+)\}/g, (_, name) => String(parameters[name]));
      return chosen(path + ('recursive' in parameters ? '?recursive' : '')).request(route, parameters);
    },
    graphql: (query, variables) => chosen('/graphql').graphql(query, variables),
  };
  return { github, calls: () => calls };
}

const decide = (pair: SnapshotPair) =>
  check(pair, {
    policy: (before) => choosePolicy(before, { criticalFiles: [], schemas: [] }, '.'),
    schemas: ({ schemaHosts }, side) => schemaLoader(pair[side], { hosts: schemaHosts, side }),
  });

/** The verdict, or the code of the problem. */
async function outcome(head: string, github = client()): Promise<string> {
  const pair = await openApiPair(github, { base, head });
  if (!pair.ok) return pair.problem.code;
  const decision = await decide(pair.value);
  if (!decision.ok) return decision.problem.code;
  const failure = pair.value.failure();
  return [decision.value.verdict, ...(failure ? [failure.code] : [])].join(' after ');
}

const id = (revision: string) => rig.git.text('rev-parse', revision);

test('the change that these tests break is one that passes', async () => {
  const pair = unwrap(await openApiPair(client(), { base, head: heads[0]! }));
  const local = unwrap(
    await openLocalPair({ directory: rig.git.dir, gitDir: rig.git.dir, base, head: heads[0]! }),
  );
  const decision = unwrap(await decide(pair));
  expect(decision.verdict).toBe('pass');
  expect(json(decision)).toBe(json(unwrap(await decide(local))));
  await local.close();
});

const FAILURES: Record<string, [rule: Omit<FailRule, 'path'>, code: string]> = {
  '401': [{ status: 401 }, 'github-unauthorized'],
  '403': [{ status: 403 }, 'github-forbidden'],
  '404': [{ status: 404 }, 'github-not-found'],
  '422': [{ status: 422 }, 'github-invalid'],
  '429': [{ status: 429, headers: { 'retry-after': '60' } }, 'github-rate-limit'],
  '500': [{ status: 500 }, 'github-unavailable'],
  'a broken connection': [{ status: 0 }, 'github-network'],
  'no answer': [{ status: 500, delayMs: 4_000 }, 'github-timeout'],
};
/** What concerns one object only. */
const PARTICULAR = ['github-forbidden', 'github-not-found', 'github-invalid'];

describe('a failure never passes', () => {
  const calls: [name: string, path: (head: string) => Promise<string>, expected: (code: string) => string][] =
    [
      [
        'a commit',
        async (head) => `/git/commits/${head}$`,
        (code) => (code === 'github-not-found' ? 'missing-commit' : code),
      ],
      ['the root', async (head) => `/git/trees/${await id(`${head}^{tree}`)}$`, (code) => code],
      ['a directory', async (head) => `/git/trees/${await id(`${head}:config`)}$`, (code) => code],
      [
        'all directories',
        async (head) => `/git/trees/${await id(`${head}^{tree}`)}[?]recursive`,
        (code) => code,
      ],
      [
        'a blob',
        async (head) => `/git/blobs/${await id(`${head}:config/long.yml`)}$`,
        (code) => (PARTICULAR.includes(code) ? 'inconclusive' : `inconclusive after ${code}`),
      ],
    ];

  test.each(calls.map((call, at) => [call[0], at] as const))('%s', async (_, at) => {
    const [, path, expected] = calls[at]!;
    const seen = Object.entries(FAILURES).map(async ([name, [rule, code]], index) => {
      const head = heads[at * 8 + index]!;
      const broken = new RegExp(await path(head));
      rig.fail({ ...rule, path: broken });
      const more = { budgetMs: 500 };
      const github = name === 'no answer' ? impatient(broken, more).github : client(more);
      return [
        [name, await outcome(head, github)],
        [name, expected(code)],
      ] as const;
    });
    const both = await Promise.all(seen);
    expect(both.map(([got]) => got)).toEqual(both.map(([, wanted]) => wanted));
  });
});

type Item = { path: string; mode: string; sha: string; size?: number };

/** A test's answer to calls whose path matches; the others go to the rig. */
function answering(path: RegExp, answer: (call: Call) => Answer | Promise<Answer>) {
  let times = 0;
  instead = (call) => {
    if (!path.test(`${call.path}${call.query.size > 0 ? `?${call.query}` : ''}`)) return undefined;
    times += 1;
    return answer(call);
  };
  return () => times;
}

describe('what GitHub answers is not believed', () => {
  afterEach(() => {
    instead = undefined;
  });
  const head = () => heads[40]!;
  const opened = async () => unwrap(await openApiPair(client({ budgetMs: 500 }), { base, head: head() }));
  const entryOf = async (path: string): Promise<Entry> => ({
    path,
    mode: 'file',
    id: await id(`${head()}:${path}`),
  });
  const readAll = async (pair: SnapshotPair, entries: Entry[]) => {
    const found = [];
    for await (const blob of pair.after.read(entries)) {
      found.push('bytes' in blob ? Buffer.from(blob.bytes).toString() : blob.refused);
    }
    return found;
  };
  /** The true answer for `config`, with something done to it. */
  const tree = async (change: (items: Item[]) => Item[], truncated = false): Promise<Answer> => {
    const lines = (await rig.git.text('ls-tree', '-z', '-l', `${head()}:config`)).split('\0').filter(Boolean);
    const items = lines.map((line) => {
      const [, mode = '', sha = '', size = '', path = ''] = /^(\d+) \w+ (\w+) +(\S+)\t(.*)$/.exec(line)!;
      return { path, mode, sha, ...(size !== '-' && { size: Number(size) }) };
    });
    return { status: 200, body: { tree: change(items), truncated } };
  };
  const configOnly = async () => new RegExp(`/git/trees/${await id(`${head()}:config`)}$`);

  test.each([
    ['no JSON object', { status: 200, body: 'null' }],
    ['no fields', { status: 200, body: {} }],
    ['a list', { status: 200, body: [] }],
    ['no body', { status: 204 }],
    [
      'an entry of no known mode',
      { status: 200, body: { tree: [{ path: 'a', mode: '010000', sha: '1'.repeat(40) }], truncated: false } },
    ],
    [
      'an entry without an id',
      { status: 200, body: { tree: [{ path: 'a', mode: '100644' }], truncated: false } },
    ],
    ['nothing', { status: 200, body: { tree: [], truncated: false } }],
  ])('a directory with %s', async (_, answer: Answer) => {
    const times = answering(await configOnly(), () => answer);
    expect(await outcome(head())).toBe('github-inexact');
    expect(times()).toBe(1);
  });

  test.each(['no fields', 'another commit', 'no parents'])('a commit with %s', async (what) => {
    const bodies: Record<string, object> = {
      'no fields': {},
      'another commit': { sha: base, tree: { sha: base }, parents: [] },
      'no parents': { sha: head(), tree: { sha: base } },
    };
    answering(new RegExp(`/git/commits/${head()}`), () => ({ status: 200, body: bodies[what] }));
    expect(await outcome(head())).toBe('github-inexact');
  });

  test.each<[string, (items: Item[]) => Item[]]>([
    ['lacks an entry', (items) => items.slice(1)],
    ['has an entry twice', (items) => [...items, items[0]!]],
    ['has another name', (items) => items.map((item) => ({ ...item, path: item.path.toUpperCase() }))],
    [
      'has another mode',
      (items) => items.map((item) => ({ ...item, mode: item.mode.replace('644', '755') })),
    ],
    ['has another id', (items) => items.map((item) => ({ ...item, sha: item.sha.replace(/^./, '0') }))],
  ])('a directory that %s', async (_, change) => {
    const answer = await tree(change);
    const times = answering(await configOnly(), () => answer);
    expect(await outcome(head())).toBe('github-inexact');
    expect(times()).toBe(1);
  });

  test('the order of a directory does not matter, and its true answer is taken', async () => {
    const answer = await tree((items) => items.reverse());
    const times = answering(await configOnly(), () => answer);
    expect([await outcome(head()), times()]).toEqual(['pass', 1]);
  });

  test('a directory that is cut', async () => {
    const answer = await tree((items) => items, true);
    answering(await configOnly(), () => answer);
    expect(await outcome(head())).toBe('github-truncated');
  });

  test('all directories in one answer that is cut: each is asked for by itself', async () => {
    const whole = unwrap(await (await opened()).after.entries());
    expect(whole.map(({ path }) => path)).toContain('config/new/40.yml');
    rig.limits.treeEntries = 3;
    const from = rig.requests.length;
    try {
      expect(unwrap(await (await opened()).after.entries())).toEqual(whole);
    } finally {
      rig.limits.treeEntries = 100_000;
    }
    const asked = rig.requests.slice(from).filter(({ path }) => path.includes('/trees/'));
    expect(asked.map(({ query }) => query !== '')).toEqual(expect.arrayContaining([true, false]));
  });

  test('a name that is not UTF-8 is a problem, and U+FFFD itself is none', async () => {
    const blob = await id(`${base}:other.md`);
    const made = async (name: string) => {
      const bytes = Buffer.from(`100644 blob ${blob}\t${name}\0`, 'latin1');
      const directory = (await rig.git.run(['mktree', '-z'], bytes as unknown as string)).out
        .toString()
        .trim();
      return rig.git.text('commit-tree', '-m', 'name', '-p', base, directory);
    };
    const latin = unwrap(await openApiPair(client(), { base, head: await made('caf\xe9.yml') }));
    const utf8 = unwrap(await openApiPair(client(), { base, head: await made('\xef\xbf\xbd.yml') }));
    for (const refused of [
      await latin.differences(),
      await latin.after.entries(),
      await latin.after.entry('x'),
    ]) {
      expect(!refused.ok && [refused.problem.code, refused.problem.message]).toEqual([
        'github-inexact',
        expect.stringContaining('caf\ufffd.yml'),
      ]);
    }
    expect(unwrap(await utf8.after.entries()).map(({ path }) => path)).toEqual(['\ufffd.yml']);
  });

  test('a text with other bytes is read again through REST; bytes of another blob are refused', async () => {
    const entries = [await entryOf('config/app.yml'), await entryOf('other.md')];
    const graphql = answering(/graphql/, () => ({
      status: 200,
      body: { data: { repository: { b0: { text: 'k: 41\n' }, b1: { text: 40 } } } },
    }));
    expect(await readAll(await opened(), entries)).toEqual(['k: 40\n', '40\n']);
    expect(graphql()).toBe(1);
    for (const body of [Buffer.from('k: 41\n'), { content: 'azogNDAK', encoding: 'base64' }, {}]) {
      answering(/graphql|blobs/, ({ method }) =>
        method === 'GET' ? { status: 200, body } : { status: 200, body: { data: { repository: null } } },
      );
      expect(await readAll(await opened(), entries)).toEqual(['unreadable', 'unreadable']);
    }
  });

  test('a blob that is too large is not asked for; one that is gone is missing', async () => {
    const huge = 50 * 1024 * 1024 + 1;
    const answer = await tree((items) => items.map((item) => ({ ...item, size: huge })));
    answering(await configOnly(), () => answer);
    const pair = await opened();
    unwrap(await pair.differences());
    const entry = await entryOf('config/app.yml');
    const gone: Entry = { path: 'gone', mode: 'file', id: '1'.repeat(40) };
    const from = rig.requests.length;
    const blobs = [];
    for await (const blob of pair.after.read([entry, gone, entry])) blobs.push(blob);
    const refused = { id: entry.id, refused: 'too-large', size: huge };
    expect(blobs).toEqual([refused, { id: gone.id, refused: 'missing' }, refused]);
    expect(rig.requests.slice(from).filter(({ path }) => path.endsWith(entry.id))).toEqual([]);
  });

  test('after a timeout nothing more is asked for', async () => {
    answering(/graphql|blobs/, async () => {
      await sleep(2_000);
      return { status: 500 };
    });
    const { github, calls } = impatient(/graphql|blobs/);
    const pair = unwrap(await openApiPair(github, { base, head: head() }));
    const entries = Array.from({ length: 60 }, (_, at): Entry => {
      return { path: `${at}`, mode: 'file', id: `${at}`.padStart(40, '0') };
    });
    expect(new Set(await readAll(pair, entries))).toEqual(new Set(['unreadable']));
    expect(calls()).toBe(1 + 8);
    expect(pair.failure()?.code).toBe('github-timeout');
  });

  test.each([
    ['401', { status: 401 }, 'pass'],
    ['403', { status: 403 }, 'pass'],
    ['404', { status: 404 }, 'pass'],
    ['500', { status: 500 }, 'pass'],
    ['an error in the answer', { status: 200, body: { data: null, errors: [{ message: 'no' }] } }, 'pass'],
    ['429', { status: 429, headers: { 'retry-after': '60' } }, /^(github-rate-limit|policy-unreadable)$/],
  ])(
    'GraphQL that gives %s is replaced by REST, within the rate limit',
    async (_, answer: Answer, expected) => {
      answering(/graphql/, () => answer);
      expect(await outcome(head(), client({ budgetMs: 500 }))).toMatch(expected);
    },
  );

  test('a rate limit is waited for within the budget', async () => {
    let first = true;
    instead = () => {
      const limited = first && { status: 429, headers: { 'retry-after': '1' } };
      first = false;
      return limited || undefined;
    };
    expect(await outcome(head(), client({ budgetMs: 2_000 }))).toBe('pass');
  });

  test('a closed pair asks for nothing more', async () => {
    const pair = await opened();
    await pair.close();
    const from = rig.requests.length;
    const result = await pair.differences();
    expect(!result.ok && result.problem.code).toBe('closed');
    expect(rig.requests).toHaveLength(from);
  });
});
