import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { acknowledge, needsEvidence } from '../../src/verdict/acknowledge.ts';
import { refusals } from '../../src/verdict/approvals.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import type { Evidence } from '../../src/verdict/evidence.ts';
import { decision, finding } from '../reports/samples.ts';

const HEAD = 'a'.repeat(40);
const OLD = 'b'.repeat(40);
const TODAY = '2026-11-23';
const rule = (id: string, approvers?: string[]) => ({
  ...{ id, files: ['x'], protect: [], freeze: [], sensitive: [], identity: {} },
  ...(approvers && { approvers }),
});
const policy = (more: Partial<Policy> = {}): Policy => ({
  ...defaultPolicy(),
  origin: { kind: 'base', path: '.github/holdfast.yml' },
  critical: [
    rule('critical[0]', ['@Grace', '@acme/identity']),
    rule('critical[1]', ['@ops']),
    rule('critical[2]'),
  ],
  ...more,
});
const label = {
  label: { name: 'approved', role: 'maintain' as const },
  keepWhenUnchanged: false,
  inconclusive: [],
};
const change = (path: string, rule: string) => ({ path, status: 'modified' as const, rule, critical: true });
const auth = finding('key-frozen', 'auth.yml', { before: 'a', after: 'b' });
const both = finding('key-frozen', 'both.yml', { before: 1, after: 2 });
const CHANGES = [
  change('auth.yml', 'critical[0]'),
  change('both.yml', 'critical[0], critical[1]'),
  change('bare.yml', 'critical[2]'),
];
const failing = (findings: Finding[] = [auth], more: Partial<Decision> = {}): Decision =>
  decision({ verdict: 'fail', findings, changes: CHANGES, ...more });
const unread = { path: 'auth.yml', reason: 'too-large', detail: 'It is large.', hint: '', blocks: true };

const person = (login: string) => ({ login, bot: false });
const review = (login: string, more: Partial<Evidence['reviews'][number]> = {}) => ({
  ...{ by: person(login), state: 'APPROVED', commit: HEAD as string | undefined, at: '2026-11-20T10:00:00Z' },
  ...more,
});
const labelled = (login: string, at: string, added = true) => ({
  by: person(login),
  name: 'Approved',
  added,
  at,
});
const evidence = (now: Decision, more: Partial<Evidence> = {}): Evidence => ({
  head: HEAD,
  involved: ['ada'],
  reviews: [],
  labelEvents: [],
  labels: ['approved'],
  pushed: '2026-11-20T09:00:00Z',
  retargeted: undefined,
  roles: {
    grace: 'write',
    ops: 'write',
    ada: 'admin',
    maria: 'maintain',
    wren: 'write',
    'app[bot]': 'admin',
  },
  teams: {},
  decisions: { [HEAD]: now },
  notes: [],
  ...more,
});
/** `verdict by:how,…` of what comes out. */
function outcome(now: Decision, rules: Policy, more: Partial<Evidence>, today = TODAY): string {
  const after = acknowledge(now, rules, evidence(now, more), today);
  return [after.verdict, ...(after.acknowledged ?? []).map(({ by, how }) => `${by}:${how}`)].join(' ');
}

describe('a review', () => {
  test('by an approver on the head acknowledges the findings of the files that name them', () => {
    const now = failing([finding('file-removed', 'bare.yml', { content: 'c' }), auth]);
    const after = acknowledge(now, policy(), evidence(now, { reviews: [review('grace')] }), TODAY);
    expect(after).toEqual({
      ...now,
      verdict: 'fail',
      acknowledged: [
        { by: 'grace', at: '2026-11-20T10:00:00Z', how: 'review', fingerprints: [auth.fingerprint] },
      ],
    });
    expect(outcome(failing(), policy(), { reviews: [review('grace')] })).toBe('pass grace:review');
  });

  test('about a script is acknowledged by those who own what it would write', () => {
    const written = finding('critical-overwrite', 'deploy.sh', {
      ...{
        declaredBy: 'critical[0], critical[2]',
        target: '/etc/auth.yml',
        command: 'cp a b',
        op: 'replace',
      },
    });
    expect(outcome(failing([written]), policy(), { reviews: [review('grace')] })).toBe('pass grace:review');
    expect(outcome(failing([written]), policy(), { reviews: [review('ops')] })).toBe('fail');
  });

  test.each<[string, Partial<Evidence>, string]>([
    ['nobody', {}, 'fail'],
    ['the login in another case', { reviews: [review('GRACE')] }, 'pass GRACE:review'],
    [
      'a member of the team',
      { reviews: [review('wren')], teams: { '@acme/identity': ['Wren'] } },
      'pass wren:review',
    ],
    ['a team that could not be listed', { reviews: [review('wren')] }, 'fail'],
    ['somebody who is not named', { reviews: [review('maria')] }, 'fail'],
    ['an approver of another rule', { reviews: [review('ops')] }, 'fail'],
    ['an approver without write access', { reviews: [review('grace')], roles: { grace: 'read' } }, 'fail'],
    ['the author', { reviews: [review('grace')], involved: ['Grace'] }, 'fail'],
    ['the author, twice', { reviews: [review('grace'), review('grace')], involved: ['grace'] }, 'fail'],
    ['a committer or co-author', { reviews: [review('grace')], involved: ['ada', 'GRACE'] }, 'fail'],
    ['a bot', { reviews: [review('grace', { by: { login: 'grace', bot: true } })] }, 'fail'],
    ['an earlier commit', { reviews: [review('grace', { commit: OLD })] }, 'fail'],
    [
      'an earlier commit with its decision',
      { reviews: [review('grace', { commit: OLD })], decisions: { [OLD]: failing(), [HEAD]: failing() } },
      'fail',
    ],
    ['a commit that is gone', { reviews: [review('grace', { commit: undefined })] }, 'fail'],
    ['without the decision of that commit', { reviews: [review('grace')], decisions: {} }, 'fail'],
    ['dismissed', { reviews: [review('grace', { state: 'DISMISSED' })] }, 'fail'],
    [
      'dismissed after an approval',
      { reviews: [review('grace'), review('Grace', { state: 'DISMISSED' })] },
      'fail',
    ],
    [
      'changes requested later',
      { reviews: [review('grace'), review('grace', { state: 'CHANGES_REQUESTED' })] },
      'fail',
    ],
    [
      'approved after changes requested',
      { reviews: [review('grace', { state: 'CHANGES_REQUESTED' }), review('grace')] },
      'pass grace:review',
    ],
    [
      'a remark after it',
      { reviews: [review('grace'), review('grace', { state: 'COMMENTED', commit: OLD })] },
      'pass grace:review',
    ],
    [
      'a later approval of an earlier commit',
      { reviews: [review('grace'), review('grace', { commit: OLD })] },
      'fail',
    ],
    [
      'before another base was chosen',
      { reviews: [review('grace')], retargeted: '2026-11-20T10:00:00Z' },
      'fail',
    ],
    [
      'after another base was chosen',
      { reviews: [review('grace')], retargeted: '2026-11-20T09:59:59Z' },
      'pass grace:review',
    ],
  ])('%s', (_, more, expected) => {
    expect(outcome(failing(), policy(), more)).toBe(expected);
  });

  test('of a file under several rules needs one of each', () => {
    const rules = policy();
    expect(outcome(failing([both]), rules, { reviews: [review('grace')] })).toBe('fail');
    expect(outcome(failing([both]), rules, { reviews: [review('grace'), review('ops')] })).toBe(
      'pass grace:review ops:review',
    );
    const bare = finding('key-frozen', 'bare.yml', {});
    expect(outcome(failing([bare]), rules, { reviews: [review('grace'), review('ops')] })).toBe('fail');
    expect(
      outcome(failing([finding('policy-changed', '.github/holdfast.yml', {})]), rules, {
        reviews: [review('grace')],
      }),
    ).toBe('fail');
  });

  test('of a file that the change does not touch needs whom its rules name', () => {
    const untouched = failing([finding('schema-violation', 'x', { version: 'head' })], { changes: [] });
    expect(outcome(untouched, policy(), { reviews: [review('wren')] })).toBe('fail');
    expect(outcome(untouched, policy(), { reviews: [review('grace'), review('ops')] })).toBe(
      'pass grace:review ops:review',
    );
  });

  test('that does not count is told with its reason', () => {
    const told = (more: Partial<Evidence>) =>
      refusals(policy({ acknowledge: label }), evidence(failing(), more));
    expect(
      told({
        reviews: [
          review('ada'),
          review('app', { by: { login: 'app', bot: true } }),
          review('grace', { commit: OLD }),
        ],
      }),
    ).toEqual([
      'The review by ada does not count: they wrote, committed or pushed a part of the change.',
      'The review by app does not count: it is not a person.',
      'The review by grace does not count: it is of an earlier commit.',
    ]);
    expect(told({ labelEvents: [labelled('wren', '2026-11-21T00:00:00Z')] })).toEqual([
      'The label by wren does not count: their role is not maintain or higher.',
    ]);
    expect(
      told({ reviews: [review('grace')], labelEvents: [labelled('maria', '2026-11-21T00:00:00Z')] }),
    ).toEqual([]);
  });
});

describe('a label', () => {
  const rules = policy({ acknowledge: label });
  const late = '2026-11-20T09:00:01Z';
  test.each<[string, Partial<Evidence>, string]>([
    ['by the role after the last push', { labelEvents: [labelled('maria', late)] }, 'pass maria:label'],
    ['by a lower role', { labelEvents: [labelled('wren', late)] }, 'fail'],
    ['by somebody of no role', { labelEvents: [labelled('nobody', late)] }, 'fail'],
    [
      'by an App',
      { labelEvents: [{ ...labelled('app[bot]', late), by: { login: 'app[bot]', bot: true } }] },
      'fail',
    ],
    ['in the second of the last push', { labelEvents: [labelled('maria', '2026-11-20T09:00:00Z')] }, 'fail'],
    ['before the last push', { labelEvents: [labelled('maria', '2026-11-20T08:00:00Z')] }, 'fail'],
    [
      'when the last push is not known',
      { labelEvents: [labelled('maria', late)], pushed: undefined },
      'fail',
    ],
    ['taken off again', { labelEvents: [labelled('maria', late), labelled('maria', late, false)] }, 'fail'],
    [
      'taken off by the author',
      { labelEvents: [labelled('maria', late), labelled('ada', late, false)] },
      'fail',
    ],
    [
      'taken off and put on again by the author',
      { labelEvents: [labelled('maria', late), labelled('ada', late, false), labelled('ada', late)] },
      'fail',
    ],
    ['not on the pull request now', { labelEvents: [labelled('maria', late)], labels: ['other'] }, 'fail'],
    ['another one', { labelEvents: [{ ...labelled('maria', late), name: 'approve' }] }, 'fail'],
    [
      'before another base was chosen',
      { labelEvents: [labelled('maria', late)], retargeted: '2026-11-21T00:00:00Z' },
      'fail',
    ],
    [
      'besides a review, which reaches less',
      { reviews: [review('grace')], labelEvents: [labelled('maria', late)] },
      'pass grace:review maria:label',
    ],
  ])('%s', (_, more, expected) => {
    const now = failing(expected.includes(' m') && 'reviews' in more ? [auth, both] : [auth]);
    expect(outcome(now, rules, more)).toBe(expected);
  });

  test('reaches findings that no rule has approvers for, but not what could not be judged', () => {
    const more = { labelEvents: [labelled('maria', late)] };
    const now = failing([finding('policy-changed', '.github/holdfast.yml', {})], { notLookedAt: [unread] });
    expect(outcome(now, rules, more)).toBe('inconclusive maria:label');
    expect(outcome(failing(), policy(), more)).toBe('fail');
    const named = policy({ acknowledge: { ...label, inconclusive: ['@maria'] } });
    const unjudged = failing([], { verdict: 'inconclusive', notLookedAt: [unread] });
    expect(outcome(unjudged, named, more)).toBe('inconclusive');
  });
});

describe('an approval of an earlier commit', () => {
  const keep = policy({ acknowledge: { keepWhenUnchanged: true, inconclusive: ['@grace'] } });
  const old = { reviews: [review('grace', { commit: OLD })] };
  const then = (now: Decision, before: Decision) =>
    outcome(now, keep, { ...old, decisions: { [HEAD]: now, [OLD]: before } });

  test('counts where the policy keeps it and the findings are the same', () => {
    const moved = { ...auth, line: 7 };
    expect(then(failing([moved]), failing())).toBe('pass grace:review');
    const other = finding('key-frozen', 'auth.yml', { before: 'a', after: 'c' });
    expect(then(failing([auth, other]), failing([other, auth]))).toBe('pass grace:review');
    expect(then(failing([other]), failing())).toBe('fail');
    expect(then(failing([auth, other]), failing())).toBe('fail');
    expect(then(failing([auth, auth]), failing())).toBe('fail');
    expect(then(failing(), failing([auth, other]))).toBe('fail');
    expect(then(failing(), failing([]))).toBe('fail');
    expect(then(failing([auth, finding('file-removed', 'bare.yml', {})]), failing())).toBe(
      'fail grace:review',
    );
  });

  test('does not where a consequence differs, or where values are hidden or shortened', () => {
    const folding = (after: string) =>
      finding('syntax-error', 'auth.yml', {}, { folded: [finding('file-replaced', 'auth.yml', { after })] });
    expect(then(failing([folding('a')]), failing([folding('a')]))).toBe('pass grace:review');
    expect(then(failing([folding('a')]), failing([folding('b')]))).toBe('fail');
    for (const after of ['«hidden»', 'long…']) {
      const vague = failing([finding('key-frozen', 'auth.yml', { after })]);
      expect(then(vague, vague)).toBe('fail');
      expect(outcome(vague, keep, { reviews: [review('grace')] })).toBe('pass grace:review');
    }
  });

  test('never reaches what could not be judged', () => {
    const now = failing([], { verdict: 'inconclusive', notLookedAt: [unread] });
    expect(then(now, now)).toBe('inconclusive');
    expect(outcome(now, keep, { reviews: [review('grace')] })).toBe('pass grace:review');
  });
});

test('what could not be judged is reached by those whom the policy names for it, and they reach nothing else', () => {
  const rules = policy({ acknowledge: { keepWhenUnchanged: false, inconclusive: ['@wren'] } });
  const now = failing([auth], { notLookedAt: [unread, { ...unread, path: 'b', blocks: false }] });
  expect(outcome(now, rules, { reviews: [review('wren')] })).toBe('fail wren:review');
  expect(outcome(now, rules, { reviews: [review('grace')] })).toBe('inconclusive grace:review');
  expect(outcome(now, rules, { reviews: [review('grace'), review('wren')] })).toBe(
    'pass grace:review wren:review',
  );
  expect(outcome(now, policy(), { reviews: [review('grace'), review('wren')] })).toBe(
    'inconclusive grace:review',
  );
  const after = acknowledge(now, rules, evidence(now, { reviews: [review('wren')] }), TODAY);
  expect(after.acknowledged?.[0]?.fingerprints).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
});

test('in a merge queue an approval reaches the files where the group says what the pull request says', () => {
  const other = finding('key-frozen', 'auth.yml', { before: 'a', after: 'z' });
  const queue = (group: Decision, own: Decision) =>
    outcome(group, policy(), { reviews: [review('grace')], decisions: { [HEAD]: own } });
  expect(queue(failing(), failing())).toBe('pass grace:review');
  expect(queue(failing([other]), failing())).toBe('fail');
  expect(queue(failing([auth, finding('file-removed', 'bare.yml', {})]), failing())).toBe(
    'fail grace:review',
  );
});

describe('accept', () => {
  const mark = auth.fingerprint;
  const accept = (...entries: [string, string][]) =>
    policy({ accept: entries.map(([finding, expires]) => ({ finding, expires, reason: 'until 7' })) });
  const alone = (now: Decision, rules: Policy, today = TODAY) => {
    const after = acknowledge(now, rules, undefined, today);
    const expired = after.findings.map(({ check }) => check).filter((check) => check === 'accept-expired');
    return [after.verdict, ...expired, ...after.notLookedAt.map((part) => part.reason)].join(' ');
  };

  test('lets the finding pass, and records why', () => {
    const now = failing();
    const rules = accept([mark.slice(0, 8), '2026-12-31']);
    expect(acknowledge(now, rules, undefined, TODAY)).toEqual({
      ...now,
      verdict: 'pass',
      acknowledged: [
        {
          by: 'base:.github/holdfast.yml',
          at: '2026-12-31',
          how: 'accept',
          fingerprints: [mark],
          reason: 'until 7',
        },
      ],
    });
    expect(JSON.stringify(acknowledge(now, rules, undefined, TODAY))).toBe(
      JSON.stringify(acknowledge(now, rules, undefined, TODAY)),
    );
  });

  test.each([
    ['its last day is today', mark, TODAY, TODAY, 'pass'],
    ['its last day was yesterday', mark, '2026-11-22', TODAY, 'fail accept-expired'],
    ['no day is given', mark, '2026-12-31', '', 'fail accept-expired'],
    ['a prefix below 8 digits', mark.slice(0, 7), '2026-12-31', TODAY, 'fail'],
    ['another finding', '0123456789abcdef', '2026-12-31', TODAY, 'fail'],
    ['another finding, expired', '0123456789abcdef', '2026-01-01', TODAY, 'fail'],
  ])('%s', (_, finding, expires, today, expected) => {
    expect(alone(failing(), accept([finding, expires]), today)).toBe(expected);
  });

  test('a prefix of two findings accepts neither', () => {
    const twin = { ...both, fingerprint: `${mark.slice(0, 12)}0000` };
    expect(alone(failing([auth, twin]), accept([mark.slice(0, 8), '2026-12-31']))).toBe(
      'fail accept-ambiguous',
    );
    expect(
      alone(
        failing([auth, twin]),
        accept([mark.slice(0, 8), '2026-12-31'], [mark, '2026-12-31'], [twin.fingerprint, '2026-12-31']),
      ),
    ).toBe('pass accept-ambiguous');
  });

  test('does not reach hidden values, consequences without an entry, or what could not be judged', () => {
    const vague = finding('key-frozen', 'auth.yml', { after: '«hidden»' });
    expect(alone(failing([vague]), accept([vague.fingerprint, '2026-12-31']))).toBe('fail accept-hidden');
    const folding = {
      ...auth,
      folded: [both, finding('mass-comment', 'auth.yml', {}, { severity: 'warning' })],
    };
    expect(alone(failing([folding]), accept([mark, '2026-12-31']))).toBe('fail');
    expect(alone(failing([folding]), accept([mark, '2026-12-31'], [both.fingerprint, '2026-12-31']))).toBe(
      'pass',
    );
    const now = failing([], { verdict: 'inconclusive', notLookedAt: [unread] });
    const reached = acknowledge(
      now,
      policy({ acknowledge: { keepWhenUnchanged: false, inconclusive: ['@grace'] } }),
      evidence(now, { reviews: [review('grace')] }),
      TODAY,
    );
    const [own] = reached.acknowledged![0]!.fingerprints;
    expect(alone(now, accept([own!, '2026-12-31']))).toBe('inconclusive too-large');
  });
});

test('without anything acknowledged the decision stays the same', () => {
  const now = failing();
  expect(acknowledge(now, policy(), evidence(now), TODAY)).toBe(now);
  const passing = decision({ findings: [{ ...auth, severity: 'warning' }] });
  expect(acknowledge(passing, policy(), evidence(passing, { reviews: [review('grace')] }), TODAY)).toBe(
    passing,
  );
});

test('a threshold of the policy holds for acknowledgements too', () => {
  const now = failing([{ ...auth, severity: 'warning' }], { failOn: 'warning' });
  expect(outcome(now, policy(), {})).toBe('fail');
  expect(outcome(now, policy(), { reviews: [review('grace')] })).toBe('pass grace:review');
});

test('GitHub is asked only when an answer could change the verdict', () => {
  const named = policy({ acknowledge: { keepWhenUnchanged: false, inconclusive: ['@ops'] } });
  const labels = policy({ acknowledge: label });
  const unjudged = failing([], { notLookedAt: [unread] });
  const bare = failing([finding('file-removed', 'bare.yml', {})]);
  expect(
    [decision({}), failing(), bare, unjudged].map((now) =>
      [policy(), named, labels].map((rules) => needsEvidence(now, rules)),
    ),
  ).toEqual([
    [false, false, false],
    [true, true, true],
    [false, false, true],
    [false, true, false],
  ]);
});
