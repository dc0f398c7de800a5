import type { SavedFile } from '../../src/store/manifest.ts';
import type { Alert, Drift, Moment } from '../../src/watch/alert.ts';
import type { Content, Seen } from '../../src/watch/judge.ts';
import type { Observation } from '../../src/watch/machine.ts';

export const AUTH = '/etc/auth/production.yml';
export const KEYS = '/etc/auth/keys.yml';

export function at(ms: number): Moment {
  return { ms, iso: new Date(Date.UTC(2026, 10, 28, 12) + ms).toISOString() };
}

export function drift(state: string, more: Partial<Drift> = {}): Drift {
  return { kind: 'modified', state, what: '', ...more };
}

export function bad(key: string, state: string, more: Partial<Drift> = {}, instance = state): Observation {
  return { key, path: key, service: 'auth', verdict: 'bad', drift: drift(state, more), instance };
}

export function fine(key: string, verdict: 'good' | 'tolerated' = 'good'): Observation {
  return { key, path: key, service: 'auth', verdict };
}

export function alert(key: string, more: Partial<Alert> = {}): Alert {
  return {
    ...drift('one'),
    key,
    path: key,
    service: 'auth',
    details: [],
    since: at(0).iso,
    changed: at(0).iso,
    told: ['one'],
    until: null,
    ...more,
  };
}

export function content(sha256: string, more: Partial<Content> = {}): Content {
  return { sha256, size: 40, mode: 0o640, uid: 0, gid: 33, mtime: at(0).iso, link: null, ...more };
}

export function file(path: string, sha256: string, more: Partial<SavedFile> = {}): SavedFile {
  return { path, service: 'auth', sensitive: false, ...content(sha256), ...more };
}

export function stands(sha256: string, more: Partial<Content> = {}): Seen {
  return { kind: 'content', content: content(sha256, more) };
}
