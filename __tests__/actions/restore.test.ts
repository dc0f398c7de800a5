import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    live: /etc/auth\n    service: auth\n';
const GOOD = 'issuer: https://login.example.com\nenvironment: production\n';
const BAD = 'issuer: https://login.staging.example.com\nenvironment: staging\n';

let backup: BuiltAction;
let restore: BuiltAction;
let repository: TestRepository;
let live: string;
beforeAll(async () => {
  [backup, restore] = [await buildAction('backup'), await buildAction('restore')];
});
afterAll(async () => {
  await backup.dispose();
  await restore.dispose();
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

const event = { name: 'workflow_dispatch', payload: {}, sha: '0'.repeat(40) };
const step = (action: BuiltAction, inputs: Record<string, string>) =>
  action.run(repository.dir, event, { root: 'host', store: 'store', ...inputs });

describe('backup, then restore', () => {
  test('what a deployment has broken is put back, and each step says what it did', async () => {
    const saved = await step(backup, { environment: 'production', reason: 'before v1.4.0' });
    expect(saved.code).toBe(0);
    const snapshot = saved.outputs.get('snapshot')!;
    expect(saved.outputs.get('complete')).toBe('true');
    expect(JSON.parse(await readFile(saved.outputs.get('manifest')!, 'utf8')).predicate.reason).toBe(
      'before v1.4.0',
    );
    expect(saved.summary).toMatch(/^## Holdfast: 1 file saved\n\n```+text\nsnapshot /);

    await writeFile(live, BAD);
    const looked = await step(restore, { snapshot, 'dry-run': 'true' });
    expect([looked.code, looked.outputs.get('end'), await readFile(live, 'utf8')]).toEqual([1, 'shown', BAD]);
    expect(looked.summary).toMatch(/\+ environment: "production"/);

    const mistyped = await step(restore, { snapshot, paths: '/etc/auth\n/etc/other' });
    expect([mistyped.code, await readFile(live, 'utf8')]).toEqual([1, BAD]);
    expect(mistyped.stdout).toContain('--path /etc/other names nothing');

    const done = await step(restore, { snapshot, paths: '/etc/auth/production.yml\n/etc/auth' });
    expect([done.code, await readFile(live, 'utf8')]).toEqual([0, GOOD]);
    expect(done.outputs.get('end')).toBe('restored');
    expect([done.outputs.get('written'), done.outputs.get('removed')]).toEqual(['1', '0']);
    expect(done.outputs.get('before')).toMatch(/^[0-9A-Z]{26}$/);
    const report = JSON.parse(await readFile(done.outputs.get('report')!, 'utf8'));
    expect(report.writes[0].path).toBe('/etc/auth/production.yml');
  });

  test('text from the configuration is no command to the runner', async () => {
    const { outputs } = await step(backup, { reason: '::error::owned' });
    await writeFile(live, 'issuer: "::set-output name=x::y"\n"::error::owned": 1\n');
    const { stdout } = await step(restore, { snapshot: outputs.get('snapshot')!, 'dry-run': 'true' });
    const [, token] = /^::stop-commands::(\S+)$/m.exec(stdout)!;
    const [guarded] = stdout.split(`::${token}::\n`);
    expect(guarded).toMatch(/::error::owned/);
    expect(stdout.slice(guarded!.length)).not.toMatch(/owned/);
  });
});

describe('what cannot be done fails the step with the reason', () => {
  test('nothing is named', async () => {
    const { code, stdout, outputs } = await step(restore, {});
    expect(code).toBe(1);
    expect(outputs.get('end')).toBeUndefined();
    expect(stdout).toMatch(/^::error::nothing was restored.*restore needs to know what to put back/m);
  });

  test('a flag that is neither', async () => {
    const { code, stdout } = await step(restore, { 'known-good': 'yes' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::The input known-good is "yes"\. It is true or false\.$/m);
  });

  test('a file that cannot be saved', async () => {
    await mkdir(join(repository.dir, 'host/etc/auth/x.yml'));
    await repository.write('config/auth/x.yml', GOOD);
    await repository.commit();
    const { code, stdout, outputs, summary } = await step(backup, {});
    expect([code, outputs.get('complete')]).toEqual([1, 'false']);
    expect(stdout).toMatch(/^::error::1 file saved, and 1 could not be$/m);
    expect(summary).toMatch(/\/etc\/auth\/x\.yml: a directory stands in place of the file/);
  });

  test('nothing is known to be good', async () => {
    await step(backup, {});
    const { code, outputs, stdout } = await step(restore, { 'known-good': 'true' });
    expect([code, outputs.get('end')]).toEqual([1, 'refused']);
    expect(stdout).toMatch(/::error::nothing was restored%0Aholdfast: The store has no snapshot/);
  });
});
