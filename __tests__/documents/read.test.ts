// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of the formats under test.
import { describe, expect, test } from '@jest/globals';
import type { Document } from '../../src/documents/document.ts';
import { formatById, formats } from '../../src/documents/formats/index.ts';
import { formatOf } from '../../src/documents/formats/of-path.ts';
import { readDocument } from '../../src/documents/read.ts';

type Options = Parameters<typeof readDocument>[2];

function read(path: string, content: string | Uint8Array, options?: Options): Promise<Document> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocument({ path, mode: 'file' }, { id: '1', bytes }, options);
}

/** `parsed json`, `opaque template`, `broken yaml syntax`, `text text`. */
async function kindOf(path: string, content: string | Uint8Array, options?: Options): Promise<string> {
  const document = await read(path, content, options);
  if (document.kind === 'opaque') return `opaque ${document.reason}`;
  if (document.kind === 'broken') return `broken ${document.format} ${document.problem.code}`;
  return `${document.kind} ${document.format}`;
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('what a file is', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a.json', latin1('\xef\xbb\xbf{"a":1}'), 'parsed json'],
    ['a.yml', latin1('caf\xe9: 1\n'), 'opaque encoding'],
    ['a.yml', latin1('\xff\xfea\0:\0'), 'opaque encoding'],
    ['a.yml', latin1('\xfe\xff\0a\0:'), 'opaque encoding'],
    ['a.yml', latin1('a: \0\n'), 'opaque binary'],
    ['a.yml', latin1('\0GITCRYPT\0\x12\x34'), 'opaque encrypted'],
    ['a.yml', '$ANSIBLE_VAULT;1.1;AES256\n6162\n', 'opaque encrypted'],
    ['a.yml', 'a: ENC[AES256_GCM,data:x]\nsops:\n    mac: ENC[AES256_GCM,data:y]\n', 'opaque encrypted'],
    ['a.json', '{"a":"ENC[AES256_GCM,x]","sops":{"mac":"ENC[AES256_GCM,y]"}}', 'opaque encrypted'],
    ['.env', 'A=ENC[AES256_GCM,x]\nsops_version=3\nsops_mac=ENC[AES256_GCM,y]\n', 'opaque encrypted'],
    ['a.ini', '[a]\nb = ENC[AES256_GCM,x]\n[sops]\nmac = ENC[AES256_GCM,y]\n', 'opaque encrypted'],
    ['a.yml', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n', 'opaque encrypted'],
    ['a.yml', 'a: ENC[AES256_GCM,data:x]\n', 'parsed yaml'],
    ['a.yml', 'kind: SealedSecret\nspec: {encryptedData: {a: AgB}}\n', 'parsed yaml'],
    ['a.yml', 'a: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\n', 'parsed yaml'],
    ['a.json', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n', 'opaque missing'],
    ['nginx.conf', 'server { listen 80; }\n', 'text text'],
    ['my.conf', '[a]\nb = c\n', 'parsed ini'],
    ['sysctl.conf', '# x\nnet.ipv4.ip_forward = 1\n', 'parsed ini'],
    ['haproxy.cfg', 'global\n  daemon\n', 'text text'],
    ['Dockerfile', 'FROM scratch\n', 'text text'],
    ['settings', ' {"a": 1}', 'parsed json'],
    ['settings', '{ not json', 'text text'],
    ['layout', '<?xml version="1.0"?><a/>', 'parsed xml'],
    ['page.html', '<p>x</p>', 'text text'],
    ['a.json', '// c\n{}', 'broken json syntax'],
    ['tsconfig.json', '// c\n{}', 'parsed jsonc'],
    ['a.json', '', 'broken json syntax'],
    ['a.yml', '', 'parsed yaml'],
  ])('%s %j', async (path, content, expected) => {
    expect(await kindOf(path, content)).toBe(expected);
  });

  test('the owner declares the format', async () => {
    expect(await kindOf('settings.conf', 'a: 1', { format: 'yaml' })).toBe('parsed yaml');
    expect(await kindOf('a.yml', '{', { format: 'text' })).toBe('text text');
    expect(await kindOf('a.json', '// c\n{}', { format: 'jsonc' })).toBe('parsed jsonc');
  });

  test('links, submodules, refusals and large files', async () => {
    const bytes = new TextEncoder().encode('../b.yml');
    const link = await readDocument({ path: 'a.yml', mode: 'symlink' }, { id: '1', bytes });
    expect(link).toEqual({ kind: 'opaque', reason: 'link', text: '../b.yml' });
    const submodule = await readDocument(
      { path: 'a', mode: 'submodule' },
      { id: 'c0ffee', refused: 'missing' },
    );
    expect(submodule).toEqual({ kind: 'opaque', reason: 'link', text: 'c0ffee' });
    for (const [refused, reason] of [
      ['missing', 'missing'],
      ['unreadable', 'missing'],
      ['too-large', 'too-large'],
    ] as const) {
      const document = await readDocument({ path: 'a.yml', mode: 'file' }, { id: '1', refused });
      expect(document).toEqual({ kind: 'opaque', reason });
    }
    expect(await kindOf('a.yml', 'a: 12345', { maxBytes: 7 })).toBe('opaque too-large');
    expect(await kindOf('a.yml', 'a: 1234', { maxBytes: 7 })).toBe('parsed yaml');
  });

  test('the byte order mark is no part of the text', async () => {
    const document = await read('a.yml', latin1('\xef\xbb\xbfa: 1\n'));
    expect(document).toMatchObject({ text: 'a: 1\n', values: [{ a: 1 }] });
    expect(document.kind === 'parsed' && document.place('/a')).toEqual({ line: 1, column: 1 });
  });
});

describe('templates', () => {
  test.each([
    ['chart/templates/a.yaml', '{{- if .Values.a }}\na: 1\n{{- end }}\n', 'opaque template'],
    ['chart/templates/a.yaml', 'a: "{{ .Values.a }}"\n', 'parsed yaml'],
    ['chart/templates/a.yaml', 'a: [1\n', 'broken yaml syntax'],
    ['app.yml.j2', 'a: {{ b }}\n', 'opaque template'],
    ['app.yml.j2', 'a: "{{ b }}"\n', 'parsed yaml'],
    ['nginx.conf.j2', 'listen {{ port }};\n', 'opaque template'],
    ['a.json.erb', '{"a": <%= b %>}', 'opaque template'],
    ['a.yml', 'a: {{ b }}\nc: d\n', 'opaque template'],
    ['a.json', '{"a": {{ b }}, "c": 1}', 'opaque template'],
    ['a.yml', 'a: 1\n{% if x %}\nb: 2\n{% endif %}\n', 'opaque template'],
    ['a.toml', 'a = {{ b }}\n', 'opaque template'],
    ['a.yml', 'a: ${{ b }}\nc: ${{ secrets.d }}\n', 'parsed yaml'],
    ['a.yml', 'a: ${{ b }}\n  c: [1\n', 'broken yaml syntax'],
    ['a.yml', 'a: "{{ b }}"\nc: [1\nd: 2\n', 'broken yaml syntax'],
    ['a.yml', 'a: |\n  {% if x %}\nb: "x\n', 'broken yaml syntax'],
    ['a.yml', '- file: path=x\n  mode=644\n  when: {{ env in [1] }}\n  tags:\n  - x\n', 'broken yaml syntax'],
    ['a.yml', '<<<<<<< HEAD\na: {{ b }}\n=======\na: c\n>>>>>>> x\n', 'broken yaml conflict-marker'],
    ['app.yml.j2', '<<<<<<< HEAD\na: {{ b }}\n=======\n>>>>>>> x\n', 'broken yaml conflict-marker'],
    ['a.properties', '<<<<<<< HEAD\na=1\n=======\na=2\n>>>>>>> x\n', 'broken properties conflict-marker'],
  ])('%s %j', async (path, content, expected) => {
    expect(await kindOf(path, content)).toBe(expected);
  });

  test('the text is kept, for lines can still be compared', async () => {
    expect(await read('a.yml', 'a: {{ b }}\n')).toEqual({
      kind: 'opaque',
      reason: 'template',
      text: 'a: {{ b }}\n',
    });
  });
});

describe('formatOf', () => {
  test.each([
    ['config/app.JSON', 'json'],
    ['tsconfig.build.json', 'jsonc'],
    ['a/.vscode/settings.json', 'jsonc'],
    ['a.vscode/settings.json', 'json'],
    ['.devcontainer/devcontainer.json', 'jsonc'],
    ['a.json5', 'json5'],
    ['.github/workflows/x.yml', 'yaml'],
    ['.clang-format', 'yaml'],
    ['home/.kube/config', 'yaml'],
    ['config', undefined],
    ['Cargo.lock', 'toml'],
    ['Pipfile.lock', 'json'],
    ['setup.cfg', 'ini'],
    ['other.cfg', undefined],
    ['.editorconfig', 'ini'],
    ['units/a.service', 'ini'],
    ['.env', 'dotenv'],
    ['prod.env', 'dotenv'],
    ['.env.production', 'dotenv'],
    ['.env.yml', 'yaml'],
    ['log4j.properties', 'properties'],
    ['pom.xml', 'xml'],
    ['Web.config', 'xml'],
    ['Info.plist', 'plist'],
    ['main.tf', 'hcl'],
    ['README', undefined],
    ['yml', undefined],
  ])('%s is %s', (path, expected) => {
    expect(formatOf(path)?.id).toBe(expected);
  });

  test('every format can be found by its id, and loads', async () => {
    for (const format of formats) {
      expect(formatById(format.id)).toBe(format);
      expect(typeof (await format.load())).toBe('function');
    }
  });
});

test('a key that is no name any more is not compared: its path would be repeated for everything below it', async () => {
  const read = (length: number) => {
    const bytes = Buffer.from(JSON.stringify({ list: [{ ['k'.repeat(length)]: { a: 1 } }] }));
    return readDocument({ path: 'a.json', mode: 'file' }, { id: '1', bytes });
  };
  expect(await read(4_096)).toMatchObject({ kind: 'parsed' });
  expect(await read(4_097)).toMatchObject({ kind: 'opaque', reason: 'too-large' });
});
