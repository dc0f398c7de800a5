import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readPolicy } from '../../src/policy/read.ts';

const origin = { kind: 'file', path: 'p.yml' } as const;
const read = (text: string) => readPolicy(text, 'p.yml', origin);

/** The code and place of the first problem, or `ok`. */
async function outcome(text: string): Promise<string> {
  const result = await read(text);
  if (result.ok) return 'ok';
  const { code, place } = result.problem;
  return place === undefined ? code : `${code} ${place.line}:${place.column}`;
}

const schema = JSON.parse(readFileSync('policy.schema.json', 'utf8'));
const accepts = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

const SHA = 'a'.repeat(64);

const FULL = `
version: 1
critical:
  - files: [config/auth/**, '!config/auth/README.md', /etc/auth.d/*.yml, 'vault:secret/auth/**']
    live: [/etc/auth/, 's3://acme/auth']
    service: auth
    schema: schemas/auth.schema.json
    protect: [issuer, keys.*]
    freeze: ['/environment']
    sensitive: [clients.*.pin]
    format: yaml
    identity: { upstreams: address, 'a.b': id }
    forbid: { environment: [staging, 'dev*', null], '**.debug': true }
    severity: { '/database/host': warning, '**.tag': 'off' }
    approvers: ['@Ada', '@acme/identity.team']
    rules:
      - rule: self.replicas >= oldSelf.?replicas.orValue(1)
        message: too few
        messageExpression: '"too few: " + string(self.replicas)'
        fieldPath: .replicas
        reason: FieldValueInvalid
        optionalOldSelf: true
        key: pools.*
        severity: warning
  - files: deploy
    schema:
      url: https://example.com/s.json
      sha256: ${SHA}
environments:
  - config/auth/{environment}.yml
schemas:
  - files: .github/workflows/*.yml
    schema: https://www.schemastore.org/github-workflow.json
schema-hosts: [www.schemastore.org]
scripts: [deploy/**, Makefile]
services:
  auth:
    probe:
      - http: http://127.0.0.1:8080/healthz
        status: [200, 204]
        body: '"ready":true'
        within: 500ms
        timeout: 2s
      - tcp: '[::1]:5432'
      - command: [./bin/smoke, auth]
        timeout: 1m
    check: auth -t
    reload: [systemctl, reload, auth]
    grace: 0s
    passes: 5
    every: 250ms
    soak: 2m
    rotating: [/etc/auth/token, 'config/auth/*.key']
fail-on-severity: warning
warn-only: true
acknowledge:
  label: { name: config approved, role: maintain }
  keep-approval-when-unchanged: true
  inconclusive: ['@acme/sre']
accept:
  - finding: 3f9c21d0
    reason: gone with release 7
    expires: 2027-01-31
backup:
  recipients: [age1zrhgk627dyeupgv75sk0gkzj540jl4mjs0se6w5de934jrr0vu2sscvtxd]
`;

test('every field is read', async () => {
  const none = { protect: [], freeze: [], sensitive: [], identity: {} };
  expect(await read(FULL)).toEqual({
    ok: true,
    value: {
      origin,
      critical: [
        {
          id: 'critical[0]',
          files: ['config/auth/**', '!config/auth/README.md', '/etc/auth.d/*.yml', 'vault:secret/auth/**'],
          live: ['/etc/auth', 's3://acme/auth'],
          service: 'auth',
          schema: { kind: 'path', path: 'schemas/auth.schema.json' },
          protect: ['issuer', 'keys.*'],
          freeze: ['/environment'],
          sensitive: ['clients.*.pin'],
          format: 'yaml',
          identity: { upstreams: 'address', 'a.b': 'id' },
          forbid: [
            { key: 'environment', values: ['staging', 'dev*', null] },
            { key: '**.debug', values: [true] },
          ],
          severity: [
            { key: '/database/host', severity: 'warning' },
            { key: '**.tag', severity: 'off' },
          ],
          approvers: ['@Ada', '@acme/identity.team'],
          rules: [
            {
              id: 'critical[0].rules[0]',
              rule: 'self.replicas >= oldSelf.?replicas.orValue(1)',
              message: 'too few',
              messageExpression: '"too few: " + string(self.replicas)',
              fieldPath: '.replicas',
              reason: 'FieldValueInvalid',
              optionalOldSelf: true,
              key: 'pools.*',
              severity: 'warning',
            },
          ],
        },
        {
          ...none,
          id: 'critical[1]',
          files: ['deploy'],
          schema: { kind: 'url', url: 'https://example.com/s.json', sha256: SHA },
        },
      ],
      schemas: [
        {
          ...none,
          id: 'schemas[0]',
          files: ['.github/workflows/*.yml'],
          schema: { kind: 'url', url: 'https://www.schemastore.org/github-workflow.json' },
        },
      ],
      environments: ['config/auth/{environment}.yml'],
      scripts: ['deploy/**', 'Makefile'],
      services: [
        {
          name: 'auth',
          probes: [
            {
              kind: 'http',
              url: 'http://127.0.0.1:8080/healthz',
              status: [200, 204],
              body: '"ready":true',
              within: 500,
              timeout: 2000,
            },
            { kind: 'tcp', host: '::1', port: 5432, timeout: 5000 },
            { kind: 'command', command: ['./bin/smoke', 'auth'], timeout: 60000 },
          ],
          check: 'auth -t',
          reload: ['systemctl', 'reload', 'auth'],
          grace: 0,
          passes: 5,
          every: 250,
          soak: 120000,
          rotating: ['/etc/auth/token', 'config/auth/*.key'],
        },
      ],
      schemaHosts: ['www.schemastore.org'],
      failOn: 'warning',
      warnOnly: true,
      acknowledge: {
        label: { name: 'config approved', role: 'maintain' },
        keepWhenUnchanged: true,
        inconclusive: ['@acme/sre'],
      },
      accept: [{ finding: '3f9c21d0', reason: 'gone with release 7', expires: '2027-01-31' }],
      backup: { recipients: ['age1zrhgk627dyeupgv75sk0gkzj540jl4mjs0se6w5de934jrr0vu2sscvtxd'] },
    },
  });
});

describe('a problem has a code and a place', () => {
  const rule = (line: string) => `critical:\n  - files: a\n    ${line}\n`;
  const service = (line: string) => `critical:\n  - files: a\n    service: auth\n${line}\n`;
  const top = 'critical:\n  - files: a\n';
  const accept = (finding: string, expires: string) =>
    `${top}accept: [{finding: ${finding}, reason: r, expires: ${expires}}]`;
  test.each([
    ['critical: [', 'policy-syntax'],
    ['', 'policy-empty'],
    ['# nothing yet\n', 'policy-empty'],
    ['{}', 'policy-empty'],
    ['warn-only: true', 'policy-empty'],
    ['- a', 'policy-type'],
    ['critical: []', 'policy-type 1:11'],
    ['critical:', 'policy-type 1:9'],
    ['critical:\n  - files: 3', 'policy-type 2:12'],
    ['critical:\n  - files: []', 'policy-type 2:12'],
    ["critical:\n  - files: ' '", 'policy-type 2:12'],
    ['critical:\n  - service: a', 'policy-missing-key 2:5'],
    ['schemas:\n  - files: a', 'policy-missing-key 2:5'],
    ['critical:\n  - fiels: a\n    files: b', 'policy-unknown-key 2:5'],
    ['schemas:\n  - files: a\n    schema: s.json\n    protect: [a]', 'policy-unknown-key 4:5'],
    ['critical:\n  - files: a\nwarn_only: true', 'policy-unknown-key 3:1'],
    ['critical:\n  - files: a\nconstructor: 1', 'policy-unknown-key 3:1'],
    ['critical:\n  - files: a\n__proto__: {warn-only: true}', 'policy-unknown-key 3:1'],
    ['critical:\n  - files: a\ncritical:\n  - files: b', 'policy-duplicate-key 3:1'],
    ['critical:\n  - files: a\n---\ncritical:\n  - files: b', 'policy-syntax 1:1'],
    ['version: 2\ncritical:\n  - files: a', 'policy-version 1:10'],
    ['version: "1"\ncritical:\n  - files: a', 'policy-version 1:10'],
    ['schemas:\n  - files: /etc/x\n    schema: s.json', 'policy-glob 2:12'],
    ['critical:\n  - files: a\nscripts: /deploy/**', 'policy-glob 3:10'],
    ['critical:\n  - files: a\nscripts: ["!deploy"]', 'policy-glob 3:10'],
    ['critical:\n  - files: a\nscripts: []', 'policy-type 3:10'],
    ['critical:\n  - files: a\nscripts: {a: b}', 'policy-type 3:10'],
    ['critical:\n  - files: /', 'policy-glob 2:12'],
    ['critical:\n  - files: //etc/x', 'policy-glob 2:12'],
    ['critical:\n  - files: ./etc/x', 'policy-glob 2:12'],
    ['critical:\n  - files: /etc/../x', 'policy-glob 2:12'],
    ['critical:\n  - files: "vault:"', 'policy-glob 2:12'],
    ['critical:\n  - files: ["/etc/[a"]', 'policy-glob 2:13'],
    [rule('live: etc/auth'), 'policy-live 3:11'],
    [rule('live: /etc/*/auth'), 'policy-live 3:11'],
    [rule('live: /etc/../auth'), 'policy-live 3:11'],
    [rule('live: [/etc/auth, auth]'), 'policy-live 3:23'],
    [rule('live: []'), 'policy-type 3:11'],
    [rule('live: {a: /etc/auth}'), 'policy-type 3:11'],
    ['schemas:\n  - files: a\n    schema: s.json\n    live: /etc', 'policy-unknown-key 4:5'],
    ['critical:\n  - files: [a, "b[.yml"]', 'policy-glob 2:16'],
    ['critical:\n  - files: "a/[z-a].yml"', 'policy-glob 2:12'],
    ['critical:\n  - files: "app/(auth)/*"', 'policy-glob 2:12'],
    ['critical:\n  - files: ["!a"]', 'policy-glob 2:12'],
    ['critical:\n  - files: ../x', 'policy-glob 2:12'],
    ['critical:\n  - files: "config\\\\auth"', 'policy-glob 2:12'],
    [rule('protect: issuer'), 'policy-type 3:14'],
    [rule('protect: [a..b]'), 'policy-pattern 3:15'],
    [rule('freeze: ["a[b"]'), 'policy-pattern 3:14'],
    [rule('freeze: ["/a~2"]'), 'policy-pattern 3:14'],
    [rule('identity: {a: 1}'), 'policy-type 3:19'],
    [rule('identity: {a..b: c}'), 'policy-pattern 3:16'],
    [rule('forbid: staging'), 'policy-type 3:13'],
    [rule('forbid: [staging]'), 'policy-type 3:13'],
    [rule('forbid: {}'), 'policy-type 3:13'],
    [rule('forbid: {debug: }'), 'policy-type 3:19'],
    [rule('forbid: {debug: []}'), 'policy-type 3:21'],
    [rule('forbid: {debug: [true, {a: b}]}'), 'policy-type 3:28'],
    [rule('forbid: {database: {host: a}}'), 'policy-type 3:24'],
    [rule('forbid: {a..b: c}'), 'policy-pattern 3:14'],
    [rule('severity: warning'), 'policy-type 3:15'],
    [rule('severity: {}'), 'policy-type 3:15'],
    [rule('severity: {a: warn}'), 'policy-type 3:19'],
    [rule('severity: {a: false}'), 'policy-type 3:19'],
    [rule('severity: {"a[": error}'), 'policy-pattern 3:16'],
    ['schemas:\n  - files: a\n    schema: s.json\n    forbid: {a: b}', 'policy-unknown-key 4:5'],
    [rule('format: yml'), 'policy-type 3:13'],
    [rule('schema: http://example.com/s.json'), 'policy-schema 3:13'],
    [rule('schema: https://example.com/s.json'), 'policy-schema 3:13'],
    [rule('schema: ../s.json'), 'policy-schema 3:13'],
    [rule('schema: {url: "https://example.com/s.json", sha256: "12"}'), 'policy-schema 3:13'],
    [rule('schema: {url: "https://example.com/s.json"}'), 'policy-missing-key 3:13'],
    ['critical:\n  - files: a\nenvironments: [config/prod.yml]', 'policy-pattern 3:16'],
    ['critical:\n  - files: a\nenvironments: ["{environment}/{a,b}.yml"]', 'policy-pattern 3:16'],
    ['critical:\n  - files: a\nschema-hosts: [https://example.com/]', 'policy-type 3:16'],
    ['critical:\n  - files: a\nfail-on-severity: warn', 'policy-type 3:19'],
    ['critical:\n  - files: a\nwarn-only: "true"', 'policy-type 3:12'],
    [service('services: []'), 'policy-type 4:11'],
    [service('services: {}'), 'policy-type 4:11'],
    [service('services: {auth: {}}'), 'policy-type 4:18'],
    [service('services: {auth: }'), 'policy-type 4:16'],
    [service('services: {auth: {probes: a}}'), 'policy-unknown-key 4:19'],
    [service('services: {atuh: {check: a}}'), 'policy-service 4:12'],
    [`${top}services: {auth: {check: a}}`, 'policy-service 3:12'],
    [service('services: {__proto__: {check: a}}'), 'policy-service 4:12'],
    [service('services: {auth: {probe: {}}}'), 'policy-type 4:26'],
    [service('services: {auth: {probe: []}}'), 'policy-type 4:26'],
    [service('services: {auth: {probe: http://a}}'), 'policy-type 4:26'],
    [service('services: {auth: {probe: {tcp: "a:1", command: b}}}'), 'policy-type 4:26'],
    [service('services: {auth: {probe: {tcp: "a:1", body: b}}}'), 'policy-unknown-key 4:39'],
    [service('services: {auth: {probe: {status: 200}}}'), 'policy-type 4:26'],
    [service('services: {auth: {probe: {http: ftp://a}}}'), 'policy-service 4:33'],
    [service('services: {auth: {probe: {http: "https:/a"}}}'), 'policy-service 4:33'],
    [service('services: {auth: {probe: {http: https://ada:secret@a/}}}'), 'policy-service 4:33'],
    [service('services: {auth: {probe: {http: https://ada@a/}}}'), 'policy-service 4:33'],
    [service('services: {auth: {probe: {http: "https://a/#b"}}}'), 'policy-service 4:33'],
    [service('services: {auth: {probe: {http: "http://a", status: "200"}}}'), 'policy-type 4:53'],
    [service('services: {auth: {probe: {http: "http://a", status: [200, 600]}}}'), 'policy-type 4:59'],
    [service('services: {auth: {probe: {http: "http://a", within: 500}}}'), 'policy-type 4:53'],
    [service('services: {auth: {probe: {http: "http://a", timeout: 0s}}}'), 'policy-service 4:54'],
    [service('services: {auth: {probe: {tcp: 5432}}}'), 'policy-type 4:32'],
    [service('services: {auth: {probe: {tcp: "localhost"}}}'), 'policy-service 4:32'],
    [service('services: {auth: {probe: {tcp: "a:65536"}}}'), 'policy-service 4:32'],
    [service('services: {auth: {check: [a, 1]}}'), 'policy-type 4:30'],
    [service('services: {auth: {check: []}}'), 'policy-type 4:26'],
    [service('services: {auth: {soak: 30 s}}'), 'policy-type 4:25'],
    [service('services: {auth: {soak: 1h}}'), 'policy-type 4:25'],
    [service('services: {auth: {soak: 61m}}'), 'policy-service 4:25'],
    [service('services: {auth: {every: 99ms}}'), 'policy-service 4:26'],
    [service('services: {auth: {passes: 0}}'), 'policy-type 4:27'],
    [service('services: {auth: {passes: 1.5}}'), 'policy-type 4:27'],
    [service('services: {auth: {rotating: false}}'), 'policy-type 4:29'],
    [service('services: {auth: {rotating: ["/etc/[a"]}}'), 'policy-glob 4:30'],
    [rule('approvers: "@ada"'), 'policy-type 3:16'],
    [rule('approvers: []'), 'policy-type 3:16'],
    [rule('approvers: [ada]'), 'policy-type 3:17'],
    [rule('approvers: ["@a/b/c"]'), 'policy-type 3:17'],
    [rule('approvers: ["@app[bot]"]'), 'policy-type 3:17'],
    [`${top}acknowledge: {label: {name: ok}}`, 'policy-missing-key 3:22'],
    [`${top}acknowledge: {label: {name: ok, role: read}}`, 'policy-type 3:39'],
    [`${top}acknowledge: {labels: a}`, 'policy-unknown-key 3:15'],
    [`${top}acknowledge: {keep-approval-when-unchanged: yes}`, 'policy-type 3:45'],
    [accept('3f9c21d0', '2027-01-31').replace('reason: r, ', ''), 'policy-missing-key 3:10'],
    [accept('3f9c21d0', '2027-01-31').replace(', expires: 2027-01-31', ''), 'policy-missing-key 3:10'],
    [accept('3f9c21d', '2027-01-31'), 'policy-type 3:20'],
    [accept('12345678', '2027-01-31'), 'policy-type 3:20'],
    [accept('3F9C21D0', '2027-01-31'), 'policy-type 3:20'],
    [accept('3f9c21d0', '31.1.2027'), 'policy-type 3:50'],
    [accept('3f9c21d0', '2027-13-31'), 'policy-type 3:50'],
    [accept('3f9c21d0', 'never'), 'policy-type 3:50'],
  ])('%j', async (text, expected) => {
    const found = await outcome(text);
    if (expected.includes(' ')) expect(found).toBe(expected);
    else expect(found.split(' ')[0]).toBe(expected);
  });

  test.each([
    ['critical:\n  - files: a\nwarn_only: true', 'warn-only'],
    ['critcal:\n  - files: a', 'critical'],
    ['critical:\n  - files: a\n    protects: [a]', 'protect'],
    ['critical:\n  - files: a\n    format: ymal', 'yaml'],
    ['critical:\n  - files: a\n    severity: {b: warnin}', 'warning'],
    ['critical:\n  - files: a\n    service: auth\nservices: {atuh: {check: a}}', 'auth'],
    ['critical:\n  - files: a\nservices: {auth: {check: a}}', 'service: auth'],
  ])('the hint names what was meant: %j', async (text, meant) => {
    const result = await read(text);
    expect(result.ok ? '' : result.problem.hint).toContain(`\`${meant}\``);
  });

  test('of several problems the first in the file is given, with the number of the others', async () => {
    const result = await read('critical:\n  - files: a\n    x: 1\n    protect: b\nwarn-only: 1\n');
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'policy-unknown-key', path: 'p.yml', place: { line: 3, column: 5 } },
    });
    expect(result.ok ? '' : result.problem.message).toContain('2 more problems');
  });
});

describe('the reader and policy.schema.json agree', () => {
  const RECIPIENT = 'age1zrhgk627dyeupgv75sk0gkzj540jl4mjs0se6w5de934jrr0vu2sscvtxd';
  const texts = fc.constantFrom('a', 'config/**', 'a.b', '{environment}/a', '', ' ', 'https://example.com/s');
  const scalar = fc.oneof(texts, fc.constantFrom(null, 1, 2, true, 'yaml', 'error', SHA), fc.boolean());
  const odd = (good: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 40, arbitrary: good }, scalar, fc.array(scalar, { maxLength: 2 }));
  const pick = (fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({ ...fields, extra: fc.constant(1) }, { requiredKeys: [] }).map((record) => {
      const { extra, ...rest } = record as Record<string, unknown>;
      return extra === undefined || Object.keys(rest).length > 1 ? rest : record;
    });
  const source = odd(
    fc.oneof(
      fc.constant('s.json'),
      pick({ url: odd(fc.constant('https://example.com/s')), sha256: odd(fc.constant(SHA)) }),
    ),
  );
  const files = odd(fc.oneof(fc.constant('a/**'), fc.constant(['a', 'b'])));
  const patterns = odd(fc.constant(['a', 'b.c']));
  const people = odd(fc.constant(['@a', '@a/b']));
  const entries = (good: unknown, any: fc.Arbitrary<unknown>) =>
    fc.oneof(
      { weight: 30, arbitrary: fc.constant({ 'a.*': good }) },
      fc.dictionary(texts, any, { maxKeys: 2 }),
      scalar,
    );
  const critical = pick({
    files,
    live: odd(fc.constantFrom('/etc/a', ['/etc/a', 's3://b/a'])),
    service: odd(fc.constant('auth')),
    schema: source,
    protect: patterns,
    freeze: patterns,
    sensitive: patterns,
    format: odd(fc.constant('toml')),
    identity: odd(fc.constant({ a: 'b' })),
    forbid: entries(['dev*', null, 8080], fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }))),
    severity: entries('warning', fc.constantFrom('error', 'off', 'warn', null)),
    approvers: people,
  });
  const mostly = (good: object, fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.oneof({ weight: 20, arbitrary: fc.constant(good) }, pick(fields));
  const label = { name: 'ok', role: 'admin' };
  const acknowledge = mostly(
    { label, 'keep-approval-when-unchanged': true, inconclusive: ['@a'] },
    {
      label: mostly(label, { name: odd(fc.constant('ok')), role: odd(fc.constant('admin')) }),
      'keep-approval-when-unchanged': odd(fc.boolean()),
      inconclusive: people,
    },
  );
  const entry = { finding: '3f9c21d0', reason: 'r', expires: '2027-01-31' };
  const accept = mostly(entry, {
    finding: odd(fc.constant('3f9c21d0')),
    reason: odd(fc.constant('r')),
    expires: odd(fc.constantFrom('2027-01-31', '2027-1-31')),
  });
  const spans = odd(fc.constantFrom('500ms', '30s', '5m', '0s', '1h', '30', '1.5s'));
  const commands = odd(fc.constantFrom('auth -t', ['auth', '-t']));
  const probe = fc.oneof(
    fc.constant({ http: 'http://127.0.0.1/' }),
    pick({
      http: odd(fc.constantFrom('http://127.0.0.1/', 'HTTPS://a', 'ftp://a', 'http://a:b@c')),
      status: odd(fc.constantFrom(200, [200, 204], 99, '200')),
      body: odd(fc.constant('ok')),
      within: spans,
      timeout: spans,
    }),
    pick({ tcp: odd(fc.constantFrom('a:1', '[::1]:80', 'a', 'a:99999')), timeout: spans }),
    pick({ command: commands, timeout: spans }),
    pick({ tcp: fc.constant('a:1'), command: fc.constant('true') }),
  );
  const service = mostly(
    { probe: { http: 'http://127.0.0.1/' } },
    {
      probe: odd(fc.oneof(probe, fc.array(probe, { maxLength: 2 }))),
      check: commands,
      reload: commands,
      grace: spans,
      passes: odd(fc.constantFrom(1, 3, 100, 0, 101, 1.5)),
      every: spans,
      soak: spans,
      rotating: odd(fc.constantFrom(true, 'a', ['/etc/a', 'b'], false)),
    },
  );
  const policy = pick({
    services: odd(fc.oneof({ weight: 20, arbitrary: fc.record({ auth: service }) }, fc.constant({}))),
    version: odd(fc.constant(1)),
    critical: odd(fc.array(fc.oneof(critical, fc.constant({ files: 'a' })), { maxLength: 2 })),
    schemas: odd(fc.array(pick({ files, schema: source }), { maxLength: 2 })),
    environments: odd(fc.constant(['a/{environment}'])),
    scripts: files,
    'schema-hosts': odd(fc.constant(['example.com'])),
    'fail-on-severity': odd(fc.constant('notice')),
    'warn-only': odd(fc.boolean()),
    acknowledge: odd(acknowledge),
    accept: odd(fc.array(accept, { minLength: 1, maxLength: 2 })),
    backup: mostly({ recipients: [RECIPIENT] }, { recipients: odd(fc.constant([RECIPIENT])) }),
  });
  /** What only the reader judges: the inside of globs, patterns and schema names. */
  const FINER = /^policy-(glob|live|pattern|schema|service)/;

  test('on generated policies', async () => {
    const seen = { good: 0, bad: 0 };
    await fc.assert(
      fc.asyncProperty(policy, async (value) => {
        const found = await outcome(stringify(value));
        const valid = accepts(value);
        seen[valid ? 'good' : 'bad'] += 1;
        if (valid) expect(found === 'ok' || FINER.test(found) ? 'ok' : found).toBe('ok');
        else expect(found).not.toBe('ok');
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(100);
  });

  test('on a policy that uses every key of the schema', async () => {
    const { parse } = await import('yaml');
    expect(accepts(parse(FULL))).toBe(true);
    const known = Object.keys(schema.properties);
    expect(Object.keys(parse(FULL)).sort()).toEqual(known.sort());
    const rule = Object.keys(schema.definitions.criticalRule.properties);
    expect(Object.keys(parse(FULL).critical[0]).sort()).toEqual(rule.sort());
    const valueRule = Object.keys(schema.definitions.valueRule.properties);
    expect(Object.keys(parse(FULL).critical[0].rules[0]).sort()).toEqual(valueRule.sort());
    const { auth } = parse(FULL).services;
    const { service, probe } = schema.definitions;
    expect(Object.keys(auth).sort()).toEqual(Object.keys(service.properties).sort());
    const ofProbes = probe.anyOf.flatMap(({ properties }: { properties: object }) => Object.keys(properties));
    expect(new Set(auth.probe.flatMap(Object.keys))).toEqual(new Set(ofProbes));
    const { acknowledge, accept } = schema.properties;
    expect(Object.keys(parse(FULL).acknowledge).sort()).toEqual(Object.keys(acknowledge.properties).sort());
    expect(Object.keys(parse(FULL).accept[0]).sort()).toEqual(Object.keys(accept.items.properties).sort());
  });
});

describe('a rule that cannot work is told when the policy is read', () => {
  const withRule = (text: string) => `critical:\n  - files: a\n    rules:\n${text}`;

  test.each([
    [
      '      - rule: self.a >= b\n',
      'policy-rule 4:25',
      'critical[0].rules[0].rule cannot be used: `b` is not known here (character 11 of it).',
    ],
    ["      - rule: 'self.a >='\n", 'policy-rule 4:25', 'Unexpected token: EOF (character 10 of it)'],
    ['      - {rule: self.a, rle: 1}\n', 'policy-unknown-key 4:24', 'rules[0].rle is not a key'],
    ['      - message: m\n', 'policy-missing-key 4:9', '`rule`'],
    ['      - rule: |\n          self.a\n            > b\n', 'policy-rule 4:15', '(line 2, column 5 of it)'],
    [
      '      - rule: "true"\n      - {rule: "true", messageExpression: nope}\n',
      'policy-rule 5:43',
      'rules[1].messageExpression',
    ],
    [
      '      - {rule: "true", fieldPath: spec.x}\n',
      'policy-rule 4:35',
      'it is not a path such as `.spec.replicas`',
    ],
    ['      - {rule: "true", key: "a..b"}\n', 'policy-pattern 4:29', ''],
    ['      - {rule: "true", severity: fatal}\n', 'policy-type 4:34', ''],
    ['      - {rule: "true", reason: Because}\n', 'policy-type 4:32', ''],
    ['      - rule: true\n', 'policy-type 4:15', ''],
    ['      []\n', 'policy-type 4:7', ''],
    ['      - rule: self.a.matches("(?<!b)c")\n', 'policy-rule 4:30', 'RE2'],
  ])('%s', async (text, problem, words) => {
    expect(await outcome(withRule(text))).toBe(problem);
    const result = await read(withRule(text));
    expect(!result.ok && `${result.problem.message} ${result.problem.hint}`).toContain(words);
  });
});
