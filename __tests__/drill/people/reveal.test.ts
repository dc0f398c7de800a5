import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sealText } from '../../../src/adapters/age/sealed-text.ts';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { openDrillIssue } from '../../../src/adapters/github/open-drill.ts';
import { type Cause, writeCause } from '../../../src/drill/people/cause.ts';
import { issueText } from '../../../src/drill/people/issue.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';
import { drillWith } from '../support.ts';
import { ask, keyPair } from './support.ts';

const WELL = 'issuer: https://login.example.com\nport: 443\n';
const BROKEN = 'port: 443\n';
const CAUSE: Cause = {
  version: 1,
  commit: '3'.repeat(40),
  path: 'config/auth.yml',
  service: 'auth',
  title: 'key deleted',
  seen: 'not seen',
  differences: ['- issuer: "https://login.example.com"'],
  files: [
    {
      path: 'config/auth.yml',
      before: createHash('sha256').update(WELL).digest('hex'),
      after: Buffer.from(BROKEN).toString('base64'),
    },
  ],
};

let keys: { identity: string; recipient: string };
let sealed: string;
let directory: Awaited<ReturnType<typeof createDirectory>>;
beforeAll(async () => {
  keys = await keyPair();
  sealed = await sealedFor(keys.recipient);
});
beforeEach(async () => {
  directory = await createDirectory();
  await writeFile(file('key.txt'), `# for the drills\n${keys.identity}\n`);
  await writeFile(file('issue.md'), bodyWith(sealed));
  await mkdir(file('copy/config'), { recursive: true });
  await writeFile(file('copy/config/auth.yml'), WELL);
});
afterEach(() => directory.dispose());

const file = (name: string) => join(directory.dir, name);
const bodyWith = (text: string) =>
  issueText({
    repository: 'acme/shop',
    service: 'auth',
    day: '2026-03-02',
    commit: CAUSE.commit,
    symptom: '',
    steps: [],
    sealed: text,
  }).body;

async function sealedFor(recipient: string, cause = CAUSE): Promise<string> {
  const made = await sealText(writeCause(cause), [recipient]);
  if (!made.ok || made.value === undefined) throw new Error('not sealed');
  return made.value;
}

const reveal = (args: string[], env: Record<string, string> = {}) =>
  drillWith(env, directory.dir, 'reveal', ...args);

const OPEN = ['--file', 'issue.md', '--identity', 'key.txt'];

describe('holdfast drill reveal', () => {
  test('tells what the error is, in every format', async () => {
    for (const format of ['terminal', 'markdown', 'json']) {
      const { code, out } = await reveal([...OPEN, '--format', format]);
      expect([format, code]).toEqual([format, 0]);
      expect(out).toMatch(/config\/auth\.yml[\s\S]*key deleted[\s\S]*issuer/);
    }
  });

  test('takes the identity of HOLDFAST_IDENTITY', async () => {
    const { code } = await reveal(['--file', 'issue.md'], { HOLDFAST_IDENTITY: 'key.txt' });
    expect(code).toBe(0);
  });

  test('for others it stays sealed', async () => {
    await writeFile(file('other.txt'), `${(await keyPair()).identity}\n`);
    const { code, out, err } = await reveal(['--file', 'issue.md', '--identity', 'other.txt']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/none of the identities/);
  });

  test.each([
    ['without an identity', ['--file', 'issue.md'], /--identity FILE/],
    ['without an issue', ['--identity', 'key.txt'], /number of the issue, or --file/],
    ['with both', ['12', '--file', 'issue.md', '--identity', 'key.txt'], /number of the issue, or --file/],
    ['with a word for a number', ['twelve', '--identity', 'key.txt'], /no number of an issue/],
    ['with another format', [...OPEN, '--format', 'xml'], /Formats: terminal, markdown, json/],
    [
      'of a file that is not there',
      ['--file', 'none', '--identity', 'key.txt'],
      /none cannot be read: ENOENT/,
    ],
    ['of a file without a cause', ['--file', 'key.txt', '--identity', 'key.txt'], /no sealed cause/],
    ['of an issue, without a repository', ['12', '--identity', 'key.txt'], /--repository OWNER\/NAME/],
    ['of an issue, without a token', ['12', '--repository', 'a/b', '--identity', 'key.txt'], /GITHUB_TOKEN/],
    ['of no repository', ['12', '--repository', 'a', '--identity', 'key.txt'], /"a" names no repository/],
  ])('%s it says what to do', async (_, args, message) => {
    const { code, out, err } = await reveal(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('of a cause that somebody has changed nothing is told', async () => {
    const lines = sealed.split('\n');
    const swapped = lines.map((line, index) => (index === 20 ? lines[21]! : line)).join('\n');
    const cut = lines.filter((_, index) => index !== 40).join('\n');
    const foreign = sealed.replace(/^[A-Za-z0-9+/=]+$/m, 'AAAA');
    for (const damaged of [swapped, cut, foreign]) {
      await writeFile(file('issue.md'), bodyWith(damaged));
      const { code, out, err } = await reveal(OPEN);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/What is sealed is not whole/);
    }
  });
});

describe('holdfast drill reveal --into', () => {
  const into = (directory: string) => reveal([...OPEN, '--into', directory]);

  test('makes the error in a copy and does not tell it; twice is as good as once', async () => {
    await chmod(file('copy/config/auth.yml'), 0o640);
    for (let times = 0; times < 2; times++) {
      const { code, out } = await into('copy');
      expect(code).toBe(0);
      expect(out).not.toMatch(/auth|deleted|issuer/);
    }
    expect(await readFile(file('copy/config/auth.yml'), 'utf8')).toBe(BROKEN);
    expect((await stat(file('copy/config/auth.yml'))).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['the file has changed since', () => writeFile(file('copy/config/auth.yml'), `${WELL}x: 1\n`)],
    ['there is no such directory', () => mkdir(file('elsewhere'))],
    [
      'a link leads to the file',
      async () => {
        await writeFile(file('live.yml'), WELL);
        await mkdir(file('linked/config'), { recursive: true });
        await symlink(file('live.yml'), file('linked/config/auth.yml'));
      },
    ],
    [
      'a link leads to its directory',
      async () => {
        await mkdir(file('linked'));
        await symlink(file('copy/config'), file('linked/config'));
      },
    ],
  ])('when %s nothing is written and nothing is told', async (what, prepare) => {
    await prepare();
    const before = await readFile(file('copy/config/auth.yml'), 'utf8');
    const place = /link/.test(what) ? 'linked' : /directory/.test(what) ? 'none' : 'copy';
    const { code, out, err } = await into(place);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/Nothing was written/);
    expect(err).not.toMatch(/auth/);
    expect(await readFile(file('copy/config/auth.yml'), 'utf8')).toBe(before);
  });

  test('also in a copy to which git has given other line ends, and without telling it by the time of the file', async () => {
    await writeFile(file('copy/config/auth.yml'), WELL.replaceAll('\n', '\r\n'));
    const then = new Date('2026-01-02T03:04:05Z');
    await utimes(file('copy/config/auth.yml'), then, then);
    await utimes(file('copy/config'), then, then);
    for (let times = 0; times < 2; times++) expect((await into('copy')).code).toBe(0);
    expect(await readFile(file('copy/config/auth.yml'), 'utf8')).toBe(BROKEN.replaceAll('\n', '\r\n'));
    expect((await stat(file('copy/config/auth.yml'))).mtime).toEqual(then);
    expect((await stat(file('copy/config'))).mtime).toEqual(then);
  });

  test('never where somebody happens to stand, when a variable is empty', async () => {
    await mkdir(file('config'));
    await writeFile(file('config/auth.yml'), WELL);
    const { code, out, err } = await into('');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/--into names no directory/);
    expect(await readFile(file('config/auth.yml'), 'utf8')).toBe(WELL);
  });

  test('several files are written together or not at all', async () => {
    const second = { ...CAUSE.files[0]!, path: 'config/mail.yml' };
    const cause = { ...CAUSE, files: [CAUSE.files[0]!, second] };
    await writeFile(file('issue.md'), bodyWith(await sealedFor(keys.recipient, cause)));
    expect((await into('copy')).code).toBe(2);
    expect(await readFile(file('copy/config/auth.yml'), 'utf8')).toBe(WELL);
    await writeFile(file('copy/config/mail.yml'), WELL);
    expect((await into('copy')).code).toBe(0);
    expect(await readFile(file('copy/config/mail.yml'), 'utf8')).toBe(BROKEN);
  });
});

describe('from GitHub', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await startGitHub();
  });
  afterEach(() => rig.close());

  const env = () => ({
    GITHUB_API_URL: rig.apiUrl,
    GITHUB_REPOSITORY: rig.repository,
    GH_TOKEN: rig.tokenOf('ada'),
  });
  const open = async () => {
    const github = openGitHub({ token: rig.token, repository: rig.repository, apiUrl: rig.apiUrl });
    const made = await openDrillIssue(github, { title: 'Drill', body: bodyWith(sealed) });
    if (!made.ok) throw new Error(made.problem.message);
    return made.value.number;
  };

  test('the issue is read by its number', async () => {
    const number = await open();
    const { code, out } = await reveal([`#${number}`, '--identity', 'key.txt'], env());
    expect([code, out]).toEqual([0, expect.stringMatching(/key deleted/)]);
  });

  test('an issue that somebody else has written, or without the label, is none', async () => {
    const write = async (labels: string[]) => {
      const issue = { title: 'Drill', body: bodyWith(sealed), labels };
      return String((await ask(rig, rig.tokenOf('ada'), 'POST', '/issues', issue)).number);
    };
    const [labelled, plain] = [await write(['holdfast-drill']), await write([])];
    const as = (login: string, issue: string) =>
      reveal([issue, '--identity', 'key.txt'], { ...env(), GH_TOKEN: rig.tokenOf(login) });
    const none = [2, expect.stringMatching(/none that a drill has opened/)];
    for (const [login, issue] of [
      ['grace', labelled],
      ['ada', plain],
    ] as const) {
      const { code, err } = await as(login, issue);
      expect([code, err]).toEqual(none);
    }
    expect((await as('ada', labelled)).code).toBe(0);
  });
});

test('what is sealed is filled up, so that its length does not tell which file it is', async () => {
  const long = { ...CAUSE, differences: ['x'.repeat(3000)] };
  expect((await sealedFor(keys.recipient, long)).length).toBe(sealed.length);
});

describe('the drills of a year', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startGitHub();
  });
  afterAll(() => rig.close());

  const table = (...args: string[]) =>
    drillWith(
      { GITHUB_API_URL: rig.apiUrl, GITHUB_TOKEN: rig.tokenOf('ada') },
      directory.dir,
      'table',
      ...args,
    );

  test('are printed as Markdown', async () => {
    const github = openGitHub({ token: rig.token, repository: rig.repository, apiUrl: rig.apiUrl });
    const made = await openDrillIssue(github, { title: 'Drill', body: bodyWith(sealed) });
    const { number } = made.ok ? made.value : { number: 0 };
    await rig.comment({ number, user: 'ada', body: '/detected' });
    await rig.comment({ number, user: 'linus', body: '/restored' });
    // The year may end while this runs: that of the issue counts.
    const year = (await ask(rig, rig.token, 'GET', `/issues/${number}`)).created_at.slice(0, 4);
    const { code, out } = await table('--repository', rig.repository, '--year', year);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^## Drills of ${year}\n`));
    expect(out).toMatch(/\| auth \| \d+ (s|min) \| open \| <code>ada<\/code> \|\n/);
    expect((await table('--repository', rig.repository, '--year', '2020')).out).toMatch(/There was none/);
  });

  test.each([
    [['--year', 'last', '--repository', 'a/b'], /--year is "last"/],
    [['--month', '3'], /See holdfast drill table --help/],
    [[], /--repository OWNER\/NAME/],
  ])('with %j it says what to do', async (args, message) => {
    const { code, err } = await table(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
