import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { placeToWrite, writeWhole } from '../../src/adapters/whole-file.ts';
import { runCheck } from '../../src/cli/check.ts';
import { runReview } from '../../src/cli/review.ts';
import { parsePage, select } from '../helpers/html.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/**\n    service: auth\n');
  await repository.write('config/auth.yml', 'issuer: https://login.example.com\nport: 443\n');
  await repository.write('deploy/push.sh', '#!/bin/sh\ncp build/auth.yml config/auth.yml\n');
  await repository.commit();
  await repository.write('config/auth.yml', '');
});

afterEach(() => repository.dispose());

async function run(command: typeof runCheck, ...argv: string[]) {
  const told = { code: -1, out: '', err: '' };
  told.code = await command(argv, {
    cwd: repository.dir,
    env: {},
    stdout: (text) => {
      told.out += text;
    },
    stderr: (text) => {
      told.err += text;
    },
    color: false,
  });
  return told;
}

const inside = (name: string) => join(repository.dir, name);
const pageAt = async (name: string) => parsePage(await readFile(inside(name), 'utf8')).all;

describe('--html', () => {
  test('writes the page of a check beside any format, and says where it is', async () => {
    for (const format of ['terminal', 'json', 'sarif', 'markdown', 'github']) {
      const file = `out/${format}/page.html`;
      const { code, out, err } = await run(runCheck, '--worktree', '--html', file, '--format', format);
      expect(code).toBe(1);
      expect(err).toBe(`page: ${inside(file)}\n`);
      expect(out).toBe((await run(runCheck, '--worktree', '--format', format)).out);
      const all = await pageAt(file);
      expect(select(all, 'h1')[0]!.text).toContain('FAIL 1 error in 1 critical file');
      expect(select(all, '.f')[0]!.text).toContain('config/auth.yml');
      expect(await readdir(inside(`out/${format}`))).toEqual(['page.html']);
    }
  });

  test('writes the page of a review, with all effects where they are asked for', async () => {
    const { code, err } = await run(runReview, '--html', 'page.html', '--effects');
    expect([code, err]).toEqual([1, `page: ${inside('page.html')}\n`]);
    const all = await pageAt('page.html');
    expect(select(all, 'title')[0]!.text).toContain('holdfast review');
    expect(select(all, '.graph')[0]!.text).toContain('deploy/push.sh');
  });

  test.each([runCheck, runReview])(
    'of what cannot be judged is a page that says so, not the older one',
    async (command) => {
      await writeFile(inside('page.html'), 'PASS');
      await repository.write('.github/holdfast.yml', 'critical: 3\n');
      await repository.commit();
      const { code } = await run(command, '--html', 'page.html');
      expect(code).toBe(2);
      expect(select(await pageAt('page.html'), 'h1')[0]!.text).toContain('INCONCLUSIVE');
    },
  );

  test.each([
    ['a directory', 'config'],
    ['a name that ends like one', 'new/'],
    ['nothing', ''],
    ['a device', '/dev/null'],
    ['a name below a file', 'config/auth.yml/page.html'],
  ])('refuses %s before anything is judged', async (_, file) => {
    const { code, out, err } = await run(runCheck, '--worktree', '--html', file);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(JSON.stringify(file));
  });

  test('where the page cannot be written, the report is there, and the exit code is 2', async () => {
    const { code, out, err } = await run(runCheck, '--worktree', '--warn-only', '--html', '/proc/page.html');
    expect(code).toBe(2);
    expect(out).toContain('FAIL  1 error');
    expect(err).toContain('"page.html" cannot be written in /proc (ENOENT).');
  });
});

describe('a file that is written as a whole', () => {
  test('is at every moment the old one or the new one', async () => {
    const [old, now] = ['a'.repeat(1_000_000), 'b'.repeat(1_000_000)];
    await writeWhole(inside('page.html'), old);
    let writing = true;
    const writes = (async () => {
      for (let round = 0; round < 10; round += 1)
        await writeWhole(inside('page.html'), round % 2 === 0 ? now : old);
      writing = false;
    })();
    const seen = new Set<string>();
    while (writing) seen.add(await readFile(inside('page.html'), 'utf8'));
    await writes;
    expect([...seen].filter((text) => text !== old && text !== now)).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });

  test('keeps a link a link, and refuses one to nothing or to a directory', async () => {
    await mkdir(inside('pages'));
    await writeFile(inside('pages/real.html'), 'old');
    await symlink('pages/real.html', inside('page.html'));
    await symlink('pages', inside('directory.html'));
    await symlink('pages/none.html', inside('none.html'));
    const place = await placeToWrite(repository.dir, 'page.html');
    expect(place.ok && (await writeWhole(place.value, 'new')).ok).toBe(true);
    expect(await readFile(inside('pages/real.html'), 'utf8')).toBe('new');
    expect((await placeToWrite(repository.dir, 'directory.html')).ok).toBe(false);
    expect((await placeToWrite(repository.dir, 'none.html')).ok).toBe(false);
  });

  test('leaves nothing behind where it fails', async () => {
    await mkdir(inside('page.html'));
    expect((await writeWhole(inside('page.html'), 'text')).ok).toBe(false);
    expect((await readdir(repository.dir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
