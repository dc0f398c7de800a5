import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runCheck } from '../../src/cli/check.ts';
import { parsePage, select } from '../helpers/html.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/repository.ts';

const PAGE = '.git/page.html';
const NAMES = [
  ['nothing special', 'config/a.yml'],
  ['a space', 'config/a b.yml'],
  ['two spaces', 'config/two  spaces.yml'],
  ['spaces at both ends', 'config/ a.yml '],
  ['a line feed', 'config/x\ny.yml'],
  ['a quote and a dollar', `config/it's $HOME.yml`],
  ['what Markdown and HTML have signs for', 'config/<b>&amp;`x`_y_@ada #1.yml'],
  ['what a runner would obey', 'config/x ::error::y ##[z.yml'],
  ['what a runner would obey, and line feeds', 'config/x\n::error::y ##[z.yml'],
  ['a sign that turns the text around', 'config/\u202eabc.yml'],
  ['a pattern of git', 'config/a[bc].yml'],
  ['a backslash', 'config/a\\b.yml'],
  ['a colon at its beginning', ':config/a.yml'],
  ['a magic word of git', ':(exclude)config/a.yml'],
  ['a dash at its beginning', '-config/a.yml'],
  ['more characters than a terminal has columns', `config/${'long/'.repeat(30)}a b.yml`],
] as const;

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', 'critical:\n  - files: "**/*.yml*"\n    service: auth\n');
  await repository.write('config/ab.yml', 'pool: 80\n');
});
afterEach(() => repository.dispose());

/** What is said about the work tree. */
async function report(format: string): Promise<string> {
  let out = '';
  await runCheck(['--worktree', '--format', format, '--html', join(repository.dir, PAGE)], {
    cwd: repository.dir,
    env: { COLUMNS: '60' },
    stdout: (text) => {
      out += text;
    },
    stderr: () => {},
    color: false,
  });
  return out;
}

/** Pasted into a shell at the top of the checkout. */
const paste = (command: string) =>
  execFileSync('bash', ['-c', command], { cwd: repository.dir, env: testEnvironment(), stdio: 'pipe' });

/** The command as each report shows it to a reader: of Markdown and HTML, what a browser has in such an element. */
async function commandsShown(): Promise<[report: string, command: string | undefined][]> {
  const isCommand = (text: string) => text.startsWith('git checkout ');
  const rendered = (source: string, element: string) =>
    select(parsePage(source).all, element)
      .map(({ text }) => text)
      .find(isCommand);
  const terminal = (await report('terminal')).split('\n').map((line) => line.replace(/^ +/, ''));
  return [
    ['terminal', terminal.find(isCommand)],
    ['markdown', rendered(await report('markdown'), 'code')?.replace(/\s+/g, ' ')],
    ['page', rendered(await readFile(join(repository.dir, PAGE), 'utf8'), 'pre')],
  ];
}

const changed = async () =>
  (await repository.git('-c', 'core.quotePath=false', 'diff', '--name-only', '-z', 'HEAD')).split('\0');

async function expectPutBack(lose: () => Promise<void>, restored: () => Promise<void>): Promise<void> {
  await lose();
  for (const [where, command] of await commandsShown()) {
    expect([where, command]).toEqual([where, expect.any(String)]);
    await lose();
    paste(command!);
    await restored();
    expect(await repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  }
}

describe('the command that puts a file back, pasted as a report shows it', () => {
  test.each(NAMES)('knows a name with %s', async (_, path) => {
    await repository.write(path, 'pool: 80\n');
    await repository.commit();
    await repository.write('config/ab.yml', 'pool: 81\n');
    await repository.git('add', 'config/ab.yml');
    await expectPutBack(
      () => rm(join(repository.dir, path), { force: true }),
      async () => expect(await changed()).toEqual(['config/ab.yml', '']),
    );
  });

  test('knows a name that is no UTF-8', async () => {
    const place = `config/$'caf\\xe9.yml'`;
    paste(`mkdir -p config; printf 'pool: 80\\n' > ${place}`);
    await repository.commit();
    await repository.write('config/ab.yml', 'pool: 81\n');
    await repository.git('add', 'config/ab.yml');
    await expectPutBack(
      async () => {
        paste(`rm -f ${place}`);
      },
      async () => expect(await changed()).toEqual(['config/ab.yml', '']),
    );
  });

  test('is a line of its own in the middle of a sentence as well, where it is longer than a line', async () => {
    const path = `config/${'long/'.repeat(12)}x\ny.yml`;
    await repository.write(path, 'issuer: https://login.example.com\npool: 80\nport: 443\n');
    await repository.commit();
    await repository.git('mv', path, 'config/z.yml');
    const terminal = await report('terminal');
    expect(terminal).toMatch(
      /Keep the old path[^(]*\(\n +git checkout .*\n +\), or change its readers and the policy first\.$/m,
    );
    paste(terminal.match(/^ +(git checkout .*)$/m)![1]!);
    await repository.remove('config/z.yml');
    expect(await changed()).toEqual(['']);
  });
});
