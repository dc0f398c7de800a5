import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY =
  'critical:\n  - files: config/auth/**\n    live: /etc/auth\n    service: auth\n    sensitive: [pin]\n';
const GOOD = 'issuer: https://login.example.com\npin: 4711\n';

let backup: BuiltAction;
let verify: BuiltAction;
let repository: TestRepository;
let live: string;
beforeAll(async () => {
  [backup, verify] = [await buildAction('backup'), await buildAction('verify')];
});
afterAll(async () => {
  await backup.dispose();
  await verify.dispose();
});
beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/production.yml', GOOD);
  await repository.commit();
  live = join(repository.dir, 'host/etc/auth/production.yml');
  await mkdir(join(repository.dir, 'host/etc/auth'), { recursive: true });
  await writeFile(live, GOOD);
});
afterEach(() => repository.dispose());

const event = { name: 'schedule', payload: {}, sha: '0'.repeat(40) };
const step = (action: BuiltAction, inputs: Record<string, string> = {}) =>
  action.run(repository.dir, event, { root: 'host', store: 'store', ...inputs });

test('a host that is as the commit says passes, and one that drifted fails with the file and the key', async () => {
  const good = await step(verify, { commit: 'HEAD' });
  expect([good.code, good.outputs.get('verdict')]).toEqual([0, 'pass']);
  await writeFile(live, GOOD.replace('login', 'login.staging'));
  const drifted = await step(verify, { commit: 'HEAD', html: 'page.html', metrics: 'host/drift.prom' });
  expect([drifted.code, drifted.outputs.get('verdict')]).toEqual([1, 'fail']);
  expect(drifted.stdout).toMatch(/^::error file=\/etc\/auth\/production\.yml/m);
  expect(JSON.parse(await readFile(drifted.outputs.get('sarif-file')!, 'utf8')).runs[0].results).toHaveLength(
    1,
  );
  expect(drifted.summary).toMatch(/login\.staging\.example\.com/);
  expect(JSON.parse(await readFile(drifted.outputs.get('report')!, 'utf8')).findings[0].check).toBe(
    'live-drift',
  );
  expect(await readFile(drifted.outputs.get('html-file')!, 'utf8')).toMatch(/login\.staging\.example\.com/);
  expect(await readFile(join(repository.dir, 'host/drift.prom'), 'utf8')).toMatch(
    /holdfast_config_drift\{.*\} 1$/m,
  );
});

test('without a known good, nothing passes', async () => {
  await step(backup);
  const { code, outputs, stdout } = await step(verify);
  expect([code, outputs.get('verdict')]).toEqual([1, 'inconclusive']);
  expect(stdout).toMatch(/^::error::Holdfast could not judge this host\. The store has no snapshot/m);
});

test('inputs that do not go together are refused', async () => {
  const { code, stdout } = await step(verify, { commit: 'HEAD', snapshot: 'latest' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error::.*Give --snapshot or --commit, not both\./m);
});

test('a backup can be exported for an upload, and never in plain text by accident', async () => {
  const refused = await step(backup, { export: 'upload' });
  expect([refused.code, refused.outputs.has('export-path')]).toEqual([1, false]);
  expect(refused.stdout).toMatch(/^::error::1 file saved, but not exported/m);
  const identity = await generateX25519Identity();
  const sealed = await step(backup, {
    recipients: await identityToRecipient(identity),
    export: 'upload',
    checksums: 'sums',
  });
  expect(sealed.code).toBe(0);
  expect(sealed.outputs.get('export-path')).toBe(join(repository.dir, 'upload'));
  expect(sealed.outputs.get('export-digest')).toMatch(/^sha256:[0-9a-f]{64}$/);
  const manifest = JSON.parse(await readFile(sealed.outputs.get('export-manifest')!, 'utf8'));
  expect(manifest.predicate.id).toBe(sealed.outputs.get('snapshot'));
  expect(await readFile(join(repository.dir, 'sums'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}snapshots\//m);
});
