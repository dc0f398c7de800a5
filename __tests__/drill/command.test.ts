import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { operators } from '../../src/drill/operators/index.ts';
import { parsePage, select } from '../helpers/html.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../helpers/repository.ts';
import { drilledIn, holdfastDrill, MAIL, WEB } from './support.ts';

const POLICY = `# Who may change what.
critical:
  - files: config/mail.yml
    service: mail
    protect: [relay]
  - files: config/web.env
    service: web # in front of everything
`;

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/mail.yml', MAIL);
  await repository.write('config/web.env', WEB);
  await repository.commit('Begin');
});
afterEach(() => repository.dispose());

const drill = (...args: string[]) => holdfastDrill(repository.dir, ...args);

describe('with --break, what was not tried does not pass', () => {
  test.each(['key', 'value', 'other-environment,sample'])('operators %s of a file of text', async (list) => {
    await repository.write('.github/holdfast.yml', 'critical:\n  - files: notes.txt\n');
    await repository.write('notes.txt', 'hello\n');
    await repository.commit('Only a text');
    const { code, out } = await drill('--break', 'structural', '--operators', list);
    expect([code, out]).toEqual([2, expect.stringMatching(/none of the chosen errors can be made in it/)]);
  });

  test('nor does anything under warn-only', async () => {
    await repository.write(
      '.github/holdfast.yml',
      "warn-only: true\ncritical:\n  - files: config/mail.yml\n    freeze: ['**']\n",
    );
    await repository.commit('Only tell');
    const { code, out } = await drill('--break', 'structural');
    expect([code, out]).toEqual([1, expect.stringMatching(/warn-only/)]);
  });
});

describe('a drill', () => {
  test('says the same again for the same seed, and something else for another one', async () => {
    const [first, second, other] = [
      await drill('--format', 'json'),
      await drill('--format', 'json'),
      await drill('--format', 'json', '--seed', '2'),
    ];
    expect(second).toEqual(first);
    expect(JSON.parse(other.out).trials).not.toEqual(JSON.parse(first.out).trials);
  });

  test('leaves the work tree, the index and the commits alone, and looks at HEAD only', async () => {
    await repository.write('config/mail.yml', 'relay: {}\n');
    const state = async () => [
      await repository.git('status', '--porcelain'),
      await repository.git('rev-parse', 'HEAD'),
      await repository.git('count-objects', '-v'),
    ];
    const before = await state();
    const { out } = await drill();
    expect(await state()).toEqual(before);
    expect(out).toContain('limits.burst');
  });

  test.each(['terminal', 'markdown', 'json'])('never shows a secret as %s', async (format) => {
    const { code, out } = await drill('--format', format, '--most', '100');
    expect(code).toBe(0);
    expect(out).toContain('relay');
    expect(out).toContain('API_TOKEN');
    for (const secret of ['hunter2', 'hutner2', 's3cr3t', 'ken-value']) expect(out).not.toContain(secret);
  });

  test('--html writes the page beside any format, without secrets, the same bytes each time', async () => {
    const pages: string[] = [];
    for (const format of ['terminal', 'json', 'markdown']) {
      const argv = ['--most', '20', '--format', format];
      const { code, out, err } = await drill(...argv, '--html', `out/${format}.html`);
      expect([code, err]).toEqual([0, `page: ${join(repository.dir, 'out', `${format}.html`)}\n`]);
      expect(out).toBe((await drill(...argv)).out);
      pages.push(await readFile(join(repository.dir, 'out', `${format}.html`), 'utf8'));
    }
    expect(new Set(pages).size).toBe(1);
    const { all, errors } = parsePage(pages[0]!);
    expect(errors).toEqual([]);
    expect(select(all, '#matrix')[0]!.text).toMatch(/mail.*web/s);
    expect(select(all, '.survivor').length).toBeGreaterThan(0);
    expect(pages[0]).toContain('API_TOKEN');
    for (const secret of ['hunter2', 'hutner2', 's3cr3t', 'ken-value'])
      expect(pages[0]).not.toContain(secret);
  });

  test('--html of what could not be drilled is a page that says so, and a bad place is refused first', async () => {
    const { code } = await drill('--policy', 'none.yml', '--html', 'page.html');
    expect(code).toBe(2);
    const { all } = parsePage(await readFile(join(repository.dir, 'page.html'), 'utf8'));
    expect(select(all, 'h1')[0]!.text).toContain('INCONCLUSIVE');
    const refused = await drill('--html', 'config');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect((await drill('--operators', 'emptied', '--html', '/proc/page.html')).code).toBe(2);
  });

  test('counts by service and operator, the levels apart', async () => {
    const { structural, trials } = JSON.parse((await drill('--format', 'json')).out);
    expect(Object.keys(structural.matrix)).toEqual(['mail', 'web']);
    expect(structural.matrix.mail['merge-markers']).toEqual({
      error: 1,
      warning: 0,
      notice: 0,
      missed: 0,
      unjudged: 0,
    });
    expect(structural.matrix.mail['string-typo']).toBeUndefined();
    expect(structural.matrix.web['section-lost']).toBeNull();
    const lost = trials.find(
      (trial: { path: string; operator: string }) =>
        trial.path === 'config/mail.yml' && trial.operator === 'section-lost',
    );
    expect(lost).toMatchObject({ service: 'mail', group: 'key' });
  });

  test('of one service, with some operators', async () => {
    const { trials, files } = await drilledIn(
      repository.dir,
      ...['--service', 'web', '--operators', 'key-deleted,utf-16', '--operators', 'value'],
    );
    expect(files).toBe(1);
    expect(new Set(trials.map(({ path }) => path))).toEqual(new Set(['config/web.env']));
    const value = operators.filter(({ group }) => group === 'value').map(({ id }) => id);
    for (const { operator } of trials) expect(['key-deleted', 'utf-16', ...value]).toContain(operator);
  });

  test('of a shallow clone says how much of the past is missing', async () => {
    await repository.write('config/mail.yml', MAIL.replace('20', '30'));
    await repository.commit('Bear more at once');
    const { dir, dispose } = await createDirectory();
    try {
      const clone = join(dir, 'clone');
      await repository.git('clone', '--quiet', '--depth=1', `file://${repository.dir}`, clone);
      const { code, out } = await holdfastDrill(clone);
      expect([code, out.replace(/\s+/g, ' ')]).toEqual([
        0,
        expect.stringContaining('The history is cut off after 1 commit: older versions of 2 critical files'),
      ]);
      const limited = ['--break', '1000', '--operators'];
      expect((await holdfastDrill(clone, ...limited, 'file')).code).toBe(2);
      expect((await holdfastDrill(clone, ...limited, 'key')).code).toBe(0);
      expect((await drilledIn(clone)).cutOff).toEqual({ commits: 1, files: 2 });
      expect((await drilledIn(clone, '--service', 'web')).cutOff).toEqual({ commits: 1, files: 1 });
      expect((await drilledIn(clone, '--operators', 'key')).cutOff).toBeUndefined();
      expect((await drilledIn(repository.dir)).cutOff).toBeUndefined();
      const [, way] = /or run (git fetch [^.]*) first/.exec(out.replace(/\s+/g, ' '))!;
      await repositoryAt(clone).git(...way!.split(' ').slice(1));
      expect((await holdfastDrill(clone, ...limited, 'file')).code).toBe(0);
    } finally {
      await dispose();
    }
  });

  test('proposes only what stops the error, and says when nothing does', async () => {
    await repository.write('.github/holdfast.yml', 'critical:\n  - files: relay.conf\n');
    await repository.write(
      'relay.conf',
      'listen 443;\nroot /srv;\nexpires 1h;\nindex a;\nkeepalive 3;\nlog /var/log;\n',
    );
    await repository.commit('A file without keys');
    const { trials } = await drilledIn(repository.dir);
    const passing = trials.filter(({ stopped }) => !stopped);
    for (const { proposals } of passing) expect(proposals).toEqual([]);
    const { out } = await drill();
    if (passing.length > 0) expect(out).toContain('no rule that Holdfast could try');
    expect(trials.length).toBeGreaterThan(3);
  });
});

describe('thresholds', () => {
  test('--break allows a number of structural errors to pass; without it any', async () => {
    const { structural } = JSON.parse((await drill('--format', 'json')).out);
    expect(structural.passed).toBeGreaterThan(1);
    expect((await drill('--break', String(structural.passed))).code).toBe(0);
    expect((await drill('--break', String(structural.passed - 1))).code).toBe(1);
    expect((await drill('--break', 'structural')).code).toBe(1);
    expect((await drill()).code).toBe(0);
  });

  test('with --break, what could not be drilled is not passed over', async () => {
    await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/*\n');
    await repository.remove('config/mail.yml');
    await repository.write('config/web.env', Buffer.from([0, 1, 2, 0xff]));
    await repository.link('config/link.yml', 'web.env');
    await repository.write('config/broken.json', '{"a": ');
    await repository.commit('Nothing that can be read');
    const { notDrilled, trials } = await drilledIn(repository.dir);
    expect(trials).toEqual([]);
    expect(notDrilled).toEqual([
      { path: 'config/broken.json', reason: 'broken already' },
      { path: 'config/link.yml', reason: 'a symlink' },
      { path: 'config/web.env', reason: 'not text' },
    ]);
    const { code, out } = await drill('--break', 'structural');
    expect(code).toBe(2);
    expect(out).toContain('config/link.yml: a symlink');
  });

  test('--fail-on-severity says what counts as stopped', async () => {
    const strict = await drilledIn(repository.dir, '--fail-on-severity', 'notice');
    const usual = await drilledIn(repository.dir);
    const passing = (of: typeof usual) => of.trials.filter(({ stopped }) => !stopped).length;
    expect(passing(strict)).toBeLessThan(passing(usual));
    for (const { level, stopped } of strict.trials) expect(stopped).toBe(level !== 'missed');
  });
});

test('--write-policy adds what stops structural errors, and keeps everything else', async () => {
  const { err, code } = await drill('--write-policy');
  expect(code).toBe(0);
  expect(err).toBe('2 entries added to .github/holdfast.yml: read them, and commit.\n');
  const written = await readFile(join(repository.dir, '.github/holdfast.yml'), 'utf8');
  expect(written.startsWith(POLICY)).toBe(true);
  expect(written.slice(POLICY.length)).toMatch(/^ {2}- files: config\/mail\.yml\n {4}protect: \[/);
  await repository.commit('Paste');
  expect((await drill('--break', 'structural')).code).toBe(0);
});

test.each([
  [['--seed=-1'], '--seed is "-1"'],
  [['--seed', 'x'], '--seed is "x"'],
  [['--most', '0'], '--most is "0"'],
  [['--break', 'all'], '--break is "all"'],
  [['--format', 'sarif'], 'no format "sarif" of a drill'],
  [['--operators', 'earthquake'], 'no operator "earthquake"'],
  [['--service', 'nobody'], 'no critical file of the service "nobody"'],
  [['--service', 'nobody', '--service', 'web'], 'drill takes one --service'],
  [['--policy', 'nowhere.yml'], 'nowhere.yml cannot be read'],
  [['--state', '.'], 'cannot be kept in'],
  [['--fail-on-severity', 'grave'], 'fail-on-severity is "grave"'],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('bad input is a problem: %j', async (args, message) => {
  const { code, out, err } = await drill(...args);
  expect({ code, out }).toEqual({ code: 2, out: args[0] === '--state' ? out : '' });
  expect(err).toContain(message);
});

test('without critical files there is nothing to drill', async () => {
  await repository.remove('.github/holdfast.yml');
  await repository.commit('No policy');
  const { code, err } = await drill();
  expect(code).toBe(2);
  expect(err).toContain('HEAD has no file that the policy calls critical');
});
