import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openLocalPair } from '../../../src/adapters/git/open-pair.ts';
import { openApiPair } from '../../../src/adapters/github/api-pair.ts';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { choosePolicy } from '../../../src/adapters/policy.ts';
import { schemaLoader } from '../../../src/adapters/schemas.ts';
import { check } from '../../../src/check.ts';
import { jsonReport } from '../../../src/reports/json.ts';
import type { Blob, SnapshotPair } from '../../../src/snapshots/snapshot.ts';
import type { Decision } from '../../../src/verdict/decision.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';
import { unwrap } from '../git/support.ts';

let rig: Rig;
const repositories: TestRepository[] = [];

beforeAll(async () => {
  rig = await startGitHub();
});

afterAll(async () => {
  await rig.close();
  await Promise.all(repositories.map((repository) => repository.dispose()));
});

type Options = Partial<Parameters<typeof openGitHub>[0]>;
const json = (decision: Decision) => jsonReport(decision, { color: false });
const client = (more: Options = {}) =>
  openGitHub({
    token: rig.token,
    repository: rig.repository,
    apiUrl: rig.apiUrl,
    graphqlUrl: rig.graphqlUrl,
    ...more,
  });

const POLICY = 'critical:\n  - files: ["**", "!.github/**"]\n';
type Change = (repository: TestRepository) => Promise<unknown>;

/** A repository with two commits, which GitHub has too. */
async function commits(base: Change, head: Change) {
  const repository = await createRepository();
  repositories.push(repository);
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('kept.yml', 'kept: true\n');
  await base(repository);
  const from = await repository.commit();
  await head(repository);
  const to = await repository.commit();
  await rig.importRepository(repository.dir);
  return { directory: repository.dir, base: from, head: to };
}

async function decide(pair: SnapshotPair, directory: string) {
  return check(pair, {
    policy: (before) => choosePolicy(before, { criticalFiles: [], schemas: [] }, directory),
    schemas: (policy, side) => schemaLoader(pair[side], { hosts: policy.schemaHosts, side }),
  });
}

/** Everything that a pair gives: its differences, and both sides with all of their bytes. */
async function everything(pair: SnapshotPair) {
  const sides = [];
  for (const side of [pair.before, pair.after]) {
    const entries = unwrap(await side.entries());
    const blobs: Blob[] = [];
    for await (const blob of side.read(entries)) blobs.push(blob);
    sides.push(entries.map((entry, at) => ({ entry, blob: shown(blobs[at]!) })));
    for (const entry of entries.slice(0, 20)) expect(unwrap(await side.entry(entry.path))).toEqual(entry);
  }
  return { differences: unwrap(await pair.differences()), sides };
}

const shown = (blob: Blob) =>
  'bytes' in blob ? { ...blob, bytes: Buffer.from(blob.bytes).toString('base64') } : blob;

/** Asserts that both modes see and decide the same, and gives the decision. */
async function same(made: { directory: string; base: string; head: string }) {
  const local = unwrap(await openLocalPair(made));
  const remote = unwrap(await openApiPair(client(), made));
  try {
    const [byGit, byApi] = [await decide(local, made.directory), await decide(remote, made.directory)];
    expect(json(unwrap(byApi))).toBe(json(unwrap(byGit)));
    const seen = await everything(remote);
    expect(seen).toEqual(await everything(local));
    expect(remote.failure()).toBeUndefined();
    return { decision: unwrap(byApi), seen };
  } finally {
    await local.close();
    await remote.close();
  }
}

const keys = (count: number, value = 'value') =>
  Array.from({ length: count }, (_, at) => `key-${at}: ${value}-${at}\n`).join('');
const gitlink = (id: string) => ['update-index', '--add', '--cacheinfo', `160000,${id},vendor/lib`] as const;

describe('API mode and git mode give the same bytes for', () => {
  const cases: Record<string, [base: Change, head: Change, paths: string[]]> = {
    'a file that is replaced': [
      (r) => r.write('config/app.yml', keys(30)),
      (r) => r.write('config/app.yml', 'other: 1\n'),
      ['config/app.yml'],
    ],
    'a rename, and one with changes': [
      async (r) => {
        await r.write('a/exact.yml', keys(20));
        await r.write('a/near.yml', keys(40, 'near'));
      },
      async (r) => {
        await r.git('mv', 'a/exact.yml', 'b-exact.yml');
        await r.git('mv', 'a/near.yml', 'b-near.yml');
        await r.write('b-near.yml', `${keys(39, 'near')}more: 1\n`);
      },
      ['a/exact.yml', 'a/near.yml', 'b-exact.yml', 'b-near.yml'],
    ],
    'a symbolic link': [
      (r) => r.write('link.yml', 'a: 1\n'),
      async (r) => {
        await r.remove('link.yml');
        await r.link('link.yml', 'kept.yml');
      },
      ['link.yml'],
    ],
    'a directory that becomes a link, and a file that becomes a directory': [
      async (r) => {
        await r.write('conf/one.yml', 'a: 1\n');
        await r.write('flat', 'a: 1\n');
        await r.write('flat.yml', 'a: 1\n');
      },
      async (r) => {
        await r.remove('conf');
        await r.link('conf', 'elsewhere');
        await r.remove('flat');
        await r.write('flat/inner.yml', 'a: 1\n');
        await r.write('flat.yml', 'a: 2\n');
      },
      ['conf', 'conf/one.yml', 'flat', 'flat.yml', 'flat/inner.yml'],
    ],
    'modes and an executable': [
      async (r) => {
        await r.write('run.yml', 'a: 1\n');
        await r.write('tool.sh', 'echo 1\n');
        await r.chmod('tool.sh', 0o755);
      },
      async (r) => {
        await r.chmod('run.yml', 0o755);
        await r.write('tool.sh', 'echo 2\n');
      },
      ['run.yml', 'tool.sh'],
    ],
    'binary content, an empty file, and a file that is emptied': [
      async (r) => {
        await r.write('logo.png', Buffer.from([137, 80, 78, 71, 0, 1, 2, 255, 254]));
        await r.write('emptied.yml', keys(5));
      },
      async (r) => {
        await r.write('logo.png', Buffer.from([137, 80, 78, 71, 0, 9, 9, 255, 254]));
        await r.write('emptied.yml', '');
        await r.write('empty.yml', '');
      },
      ['emptied.yml', 'empty.yml', 'logo.png'],
    ],
    'a text of more than 512,000 bytes': [
      (r) => r.write('large.yml', keys(26_000)),
      (r) => r.write('large.yml', keys(25_000)),
      ['large.yml'],
    ],
    'names that are not ASCII, or odd': [
      (r) => r.write('ünïcode/é.yml', 'a: 1\n'),
      async (r) => {
        const odd = [
          'ünïcode/é.yml',
          'e\u0301.yml',
          '\ufffd.yml',
          '\u{1f600}.yml',
          '\ue000.yml',
          'tab\t.yml',
        ];
        for (const name of [...odd, '#?%2f&.yml', '"q\\".yml']) await r.write(name, 'a: 2\n');
      },
      [
        '"q\\".yml',
        '#?%2f&.yml',
        'e\u0301.yml',
        'tab\t.yml',
        'ünïcode/é.yml',
        '\ue000.yml',
        '\ufffd.yml',
        '\u{1f600}.yml',
      ],
    ],
    'CRLF, a byte order mark and U+FFFD in texts': [
      async (r) => {
        await r.git('config', 'core.autocrlf', 'false');
        await r.write('crlf.yml', 'a: 1\r\nb: 2\r\n');
        await r.write('bom.yml', '\ufeffa: 1\n');
        await r.write('replacement.yml', 'a: "\ufffd"\n');
      },
      async (r) => {
        await r.write('crlf.yml', 'a: 1\nb: 2\n');
        await r.write('bom.yml', 'a: 1\n');
        await r.write('replacement.yml', 'a: "\ufffd\ufffd"\n');
      },
      ['bom.yml', 'crlf.yml', 'replacement.yml'],
    ],
    'Latin-1 and other bytes that are no UTF-8': [
      (r) => r.write('latin.properties', Buffer.from('name=caf\xe9\n', 'latin1')),
      async (r) => {
        await r.write('latin.properties', Buffer.from('name=th\xe9\n', 'latin1'));
        await r.write('cut.yml', Buffer.from([0x61, 0x3a, 0x20, 0xe2, 0x82, 0x0a]));
      },
      ['cut.yml', 'latin.properties'],
    ],
    'deep directories that come and go': [
      (r) => r.write(`${'down/'.repeat(40)}old.yml`, 'a: 1\n'),
      async (r) => {
        await r.remove('down');
        for (const at of [1, 2, 3]) await r.write(`${'up/'.repeat(30 * at)}new-${at}.yml`, `a: ${at}\n`);
      },
      [`${'down/'.repeat(40)}old.yml`, ...[1, 2, 3].map((n) => `${'up/'.repeat(30 * n)}new-${n}.yml`)],
    ],
    'a changed schema and a broken document': [
      async (r) => {
        await r.write('.github/holdfast.yml', `${POLICY}    schema: s.json\n`);
        await r.write('s.json', '{"type":"object","properties":{"a":{"type":"integer"}}}');
        await r.write('app.yml', 'a: 1\n');
      },
      async (r) => {
        await r.write('s.json', '{}');
        await r.write('app.yml', 'a: "text"\n');
        await r.write('broken.yml', 'a: [1\n');
      },
      ['app.yml', 'broken.yml', 's.json'],
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [base, head, paths]) => {
    const { seen } = await same(await commits(base, head));
    expect(seen.differences.map(({ path }) => path)).toEqual(paths);
  });

  test('submodules that move and appear', async () => {
    const repository = await createRepository();
    repositories.push(repository);
    const moved = async (id: string) => {
      await repository.git(...gitlink(id));
      await repository.git('commit', '--quiet', '--message', 'submodule');
      return repository.git('rev-parse', 'HEAD');
    };
    await repository.write('.github/holdfast.yml', POLICY);
    await repository.commit();
    const ids = [await moved('1'.repeat(40)), await moved('2'.repeat(40))];
    await rig.importRepository(repository.dir);
    const { seen } = await same({ directory: repository.dir, base: ids[0]!, head: ids[1]! });
    expect(seen.differences).toEqual([
      {
        path: 'vendor/lib',
        before: { path: 'vendor/lib', mode: 'submodule', id: '1'.repeat(40) },
        after: { path: 'vendor/lib', mode: 'submodule', id: '2'.repeat(40) },
      },
    ]);
    expect(seen.sides[1]!.at(-1)!.blob).toEqual({ id: '2'.repeat(40), refused: 'unreadable' });
  });

  test('an empty tree and equal commits', async () => {
    const repository = await createRepository();
    repositories.push(repository);
    const empty = await repository.commit();
    await repository.write('a.yml', 'a: 1\n');
    const full = await repository.commit();
    await rig.importRepository(repository.dir);
    const made = { directory: repository.dir, base: empty, head: full };
    expect((await same(made)).seen.differences).toHaveLength(1);
    expect((await same({ ...made, base: full })).seen.differences).toEqual([]);
    expect((await same({ ...made, head: empty })).seen.differences).toEqual([]);
  });
});
