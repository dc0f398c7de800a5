import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runExplain } from '../../src/cli/explain.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = `# line 1
critical:
  - files: config/**
    protect: [a]
  - files: config/auth/**
    service: auth
    freeze: [environment]
    rules: [{ rule: self.port > 1024, key: listeners.*, severity: warning }]
    schema: s.json
    format: toml
environments: ['config/auth/{environment}.yml']
schemas:
  - files: '**/*.json'
    schema: s.json
scripts: deploy/**
`;
const LIVE = `critical:
  - files: config/auth/**
    live: [/etc/auth, s3://acme/auth]
    service: auth
  - files: [/config/web/**, 'vault:secret/**']
services:
  auth:
    probe: [{ tcp: '127.0.0.1:5432' }, { command: [./smoke, auth] }]
    check: auth -t
    reload: systemctl reload auth
    rotating: true
`;
let repository: TestRepository;

beforeAll(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/production.yml', 'a = 1');
  await repository.write('config/auth/staging.yml', 'a = 2');
  await repository.commit();
  await repository.write('bad.yml', 'critical: []');
  await repository.write('trial.yml', 'critical:\n  - files: src\n');
  await repository.write('live.yml', LIVE);
  await mkdir(join(repository.dir, 'config/deep'));
});
afterAll(() => repository.dispose());

async function explain(argv: string[], at = '') {
  const io = { out: '', err: '' };
  const code = await runExplain(argv, {
    cwd: join(repository.dir, at),
    env: {},
    color: false,
    stdout: (text) => {
      io.out += text;
    },
    stderr: (text) => {
      io.err += text;
    },
  });
  return { code, ...io, lines: io.out.split('\n').map((line) => line.trim()) };
}

test('every rule that selects a path is named with its line, and what they say together', async () => {
  const { code, lines } = await explain(['config/auth/production.yml']);
  expect(code).toBe(0);
  expect(lines.slice(0, 10)).toEqual([
    'config/auth/production.yml',
    'critical, selected by critical[0] (.github/holdfast.yml:3), critical[1] (.github/holdfast.yml:5)',
    'service: auth',
    'read as: TOML (declared)',
    'schema: s.json',
    'protect: a',
    'freeze: environment',
    'rule for listeners.*: self.port > 1024 (warning)',
    'environment: production',
    'the same file for: config/auth/staging.yml (staging)',
  ]);
  expect(lines.find((line) => line.startsWith('error:'))).toMatch(
    /file-emptied.*replaced-by-sibling.*key-frozen/,
  );
});

test('a path that does not exist yet is explained, from below the root too', async () => {
  const { code, lines } = await explain(['../auth/canary.json'], 'config/deep');
  expect(code).toBe(0);
  expect(lines[0]).toBe('config/auth/canary.json');
  expect(lines[1]).toMatch(/not in this commit/);
  expect(lines.find((line) => line.startsWith('error:'))).toContain('replaced-by-sibling');
  expect(lines[2]).toMatch(/critical\[0\].*critical\[1\].*schemas\[0\] \(\.github\/holdfast\.yml:13\)/);
});

test('what no rule selects is told apart from what the defaults watch, with the way to add it', async () => {
  const watched = await explain(['x [1].toml']);
  expect(watched.lines[2]).toMatch(/^watched by default/);
  expect(watched.lines).toContain("- files: 'x \\[1\\].toml'");
  expect(watched.out).not.toContain('key-frozen');
  expect(watched.out).not.toContain('error:');
  expect(watched.lines.find((line) => line.startsWith('warning:'))).toContain('file-emptied');
  const unknown = await explain(['src/main.c']);
  expect([unknown.code, unknown.lines[2]]).toEqual([0, expect.stringMatching(/^Nothing selects it/)]);
});

test('--policy tries a file on disk', async () => {
  expect((await explain(['src/main.c', '--policy', 'trial.yml'])).lines[2]).toMatch(
    /critical\[0\] \(trial\.yml:2\)/,
  );
});

test('forbidden values and key severities are listed, with the checks that they turn on', async () => {
  const policy =
    "critical:\n  - files: src\n    forbid: {mode: [test, null]}\n    severity: {a.b: warning, '**': 'off'}\n";
  await repository.write('keys.yml', policy);
  const { lines } = await explain(['src/app.json', '--policy', 'keys.yml']);
  expect(lines).toContain('forbid: mode "test" | null');
  expect(lines).toContain('severity: a.b warning, ** off');
  expect(lines.find((line) => line.startsWith('error:'))).toContain('value-forbidden');
  expect(lines.find((line) => line.startsWith('warning:'))).toContain('key-changed');
  const without = await explain(['src/app.json', '--policy', 'trial.yml']);
  expect(without.out).not.toMatch(/value-forbidden|key-changed|environment-parity|accept-expired/);
});

test.each([
  [['a.yml', '--policy', 'bad.yml'], 'bad.yml:1:11'],
  [['a.yml', '--policy', 'none.yml'], 'none.yml'],
  [['../outside.yml'], 'outside.yml'],
  [[], 'exactly one path'],
  [['a', 'b'], 'exactly one path'],
  [['a', '--nope'], '--nope'],
])('%j: exit 2', async (argv, mentioned) => {
  const { code, out, err } = await explain(argv);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(mentioned);
});

test('live locations are explained, and files of the checkout say where they are on hosts', async () => {
  const policy = ['--policy', 'live.yml'];
  const mapped = await explain(['/etc/auth/production.yml', ...policy]);
  expect([mapped.code, mapped.lines.slice(0, 4)]).toEqual([
    0,
    [
      '/etc/auth/production.yml',
      'critical, selected by critical[0] (live.yml:2)',
      'service: auth',
      'in the checkout: config/auth/production.yml',
    ],
  ]);
  expect((await explain(['vault:secret/jwt', ...policy])).lines[1]).toBe(
    'critical, selected by critical[1] (live.yml:5)',
  );
  expect((await explain(['config/auth/production.yml', ...policy])).lines).toContain(
    'on hosts: /etc/auth/production.yml, s3://acme/auth/production.yml',
  );
  expect((await explain(['config/web/a.yml', ...policy])).lines).toContain(
    'critical[1] names /config/web/a.yml on hosts: without the slash it would be this file.',
  );
  expect(await explain(['/etc/other', ...policy])).toMatchObject({ code: 2, out: '' });
});

test('a deployment script that the policy names is told', async () => {
  const { lines } = await explain(['deploy/run.sh']);
  expect(lines.slice(1, 4)).toEqual([
    'is not in this commit: this is how it would be treated',
    'reviewed as a deployment script, named by scripts',
    'No rule selects it.',
  ]);
});

test('how the service of a file is looked at is told, in the checkout and on hosts', async () => {
  const facts = [
    'checked by: auth -t',
    'reloaded by: systemctl reload auth',
    'probed by: tcp 127.0.0.1:5432, ./smoke …',
    'healthy: after 3 passes in a row, 1000 ms apart, and a soak of 30000 ms; failures in the first 30000 ms do not count',
    'rotating: all of its files',
  ];
  for (const path of ['config/auth/production.yml', '/etc/auth/production.yml']) {
    const { lines } = await explain([path, '--policy', 'live.yml']);
    const from = lines.indexOf('checked by: auth -t');
    expect(lines.slice(from, from + facts.length)).toEqual(facts);
  }
  const { out } = await explain(['config/auth/production.yml']);
  expect(out).not.toMatch(/probed|checked by/);
});
