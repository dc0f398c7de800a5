import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planRefs } from '../../src/refs/plan.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const zero = '0'.repeat(40);

const plan = (name: string, payload: unknown, inputs = {}, sha = a, ref = 'refs/heads/x') =>
  planRefs({ name, payload, sha, ref }, inputs);

describe('events', () => {
  test.each([
    [
      'pull_request',
      { pull_request: { head: { sha: b }, base: { sha: c } } },
      { kind: 'merge', merge: a, expectedHead: b },
    ],
    [
      'pull_request_review',
      { pull_request: { head: { sha: b } } },
      { kind: 'merge', merge: a, expectedHead: b },
    ],
    [
      'pull_request_target',
      { pull_request: { base: { sha: b }, head: { sha: c }, merge_commit_sha: d } },
      { kind: 'fork', base: b, head: c, merge: d },
    ],
    [
      'pull_request_target',
      { pull_request: { base: { sha: b }, head: { sha: c }, merge_commit_sha: null } },
      { kind: 'fork', base: b, head: c },
    ],
    ['merge_group', { merge_group: { base_sha: b, head_sha: c } }, { kind: 'pair', base: b, head: c }],
    ['push', { before: b, after: c }, { kind: 'pair', base: b, head: c }],
    [
      'push',
      { before: b.toUpperCase(), after: 'c'.repeat(64) },
      { kind: 'pair', base: b, head: 'c'.repeat(64) },
    ],
    [
      'push',
      { before: zero, after: c, created: true, repository: { default_branch: 'main' } },
      { kind: 'created', head: c, ref: 'refs/heads/x', defaultBranch: 'main' },
    ],
    [
      'push',
      { before: zero, after: c, repository: { default_branch: '--upload-pack=x' } },
      { kind: 'created', head: c, ref: 'refs/heads/x' },
    ],
  ])('%s', (name, payload, expected) => {
    expect(plan(name, payload)).toEqual({ ok: true, value: expected });
  });

  test('a deleted branch has nothing to compare, and says so', () => {
    for (const payload of [
      { before: b, after: zero, deleted: true },
      { before: b, after: '0'.repeat(64) },
    ]) {
      const result = plan('push', payload);
      expect(result).toMatchObject({ ok: true, value: { kind: 'nothing' } });
      expect(JSON.stringify(result)).toContain('refs/heads/x');
    }
  });

  test('events without a base ask for the input', () => {
    for (const name of ['workflow_dispatch', 'schedule', 'issue_comment', 'deployment', '__proto__', '']) {
      const result = plan(name, {});
      expect(result).toMatchObject({ ok: false, problem: { code: 'no-base' } });
      expect(!result.ok && result.problem.hint).toContain('`base`');
    }
  });
});

describe('inputs', () => {
  test('win over every event', () => {
    for (const name of ['pull_request', 'push', 'schedule', 'merge_group', 'pull_request_target']) {
      expect(plan(name, null, { base: 'main', head: 'v2' })).toEqual({
        ok: true,
        value: { kind: 'pair', base: 'main', head: 'v2' },
      });
      expect(plan(name, null, { base: 'main' })).toEqual({
        ok: true,
        value: { kind: 'pair', base: 'main', head: a },
      });
    }
  });

  test('head without base is refused; empty inputs are none', () => {
    expect(plan('push', { before: b, after: c }, { head: 'x' })).toMatchObject({
      problem: { code: 'no-base' },
    });
    expect(plan('push', { before: b, after: c }, { head: '', base: '' })).toMatchObject({
      value: { kind: 'pair', base: b },
    });
    expect(plan('schedule', {}, { base: 'main' }, 'HEAD')).toMatchObject({ problem: { code: 'bad-event' } });
  });
});

describe('payloads are not trusted', () => {
  test.each([
    ['pull_request', { pull_request: { head: { sha: `${b}\n` } } }],
    ['pull_request', { pull_request: { head: { sha: b.slice(1) } } }],
    ['pull_request', { pull_request: { head: [b] } }],
    ['pull_request', { pull_request: null }],
    ['pull_request', Object.create({ pull_request: { head: { sha: b } } })],
    ['merge_group', { merge_group: { base_sha: zero, head_sha: c } }],
    ['merge_group', { merge_group: { base_sha: b } }],
    ['push', { before: '--output=x', after: c }],
    ['push', { before: b, after: 'refs/heads/main' }],
    ['push', { before: b }],
    ['push', 'text'],
    ['pull_request_target', { pull_request: { base: { sha: 1 }, head: { sha: c } } }],
  ])('%s %j is refused', (name, payload) => {
    expect(plan(name, payload)).toMatchObject({ ok: false, problem: { code: 'bad-event' } });
  });

  test('whatever comes, every id in a plan is full hex and nothing is thrown', () => {
    const names = ['pull_request', 'pull_request_target', 'merge_group', 'push'];
    const key = fc.constantFrom(
      'pull_request',
      'head',
      'base',
      'sha',
      'before',
      'after',
      'merge_group',
      'head_sha',
      'base_sha',
    );
    const leaf = fc.oneof(fc.constantFrom(a, b, zero, `${a} `, '', null, 0), fc.string());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, fc.dictionary(key, tie('tree')), fc.array(tie('tree'))),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...names), tree, leaf, (name, payload, sha) => {
        const result = planRefs({ name, payload, sha: String(sha), ref: 'refs/heads/x' }, {});
        if (!result.ok) return;
        for (const [field, value] of Object.entries(result.value)) {
          if (['kind', 'why', 'ref', 'defaultBranch'].includes(field)) continue;
          expect(value).toMatch(/^[0-9a-f]{40}$/);
          expect(value).not.toBe(zero);
        }
      }),
      { numRuns: 2_000, seed: 23 },
    );
  });
});
