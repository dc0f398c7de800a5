import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MAIL, WEB } from '../drill/support.ts';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { parsePage, select } from '../helpers/html.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../helpers/repository.ts';

const POLICY = `critical:
  - files: config/mail.yml
    service: mail
    protect: [relay]
  - files: config/web.env
    service: web
`;

let action: BuiltAction;
let repository: TestRepository;
beforeAll(async () => {
  action = await buildAction('drill');
});
afterAll(() => action.dispose());
beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/mail.yml', MAIL.replace('20', '10'));
  await repository.write('config/web.env', WEB);
  await repository.commit('Begin');
  await repository.write('config/mail.yml', MAIL);
  await repository.commit('Bear more at once');
});
afterEach(() => repository.dispose());

const event = { name: 'schedule', payload: {}, sha: '0'.repeat(40) };
const step = (inputs: Record<string, string> = {}, workspace = repository.dir) =>
  action.run(workspace, event, inputs);
const count = (outputs: Map<string, string>, name: string) => Number(outputs.get(name));
const reportOf = async (outputs: Map<string, string>) =>
  JSON.parse(await readFile(outputs.get('report')!, 'utf8'));

describe('a drill of the checkout', () => {
  test('never fails for what passes, and tells it everywhere, without a secret', async () => {
    const { code, outputs, summary, stdout } = await step();
    expect(code).toBe(0);
    const report = await reportOf(outputs);
    expect(report.commit).toBe(await repository.git('rev-parse', 'HEAD'));
    expect(Object.fromEntries(outputs)).toEqual({
      'structural-tried': String(report.structural.errors),
      'structural-passing': String(report.structural.passed),
      'values-tried': String(report.value.errors),
      'values-passing': String(report.value.passed),
      report: outputs.get('report'),
    });
    expect(report.structural.passed).toBeGreaterThan(1);
    expect(report.value.passed).toBeGreaterThan(0);
    expect(summary).toMatch(/^# Holdfast drill\n/);
    expect(summary).toMatch(/^## Would pass: \d+$/m);
    expect(summary).toMatch(/^## To paste into the policy\n\n```yaml\ncritical:\n/m);
    expect(stdout).toMatch(/would pass\./);
    expect(stdout).not.toMatch(/^::(error|warning)/m);
    for (const secret of ['hunter2', 'hutner2', 's3cr3t', 'ken-value']) {
      expect(summary + stdout + JSON.stringify(report)).not.toContain(secret);
    }
  });

  test('takes service, operators, seed, most and severity as the command does', async () => {
    const { outputs } = await step({
      service: 'web',
      operators: 'key-deleted\nstring-typo,utf-16',
      seed: '7',
      most: '1',
      'fail-on-severity': 'notice',
    });
    const { seed, failOn, files, trials } = await reportOf(outputs);
    expect({ seed, failOn, files }).toEqual({ seed: 7, failOn: 'notice', files: 1 });
    expect(trials.map(({ operator }: { operator: string }) => operator)).toEqual([
      'string-typo',
      'utf-16',
      'key-deleted',
    ]);
  });

  test('in a directory of the workspace, under another policy; the page stands in the workspace', async () => {
    const { dir, dispose } = await createDirectory();
    try {
      await repository.git('clone', '--quiet', repository.dir, join(dir, 'shop'));
      await writeFile(
        join(dir, 'shop', 'strict.yml'),
        'critical:\n  - files: config/web.env\n    freeze: ["**"]\n',
      );
      const { code, outputs } = await step(
        { 'working-directory': 'shop', 'policy-file': 'strict.yml', html: 'out/drill.html' },
        dir,
      );
      expect([code, outputs.get('html-file')]).toEqual([0, join(dir, 'out', 'drill.html')]);
      const { files, policy } = await reportOf(outputs);
      expect([files, policy]).toEqual([1, 'file:strict.yml']);
      const { all, errors } = parsePage(await readFile(join(dir, 'out', 'drill.html'), 'utf8'));
      expect([errors, select(all, '#matrix').length]).toEqual([[], 1]);
    } finally {
      await dispose();
    }
  });

  test('text from the configuration is no command to the runner', async () => {
    const name = '::error::owned.yml';
    await repository.write(
      '.github/holdfast.yml',
      'critical:\n  - files: "*.yml"\n    service: "::error::owned"\n',
    );
    await repository.write(name, '"::error::owned": 1\n"##[error]owned": two\n');
    await repository.commit();
    const { outputs, stdout } = await step({ break: 'structural' });
    expect(count(outputs, 'structural-passing')).toBeGreaterThan(0);
    const [, token] = /^::stop-commands::(\S+)$/m.exec(stdout)!;
    const outside = stdout.replace(new RegExp(`^::stop-commands::${token}$[\\s\\S]*^::${token}::$`, 'm'), '');
    expect(stdout.length).toBeGreaterThan(outside.length + 500);
    expect(outside.match(/^\s*::error/gm)).toHaveLength(1);
    expect(outside).not.toContain('##[');
  });
});

describe('with break', () => {
  test('the step fails when more pass, names them, and still gives outputs and a page', async () => {
    const { code, outputs, stdout, summary } = await step({ break: 'structural', html: 'drill.html' });
    const passing = count(outputs, 'structural-passing');
    expect(code).toBe(1);
    const [message] = /^::error::.*$/m.exec(stdout)!;
    expect(message).toContain(
      `${passing} of ${outputs.get('structural-tried')} errors that damage a file or a key`,
    );
    expect(message).toMatch(/would pass\. None may\.%0Aconfig\/(mail\.yml|web\.env)(:\d+)?: /);
    expect(message).toContain(
      'config/mail.yml:7: key deleted: limits.per_minute; only a notice (key-removed)',
    );
    expect(summary).toMatch(/^## Would pass: /m);
    expect(await readFile(outputs.get('html-file')!, 'utf8')).toContain('limits.burst');

    expect((await step({ break: String(passing) })).code).toBe(0);
    const one = await step({ break: String(passing - 1) });
    expect([one.code, one.stdout]).toEqual([1, expect.stringContaining(`At most ${passing - 1} may.`)]);
  });

  test('what could not be drilled fails it; without break it is a warning', async () => {
    await repository.write('.github/holdfast.yml', "critical:\n  - files: config/*\n    freeze: ['**']\n");
    await repository.link('config/link.yml', 'web.env');
    await repository.commit();
    const inputs = { operators: 'emptied' };
    const loose = await step(inputs);
    expect([loose.code, loose.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^::warning::1 critical file could not be drilled\.%0Aconfig\/link\.yml: a symlink$/m,
      ),
    ]);
    const strict = await step({ ...inputs, break: 'structural' });
    expect([strict.code, count(strict.outputs, 'structural-passing')]).toEqual([1, 0]);
    expect(strict.stdout).toMatch(
      /^::error::1 critical file could not be drilled\.%0Aconfig\/link\.yml: a symlink$/m,
    );
    expect(strict.stdout).not.toMatch(/^::warning/m);
  });

  test('nothing tried, and a policy that stops nothing, fail it', async () => {
    const none = await step({ operators: 'value', break: '1000' });
    expect([none.code, none.stdout]).toEqual([
      1,
      expect.stringMatching(/^::error::No error that damages a file/m),
    ]);
    await repository.write('.github/holdfast.yml', `warn-only: true\n${POLICY}`);
    await repository.commit();
    const loose = await step({ operators: 'emptied', break: 'structural' });
    expect([loose.code, loose.stdout]).toEqual([
      1,
      expect.stringMatching(/^::error::The policy stops nothing \(warn-only\)/m),
    ]);
  });
});

describe('a problem fails the step', () => {
  test.each([
    [{ seed: '-1' }, '--seed is "-1"'],
    [{ most: 'all' }, '--most is "all"'],
    [{ break: 'values' }, '--break is "values"'],
    [{ operators: 'earthquake' }, 'no operator "earthquake"'],
    [{ 'since-last': 'maybe' }, 'The input since-last is "maybe"'],
    [{ 'fail-on-severity': 'grave' }, 'fail-on-severity is "grave"'],
    [{ service: 'nobody' }, 'no critical file of the service "nobody"'],
    [{ 'policy-file': 'nowhere.yml' }, 'nowhere.yml'],
    [{ state: 'config' }, 'cannot be kept in'],
    [{ html: 'config' }, '"config" is a directory'],
    [{ 'working-directory': 'nowhere' }, 'nowhere'],
  ])('%j', async (inputs, message) => {
    const { code, outputs, stdout, summary } = await step(inputs);
    expect([code, outputs.size]).toEqual([1, 0]);
    const [error] = /^::error::Holdfast could not drill this repository\. .*$/m.exec(stdout)!;
    expect(error).toContain(message);
    expect(summary).toMatch(/^## Holdfast: not drilled\n/);
  });

  test('no critical file is one, and the page says it', async () => {
    await repository.remove('.github/holdfast.yml');
    await repository.commit();
    const { code, outputs, stdout } = await step({ html: 'drill.html' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::.*HEAD has no file that the policy calls critical/m);
    const { all } = parsePage(await readFile(outputs.get('html-file')!, 'utf8'));
    expect(select(all, 'h1')[0]!.text).toContain('INCONCLUSIVE');
  });

  test('a page that cannot be written is one', async () => {
    const { code, outputs, stdout } = await step({ operators: 'emptied', html: '/proc/drill.html' });
    expect([code, outputs.has('report'), outputs.has('html-file')]).toEqual([1, true, false]);
    expect(stdout).toMatch(/^::error::"drill\.html" cannot be written in \/proc/m);
  });
});

test('with a state that is kept, files of which nothing changed are taken over', async () => {
  const { dir, dispose } = await createDirectory();
  try {
    const inputs = { 'since-last': 'true', state: join(dir, 'kept', 'drill.json') };
    const first = await step(inputs);
    const second = await step(inputs);
    const { reused, ...found } = await reportOf(second.outputs);
    expect(reused).toBe(2);
    expect({ ...found, reused: 0 }).toEqual(await reportOf(first.outputs));
    expect(second.summary).toContain('2 of them unchanged since the last drill');
    await repository.write('config/web.env', `${WEB}WEB_LOG=plain\n`);
    await repository.commit();
    expect((await reportOf((await step(inputs)).outputs)).reused).toBeLessThan(2);
  } finally {
    await dispose();
  }
});

test('a shallow checkout says what is lost; a whole one loses nothing', async () => {
  const { dir, dispose } = await createDirectory();
  try {
    const [shallow, whole] = [join(dir, 'shallow'), join(dir, 'whole')];
    await repository.git('clone', '--quiet', '--depth=1', `file://${repository.dir}`, shallow);
    await repository.git('clone', '--quiet', `file://${repository.dir}`, whole);
    const cut = await step({}, shallow);
    expect(cut.code).toBe(0);
    const lost = /older versions of 2 critical files are not there to be put back \(stale\)/;
    expect(cut.stdout).toMatch(
      new RegExp(`^::warning::The history is cut off after 1 commit: ${lost.source}`, 'm'),
    );
    expect(cut.summary).toMatch(lost);
    const report = await reportOf(cut.outputs);
    expect(report.cutOff).toEqual({ commits: 1, files: 2 });
    const stale = (trials: { operator: string }[]) =>
      trials.filter(({ operator }) => operator === 'stale').length;
    expect(stale(report.trials)).toBe(0);
    const limited = await step({ break: '1000' }, shallow);
    expect(limited.code).toBe(1);
    expect(limited.stdout).toMatch(new RegExp(`^::error::The history is cut off.*${lost.source}`, 'm'));
    expect(limited.stdout).not.toMatch(/^::warning::The history/m);
    const full = await step({}, whole);
    expect(full.stdout).not.toMatch(/^::warning/m);
    const known = await reportOf(full.outputs);
    expect([stale(known.trials), known.cutOff]).toEqual([1, undefined]);
    await repositoryAt(shallow).git('fetch', '--quiet', '--unshallow');
    expect((await reportOf((await step({}, shallow)).outputs)).trials).toEqual(known.trials);
    const apart = await step({ operators: 'emptied' }, shallow);
    expect(apart.stdout).not.toMatch(/^::warning/m);
  } finally {
    await dispose();
  }
});
