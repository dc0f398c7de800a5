import { expect, test } from '@jest/globals';
import { encodePath } from '../../src/model/path.ts';
import type { Manifest } from '../../src/store/manifest.ts';
import { seal, sha256, unseal } from '../../src/store/seal.ts';
import { readManifest, writeManifest } from '../../src/store/statement.ts';
import { sampleFile, sampleId, sampleManifest } from './samples.ts';

/**
 * The manifest's JSON, changed by hand and sealed again: whole, but perhaps not valid.
 * @param changes `predicate.files.0.path` -> its new value; `undefined` removes it.
 */
function forged(changes: { [path: string]: unknown }): Uint8Array {
  const opened = unseal(writeManifest(sampleManifest()));
  if (!opened.ok) throw new Error(opened.problem.message);
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop()!;
    let at = opened.value as { [key: string]: unknown };
    for (const step of steps) at = at[step] as { [key: string]: unknown };
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return seal(opened.value);
}

/** The path of a file, in both places where it stands. */
function renamed(index: number, path: string) {
  return { [`subject.${index}.name`]: path, [`predicate.files.${index}.path`]: path };
}

test('a manifest comes back as it was written, names that are not UTF-8 included', () => {
  const odd = 'a\udcff\n"b';
  const link = { link: odd, sha256: sha256(encodePath(odd)) };
  const manifest = sampleManifest({
    files: [
      sampleFile('/etc/auth/a', odd, link),
      sampleFile(`/etc/auth/${odd}`, 'x', { mode: 0o4755, uid: null, gid: null, mtime: null }),
    ],
  });
  expect(readManifest(writeManifest(manifest))).toEqual({ ok: true, value: manifest });
  const stored = { sha256: 'b'.repeat(64), size: 210 };
  const full = sampleManifest({
    files: [sampleFile('/etc/auth/keys.yml', 'keys', { sensitive: true, stored })],
    directories: [{ path: '/etc/auth', mode: 0o2750, uid: 0, gid: 33 }],
    scope: [{ ...sampleManifest().scope[0]!, sensitive: ['keys.*'], identity: { clients: 'id' } }],
    recipients: ['age1zrhgk627dyeupgv75sk0gkzj540jl4mjs0se6w5de934jrr0vu2sscvtxd'],
  });
  expect(readManifest(writeManifest(full))).toEqual({ ok: true, value: full });
  const unsaved: Manifest['unsaved'] = [
    { path: `/etc/auth/${odd}`, service: null, reason: 'unreadable', detail: 'EACCES' },
  ];
  const incomplete = sampleManifest({ unsaved, parent: null, source: 'commit', environment: null });
  expect(readManifest(writeManifest(incomplete))).toEqual({ ok: true, value: incomplete });
});

test('it is an in-toto statement: names and digests stand in subject', () => {
  const statement = JSON.parse(Buffer.from(writeManifest(sampleManifest())).toString());
  expect(statement._type).toBe('https://in-toto.io/Statement/v1');
  expect(statement.subject[1]).toEqual({
    name: '/etc/auth/keys.yml',
    digest: { sha256: sampleFile('', 'keys: [a]\n').sha256 },
  });
  expect(statement.predicate.files[1]).toMatchObject({ path: '/etc/auth/keys.yml', mode: '00640', size: 10 });
  expect(statement.predicate.files[1]).not.toHaveProperty('sha256');
});

test.each<[string, { [path: string]: unknown }]>([
  ['another type', { _type: 'https://in-toto.io/Statement/v0.1' }],
  ['another predicate', { predicateType: 'urn:holdfast:snapshot:v2' }],
  ['an unknown field', { 'predicate.more': 1 }],
  ['an unknown field of a file', { 'predicate.files.0.acl': 1 }],
  ['a missing field', { 'predicate.absent': undefined }],
  ['a path with ..', renamed(0, '/etc/../shadow')],
  ['an empty step', renamed(0, '/etc//a')],
  ['a path with NUL', renamed(0, '/etc/a\0b')],
  ['a relative path with .', { 'predicate.absent.0.path': './a' }],
  ['another name in subject', { 'subject.0.name': '/etc/auth/b' }],
  ['fewer subjects', { subject: [] }],
  ['a short digest', { 'subject.1.digest.sha256': 'abc' }],
  ['a target that is not what its digest says', { 'predicate.files.0.link': '/etc/shadow' }],
  ['a mode that is more than permissions', { 'predicate.files.1.mode': '100644' }],
  ['a negative size', { 'predicate.files.1.size': -1 }],
  ['a size that is no number', { 'predicate.files.1.size': '10' }],
  ['no moment', { 'predicate.at': '2026-01-31' }],
  ['a short id', { 'predicate.id': '01KB4' }],
  ['a file twice', renamed(1, '/etc/auth/current.yml')],
  ['a saved file that is absent', { 'predicate.absent.0.path': '/etc/auth/keys.yml' }],
  ['a file below a file', renamed(2, '/etc/auth/keys.yml/a')],
  ['an unknown reason', { 'predicate.unsaved': [{ path: '/a', service: null, reason: 'x', detail: '' }] }],
  ['a link that is encrypted', { 'predicate.files.0.stored': { sha256: 'b'.repeat(64), size: 1 } }],
  ['a short digest of an encrypted content', { 'predicate.files.1.stored': { sha256: 'b', size: 1 } }],
  ['an encrypted content without a size', { 'predicate.files.1.stored': { sha256: 'b'.repeat(64) } }],
  ['sensitive keys that are no list', { 'predicate.scope.0.sensitive': 'pin' }],
  ['identity keys that are no map', { 'predicate.scope.0.identity': ['id'] }],
  ['an identity key that is no text', { 'predicate.scope.0.identity': { clients: 1 } }],
  ['recipients that are no list', { 'predicate.recipients': 'age1' }],
  ['a directory with ..', { 'predicate.directories': [{ path: '/etc/..', mode: '00755', uid: 0, gid: 0 }] }],
  ['a directory without an owner', { 'predicate.directories': [{ path: '/etc', mode: '00755', gid: 0 }] }],
  [
    'a directory that is a file',
    { 'predicate.directories': [{ path: '/etc/auth/keys.yml', mode: '00755', uid: 0, gid: 0 }] },
  ],
  ['files that are no list', { 'predicate.files': { length: 3 } }],
])('refused, though whole: %s', (_, changes) => {
  expect(readManifest(forged(changes))).toMatchObject({ ok: false, problem: { code: 'manifest-invalid' } });
});

test('the unchanged forgery is read: the refusals above have their reason', () => {
  expect(readManifest(forged({}))).toMatchObject({ ok: true, value: { id: sampleId(1) } });
});

test.each(['', '{}', '[]', 'null', '{"a":1}', '{"a":1,"seal":"sha256:00"}\n'])('damaged: %j', (text) => {
  expect(readManifest(Buffer.from(text))).toMatchObject({ ok: false, problem: { code: 'damaged' } });
});
