import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openObjects } from '../../../src/adapters/git/objects.ts';
import {
  createDirectory,
  createRepository,
  repositoryAt,
  type TestRepository,
} from '../../helpers/repository.ts';
import { contents, createOpener, replaceGit } from './support.ts';

let repository: TestRepository;
const opener = createOpener();

beforeEach(async () => {
  repository = await createRepository();
});

afterEach(async () => {
  await opener.closeAll();
  await repository.dispose();
});

const ids = async (...paths: string[]) =>
  (await repository.git('rev-parse', ...paths.map((path) => `HEAD:${path}`))).split('\n');

describe('what cannot be read', () => {
  test('a blob of 60 MB is drained and refused with its size, and its neighbours are whole', async () => {
    await repository.write('big', Buffer.alloc(60_000_000));
    await repository.write('a', 'before');
    await repository.write('b', 'after');
    await repository.commit();
    const { objects } = await opener.repository({ directory: repository.dir });
    const [a, big, b] = await ids('a', 'big', 'b');
    const blobs = [];
    for await (const blob of objects.read([a!, big!, b!])) blobs.push(blob);
    expect(blobs[1]).toEqual({ id: big, refused: 'too-large', size: 60_000_000 });
    expect(blobs[0]).toMatchObject({ bytes: Buffer.from('before') });
    expect(blobs[2]).toMatchObject({ bytes: Buffer.from('after') });
  });

  test('the limit itself is allowed, one byte more is not', async () => {
    await repository.write('ten', '0123456789');
    await repository.write('eleven', '0123456789x');
    await repository.commit();
    const objects = openObjects({ gitDir: join(repository.dir, '.git'), largest: 10 });
    expect(await contents(objects.read(await ids('ten', 'eleven', 'ten')))).toEqual([
      '0123456789',
      'too-large',
      '0123456789',
    ]);
    await objects.close();
  });

  test('missing, corrupt, of another type, and names that are no ids', async () => {
    await repository.write('a', 'kept');
    await repository.write('dir/corrupt', 'corrupt me');
    await repository.commit();
    const [a, corrupt, dir] = await ids('a', 'dir/corrupt', 'dir');
    const file = join(repository.dir, '.git/objects', corrupt!.slice(0, 2), corrupt!.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, 'junk');
    const { objects } = await opener.repository({ directory: repository.dir });
    const names = [a!, 'e'.repeat(40), corrupt!, dir!, 'HEAD:a', `${a}\n${a}`, '', a!.slice(0, 10), a!];
    expect(await contents(objects.read(names))).toEqual([
      'kept',
      'missing',
      'missing',
      'unreadable',
      'missing',
      'missing',
      'missing',
      'missing',
      'kept',
    ]);
  });

  test('a commit is read through a tag, with its parents and time; a blob is no commit', async () => {
    await repository.write('a', 'x');
    const first = await repository.commit();
    const second = await repository.commit();
    await repository.git('tag', '--annotate', '-m', 'tag', 'v1');
    await repository.git('tag', '--annotate', '-m', 'tag of a tag', 'v2', 'v1');
    const { objects } = await opener.repository({ directory: repository.dir });
    const [blob] = await ids('a');
    const tree = await repository.git('rev-parse', 'HEAD^{tree}');
    expect(await objects.commit(await repository.git('rev-parse', 'v2'))).toEqual({
      ok: true,
      value: { id: second, tree, parents: [first], committerTime: 1767323045 },
    });
    expect(await objects.commit(blob!)).toMatchObject({ problem: { code: 'not-a-commit' } });
    expect(await objects.commit('a'.repeat(40))).toMatchObject({ problem: { code: 'missing-commit' } });
  });
});

describe('a process that dies or hangs', () => {
  test('after each death the rest is read by a new process', async () => {
    await repository.write('a', 'one');
    await repository.write('b', 'two');
    await repository.write('c', 'three');
    await repository.commit();
    const [a, b, c] = await ids('a', 'b', 'c');
    // The first cat-file answers one question and ends; later ones work.
    const git = await replaceGit(
      'if [ ! -e "$0.once" ]; then : > "$0.once"; read -r id; echo "$id" | $real "$@"; exit 1; fi; exec $real "$@"',
    );
    try {
      const { objects } = await opener.repository({ directory: repository.dir });
      expect(await contents(objects.read([a!, b!, c!]))).toEqual(['one', 'unreadable', 'three']);
      expect(git.calls().filter((line) => line.includes('cat-file'))).toHaveLength(2);
    } finally {
      await git.restore();
    }
  });

  test('one that always dies, talks nonsense or says nothing ends in refusals, soon', async () => {
    await repository.write('a', 'x');
    const head = await repository.commit();
    const [a] = await ids('a');
    for (const script of [
      'exit 1',
      'echo nonsense; exec sleep 60',
      'exec sleep 60',
      'kill -9 $$',
      'exec cat',
    ]) {
      const git = await replaceGit(script);
      const objects = openObjects({ gitDir: join(repository.dir, '.git'), silence: 60 });
      try {
        const twenty = new Array(20).fill(a) as string[];
        expect(new Set(await contents(objects.read(twenty)))).toEqual(new Set(['unreadable']));
        expect(await objects.commit(head)).toMatchObject({ problem: { code: 'repository-unreadable' } });
        expect(git.calls().length).toBeLessThanOrEqual(8);
      } finally {
        await objects.close();
        await git.restore();
      }
    }
  });

  test('without git: a problem for commits, a refusal for blobs', async () => {
    const head = await repository.commit();
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      const { objects } = await opener.repository({ directory: repository.dir });
      expect(await objects.commit(head)).toMatchObject({ problem: { code: 'git-not-found' } });
      expect(await contents(objects.read([head]))).toEqual(['unreadable']);
    } finally {
      process.env.PATH = path;
    }
  });
});

describe("reading at one's own pace", () => {
  test('a reader that stops early leaves the others their answers', async () => {
    for (let index = 0; index < 100; index++) await repository.write(`f${index}`, `content ${index}`);
    await repository.commit();
    const { objects } = await opener.repository({ directory: repository.dir });
    const all = await ids(...Array.from({ length: 100 }, (_, index) => `f${index}`));
    for await (const blob of objects.read(all)) {
      expect(blob.id).toBe(all[0]);
      break;
    }
    expect((await contents(objects.read([...all].reverse())))[99]).toBe('content 0');
  });

  test('while nobody reads, git waits; somebody who waits gets an answer all the same', async () => {
    await repository.write('small', 'small');
    await repository.write('large', Buffer.alloc(40_000_000));
    await repository.commit();
    const { objects } = await opener.repository({ directory: repository.dir });
    const [small, large] = await ids('small', 'large');
    const start = process.memoryUsage().arrayBuffers;
    const names = [...new Array(40).fill(small), ...new Array(12).fill(large)] as string[];
    const slow = objects.read(names)[Symbol.asyncIterator]();
    for (let index = 0; index < 40; index++) await slow.next();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(process.memoryUsage().arrayBuffers - start).toBeLessThan(200_000_000);
    expect(await contents(objects.read([small!]))).toEqual(['small']);
    for (let index = 0; index < 12; index++) {
      expect((await slow.next()).value).toMatchObject({ id: large, bytes: { length: 40_000_000 } });
    }
    expect((await slow.next()).done).toBe(true);
  });

  test('closing with answers due ends at once, and nothing is left behind', async () => {
    await repository.write('big', Buffer.alloc(30_000_000));
    await repository.commit();
    const { objects } = await opener.repository({ directory: repository.dir });
    const [big] = await ids('big');
    const reading = contents(objects.read([big!, big!, big!, big!]));
    await objects.close();
    expect((await reading).at(-1)).toBe('unreadable');
    const listed = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' });
    expect(
      listed.split('\n').filter((line) => line.includes(repository.dir) && line.includes('cat-file')),
    ).toEqual([]);
  });
});

describe('partial clones', () => {
  let parent: { dir: string; dispose(): Promise<void> };
  let partial: TestRepository;

  beforeEach(async () => {
    for (let index = 0; index < 30; index++) await repository.write(`f${index}`, `content ${index}`);
    await repository.commit();
    await repository.git('config', 'uploadpack.allowFilter', 'true');
    await repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    parent = await createDirectory();
    partial = repositoryAt(join(parent.dir, 'partial'));
    const args = ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${repository.dir}`];
    await repositoryAt(parent.dir).git(...args, 'partial');
  });

  afterEach(() => parent.dispose());

  test('missing blobs are fetched once, all together', async () => {
    const all = await ids(...Array.from({ length: 30 }, (_, index) => `f${index}`));
    const git = await replaceGit();
    try {
      const { objects } = await opener.repository({ directory: partial.dir });
      expect(await contents(objects.read(all))).toEqual(all.map((_, index) => `content ${index}`));
      expect(git.calls().filter((line) => / fetch /.test(line))).toHaveLength(1);
    } finally {
      await git.restore();
    }
  });

  test('without the remote they are missing, not a crash', async () => {
    const [first] = await ids('f0');
    await partial.git('remote', 'set-url', 'origin', join(parent.dir, 'nowhere'));
    const { objects } = await opener.repository({ directory: partial.dir });
    expect(await contents(objects.read([first!, 'e'.repeat(40)]))).toEqual(['missing', 'missing']);
  });
});
