import type { Blame, Candidate } from '../../src/blame/candidate.ts';
import { finding } from '../reports/samples.ts';

const PRODUCTION = 'config/auth/production.yml';
const id = (letter: string) => letter.repeat(40);

export function candidate(parts: Partial<Candidate>): Candidate {
  return {
    kind: 'commit',
    id: id('c'),
    deployment: null,
    at: '2026-01-02T00:50:00.000Z',
    author: 'Mallory',
    subject: 'Release 2026.01.15 (#412)',
    pull: 412,
    touch: 'own',
    score: 190,
    reasons: [
      { kind: 'touch', touch: 'own', points: 100 },
      { kind: 'severity', severity: 'error', points: 60 },
      { kind: 'symptom', words: ['token'], points: 30 },
    ],
    paths: [PRODUCTION],
    changes: [
      {
        path: PRODUCTION,
        status: 'modified',
        rule: 'critical[0]',
        critical: true,
        service: 'auth',
        keys: [
          { kind: 'changed', key: 'environment', line: 1, before: 'production', after: 'staging' },
          { kind: 'changed', key: 'signing', line: 7, before: '«hidden»', after: '«hidden»' },
        ],
        keysKept: 1,
        linesKept: 0.1,
      },
    ],
    findings: [
      finding('key-frozen', PRODUCTION, { pattern: 'issuer', before: 1, after: 2 }, { key: 'issuer' }),
    ],
    others: 1,
    inner: [],
    undo: `git restore --source=${'b'.repeat(12)} --staged --worktree -- ${PRODUCTION}`,
    ...parts,
  };
}

/** An incident with a likeliest cause, a second one, drift on the host, and one more that is not shown. */
export function blameOf(parts: Partial<Blame> = {}): Blame {
  return {
    service: 'auth',
    policy: 'base:.github/holdfast.yml',
    since: { id: id('a'), at: '2026-01-02T00:10:00.000Z', name: 'v1' },
    until: { id: id('f'), at: '2026-01-02T01:10:00.000Z', name: 'HEAD' },
    candidates: [
      candidate({}),
      candidate({
        id: id('d'),
        at: '2026-01-02T00:30:00.000Z',
        author: 'Bob',
        subject: 'Raise the pool (#2)',
        score: 95,
        reasons: [{ kind: 'touch', touch: 'own', points: 95 }],
        changes: [],
        findings: [],
        undo: `git revert --no-edit ${'d'.repeat(12)}`,
      }),
      candidate({
        kind: 'host',
        id: '01M8GF3DCH767M7WZ82CAGZGWD',
        at: '2026-01-02T00:40:00.000Z',
        author: null,
        subject: 'changed on web-1',
        pull: null,
        score: 80,
        reasons: [{ kind: 'outside-plan', points: 70 }],
      }),
    ],
    further: [
      {
        kind: 'commit',
        id: id('e'),
        deployment: null,
        at: '2026-01-02T00:20:00.000Z',
        author: 'Ada',
        subject: 'Another bank (#3)',
        touch: 'critical',
        score: 20,
        outsidePlan: false,
      },
    ],
    looked: { steps: 6, own: 2, related: 0, critical: 1, other: 0, none: 3, judged: 2, snapshots: 1 },
    missing: [{ reason: 'history-missing', detail: 'The history is cut off.', hint: 'Fetch it.' }],
    ...parts,
  };
}
