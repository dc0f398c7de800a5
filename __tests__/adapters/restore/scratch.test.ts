import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { scratchRoot } from '../../../src/adapters/restore/scratch.ts';
import { createDirectory } from '../../helpers/repository.ts';

/** For root, nothing is in the way of removing it. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

describe('a scratch root', () => {
  let outside: Awaited<ReturnType<typeof createDirectory>>;
  beforeEach(async () => {
    outside = await createDirectory();
    await chmod(outside.dir, 0o777);
    if (isRoot) process.seteuid!(NOBODY);
  });
  afterEach(async () => {
    if (isRoot) process.seteuid!(0);
    await outside.dispose();
  });

  test('goes with what a command has locked in it, and nothing else does', async () => {
    const { root, remove } = await scratchRoot();
    await mkdir(join(root, 'a/b'), { recursive: true });
    await writeFile(join(root, 'a/b/c'), '');
    await mkdir(join(outside.dir, 'kept'), { mode: 0o500 });
    await symlink(join(outside.dir, 'kept'), join(root, 'a/link'));
    await chmod(join(root, 'a/b'), 0o000);
    await chmod(join(root, 'a'), 0o500);
    expect(await remove()).toBeUndefined();
    expect(await readdir(dirname(root))).not.toContain(root.slice(dirname(root).length + 1));
    expect(await readdir(outside.dir)).toEqual(['kept']);
  });

  (isRoot ? test : test.skip)('that stays is a problem: it holds what was restored', async () => {
    const { root, remove } = await scratchRoot();
    await mkdir(join(root, 'a'));
    process.seteuid!(0);
    await mkdir(join(root, 'a/b'), { mode: 0o700 });
    await writeFile(join(root, 'a/b/c'), '');
    process.seteuid!(NOBODY);
    expect(await remove()).toMatchObject({ code: 'scratch-left', message: expect.stringContaining(root) });
    process.seteuid!(0);
    expect(await remove()).toBeUndefined();
  });
});
