import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runInit } from '../../src/cli/init.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';

const TARGET = '.github/holdfast.yml';
let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
});
afterEach(() => repository.dispose());

async function init(argv: string[] = [], cwd = repository.dir) {
  const io = { out: '', err: '' };
  const code = await runInit(argv, {
    cwd,
    env: {},
    color: false,
    stdout: (text) => {
      io.out += text;
    },
    stderr: (text) => {
      io.err += text;
    },
  });
  return { code, ...io };
}
const written = () => readFile(join(repository.dir, TARGET), 'utf8').catch(() => undefined);
const read = (text: string) => readPolicy(text, TARGET, { kind: 'base', path: TARGET });

async function service(): Promise<void> {
  await repository.write(
    'config/auth/production.yml',
    '# yaml-language-server: $schema=../../schemas/auth.schema.json\na: 1\n',
  );
  await repository.write('config/auth/staging.yml', 'a: 2\n');
  await repository.write('config/auth/bad\n"name".yml', 'a: 3\n');
  await repository.write('schemas/auth.schema.json', '{"title": "Auth", "type": "object"}');
  await repository.write('CODEOWNERS', 'config/ @acme/identity\n');
  await repository.commit();
}

test('a policy is written from what HEAD shows, and what was found is printed', async () => {
  await service();
  await repository.write('config/auth/uncommitted.yml', 'a: 1\n');
  const { code, out, err } = await init([], join(repository.dir, 'config'));
  expect([code, err]).toEqual([0, '']);
  const policy = await read((await written()) ?? '');
  expect(policy).toMatchObject({
    ok: true,
    value: {
      critical: [
        { service: 'auth', files: ['config/auth/bad\n\\"name\\".yml', 'config/auth/production.yml'] },
      ],
      environments: ['config/auth/{environment}.yml'],
      schemas: [{ files: ['config/auth/production.yml'], schema: { path: 'schemas/auth.schema.json' } }],
    },
  });
  expect(out).toContain('auth: 2 files in config/auth, owned by @acme/identity');
  expect(out).toContain('Written: .github/holdfast.yml');
});

test('--print writes nothing but the policy to standard output', async () => {
  await service();
  const { code, out } = await init(['--print']);
  expect([code, await written()]).toEqual([0, undefined]);
  expect(await read(out)).toMatchObject({ ok: true });
});

test('a policy that is there is written over with --force only', async () => {
  await service();
  await repository.write(TARGET, 'mine');
  expect((await init()).code).toBe(1);
  expect(await written()).toBe('mine');
  expect((await init(['--print'])).code).toBe(0);
  expect((await init(['--force'])).code).toBe(0);
  expect(await written()).not.toBe('mine');
});

test('a policy under another name is in the way, also with --force', async () => {
  await service();
  await repository.write('holdfast.yaml', 'mine');
  const { code, err } = await init(['--force']);
  expect([code, await written()]).toEqual([1, undefined]);
  expect(err).toContain('holdfast.yaml');
});

test('nothing is written through a link', async () => {
  await service();
  await repository.link('.github', 'elsewhere');
  await repository.write('elsewhere/x', '');
  expect((await init(['--force'])).code).toBe(1);
  await expect(stat(join(repository.dir, 'elsewhere/holdfast.yml'))).rejects.toThrow();
  await repository.remove('.github');
  await repository.link(TARGET, '../elsewhere/x');
  expect((await init(['--force'])).code).toBe(1);
  expect(await readFile(join(repository.dir, 'elsewhere/x'), 'utf8')).toBe('');
});

describe('what cannot be done says so', () => {
  test('no configuration: exit 1, nothing written', async () => {
    await repository.write('README.md', 'x');
    await repository.write('package.json', '{}');
    await repository.commit();
    const { code, err } = await init();
    expect([code, await written()]).toEqual([1, undefined]);
    expect(err).toContain('critical:');
  });

  test('no commit yet: exit 2', async () => {
    expect((await init()).code).toBe(2);
  });

  test('an unknown option: exit 2', async () => {
    expect(await init(['--frobnicate'])).toMatchObject({ code: 2, out: '' });
  });

  test('a bare repository: only --print', async () => {
    await service();
    const bare = await createDirectory();
    await repository.git('clone', '--quiet', '--bare', '.', bare.dir);
    expect((await init([], bare.dir)).code).toBe(1);
    expect(await init(['--print'], bare.dir)).toMatchObject({ code: 0, err: '' });
    await bare.dispose();
  });
});
