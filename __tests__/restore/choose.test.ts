import { describe, expect, test } from '@jest/globals';
import { type Asked, chooseFiles, type Part } from '../../src/restore/choose.ts';
import { sampleFile, sampleId, sampleManifest } from '../store/samples.ts';

const EVERYTHING: Asked = { services: [], paths: [] };
const BILLING = sampleFile('/etc/billing/prices.toml', 'vat = 19\n', { service: 'billing' });
const SCOPE = [
  { files: ['config/auth/**'], live: ['/etc/auth'], service: 'auth' },
  { files: ['/etc/billing/*.toml'], live: [], service: 'billing' },
];

function chosen(part: Part | Part[], present: string[] = [], asked = EVERYTHING) {
  const result = chooseFiles([part].flat(), asked, present);
  if (!result.ok) return result.problem.code;
  const { files, absent, unsaved, unplaced } = result.value;
  return { files: files.map(({ path }) => path), absent, unsaved: unsaved.map(({ path }) => path), unplaced };
}

const FILES = ['/etc/auth/current.yml', '/etc/auth/keys.yml', '/etc/auth/production.yml'];
const LIMITS = '/etc/auth/limits.yml';
const NEW = '/etc/auth/new/debug.yml';

describe('what is put back and what goes', () => {
  test('what was absent and what was added since, but nothing that no rule selects', () => {
    const present = [NEW, FILES[0]!, LIMITS, '/etc/passwd', '/etc/authority.yml'];
    expect(chosen({ manifest: sampleManifest() }, present)).toEqual({
      files: FILES,
      absent: [LIMITS, NEW],
      unsaved: [],
      unplaced: [],
    });
  });

  test('nothing that the snapshot does not know', () => {
    const lost = (path: string) => ({ path, service: null, reason: 'unreadable' as const, detail: 'EACCES' });
    const files = [BILLING];
    const unreadable = { manifest: sampleManifest({ files, unsaved: [lost('/etc/auth')], scope: SCOPE }) };
    expect(chosen(unreadable, [NEW, FILES[1]!, '/etc/billing/new.toml'])).toMatchObject({
      absent: [LIMITS, '/etc/billing/new.toml'],
      unsaved: ['/etc/auth'],
    });
    const single = { manifest: sampleManifest({ onlyService: 'auth', scope: SCOPE }) };
    expect(chosen(single, ['/etc/billing/new.toml', NEW])).toMatchObject({ absent: [LIMITS, NEW] });
  });

  test('a commit says nothing of what else is on a host, nor of where every file is', () => {
    const files = [sampleFile('/etc/auth/a.yml', 'a'), sampleFile('config/web/a.yml', 'b')];
    const manifest = sampleManifest({ source: 'commit', files, absent: [] });
    expect(chosen({ manifest }, [NEW])).toEqual({
      files: ['/etc/auth/a.yml'],
      absent: [],
      unsaved: [],
      unplaced: ['config/web/a.yml'],
    });
    const nowhere = sampleManifest({ source: 'commit', files: files.slice(1), absent: [] });
    expect(chosen({ manifest: nowhere })).toBe('nothing-chosen');
  });

  test('of several snapshots each service of its own, and each place once', () => {
    const older = sampleManifest({ files: [...sampleManifest().files, BILLING], scope: SCOPE });
    const newer = sampleManifest({ id: sampleId(2), files: [BILLING], absent: [], scope: SCOPE });
    const parts = [
      { manifest: newer, services: ['billing'] },
      { manifest: older, services: ['auth'] },
    ];
    expect(chosen(parts, [NEW, '/etc/billing/new.toml'])).toMatchObject({
      files: [BILLING.path, ...FILES],
      absent: ['/etc/billing/new.toml', LIMITS, NEW],
    });
  });

  test.each([
    [['/etc/auth/keys.yml'], ['/etc/auth/keys.yml'], []],
    [['/etc/auth/k*.yml', '/etc/auth/new'], ['/etc/auth/keys.yml'], [NEW]],
    [['/etc/auth/'], FILES, [LIMITS, NEW]],
    [['/etc/auth/*'], FILES, [LIMITS]],
  ])('only %j', (paths, files, absent) => {
    const asked = { services: [], paths };
    expect(chosen({ manifest: sampleManifest() }, [NEW], asked)).toMatchObject({ files, absent });
  });

  test.each([
    [{ paths: ['/etc/auth/k*.yml', '!/etc/auth/keys.yml', '/etc/auth'] }, ['--path /etc/auth/k*.yml']],
    [{ paths: ['/etc/auth', '!/etc/auth/keys.yml'] }, []],
    [{ paths: ['/etc/auth', '!/etc/auth/kez.yml'] }, ['--path !/etc/auth/kez.yml']],
    [{ paths: ['/etc/auth', '!/etc/auth/*.bak', '!**/*.{old,orig}'] }, []],
    [{ paths: ['/etc/auth', '!/etc/auth/\\*.bak'] }, ['--path !/etc/auth/\\*.bak']],
    [{ paths: ['/etc/auth', '!/etc/auth/vault', '!/etc/auth/vault/seal.yml'] }, []],
    [{ paths: ['/etc/auth/new', '/etc/auth/'] }, []],
    [{ services: ['auth', 'billing'] }, ['--service billing']],
    [{ services: ['auth'], paths: ['/etc/auth', '/etc/billing'] }, ['--path /etc/billing']],
  ])('of %j nothing is there for %j', (asked, expected) => {
    const unsaved = [
      { path: '/etc/auth/vault', service: 'auth', reason: 'unreadable' as const, detail: 'EACCES' },
    ];
    const manifest = sampleManifest({ unsaved });
    const result = chooseFiles([{ manifest }], { ...EVERYTHING, ...asked }, [NEW]);
    if (!result.ok) throw new Error(result.problem.message);
    expect(result.value.unmet.map(({ option, name }) => `${option} ${name}`)).toEqual(expected);
  });

  test('names with special characters are places, not globs', () => {
    const path = '/etc/auth/[a].yml';
    const files = [sampleFile('/etc/auth/a.yml', 'a'), sampleFile(path, 'b')];
    const asked = { services: [], paths: [path.replace(/[[\]]/g, '\\$&')] };
    expect(chosen({ manifest: sampleManifest({ files }) }, [], asked)).toMatchObject({ files: [path] });
  });
});
