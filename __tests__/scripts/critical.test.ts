import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy, Rule } from '../../src/policy/policy.ts';
import { createCritical } from '../../src/scripts/critical.ts';
import type { Host, Op } from '../../src/scripts/effect.ts';
import { confidenceOf } from '../../src/scripts/location.ts';
import type { Text } from '../../src/scripts/text.ts';

function policy(...rules: Partial<Rule>[]): Policy {
  const none = { protect: [], freeze: [], sensitive: [], identity: {} };
  const critical = rules.map((rule, index) => ({ ...none, files: ['x'], id: `critical[${index}]`, ...rule }));
  return { ...defaultPolicy(), critical };
}

const PATHS = [
  'README.md',
  'config/auth/production.yml',
  'config/auth/staging.yml',
  'config/web.yml',
  'deploy/values.yml',
  'docs/values.yml',
  'overlays/staging/production.yml',
  'overlays/staging/new.yml',
  'overlays/web/web.yml',
  'src/app.ts',
  'unique/only.conf',
];
const POLICY = policy(
  { files: ['config/auth/**', '!config/auth/*.md'], live: ['/etc/auth'], service: 'auth' },
  { files: ['/srv/*/conf/*.conf', 'vault:secret/auth/**', 'configmap:auth-*', 's3://acme/auth/**'] },
  { files: ['deploy/values.yml', 'unique/only.conf', '/opt/app'] },
);
const critical = createCritical(POLICY, PATHS);

/** `<X>` is a value, `{*}` a glob, `~T~` a temporary path. */
function text(source: string): Text {
  return source
    .split(/(<[^>]+>|\{[^}]+\}|~\w+~)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('<')) return { name: part.slice(1, -1), is: 'value' as const };
      if (part.startsWith('{')) return { name: part.slice(1, -1), is: 'glob' as const };
      return part.startsWith('~') ? { name: part.slice(1, -1), is: 'temporary' as const } : part;
    });
}

type Given = { op?: Op; host?: Host; sources?: string[]; tree?: boolean };

function touched(
  path: string,
  { op = 'replace', host = { kind: 'local' }, sources = [], tree = false }: Given = {},
) {
  const target = { path: text(path), confidence: confidenceOf(text(path)), tree };
  return critical.touched(target, { op, host, sources: sources.map(text) });
}

/** How each place is touched, in short. */
function brief(path: string, given?: Given): string[] {
  return touched(path, given).map(({ how, confidence, path: file, location, own }) =>
    [how, confidence, file ?? location, ...(own ? ['own'] : [])].join(' '),
  );
}

test.each<[string, Given | undefined, string[]]>([
  ['config/auth/production.yml', undefined, ['exact high config/auth/production.yml']],
  ['config/auth/new.yml', undefined, ['exact high config/auth/new.yml']],
  ['config/auth/README.md', undefined, []],
  ['config/web.yml', undefined, []],
  ['../config/auth/production.yml', undefined, []],
  ['/config/auth/production.yml', undefined, []],
  ['/etc/auth/production.yml', undefined, ['exact high config/auth/production.yml']],
  ['/etc/auth/other.yml', undefined, ['exact high /etc/auth/other.yml']],
  ['/srv/shop/conf/a.conf', undefined, ['exact high /srv/shop/conf/a.conf']],
  ['/srv/shop/a.conf', undefined, []],
  ['vault:secret/auth/jwt', { host: { kind: 'service' }, op: 'state' }, ['exact high vault:secret/auth/jwt']],
  ['vault:secret/web', { host: { kind: 'service' }, op: 'state' }, []],
  ['configmap:auth-web', { host: { kind: 'service' }, op: 'state' }, ['exact high configmap:auth-web']],
  [
    'configmap:production/auth-web',
    { host: { kind: 'service' }, op: 'state' },
    ['exact high configmap:production/auth-web'],
  ],
  ['s3://acme/auth/a.yml', { host: { kind: 'bucket' } }, ['exact high s3://acme/auth/a.yml']],
])('a literal location: %s', (path, given, expected) => {
  expect(brief(path, given)).toEqual(expected);
});

test('a copy into a directory is the file that gets there', () => {
  const sources = ['templates/production.yml'];
  expect(brief('config/auth', { sources })).toEqual(['exact high config/auth/production.yml']);
  expect(brief('/etc/auth', { sources })).toEqual(['exact high config/auth/production.yml']);
  expect(brief('/etc/auth', { sources: ['templates/notes.md'] })).toEqual([]);
  expect(brief('config', { sources: ['templates/web.yml'] })).toEqual([]);
});

test('the very file that belongs there is told apart', () => {
  const sources = ['config/auth/production.yml'];
  expect(brief('/etc/auth/production.yml', { sources })).toEqual([
    'exact high config/auth/production.yml own',
  ]);
  expect(brief('/etc/auth', { sources })).toEqual(['exact high config/auth/production.yml own']);
  expect(brief('/etc/auth/staging.yml', { sources })).toEqual(['exact high config/auth/staging.yml']);
  expect(brief('config/auth/production.yml', { sources })).toEqual(['exact high config/auth/production.yml']);
});

const BOTH = (how: string, confidence: string) =>
  ['production', 'staging'].map((name) => `${how} ${confidence} config/auth/${name}.yml`);

test.each<[string, Given, string[]]>([
  ['config', { op: 'delete' }, BOTH('tree', 'high')],
  ['config/auth', { op: 'delete' }, BOTH('tree', 'high')],
  ['config/au', { op: 'delete' }, []],
  ['src', { op: 'delete' }, []],
  ['/etc', { op: 'mirror-tree' }, BOTH('tree', 'high')],
  ['/etc', { op: 'extract' }, BOTH('tree', 'medium')],
  ['/', { op: 'extract' }, [...BOTH('tree', 'low'), 'tree low /srv', 'tree low /opt/app'].slice(0, 2)],
  ['/etc/auth/keys', { op: 'delete' }, ['tree high /etc/auth/keys']],
  ['/srv/shop', { op: 'delete' }, ['tree high /srv/shop']],
  ['/srv/shop/conf', { op: 'delete' }, ['tree high /srv/shop/conf']],
  ['/srv/shop/conf/deep', { op: 'delete' }, []],
  ['/srv/shop/src', { op: 'delete' }, []],
  ['/opt', { op: 'delete' }, ['tree high /opt/app']],
  ['/opt/app/plugins', { op: 'delete' }, ['tree high /opt/app/plugins']],
  ['/opt/application', { op: 'delete' }, []],
  ['', { op: 'extract' }, []],
  ['', { op: 'discard' }, []],
  ['config', { op: 'discard' }, BOTH('tree', 'high')],
  ['vault:secret', { op: 'delete', host: { kind: 'service' } }, ['tree high vault:secret/auth']],
  ['s3://acme', { op: 'mirror-tree', host: { kind: 'bucket' } }, ['tree high s3://acme/auth']],
  ['s3://acme-web', { op: 'mirror-tree', host: { kind: 'bucket' } }, []],
])('a literal tree: %s, %j', (path, given, expected) => {
  expect(brief(path, { ...given, tree: true })).toEqual(expected);
});

test('of a copied directory only what it replaces counts', () => {
  const copied = (path: string, sources: string[]) =>
    brief(path, { op: 'replace-tree', tree: true, sources });
  expect(copied('config/auth', ['overlays/staging'])).toEqual([
    'tree high config/auth/new.yml',
    'tree high config/auth/production.yml',
  ]);
  expect(copied('config', ['overlays/web'])).toEqual([]);
  expect(copied('/etc/auth', ['config/auth'])).toEqual(BOTH('tree', 'high').map((each) => `${each} own`));
  expect(copied('config', ['elsewhere'])).toEqual(BOTH('tree', 'medium'));
  expect(copied('config', ['<SOURCE>'])).toEqual(BOTH('tree', 'medium'));
  expect(
    touched('config/auth', { op: 'replace-tree', tree: true, sources: ['overlays/staging'] })[0],
  ).toMatchObject({
    inside: 'new.yml',
  });
});

test.each<[string, Given | undefined, string[]]>([
  ['<APP>/config/auth/production.yml', undefined, ['suffix medium config/auth/production.yml']],
  ['<APP>/auth/production.yml', undefined, ['suffix medium config/auth/production.yml']],
  ['<APP>/staging/production.yml', undefined, []],
  ['<APP>/production.yml', undefined, []],
  ['<APP>/only.conf', undefined, ['suffix medium unique/only.conf']],
  ['<APP>/values.yml', undefined, []],
  ['<APP>/web.yml', undefined, []],
  ['<APP>', undefined, []],
  ['<APP>/config/<NAME>', undefined, []],
  ['<APP>/config/auth', { tree: true, op: 'delete' }, ['suffix medium config/auth/production.yml']],
  ['<APP>/auth', { tree: true, op: 'delete' }, []],
  ['<APP>/config/auth/{*}', { tree: true, op: 'delete' }, ['suffix medium config/auth/production.yml']],
  ['<PREFIX>/etc/auth/production.yml', undefined, ['suffix medium config/auth/production.yml']],
  ['config/auth/<ENV>.yml', undefined, ['glob medium config/auth/<ENV>.yml']],
  ['config/<DIR>/production.yml', undefined, ['glob medium config/auth/production.yml']],
  ['config/<NAME>.yml', undefined, []],
  ['/etc/auth/<NAME>', undefined, ['glob medium /etc/auth/<NAME>']],
  ['/etc/<NAME>', undefined, []],
  ['config/{*}/staging.yml', undefined, ['glob medium config/auth/staging.yml']],
  ['config/auth/{*}.yml', { op: 'delete' }, BOTH('glob', 'medium')],
  ['config/auth/{*}.md', { op: 'delete' }, []],
  ['config/{*}', { op: 'delete', tree: true }, BOTH('glob', 'medium')],
  ['con{*}', { op: 'delete', tree: true }, BOTH('glob', 'medium')],
  ['/srv/shop/conf/{*}.conf', { op: 'delete' }, ['glob medium /srv/shop/conf/*.conf']],
])('a location that is known in part: %s, %j', (path, given, expected) => {
  expect(brief(path, given)).toEqual(expected);
});

test('temporary places never match', () => {
  const all = createCritical(policy({ files: ['/**', '**'] }), ['tmp/a']);
  const target = (path: string) => ({ path: text(path), confidence: 'high' as const, tree: false });
  for (const path of ['/tmp/a.yml', '/var/tmp/a.yml', '/dev/null', '~T~', '~T~/config/auth/production.yml'])
    expect(all.touched(target(path), { op: 'truncate', host: { kind: 'local' }, sources: [] })).toEqual([]);
  expect(
    all.touched(target('/home/a'), { op: 'truncate', host: { kind: 'local' }, sources: [] }),
  ).toHaveLength(1);
});

test('on another host a relative path is known by its end only', () => {
  const host: Host = { kind: 'ssh', name: 'web1' };
  expect(brief('config/auth/production.yml', { host })).toEqual(['suffix medium config/auth/production.yml']);
  expect(brief('production.yml', { host })).toEqual([]);
  expect(brief('/etc/auth/production.yml', { host })).toEqual(['exact high config/auth/production.yml']);
});

test('a file copied to a place of the same shape is its own copy', () => {
  expect(brief('<BUILD>/config/auth/staging.yml', { sources: ['config/auth/staging.yml'] })).toEqual([
    'suffix medium config/auth/staging.yml own',
  ]);
});

test('many questions to many critical files are answered', () => {
  const paths = Array.from({ length: 20_000 }, (_, index) => `config/d${index % 500}/f${index}.yml`);
  const many = createCritical(policy({ files: ['config/**'], live: ['/etc/app'] }), paths);
  let touched = 0;
  for (let index = 0; index < 2_000; index++) {
    for (const path of [
      `<X${index}>/d1/f${index}.yml`,
      `config/d${index}/<NAME>.yml`,
      `/etc/app/d${index}`,
    ]) {
      const target = { path: text(path), confidence: 'medium' as const, tree: index % 2 === 0 };
      touched += many.touched(target, { op: 'delete', host: { kind: 'local' }, sources: [] }).length;
    }
  }
  expect(touched).toBeGreaterThan(1_000);
});
