import { chmod, lstat, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeScratch, removeLeftover, type Scratch } from '../../../src/adapters/bisect/scratch.ts';
import { createDirectory } from '../../helpers/repository.ts';

/** For root, nothing is in the way of removing it. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

describe('the tree of a probe', () => {
  let outside: Awaited<ReturnType<typeof createDirectory>>;
  let home: string;
  beforeEach(async () => {
    outside = await createDirectory();
    await chmod(outside.dir, 0o777);
    if (isRoot) process.seteuid!(NOBODY);
    home = join(outside.dir, 'home');
    await mkdir(home);
  });
  afterEach(async () => {
    if (isRoot) process.seteuid!(0);
    await outside.dispose();
  });

  async function made(): Promise<Scratch> {
    const scratch = await makeScratch(home);
    if (!scratch.ok) throw new Error(scratch.problem.message);
    return scratch.value;
  }

  /** Directories in which their owner may not write, not look, or neither; one has a name that is no UTF-8. */
  async function lock(directory: string): Promise<void> {
    const place = Buffer.concat([Buffer.from(`${directory}/etc/b`), Buffer.of(0xe9)]);
    await mkdir(join(directory, 'etc/a'), { recursive: true });
    await mkdir(place);
    await writeFile(Buffer.concat([place, Buffer.from('/file')]), '');
    await writeFile(join(directory, 'etc/a/file'), '');
    await symlink(join(outside.dir, 'kept'), join(directory, 'etc/a/link'));
    await chmod(place, 0o600);
    await chmod(join(directory, 'etc/a'), 0o000);
    await chmod(join(directory, 'etc'), 0o555);
    await chmod(directory, 0o500);
  }

  test('goes with what a probe has locked in it, and nothing else does', async () => {
    await mkdir(join(outside.dir, 'kept'), { mode: 0o500 });
    const { directory, remove } = await made();
    await lock(directory);
    expect(await remove()).toBeUndefined();
    expect(await readdir(home)).toEqual([]);
    expect((await lstat(join(outside.dir, 'kept'))).mode & 0o777).toBe(0o500);
  });

  test('that a killed run has left goes as well', async () => {
    const [left, own] = [await made(), await made()];
    await lock(left.directory);
    expect(await removeLeftover(left.directory, own.directory)).toBeUndefined();
    expect(await readdir(home)).toEqual([own.directory.slice(home.length + 1)]);
    expect(await own.remove()).toBeUndefined();
  });

  test('that a link has taken the place of leads nowhere, also where it cannot be removed', async () => {
    const { directory, remove } = await made();
    await mkdir(join(outside.dir, 'kept'), { mode: 0o500 });
    await rm(directory, { recursive: true });
    await symlink(join(outside.dir, 'kept'), directory);
    await chmod(home, 0o500);
    expect(await remove()).toMatchObject({
      code: 'scratch-left',
      message: expect.stringContaining(directory),
    });
    expect((await lstat(join(outside.dir, 'kept'))).mode & 0o777).toBe(0o500);
    await chmod(home, 0o700);
    expect(await remove()).toBeUndefined();
    expect(await readdir(home)).toEqual([]);
  });
});
