import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkCommits } from '../helpers/fixtures.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: config/**
    schema: schemas/app.schema.json
`;
const STRICT = { type: 'object', required: ['name', 'port'], properties: { port: { type: 'integer' } } };
const GOOD = 'name: a\nport: 1\n';

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('schemas/app.schema.json', JSON.stringify(STRICT));
  await repository.write('config/a.yml', GOOD);
});

afterEach(() => repository.dispose());

/** What the check says about a head in which these files are written (`undefined`: removed). */
async function decide(files: Record<string, unknown>, base?: string) {
  const before = base ?? (await repository.commit('base'));
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) await repository.remove(path);
    else await repository.write(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  const decision = await checkCommits(repository.dir, before, await repository.commit('head'));
  return {
    verdict: decision.verdict,
    found: decision.findings.map(({ severity, check, path, args }) =>
      [severity, check, path, args.how, args.version].filter(Boolean).join(' '),
    ),
    unlooked: decision.notLookedAt.map(({ path, reason, blocks }) => `${reason} ${path} ${blocks}`),
  };
}

const schema = (value: unknown) => ({ 'schemas/app.schema.json': value });
const tightened = { ...STRICT, required: ['name', 'port', 'region'] };

describe('files that the change does not touch', () => {
  test('are judged by the new schema, for what is new', async () => {
    await repository.write('config/broken-already.yml', 'name: b\n');
    await repository.write('config/no-keys.tpl', '{{ x }}\n');
    const base = await repository.commit('base');
    expect(await decide(schema({ ...STRICT, maxProperties: 2 }), base)).toEqual({
      verdict: 'pass',
      found: ['notice policy-changed schemas/app.schema.json edited'],
      unlooked: ['unread-by-schema config/no-keys.tpl false'],
    });
    expect(await decide(schema(tightened), base)).toMatchObject({
      verdict: 'fail',
      found: [
        'error schema-violation config/a.yml head',
        'error schema-violation config/broken-already.yml head',
        'notice policy-changed schemas/app.schema.json edited',
      ],
    });
  });

  test('beyond 200 of them, the rest is told and blocks', async () => {
    for (let index = 0; index < 201; index++) await repository.write(`config/n${index}.yml`, GOOD);
    expect(await decide(schema({ ...STRICT, maxProperties: 2 }))).toEqual({
      verdict: 'inconclusive',
      found: ['notice policy-changed schemas/app.schema.json edited'],
      unlooked: ['schema-many-files schemas/app.schema.json true'],
    });
  });

  test('a new schema by which they take too long is inconclusive', async () => {
    await repository.write('config/a.yml', `name: ${'a'.repeat(40)}\nport: 1\n`);
    const slow = { ...STRICT, properties: { ...STRICT.properties, name: { pattern: '^(a+)+$!' } } };
    expect(await decide(schema(slow))).toMatchObject({
      verdict: 'inconclusive',
      unlooked: ['schema-deadline config/a.yml true'],
    });
  });
});

describe('a file that the change touches', () => {
  test('has to be valid by both schemas', async () => {
    const both = { ...schema(tightened), 'config/a.yml': 'name: a\nport: x\n' };
    const base = await repository.commit('base');
    expect(await decide(both, base)).toMatchObject({
      verdict: 'fail',
      found: [
        'error schema-violation config/a.yml head',
        'error schema-violation config/a.yml',
        'notice policy-changed schemas/app.schema.json edited',
      ],
    });
    expect(await decide({ ...schema(tightened), 'config/a.yml': `${GOOD}region: eu\n` }, base)).toEqual({
      verdict: 'pass',
      found: ['notice policy-changed schemas/app.schema.json edited'],
      unlooked: [],
    });
  });

  test('that is invalid by both is no reason to call the schema loosened for it', async () => {
    const loose = { ...STRICT, required: ['port'] };
    expect(await decide({ ...schema(loose), 'config/a.yml': 'port: x\nname: a\n' })).toMatchObject({
      found: ['error schema-violation config/a.yml', 'warning schema-weakened schemas/app.schema.json'],
    });
  });

  test('that was invalid before is none either', async () => {
    await repository.write('config/a.yml', 'port: 1\n');
    expect(
      await decide({ ...schema({ ...STRICT, required: ['port'] }), 'config/a.yml': 'port: 2\n' }),
    ).toEqual({
      verdict: 'pass',
      found: ['warning schema-weakened schemas/app.schema.json', 'notice schema-violation config/a.yml'],
      unlooked: [],
    });
  });
});

describe('a new version that nobody can use', () => {
  test.each([
    ['is no JSON', '{'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['has a key twice', '{"type":"object","type":"string"}'],
    ['has an unknown keyword', '{"requird":["a"]}'],
    ['has a reference that leads to nothing', '{"$ref":"#/definitions/none"}'],
    ['has a reference to a file that is not there', '{"$ref":"none.json"}'],
    ['leads out of the repository', '{"$ref":"../../etc/passwd"}'],
    ['has an invalid pattern', '{"pattern":"("}'],
    ['is of an unknown dialect', '{"$schema":"https://example.com/mine"}'],
    ['is nested too deeply', `${'{"not":'.repeat(1_000)}{}${'}'.repeat(1_000)}`],
  ])('%s', async (_, text) => {
    expect(await decide({ ...schema(text), 'config/a.yml': `${GOOD}x: 1\n` })).toEqual({
      verdict: 'fail',
      found: ['error policy-changed schemas/app.schema.json invalid'],
      unlooked: [],
    });
  });

  test('is a link', async () => {
    const base = await repository.commit('base');
    await repository.remove('schemas/app.schema.json');
    await repository.link('schemas/app.schema.json', '../config/a.yml');
    expect(await decide({}, base)).toMatchObject({
      verdict: 'fail',
      found: ['error policy-changed schemas/app.schema.json invalid'],
    });
  });

  test('one that refers to itself without end is no pass', async () => {
    const decision = await decide(
      schema({ $ref: '#/definitions/a', definitions: { a: { $ref: '#/definitions/a' } } }),
    );
    expect(decision.verdict).not.toBe('pass');
  });
});

test('a base schema that is broken is told, and its repair is judged by nobody', async () => {
  await repository.write('schemas/app.schema.json', '{');
  expect(await decide({ ...schema(STRICT), 'config/a.yml': 'name: a\n' })).toEqual({
    verdict: 'inconclusive',
    found: ['warning policy-changed schemas/app.schema.json edited', 'notice key-removed config/a.yml'],
    unlooked: ['schema-syntax config/a.yml true'],
  });
});

test('a part of a schema that is removed breaks it', async () => {
  await repository.write('schemas/app.schema.json', '{"properties":{"port":{"$ref":"port.json"}}}');
  await repository.write('schemas/port.json', '{"type":"integer"}');
  expect(await decide({ 'schemas/port.json': undefined })).toMatchObject({
    verdict: 'fail',
    found: ['error policy-changed schemas/port.json invalid'],
  });
});
