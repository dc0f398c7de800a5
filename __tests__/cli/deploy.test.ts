import { chmod, mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AUTH,
  BILLING,
  COPY,
  COPY_STAGING,
  createSite,
  KEYS,
  NEW,
  OLD,
  type Site,
  STAGING,
} from './deploy-support.ts';

let site: Site;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

const ADDED = '/etc/auth/debug.yml';

async function expectAsBefore(): Promise<void> {
  for (const [path, text] of Object.entries(OLD)) expect([path, await site.text(path)]).toEqual([path, text]);
  expect(await site.names('etc')).toEqual([
    'auth',
    'auth/keys.yml',
    'auth/production.yml',
    'billing',
    'billing/prices.toml',
  ]);
  expect(await site.resume()).toEqual({ code: 0, out: 'No deployment is unfinished.\n', err: '' });
}

async function codes(): Promise<[string, string | null][]> {
  const last = (await site.deployments()).at(-1)!;
  return last.findings.map(({ code, path }) => [code, path]);
}

describe('what the commit has may become what is live', () => {
  test('and a deployment that does only that is good', async () => {
    const { code, out, err } = await site.deploy(`${COPY}; echo done`, ['--environment', 'production']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^done\n/);
    expect(out).toMatch(/^Deployment \S{26} of [0-9a-f]{10} to production: GOOD$/m);
    expect(await site.text(AUTH)).toBe(NEW);
    const [last] = await site.deployments();
    expect(last).toMatchObject({
      stage: 'ended',
      outcome: 'good',
      environment: 'production',
      commit: site.commit,
      ran: { code: 0, output: 'done\n' },
      held: false,
    });
    const snapshots = await site.snapshots();
    expect(snapshots.map(({ id }) => id)).toEqual([last!.before, last!.made]);
    expect(snapshots.map(({ commit }) => commit)).toEqual([site.commit, site.commit]);
  });

  test('no probe has spoken, so that nothing is called known good', async () => {
    const { out } = await site.deploy(COPY);
    expect(out).toMatch(/No probe has looked at the services/);
    expect(await site.verdicts()).toEqual([]);
  });

  test('a file of another environment is put back, and the difference is told by key', async () => {
    const { code, out } = await site.deploy(`${COPY_STAGING}; chmod 600 host${AUTH}`);
    expect(code).toBe(1);
    expect(out).toMatch(/^Deployment \S{26} of [0-9a-f]{10}: ROLLED BACK$/m);
    expect(out).toMatch(/^\/etc\/auth\/production\.yml +service auth · critical · modified$/m);
    expect(out).toMatch(
      /error +\/etc\/auth\/production\.yml was changed, and is not what the commit [0-9a-f]{12} has\./,
    );
    expect(out).toMatch(
      /- issuer: "https:\/\/login\.example\.com"\n +1 \+ issuer: "https:\/\/login\.staging/,
    );
    expect(out).toMatch(/- pool: {"size":60}/);
    await expectAsBefore();
    expect(await codes()).toEqual([['write-unintended', AUTH]]);
  });

  test('a file beside it that nobody declared is a violation', async () => {
    const { code, out } = await site.deploy(
      `${COPY}; sed -i s/19/7/ host${BILLING}; echo debug: true > host${ADDED}`,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/prices\.toml was changed, and the deployment may not write it\./);
    expect(out).toMatch(/debug\.yml was added, and the commit [0-9a-f]{12} has no such file\./);
    expect(await codes()).toEqual([
      ['write-unintended', ADDED],
      ['write-undeclared', BILLING],
    ]);
    await expectAsBefore();
  });

  test('a removed file, a link in place of one, and a mode that changed are violations', async () => {
    const line = `rm host${BILLING}; rm host${KEYS}; ln -s production.yml host${KEYS}; chmod 666 host${AUTH}`;
    expect(await site.deploy(line)).toMatchObject({ code: 1 });
    expect(await codes()).toEqual([
      ['write-unintended', KEYS],
      ['permissions-changed', AUTH],
      ['write-undeclared', BILLING],
    ]);
    const { findings } = (await site.deployments())[0]!;
    expect(findings.map(({ args }) => args.status)).toEqual(['retyped', 'permissions', 'removed']);
    await expect(readlink(site.place(KEYS))).rejects.toThrow('EINVAL');
    await expectAsBefore();
  });

  test('a file that differed before, and was not touched, is told and no reason to roll back', async () => {
    const { code, out } = await site.deploy('true');
    expect([code, await codes()]).toEqual([
      0,
      [
        ['left-behind', AUTH],
        ['not-vouched-for', null],
      ],
    ]);
    expect(out).toMatch(/- pool\.size: 60\n +\d+ \+ pool\.size: 40/);
  });

  test('a file of the commit that the host lacked, and lacks, is told and no reason to roll back', async () => {
    await site.repository.write('config/auth/limits.yml', 'requests: 100\n');
    await site.repository.commit('Limit the requests');
    const { code, out } = await site.deploy(COPY);
    expect([code, await codes()]).toEqual([
      0,
      [
        ['left-missing', '/etc/auth/limits.yml'],
        ['not-vouched-for', null],
      ],
    ]);
    expect(out).toMatch(/\/etc\/auth\/limits\.yml is in the commit [0-9a-f]{12}, and not on this host/);
    expect(out).not.toContain('removed');
    expect(await site.deploy(`${COPY}; exit 3`)).toMatchObject({ code: 1 });
    expect((await codes()).map(([name]) => name)).toEqual(['command-failed']);
  });

  test('the files of another environment, and of services that were not asked, are not missed', async () => {
    const { repository } = site;
    const policy = await readFile(join(site.dir, '.github/holdfast.yml'), 'utf8');
    await repository.write(
      '.github/holdfast.yml',
      `${policy.replace('critical:', 'critical:\n  - files: config/db/**\n    live: /etc/db\n    service: db')}environments: ['config/auth/{environment}.yml']\nservices:\n  auth: { probe: { command: 'true' }, passes: 1, soak: 1s }\n`,
    );
    await repository.write('config/auth/staging.yml', STAGING);
    for (const name of ['hba', 'main', 'roles']) await repository.write(`config/db/${name}.yml`, 'a: 1\n');
    await repository.commit('Bring a database, and staging');
    const environment = ['--environment', 'production'];
    const { code, out } = await site.deploy(COPY, environment);
    expect([code, await codes()]).toEqual([0, [['left-missing', null]]]);
    expect(out).toMatch(/notice {2,}Nothing of db is on this host: 3 files of the commit/);
    await site.deploy(COPY, [...environment, '--service', 'auth']);
    expect(await codes()).toEqual([]);
    await site.deploy(COPY, ['--service', 'auth']);
    expect(await codes()).toEqual([['left-missing', '/etc/auth/staging.yml']]);
  });

  test('what is removed from the commit may be removed from the host', async () => {
    await site.repository.remove('config/auth/keys.yml');
    await site.repository.commit('Drop the keys');
    expect(await site.deploy(`rm host${KEYS}; ${COPY}`)).toMatchObject({ code: 0 });
    expect(await site.text(KEYS)).toBeUndefined();
  });

  test('templates and encrypted files do not say what is live: what fills them in has to be declared', async () => {
    await site.repository.write('config/auth/app.yml.j2', 'port: {{ port }}\n');
    await site.repository.commit('Add a template');
    const render = `echo port: 80 > host/etc/auth/app.yml; ${COPY}`;
    expect(await site.deploy(render)).toMatchObject({ code: 1 });
    expect(await codes()).toEqual([['write-undeclared', '/etc/auth/app.yml']]);
    const writes = ['--writes', '/etc/auth/app.yml', '--writes', AUTH, '--lift-hold', 'declared now'];
    expect(await site.deploy(render, writes)).toMatchObject({ code: 0 });
  });
});

describe('--writes', () => {
  test('allows what it names, and nothing else in the same directory', async () => {
    const line = `${COPY}; cp host${AUTH} host${AUTH}.bak; sed -i s/19/7/ host${BILLING}`;
    expect(await site.deploy(line, ['--writes', '/etc/auth/*.yml'])).toMatchObject({ code: 1 });
    expect(await codes()).toEqual([
      ['write-undeclared', `${AUTH}.bak`],
      ['write-undeclared', BILLING],
    ]);
    await expectAsBefore();
    const both = ['--writes', AUTH, '--writes', BILLING, '--lift-hold', 'the price is meant'];
    expect(await site.deploy(`${COPY}; sed -i s/19/7/ host${BILLING}`, both)).toMatchObject({ code: 0 });
  });

  test('looks at everything in a directory of which only some names are declared, and puts it back', async () => {
    await site.write('/srv/web/site.conf', 'listen 80\n');
    await site.write('/srv/web/logo.svg', '<svg/>\n');
    const line = 'echo listen 81 > host/srv/web/site.conf; rm host/srv/web/logo.svg';
    expect(await site.deploy(line, ['--writes', '/srv/web/*.conf'])).toMatchObject({ code: 1 });
    expect(await codes()).toEqual([['write-undeclared', '/srv/web/logo.svg']]);
    expect(await site.text('/srv/web/logo.svg')).toBe('<svg/>\n');
    expect(await site.text('/srv/web/site.conf')).toBe('listen 80\n');
  });

  test('does not make the wrong content right where the commit says what belongs there', async () => {
    expect(await site.deploy(COPY_STAGING, ['--writes', '/etc/auth/**'])).toMatchObject({ code: 1 });
    expect(await codes()).toEqual([['write-unintended', AUTH]]);
  });

  test.each([['etc/auth'], ['/'], ['/**'], ['/etc/auth/[a'], ['vault:secret/auth']])(
    'refuses %s',
    async (glob) => {
      const { code, err } = await site.deploy('true', ['--writes', glob]);
      expect(code).toBe(2);
      expect(err).toMatch(/--writes/);
    },
  );
});

describe('a command that fails', () => {
  test('is rolled back, and the end of its output is kept, masked', async () => {
    const line = `${COPY}; echo "password: hunter2hunter2"; echo "$DB_TOKEN" >&2; exit 3`;
    const { code, out, err } = await site.deploy(line, [], { DB_TOKEN: 'plain-secret-1' });
    expect(code).toBe(1);
    expect(out).toMatch(/The command ended with code 3\./);
    const { ran } = (await site.deployments())[0]!;
    expect(ran).toMatchObject({ code: 3, output: expect.stringContaining('password: «hidden»') });
    for (const text of [out, err, ran!.output]) expect(text).not.toMatch(/hunter2hunter2|plain-secret-1/);
    await expectAsBefore();
  });

  test('before it changed anything: nothing has to be put back', async () => {
    const { code, out, err } = await site.deploy('exit 1');
    expect([code, err]).toEqual([1, expect.stringMatching(/Nothing had to be put back\./)]);
    expect(out).toMatch(/FAILED; it had changed nothing critical/);
    expect(await site.verdicts()).toEqual([]);
    await expectAsBefore();
  });

  test('that does not end is stopped with all that it has started', async () => {
    const line = `${COPY_STAGING}; (sleep 60; echo late > host${ADDED}) & sleep 60`;
    const { code, out } = await site.deploy(line, ['--timeout', '1s']);
    expect(code).toBe(1);
    expect(out).toMatch(/took too long: after \d+ s it was stopped/);
    await expectAsBefore();
  });

  test('that cannot be started changes nothing, and holds nothing', async () => {
    const argv = ['--root', site.root, '--store', site.store, '--', '/no/such/program'];
    const { code, err } = await site.deployWith(argv);
    expect([code, err]).toEqual([2, expect.stringMatching(/could not be started \(ENOENT\)/)]);
    expect(await site.deployments()).toMatchObject([{ outcome: 'nothing-done', held: false }]);
    expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
  });
});

describe('a hold', () => {
  test('keeps the commit from its environment until somebody lifts it, and says why', async () => {
    await site.deploy(COPY_STAGING, ['--environment', 'production']);
    const again = await site.deploy(COPY, ['--environment', 'production']);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(
      /is not deployed to production again: .* is not what the commit [0-9a-f]{12} has/,
    );
    expect(again.err).toMatch(/--lift-hold/);
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
    expect(await site.deploy(COPY, ['--environment', 'canary'])).toMatchObject({ code: 0 });
    const lifted = await site.deploy(COPY, [
      '--environment',
      'production',
      '--lift-hold',
      'it took the wrong file',
    ]);
    expect(lifted).toMatchObject({ code: 0, err: expect.stringMatching(/is lifted/) });
    expect((await site.deployments())[0]).toMatchObject({
      held: true,
      lifted: { reason: 'it took the wrong file' },
    });
    expect(await site.deploy(COPY, ['--environment', 'production'])).toMatchObject({ code: 0 });
  });

  test('does not keep another commit', async () => {
    await site.deploy(COPY_STAGING);
    await site.repository.commit('Mend it');
    expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
  });
});

describe('before the command', () => {
  test('a critical file that cannot be kept stops everything', async () => {
    await site.remove(BILLING);
    await mkdir(site.place(KEYS).replace('keys.yml', 'more.yml'), { recursive: true });
    await site.repository.write('config/auth/more.yml', 'a: 1\n');
    await site.repository.commit('Add one');
    const { code, err } = await site.deploy('touch host/ran');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/\/etc\/auth\/more\.yml: This critical file cannot be kept/),
    ]);
    expect(await site.text('/ran')).toBeUndefined();
    expect(await site.deployments()).toMatchObject([{ stage: 'ended', outcome: 'nothing-done' }]);
  });

  test('an empty host is no obstacle for the first deployment, and is empty again after a failure', async () => {
    await site.remove('/etc');
    await mkdir(site.place('/etc/auth'), { recursive: true });
    expect(await site.deploy(COPY_STAGING)).toMatchObject({ code: 1 });
    expect(await site.names()).toEqual(['etc', 'etc/auth']);
    expect(await site.deploy(COPY, ['--lift-hold', 'again'])).toMatchObject({ code: 0 });
    expect(await site.text(AUTH)).toBe(NEW);
  });

  test('a policy that names nothing on a host, a store among critical files, and odd options are refused', async () => {
    const store = join(site.root, 'etc/auth/store');
    const line = ['--', 'touch', 'host/ran'];
    const base = ['--root', site.root];
    expect(await site.deployWith([...base, '--store', store, ...line])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/would be where critical files are/),
    });
    for (const argv of [
      [...base, '--store', site.store],
      [...base, '--store', site.store, '--'],
      [...base, 'touch', 'host/ran'],
      [...base, '--timeout', '1d', ...line],
      [...base, '--timeout', '0s', ...line],
      [...base, '--deployment-id', 'x', ...line],
      [...base, '--lift-hold', ' ', ...line],
      [...base, '--service', 'auth', ...line],
      [...base, '--format', 'sarif', ...line],
      [...base, '--commit', 'nowhere', ...line],
    ]) {
      expect([argv, await site.deployWith(argv)]).toEqual([
        argv,
        { code: 2, out: '', err: expect.any(String) },
      ]);
    }
    expect(await site.text('/ran')).toBeUndefined();
  });

  test('what follows -- belongs to the command alone', async () => {
    const argv = [
      '--root',
      site.root,
      '--store',
      site.store,
      '--',
      'sh',
      '-c',
      'echo "$@"',
      'x',
      '--plan',
      '--',
      '-h',
    ];
    expect(await site.deployWith(argv)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^--plan -- -h\n/),
    });
  });
});

describe('what cannot be put back', () => {
  test('does not keep the rest from it, and is finished when nothing is in the way any more', async () => {
    const line = `rm host${AUTH}; mkdir host${AUTH}; touch host${AUTH}/x; sed -i s/19/7/ host${BILLING}`;
    const { code, out } = await site.deploy(line);
    expect(code).toBe(2);
    expect(out).toMatch(/INCONCLUSIVE/);
    expect(out).toMatch(/was not put back, and not everything is as it was before:\s+A\s+directory stands/);
    expect(await site.text(BILLING)).toBe(OLD[BILLING]);
    const next = await site.deploy(COPY, ['--lift-hold', 'try']);
    expect(next).toMatchObject({ code: 2, err: expect.stringMatching(/is finished first/) });
    await site.remove(AUTH);
    expect(await site.resume()).toMatchObject({ code: 1, out: expect.stringMatching(/ROLLED BACK/) });
    await expectAsBefore();
  });

  test('can be given up', async () => {
    await site.deploy(`rm host${AUTH}; mkdir host${AUTH}; touch host${AUTH}/x`);
    const { code, out } = await site.resume('--discard');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/Gave up the deployment .* holdfast restore \S{26}/),
    ]);
    await expect(site.resume()).resolves.toMatchObject({ code: 0, out: 'No deployment is unfinished.\n' });
  });
});

describe('what is told', () => {
  test('as JSON, with nothing else on standard output', async () => {
    const { code, out, err } = await site.deploy(`echo hello; ${COPY_STAGING}`, ['--format', 'json']);
    expect(code).toBe(1);
    expect(err).toMatch(/hello/);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      outcome: 'rolled-back',
      ran: { code: 0, output: 'hello\n' },
      findings: [{ code: 'write-unintended', path: AUTH, what: expect.any(String), fix: expect.any(String) }],
      changes: [{ path: AUTH, status: 'modified', keys: expect.any(Array) }],
    });
  });

  test('in a file, also when nothing was run', async () => {
    const report = ['--report', 'report.log', '--environment', 'production'];
    const read = async () => JSON.parse(await readFile(join(site.dir, 'report.log'), 'utf8'));
    await site.deploy(COPY_STAGING, report);
    expect(await read()).toMatchObject({ outcome: 'rolled-back', before: expect.any(String), held: true });
    await site.deploy(COPY, report);
    expect(await read()).toMatchObject({ outcome: null, problems: [{ code: 'held' }] });
  });

  test('no value of a sensitive key', async () => {
    await writeFile(join(site.dir, 'other.log'), OLD[KEYS]!.replace('correct', 'wrong'));
    const { out } = await site.deploy(`cp other.log host${KEYS}`, ['--format', 'json']);
    expect(out).toMatch(/signing\.passphrase/);
    expect(out).not.toMatch(/correct|wrong|horse/);
  });

  test('by --plan, what would be kept, allowed and asked; nothing is run and no store is made', async () => {
    const { code, out, err } = await site.deploy('touch host/ran', ['--plan', '--environment', 'production']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Nothing is run \(--plan\)\.$/m);
    expect(out).toMatch(/command +sh -c 'touch host\/ran'/);
    expect(out).toMatch(/kept +3 files before the command/);
    expect(out).toMatch(/\/etc\/billing\/prices\.toml \(billing\)/);
    expect(out).toMatch(/commit +\/etc\/auth\/keys\.yml, what the commit has/);
    expect(await site.text('/ran')).toBeUndefined();
    await expect(site.opened()).rejects.toThrow('There is no store');
    await site.deploy(COPY_STAGING, ['--environment', 'production']);
    const held = await site.deploy('touch host/ran', [
      '--plan',
      '--environment',
      'production',
      '--format',
      'json',
    ]);
    expect(held.code).toBe(1);
    expect(JSON.parse(held.out)).toMatchObject({
      commit: site.commit,
      hold: { id: expect.any(String) },
      services: [],
    });
  });
});

test('the state that a failed deployment left is bad, and is kept', async () => {
  await site.deploy(COPY_STAGING);
  const [last] = await site.deployments();
  expect(await site.verdicts()).toMatchObject([{ snapshot: last!.made, verdict: 'bad', by: 'probes' }]);
  expect(await site.snapshots()).toHaveLength(2);
  const restored = await site.backup('check');
  expect(restored.code).toBe(0);
  const made = (await site.snapshots()).find(({ id }) => id === last!.made)!;
  expect(made.files.find(({ path }) => path === AUTH)?.size).toBe(STAGING.length);
});

test('a user who may not read one of many files deploys nothing', async () => {
  if (process.getuid?.() === 0) return;
  await chmod(site.place(KEYS), 0);
  expect(await site.deploy(COPY)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/keys\.yml: This critical/),
  });
});

test('of a thousand files, one that was changed is found and put back', async () => {
  const files = Array.from({ length: 1000 }, (_, index) => `/etc/auth/many/${index}.yml`);
  await mkdir(site.place('/etc/auth/many'), { recursive: true });
  await Promise.all(files.map((path) => writeFile(site.place(path), `path: ${path}\n`)));
  await symlink('0.yml', site.place('/etc/auth/many/link.yml'));
  expect(await site.deploy(`${COPY}; echo x >> host/etc/auth/many/500.yml`)).toMatchObject({ code: 1 });
  expect(await codes()).toEqual([['write-unintended', '/etc/auth/many/500.yml']]);
  expect(await site.text('/etc/auth/many/500.yml')).toBe('path: /etc/auth/many/500.yml\n');
  expect(await readlink(site.place('/etc/auth/many/link.yml'))).toBe('0.yml');
});
