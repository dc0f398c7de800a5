import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { saveDeployment } from '../../src/adapters/store/deployments.ts';
import type { Store } from '../../src/adapters/store/files.ts';
import { createObjectWriter } from '../../src/adapters/store/objects.ts';
import { addSnapshot, addVerdict } from '../../src/adapters/store/snapshots.ts';
import { createStore, newId } from '../../src/adapters/store/store.ts';
import { runBlame } from '../../src/cli/blame/index.ts';
import type { Manifest } from '../../src/store/manifest.ts';
import { parsePage, select } from '../helpers/html.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: config/auth/*.yml
    service: auth
    live: /etc/auth
    schema: schemas/auth.json
    protect: [issuer]
    sensitive: [signing]
  - files: config/pay/*.yml
    service: pay
`;
const production = (more = '') =>
  `environment: production\nissuer: https://login.example.com\ntoken:\n  endpoint: https://login.example.com/token\n  ttl: 900\npool: 80\nsigning: vault-1\n${more}`;
const STAGING = production()
  .replaceAll('login.example', 'login.staging.example')
  .replace('production', 'staging')
  .replace('80', '5')
  .replace('900', '86400');

let repository: TestRepository;
let minutes: number;

/** Commits at a later minute than the last one, under a name. */
async function commit(message: string, author = 'Ada'): Promise<string> {
  minutes += 10;
  const at = new Date(Date.parse('2026-01-02T00:00:00Z') + minutes * 60_000).toISOString();
  const env = testEnvironment({ GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at, GIT_AUTHOR_NAME: author });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repository.dir, env, encoding: 'utf8' });
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD').trim();
}

beforeEach(async () => {
  minutes = 0;
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/production.yml', production());
  await repository.write('config/auth/staging.yml', STAGING);
  await repository.write('config/pay/production.yml', 'bank: a\nlimit: 100\n');
  await repository.write('schemas/auth.json', '{"type": "object", "required": ["issuer"]}');
  await commit('Start');
  await repository.git('tag', 'v1');
});

afterEach(() => repository.dispose());

type Run = { code: number; out: string; err: string };

const blame = (...argv: string[]) => blameIn({}, ...argv);

async function blameIn(env: Record<string, string>, ...argv: string[]): Promise<Run> {
  const run: Run = { code: -1, out: '', err: '' };
  const store = argv.includes('--store') ? [] : ['--store', join(repository.dir, '.none')];
  run.code = await runBlame([...argv, ...store], {
    cwd: repository.dir,
    env,
    stdout: (text) => {
      run.out += text;
    },
    stderr: (text) => {
      run.err += text;
    },
    color: false,
  });
  return run;
}

async function found(...argv: string[]) {
  const { code, out, err } = await blame(...argv, '--format', 'json');
  expect(err).toBe('');
  return { code, ...JSON.parse(out) };
}

const subjects = ({ candidates }: { candidates: { subject: string }[] }) =>
  candidates.map(({ subject }) => subject);

/** The accident among ordinary commits. */
async function incident() {
  await repository.write('src/main.ts', '1');
  await commit('Feature one (#1)');
  await repository.write('config/auth/production.yml', production().replace('80', '90'));
  await commit('Raise the pool (#2)', 'Bob');
  await repository.write('config/pay/production.yml', 'bank: b\nlimit: 100\n');
  await commit('Another bank (#3)');
  await repository.write('config/auth/production.yml', STAGING);
  await repository.write('deploy/VERSION', '1');
  const id = await commit('Release 2026.01.15 (#412)', 'Mallory');
  await repository.write('config/auth/staging.yml', STAGING.replace('86400', '3600'));
  await commit('Shorter tokens on staging (#4)');
  await repository.write('src/main.ts', '2');
  await commit('Feature two (#5)');
  return id;
}

test('the first screen says what changed, who did it, when, and how to undo it', async () => {
  const id = await incident();
  const { code, out } = await blame('auth', '--since', 'v1', '--symptom', '401 from token endpoint');
  expect(code).toBe(1);
  const screen = out.split('\n').slice(0, 24).join('\n');
  expect(screen).toContain('1  Release 2026.01.15 (#412)');
  expect(screen).toMatch(/who +Mallory/);
  expect(screen).toMatch(/when +2026-01-02 00:50 UTC · commit [0-9a-f]{12} · pull request #412/);
  expect(screen).toContain('error: foreign content');
  expect(screen).toContain('symptom: ');
  const parent = await repository.git('rev-parse', '--short=12', `${id}~1`);
  expect(screen).toContain(`git restore --source=${parent} --staged --worktree --`);
  expect(screen).toContain('+ token.endpoint: "https://login.staging.example.com/token"');
  expect(screen).toContain('Replaced by sibling (error)');
  expect(out).toContain('Looked at 6 commits: 3 touch the service');
});

test('the command that it prints puts the files back', async () => {
  await incident();
  const { candidates } = await found('auth', '--since', 'v1');
  execFileSync('/bin/sh', ['-c', candidates[0].undo], { cwd: repository.dir, env: testEnvironment() });
  expect(await repository.git('diff', '--cached', '--name-only')).toBe('config/auth/production.yml');
  await commit('Undo');
  const text = await repository.git('show', 'HEAD:config/auth/production.yml');
  expect(text).toContain('pool: 90');
});

test('--html writes the page beside any format, without secrets, the same bytes each time', async () => {
  await incident();
  await repository.write('config/auth/production.yml', STAGING.replace('vault-1', 'vault-secret-2'));
  await commit('Another key (#6)');
  const pages: string[] = [];
  for (const format of ['terminal', 'json']) {
    const file = join(repository.dir, 'out', `${format}.html`);
    const argv = ['auth', '--since', 'v1', '--most', '2', '--format', format];
    const { code, out, err } = await blame(...argv, '--html', `out/${format}.html`);
    expect([code, err]).toEqual([1, `page: ${file}\n`]);
    expect(out).toBe((await blame(...argv)).out);
    pages.push(await readFile(file, 'utf8'));
  }
  expect(pages[1]).toBe(pages[0]);
  const { all, errors } = parsePage(pages[0]!);
  expect(errors).toEqual([]);
  expect(select(all, 'h1')[0]!.text).toContain('Release 2026.01.15 (#412)');
  expect(select(all, '.candidate')[0]!.text).toMatch(/Mallory.*exactly config/s);
  expect(select(all, '#timeline')[0]!.text).toContain('Raise the pool (#2)');
  expect(pages[0]).toContain('«hidden»');
  expect(pages[0]).not.toMatch(/vault-1|secret-2/);
});

test('--most leaves candidates to further, with their points, in the same order', async () => {
  await incident();
  const all = await found('auth', '--since', 'v1');
  const some = await found('auth', '--since', 'v1', '--most', '1');
  expect(all.further).toEqual([]);
  expect(subjects(all).length).toBeGreaterThan(2);
  expect([...subjects(some), ...subjects({ candidates: some.further })]).toEqual(subjects(all));
  expect(some.further.map(({ score }: { score: number }) => score)).toEqual(
    all.candidates.slice(1).map(({ score }: { score: number }) => score),
  );
  expect(some.further[0]).toMatchObject({ kind: 'commit', deployment: null, outsidePlan: false });
});

test('--html of what could not be looked at is a page that says so, and a bad place is refused first', async () => {
  await writeFile(join(repository.dir, 'page.html'), 'Likeliest cause');
  const { code } = await blame('nobody', '--since', 'v1', '--html', 'page.html');
  expect(code).toBe(2);
  const { all } = parsePage(await readFile(join(repository.dir, 'page.html'), 'utf8'));
  expect(select(all, 'h1')[0]!.text).toContain('INCONCLUSIVE');
  expect(select(all, 'main')[0]!.text).toContain('The policy names no service "nobody".');
  const refused = await blame('auth', '--since', 'v1', '--html', 'config');
  expect([refused.code, refused.out]).toEqual([2, '']);
  const unwritable = await blame('auth', '--since', 'v1', '--html', '/proc/page.html');
  expect([unwritable.code, unwritable.out !== '']).toEqual([2, true]);
});

test('the same commits give the same bytes', async () => {
  await incident();
  const argv = ['auth', '--since', 'v1', '--format', 'json'];
  expect((await blame(...argv)).out).toBe((await blame(...argv)).out);
});

test('without a service all critical files count, and another service has its own first', async () => {
  await incident();
  expect(subjects(await found('--since', 'v1'))[0]).toBe('Release 2026.01.15 (#412)');
  const pay = await found('pay', '--since', 'v1');
  expect(subjects(pay)[0]).toBe('Another bank (#3)');
  expect(pay.candidates.slice(1).every(({ touch }: { touch: string }) => touch === 'critical')).toBe(true);
});

test('the symptom lifts a change of a value that the check says nothing about', async () => {
  await repository.write('config/auth/production.yml', production().replace('ttl: 900', 'ttl: 901'));
  await commit('Tokens live longer');
  await repository.write(
    'config/auth/production.yml',
    production().replace('ttl: 900', 'ttl: 901').replace('80', '81'),
  );
  await commit('A larger pool');
  expect(subjects(await found('auth', '--since', 'v1'))[0]).toBe('A larger pool');
  const log = join(repository.dir, 'app.log');
  await writeFile(log, `${'x'.repeat(1_100_000)}\n2026-01-02 ERROR the token has expired\n`);
  expect(subjects(await found('auth', '--since', 'v1', '--symptom-file', 'app.log'))[0]).toBe(
    'Tokens live longer',
  );
});

test('a symptom is read from a pipe to its end, and of that the last part counts', async () => {
  await repository.write('config/auth/production.yml', production().replace('ttl: 900', 'ttl: 901'));
  await commit('Tokens live longer');
  const more = production().replace('ttl: 900', 'ttl: 901').replace('80', '81');
  await repository.write('config/auth/production.yml', more);
  await commit('A larger pool');
  const pipe = join(repository.dir, '.git/pipe');
  execFileSync('mkfifo', [pipe]);
  const script = `{ echo pool; head -c 3000000 /dev/zero | tr '\\0' x; echo ' the token has expired'; } > "$0"`;
  const writer = spawn('sh', ['-c', script, pipe]);
  try {
    const { candidates } = await found('auth', '--since', 'v1', '--symptom-file', pipe);
    const words = candidates.flatMap(({ reasons }: { reasons: { words?: string[] }[] }) =>
      reasons.flatMap(({ words = [] }) => words),
    );
    expect(words).toContain('token');
    expect(words).not.toContain('pool');
  } finally {
    writer.kill();
  }
});

test('what was undone since is not the cause', async () => {
  const id = await incident();
  await repository.git('revert', '--no-edit', id).catch(() => '');
  await repository.write('config/auth/production.yml', production().replace('80', '90'));
  await commit('Put the release back');
  const { candidates } = await found('auth', '--since', 'v1', '--most', '9');
  const release = candidates.find(({ subject }: { subject: string }) => subject.startsWith('Release'));
  expect(
    release.reasons.some(
      ({ kind, holds }: { kind: string; holds: number }) => kind === 'undone' && holds === 0,
    ),
  ).toBe(true);
  expect(candidates.indexOf(release)).toBeGreaterThan(0);
});

test('a merge is one candidate, with the commits that it brought and who wrote them', async () => {
  await repository.branch('release');
  await repository.write('config/auth/production.yml', STAGING);
  await commit('Prepare the release', 'Mallory');
  await repository.write('README.md', 'x');
  await commit('Say so', 'Bob');
  await repository.checkout('main');
  await repository.write('src/main.ts', '1');
  await commit('Meanwhile');
  const merge = await repository.merge('release', 'Merge pull request #7 from acme/release');
  const { candidates } = await found('auth', '--since', 'v1');
  expect(candidates[0]).toMatchObject({
    id: merge,
    pull: 7,
    inner: [{ author: 'Mallory', subject: 'Prepare the release' }],
  });
  const { out } = await blame('auth', '--since', 'v1');
  expect(out).toMatch(/who +Mallory; merged by Ada/);
});

describe('pull requests that no subject names', () => {
  async function asking(status: number, data: unknown) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const env = {
        GITHUB_TOKEN: 'test',
        GITHUB_REPOSITORY: 'acme/auth',
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
      };
      await repository.write('config/auth/production.yml', STAGING);
      const id = await commit('Release');
      return { id, asked, ...(await blameIn(env, 'auth', '--since', 'v1')) };
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  test('are asked of GitHub', async () => {
    const { out, asked, id } = await asking(200, [
      { number: 1, merged_at: null },
      { number: 99, merged_at: '2026-01-02T00:00:00Z' },
    ]);
    expect(asked).toEqual([`/repos/acme/auth/commits/${id}/pulls`]);
    expect(out).toContain('pull request #99');
  });

  test.each([
    [404, { message: 'Not Found' }],
    [200, { not: 'a list' }],
    [200, [{ number: 'x', merged_at: 'y' }, null]],
  ])('stay open when it says %i %j', async (status, data) => {
    const { out, code } = await asking(status, data);
    expect(out).not.toContain('pull request #');
    expect(out.includes('Pull requests are not named.')).toBe(status !== 200);
    expect(code).toBe(1);
  });
});

test('the schema of the service is near to it', async () => {
  await repository.write('schemas/auth.json', '{"type": "object"}');
  await commit('Ask for less');
  await repository.write('config/pay/production.yml', 'bank: b\nlimit: 100\n');
  await commit('Another bank');
  const { candidates } = await found('auth', '--since', 'v1');
  expect(candidates[0]).toMatchObject({ subject: 'Ask for less', touch: 'related' });
  expect(candidates[0].findings[0].check).toBe('schema-weakened');
});

test('secrets and hostile texts do not get out', async () => {
  await repository.write('config/auth/production.yml', production().replace('vault-1', 'hunter22-secret'));
  await commit('::error::pwned \u202e\u001b[31m##[error]', 'Eve \u001b[31m');
  for (const format of ['terminal', 'json']) {
    const { out } = await blame('auth', '--since', 'v1', '--format', format);
    expect(out).not.toMatch(/hunter22|\u001b|\u202e|^::error|##\[/m);
    expect(out).toContain('«hidden»');
  }
});

test('the page shows when it happened, and lets nothing hostile in', async () => {
  await incident();
  await repository.write('config/auth/production.yml', production().replace('vault-1', 'hunter22-secret'));
  await commit('<img src=x onerror=alert(1)> \u202e', '<b>Eve');
  const page = join(repository.dir, '.git/blame.html');
  const { code, err } = await blame('auth', '--since', 'v1', '--html', page);
  expect(err).toContain('page: ');
  expect(code).toBe(1);
  const text = await readFile(page, 'utf8');
  expect(text).toContain('class="timeline"');
  expect(text).toContain('Release 2026.01.15 (#412)');
  expect(text).toContain('git revert --no-edit');
  expect(text).not.toMatch(/<img|<b>Eve|hunter22|\u202e/);
});

describe('nothing found is no all-clear', () => {
  test('a range that touches no configuration', async () => {
    await repository.write('src/main.ts', '1');
    await commit('Feature');
    const { code, out } = await blame('auth', '--since', 'v1');
    expect(out).toContain('That is no all-clear.');
    expect(out).toContain('Looked at 1 commit: 0 touch the service');
    expect(code).toBe(2);
  });

  test('an empty range', async () => {
    expect((await blame('auth', '--since', 'HEAD')).code).toBe(2);
  });

  test.each<[string, string[], string]>([
    ['an unknown service', ['nope', '--since', 'v1'], 'Services: auth, pay.'],
    ['an unknown commit', ['auth', '--since', 'nope'], 'nope'],
    ['a moment in words', ['auth', '--since', '2 hours ago'], 'A moment is written 90m, 2h, 3d, 1w,'],
    ['a day that is none', ['auth', '--since', '2026-02-30'], '"2026-02-30" names no commit'],
    ['no store for the last good', ['auth'], 'There is no store'],
    ['two services', ['auth', 'pay', '--since', 'v1'], 'one service'],
    ['two symptoms', ['auth', '--since', 'v1', '--symptom', 'a', '--symptom-file', 'b'], 'a text or a file'],
    ['no such log', ['auth', '--since', 'v1', '--symptom-file', 'none.log'], 'none.log'],
    ['a device as log', ['auth', '--since', 'v1', '--symptom-file', '/dev/null'], 'it is no file'],
    ['no candidates wanted', ['auth', '--since', 'v1', '--most', '0'], '--most'],
    ['an unknown format', ['auth', '--since', 'v1', '--format', 'sarif'], 'sarif'],
    ['an unknown option', ['--nope'], '--nope'],
    ['no policy file', ['auth', '--since', 'v1', '--policy', 'none.yml'], 'none.yml'],
  ])('%s', async (_, argv, words) => {
    const { code, err, out } = await blame(...argv);
    expect(err).toContain(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('with a store', () => {
  let store: Store;
  beforeEach(async () => {
    const made = await createStore(join(repository.dir, '.git/store'));
    if (!made.ok) throw new Error(made.problem.message);
    store = made.value;
  });

  /** A snapshot of this host with these files. */
  async function snapshot(
    files: Record<string, string>,
    commitId: string,
    more: Partial<Manifest> = {},
  ): Promise<string> {
    const writer = createObjectWriter(store);
    minutes += 1;
    const at = new Date(Date.parse('2026-01-02T00:00:00Z') + minutes * 60_000).toISOString();
    const saved = [];
    for (const [path, text] of Object.entries(files)) {
      const sha256 = await writer.save(Buffer.from(text));
      saved.push({
        path,
        sha256,
        service: 'auth',
        size: text.length,
        mode: 0o644,
        uid: 0,
        gid: 0,
        mtime: at,
        link: null,
        sensitive: false,
      });
    }
    await writer.flush();
    const id = newId(known);
    known.push(id);
    await addSnapshot(store, {
      id,
      parent: null,
      at,
      environment: null,
      host: hostname(),
      commit: commitId,
      deploymentId: null,
      reason: null,
      source: 'live',
      onlyService: null,
      scope: [{ files: ['config/auth/*.yml'], live: ['/etc/auth'], service: 'auth' }],
      files: saved,
      absent: [],
      unsaved: [],
      ...more,
    });
    return id;
  }
  const known: string[] = [];

  const judged = (snapshot: string, verdict: 'good' | 'bad') => {
    const id = newId(known);
    known.push(id);
    return addVerdict(store, {
      ...{ id, snapshot, verdict, by: 'probes', reason: null },
      at: new Date().toISOString(),
    });
  };

  const LIVE = '/etc/auth/production.yml';

  test('since the last known good, up to the first failure', async () => {
    await repository.write('config/auth/production.yml', production().replace('80', '70'));
    const before = await commit('Long before (#1)');
    await judged(await snapshot({ [LIVE]: production().replace('80', '70') }, before), 'good');
    await incident();
    await judged(await snapshot({ [LIVE]: STAGING }, await repository.git('rev-parse', 'HEAD')), 'bad');
    await repository.write('config/auth/production.yml', `${STAGING}x: [\n`);
    await commit('Broken after the failure');
    const report = await found('auth', '--store', store.directory);
    expect(report.since.name).toBe('the last known good');
    expect(report.until.name).toBe('the first failure');
    expect(subjects(report)).toContain('Release 2026.01.15 (#412)');
    expect(subjects(report)).not.toContain('Broken after the failure');
    expect(subjects(report)).not.toContain('Long before (#1)');
  });

  test('that is damaged is not taken for one in which nothing happened', async () => {
    await incident();
    const head = await repository.git('rev-parse', 'HEAD');
    await judged(await snapshot({ [LIVE]: production() }, head), 'good');
    const lost = await snapshot({ [LIVE]: STAGING }, head);
    const file = join(store.directory, 'snapshots', `${lost}.json`);
    await writeFile(file, '{');
    const { code, err } = await blame('auth', '--store', store.directory);
    expect(code).toBe(2);
    expect(err).toContain(`snapshots/${lost}.json`);
    const since = await blame('auth', '--since', '3d', '--format', 'json', '--store', store.directory);
    expect(JSON.parse(since.out).missing).toContainEqual(expect.objectContaining({ reason: 'damaged' }));
  });

  test('what changed on the host alone comes first, and is put back from the store', async () => {
    const head = await repository.git('rev-parse', 'HEAD');
    await judged(await snapshot({ [LIVE]: production() }, head), 'good');
    await repository.write('config/auth/production.yml', production().replace('80', '81'));
    const second = await commit('A larger pool');
    await snapshot({ [LIVE]: production().replace('80', '4').replace('vault-1', 'hunter22-secret') }, second);
    const report = await found('auth', '--store', store.directory);
    expect(report.candidates[0]).toMatchObject({
      kind: 'host',
      author: null,
      undo: `holdfast restore --known-good --service auth --path ${LIVE} --store ${store.directory}`,
    });
    expect(report.candidates[0].changes[0]).toMatchObject({ path: 'config/auth/production.yml' });
    expect(report.candidates[0].reasons.map(({ kind }: { kind: string }) => kind)).toContain('outside-plan');
    expect(subjects(report)).toContain('A larger pool');
    expect(JSON.stringify(report)).not.toContain('hunter22');
  });

  test('a host goes on changing after the newest commit, and the newest of that is near to the end', async () => {
    const head = await repository.git('rev-parse', 'HEAD');
    await judged(await snapshot({ [LIVE]: production() }, head), 'good');
    const drift = (pool: string, at: string) =>
      snapshot({ [LIVE]: production().replace('80', pool) }, head, { at });
    const first = await drift('70', '2026-01-05T00:00:00.000Z');
    const last = await drift('60', '2026-01-08T00:00:00.000Z');
    const { candidates } = await found('auth', '--store', store.directory);
    const age = (id: string) =>
      candidates
        .find((one: { id: string }) => one.id === id)
        .reasons.find(({ kind }: { kind: string }) => kind === 'time').age;
    expect([age(first), age(last)]).toEqual([3 * 86_400_000, 0]);
  });

  test('a clock that went back after the known good hides nothing of what came then', async () => {
    const head = await repository.git('rev-parse', 'HEAD');
    await judged(await snapshot({ [LIVE]: production() }, head, { at: '2026-01-05T00:00:00.000Z' }), 'good');
    const drift = { at: '2026-01-04T00:00:00.000Z' };
    const first = await snapshot({ [LIVE]: production().replace('80', '70') }, head, drift);
    const { candidates } = await found('auth', '--store', store.directory);
    expect(candidates.map(({ id }: { id: string }) => id)).toContain(first);
  });

  test('a host that got what the commit holds is within the plan', async () => {
    const head = await repository.git('rev-parse', 'HEAD');
    await judged(await snapshot({ [LIVE]: production() }, head), 'good');
    const text = production().replace('80', '81');
    await repository.write('config/auth/production.yml', text);
    const second = await commit('A larger pool');
    await snapshot({ [LIVE]: text }, second, { deploymentId: '77' });
    const report = await found('auth', '--store', store.directory);
    const host = report.candidates.find(({ kind }: { kind: string }) => kind === 'host');
    expect(host.subject).toContain('deployment 77');
    expect(host.reasons.map(({ kind }: { kind: string }) => kind)).not.toContain('outside-plan');
  });

  test('a deployment that wrote what it was not to write is named, and one that was rolled back is not in effect', async () => {
    const head = await repository.git('rev-parse', 'HEAD');
    const good = await snapshot({ [LIVE]: production() }, head);
    await judged(good, 'good');
    const made = await snapshot({ [LIVE]: STAGING }, head);
    const record = async (outcome: 'inconclusive' | 'rolled-back', id: string) => {
      const code = 'write-unintended';
      const finding = { code, severity: 'error' as const, path: LIVE, service: 'auth', args: {} };
      const at = new Date('2026-01-02T02:00:00Z').toISOString();
      const saved = await saveDeployment(store, {
        version: 1,
        id,
        at,
        endedAt: at,
        host: hostname(),
        environment: null,
        commit: head,
        deploymentId: null,
        root: '',
        cwd: '/srv',
        inPlace: false,
        command: './release.sh',
        writes: [],
        services: [],
        stage: 'ended',
        before: good,
        intended: null,
        made,
        process: null,
        ran: null,
        outcome,
        findings: [finding],
        held: false,
        lifted: null,
      });
      expect(saved.ok).toBe(true);
    };
    const id = newId(known);
    await record('inconclusive', id);
    const { candidates } = await found('auth', '--store', store.directory);
    expect(candidates[0]).toMatchObject({ kind: 'host', deployment: id });
    expect(candidates[0].subject).toContain('./release.sh');
    expect(candidates[0].reasons.map(({ kind }: { kind: string }) => kind)).toContain('outside-plan');
    await record('rolled-back', id);
    const again = await found('auth', '--store', store.directory);
    expect(again.candidates[0].reasons).toContainEqual(expect.objectContaining({ kind: 'undone', holds: 0 }));
  });

  test('a store without a known good says so', async () => {
    await snapshot({ [LIVE]: production() }, await repository.git('rev-parse', 'HEAD'));
    const { code, err } = await blame('auth', '--store', store.directory);
    expect(err).toContain('known to be good');
    expect(code).toBe(2);
  });
});

test('a shallow clone says what it does not have', async () => {
  await incident();
  const place = join(repository.dir, '.git/clone');
  await mkdir(dirname(place), { recursive: true });
  await repository.git('clone', '--quiet', '--depth', '4', `file://${repository.dir}`, place);
  const { out } = await blame('auth', '--since', '2025-01-01', '--git-dir', join(place, '.git'));
  expect(out).toContain('The history of this clone is cut off');
});
