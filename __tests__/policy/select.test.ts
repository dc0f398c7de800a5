import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy, isWatchedByDefault } from '../../src/policy/defaults.ts';
import { escapeGlob, globFault, globMatcher } from '../../src/policy/globs.ts';
import type { Policy, Rule } from '../../src/policy/policy.ts';
import { createSelector } from '../../src/policy/select.ts';

const rule = (id: string, files: string[], more: Partial<Rule> = {}): Rule => ({
  id,
  files,
  protect: [],
  freeze: [],
  sensitive: [],
  identity: {},
  ...more,
});
const policy = (critical: Rule[], schemas: Rule[] = []): Policy => ({
  ...defaultPolicy(),
  critical,
  schemas,
});

describe('globs', () => {
  test.each<[string | string[], string, boolean]>([
    ['config/**', 'config/a/b.yml', true],
    ['config/**', 'config/.env', true],
    ['config/**', 'config/.hidden/x', true],
    ['config/**', 'configs/a', false],
    ['**', '.a', true],
    ['*.yml', 'a/b.yml', false],
    ['**/*.yml', 'b.yml', true],
    ['**/*.yml', '.github/workflows/b.yml', true],
    ['config/*', 'config/a/b', false],
    ['config/**', 'config/a\nb.yml', true],
    ['**/*.yml', 'a\n/b\n.yml', true],
    ['config', 'config/a.yml', true],
    ['config/', 'config/a.yml', true],
    ['config', 'config', true],
    ['config', 'configuration/a', false],
    ['a.{yml,json}', 'a.json', true],
    ['Config/*', 'config/a', false],
    [['config/**', '!config/*.md'], 'config/a.md', false],
    [['!config/old', 'config/**'], 'config/old/a.yml', false],
    [['config/**', '!config/*.md'], 'config/a/b.md', true],
    ['app/[id].yml', 'app/[id].yml', true],
    ['app/\\[id\\].yml', 'app/i.yml', false],
    ['app/\\(auth\\)/*.yml', 'app/(auth)/a.yml', true],
    ['app/@(a|b)/*.yml', 'app/b/a.yml', true],
    ['a b/"c"/*', 'a b/c/d', true],
  ])('%j, %j: %s', (files, path, expected) => {
    const globs = [files].flat();
    expect(globs.map(globFault).filter(Boolean)).toEqual([]);
    expect(globMatcher(globs)(path)).toBe(expected);
  });

  test('an escaped path selects itself and nothing else', () => {
    const name = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(...'\\*?[]{}()!+@|"\'$^,;:.# -\n~`%&=<>a\udc80é'),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
        minLength: 1,
      })
      .filter((text) => !/[/\0]/.test(text) && text !== '.' && text !== '..');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, path, (one, other) => {
        const matches = globMatcher([`x/${escapeGlob(one)}`]);
        expect([matches(`x/${one}`), matches(`x/${other}`)]).toEqual([
          true,
          one === other || other.startsWith(`${one}/`),
        ]);
        const glob = `x/${escapeGlob(one)}/*.yml`;
        fc.pre(globFault(glob) === undefined);
        const inGlob = globMatcher([glob]);
        expect([inGlob(`x/${one}/a.yml`), inGlob(`x/${other}/a.yml`)]).toEqual([true, one === other]);
      }),
      { numRuns: 1000, seed: 11 },
    );
  });
});

describe('a selection is the union of the rules that select a path', () => {
  const source = { kind: 'path', path: 's.json' } as const;
  const other = { kind: 'path', path: 't.json' } as const;
  const select = createSelector(
    policy(
      [
        rule('critical[0]', ['config/**'], { protect: ['a'], identity: { l: 'x' } }),
        rule('critical[1]', ['config/auth/**', '!**/*.md'], {
          service: 'auth',
          schema: source,
          protect: ['a', 'b'],
          freeze: ['c'],
          identity: { l: 'y', m: 'z' },
        }),
      ],
      [
        rule('schemas[0]', ['**/*.yml'], { schema: source }),
        rule('schemas[1]', ['**/*.yml'], { schema: other }),
      ],
    ),
  );
  const empty = { schemas: [], protect: [], freeze: [], sensitive: [], identity: {} };

  test('of two critical rules and a schema', () => {
    expect(select('config/auth/a.yml')).toEqual({
      rule: 'critical[0], critical[1], schemas[0], schemas[1]',
      critical: true,
      service: 'auth',
      schemas: [source, other],
      protect: ['a', 'b'],
      freeze: ['c'],
      sensitive: [],
      identity: { l: 'x', m: 'z' },
    });
  });

  test('what a rule excludes, another may select', () => {
    expect(select('config/auth/a.md')).toMatchObject({ rule: 'critical[0]', critical: true });
  });

  test('a schema alone does not make a file critical', () => {
    expect(select('x/a.yml')).toEqual({
      ...empty,
      rule: 'schemas[0], schemas[1]',
      critical: false,
      schemas: [source, other],
    });
  });

  test('the defaults watch configuration that no rule selects, and nothing else', () => {
    expect(select('x/a.toml')).toEqual({ ...empty, rule: 'default', critical: false });
    expect(select('x/a.ts')).toBeUndefined();
  });

  test('50,000 paths are told apart', () => {
    const rules = Array.from({ length: 20 }, (_, index) =>
      rule(`critical[${index}]`, [`services/s${index}/**/*.{yml,json}`, '!**/README.*']),
    );
    const paths = Array.from(
      { length: 50_000 },
      (_, index) => `services/s${index % 40}/src/module${index}/file.yml`,
    );
    const selector = createSelector(policy(rules));
    expect(paths.filter((path) => selector(path)?.critical).length).toBe(25_000);
  });
});

test.each<[string, boolean]>([
  ['config/app.yml', true],
  ['.env.production', true],
  ['deploy/.env', true],
  ['Dockerfile', true],
  ['env/test/auth.yml', true],
  ['main.tfvars', true],
  ['.github/workflows/ci.yml', true],
  ['src/index.ts', false],
  ['README.md', false],
  ['json', false],
  ['node_modules/a/package.json', false],
  ['web/vendor/x/config.yml', false],
  ['tests/config.yml', false],
  ['test/config.yml', false],
  ['src/test/resources/app.yml', false],
  ['a/__fixtures__/b.json', false],
  ['app/locales/en.json', false],
  ['package-lock.json', false],
  ['yarn.lock', false],
  ['pnpm-lock.yaml', false],
  ['composer.lock', false],
  ['.terraform.lock.hcl', false],
  ['api/generated/client.json', false],
  ['app.min.json', false],
])('the defaults watch %s: %s', (path, expected) => {
  expect(isWatchedByDefault(path)).toBe(expected);
});
