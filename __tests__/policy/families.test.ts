import { expect, test } from '@jest/globals';
import { discoverFamilies } from '../../src/policy/environments.ts';
import { environmentFamilies } from '../../src/policy/families.ts';

const paths = [
  'config/auth/production.yml',
  'config/auth/staging.yml',
  'config/auth/production.schema.yml',
  'env/prod/auth/a.yml',
  'env/eu.stage/auth/a.yml',
  'env/prod/auth/b.yml',
  'env/prod/prod.tfvars',
  'env/dev/dev.tfvars',
  'env/dev/prod.tfvars',
];
const families = environmentFamilies(
  ['config/auth/{environment}.yml', 'env/{environment}/{environment}.tfvars', 'env/{environment}/**'],
  paths,
);

test.each<[string, string, string[]]>([
  ['config/auth/production.yml', 'production', ['config/auth/staging.yml']],
  ['config/auth/canary.yml', 'canary', ['config/auth/production.yml', 'config/auth/staging.yml']],
  ['env/prod/auth/a.yml', 'prod', ['env/eu.stage/auth/a.yml']],
  ['env/prod/auth/b.yml', 'prod', []],
  ['env/prod/prod.tfvars', 'prod', ['env/dev/dev.tfvars']],
  ['env/dev/prod.tfvars', 'dev', []],
])('%s is of %s', (path, environment, others) => {
  const member = families.get(path);
  expect(member?.environment).toBe(environment);
  expect(member?.others.map((other) => other.path)).toEqual(others);
});

test.each(['config/auth/production.schema.yml', 'config/production.yml', 'xconfig/auth/a.yml'])(
  '%s is of no family',
  (path) => {
    expect(families.get(path)).toBeUndefined();
  },
);

test('wildcards hold the same text on both sides', () => {
  const { get } = environmentFamilies(
    ['*/{environment}/*.yml'],
    ['a/prod/x.yml', 'a/dev/x.yml', 'b/dev/x.yml', 'a/dev/y.yml'],
  );
  expect(get('a/prod/x.yml')?.others).toEqual([{ path: 'a/dev/x.yml', environment: 'dev' }]);
});

test.each<[string, string[], string[]]>([
  ['a part of a file name', ['config/production.yml', 'config/staging.yml'], ['config/{environment}.yml']],
  ['a directory with one file', ['env/prod/a.yml', 'env/dev/a.yml'], ['env/{environment}/a.yml']],
  [
    'a directory with several files',
    ['env/prod/a.yml', 'env/dev/a.yml', 'env/prod/b.yml', 'env/dev/b.yml'],
    ['env/{environment}/**'],
  ],
  ['a part of a directory name', ['eu-prod/a.yml', 'eu-dev/a.yml'], ['eu-{environment}/a.yml']],
  [
    'the same name in three directories',
    ['a', 'b', 'c'].flatMap((name) => [`s/${name}/prod.yml`, `s/${name}/dev.yml`]),
    ['s/*/{environment}.yml'],
  ],
  ['two names of one kind', ['config/prod.yml', 'config/live.yml'], []],
  ['neither production nor staging', ['a/dev.yml', 'a/test.yml'], []],
  ['one environment only', ['config/production.yml', 'config/routes.yml'], []],
  ['mostly other files', ['c/prod.yml', 'c/dev.yml', 'c/a.yml', 'c/b.yml', 'c/d.yml'], []],
  ['odd names', ['a [1]/prod.yml', 'a [1]/dev.yml'], ['a \\[1\\]/{environment}.yml']],
])('families are discovered: %s', (_, given, expected) => {
  expect(discoverFamilies(given)).toEqual(expected);
});
