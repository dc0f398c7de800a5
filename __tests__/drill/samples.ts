import type { Drilled, Trial } from '../../src/drill/drilled.ts';

const PRODUCTION = 'config/auth/production.yml';

export function trial(parts: Partial<Trial>): Trial {
  return {
    path: PRODUCTION,
    service: 'auth',
    operator: 'key-deleted',
    group: 'key',
    level: 'error',
    stopped: true,
    checks: ['key-protected'],
    proposals: [],
    ...parts,
  };
}

const passes = trial({
  level: 'notice',
  stopped: false,
  checks: ['key-removed'],
  change: {
    path: PRODUCTION,
    status: 'modified',
    rule: 'critical[0]',
    critical: true,
    keys: [{ kind: 'removed', key: 'limits.burst', line: 15, before: 30 }],
  },
  proposals: [
    { kind: 'protect', entry: { files: PRODUCTION, protect: ['limits.burst'] } },
    { kind: 'schema', path: 'schemas/auth.json', patch: { required: ['limits'] } },
  ],
});

/** A drill in which two structural errors and a value pass, one of them without a rule that stops it. */
export function drilledOf(parts: Partial<Drilled> = {}): Drilled {
  return {
    version: 1,
    commit: 'a'.repeat(40),
    policy: 'base:.github/holdfast.yml',
    failOn: 'error',
    warnOnly: false,
    seed: 1,
    files: 2,
    trials: [
      trial({}),
      passes,
      trial({ operator: 'truncated', group: 'file', level: 'unjudged', checks: [] }),
      trial({
        operator: 'emptied',
        group: 'file',
        path: 'mail.conf',
        service: 'mail',
        level: 'missed',
        stopped: false,
        checks: [],
      }),
      trial({
        operator: 'number-typo',
        group: 'value',
        level: 'missed',
        stopped: false,
        checks: [],
        proposals: [{ kind: 'freeze', entry: { files: PRODUCTION, freeze: ['port'] } }],
      }),
    ],
    notDrilled: [{ path: 'config/link.yml', reason: 'a symbolic link' }],
    reused: 0,
    ...parts,
  };
}
