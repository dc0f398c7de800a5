import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import { planReview, standing, toldIn, withoutSettled } from '../../src/reports/review.ts';
import { type DiffLines, parsePatch } from '../../src/reports/suggestion.ts';
import type { ChangeSummary, Decision } from '../../src/verdict/decision.ts';
import { checkCommits } from '../helpers/fixtures.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { decision, finding, hostile, huge, incident, inconclusive, samples } from './samples.ts';

const PATH = 'config/app.yml';
const BASE = Array.from({ length: 20 }, (_, index) => `key${index + 1}: ${index + 1}`);
const POLICY = `critical:
  - files: config/**
    service: app
    protect: ['**']
    freeze: [key3, database_password, secrets.e]
`;

let repository: TestRepository;
beforeAll(async () => {
  repository = await createRepository();
});
afterAll(() => repository.dispose());

/** One change of one file in a real repository: its decision, and its diff as GitHub gives it. */
async function change(before: string[], after: string[] | undefined, path = PATH) {
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write(path, `${before.join('\n')}\n`);
  const base = await repository.commit();
  if (after === undefined) await repository.remove(path);
  else await repository.write(path, `${after.join('\n')}\n`);
  const head = await repository.commit();
  const patch = await repository.git('diff', base, head, '--', path);
  const diff: DiffLines = new Map([[path, parsePatch(patch)]]);
  const judged = await checkCommits(repository.dir, base, head);
  return { decision: judged, diff, plan: planReview(judged, diff, { base }) };
}

const without = (...lines: number[]) => BASE.filter((_, index) => !lines.includes(index + 1));
const where = ({ plan }: { plan: ReturnType<typeof planReview> }) =>
  plan.comments.map(({ body, path: _, ...place }) => ({
    ...place,
    suggestion: /(`{3,})suggestion\n([\s\S]*?)\1/.exec(body)?.[2]?.split('\n').slice(0, -1),
  }));

/** What GitHub makes of a suggestion. */
function applied(after: string[], place: ReturnType<typeof where>[number]): string[] {
  const first = place.start_line ?? place.line;
  return after.toSpliced(first - 1, place.line - first + 1, ...place.suggestion!);
}

describe('a suggestion puts the lines of the base back', () => {
  const edits: [string, string[], object][] = [
    ['removed lines, below a neighbour', without(19, 20), { line: 18, side: 'RIGHT' }],
    ['removed lines, above a neighbour', without(1, 2), { line: 1, side: 'RIGHT' }],
    [
      'one line replaced by several',
      BASE.toSpliced(2, 1, 'key3:', '  a: 1', '  b: 2'),
      { line: 5, start_line: 3, start_side: 'RIGHT', side: 'RIGHT' },
    ],
    [
      'a line that took the place of one with the same key',
      BASE.toSpliced(2, 2, 'key3: x', 'key4: 5'),
      { line: 3, side: 'RIGHT' },
    ],
  ];
  test.each(edits)('%s', async (_, after, place) => {
    const changed = await change(BASE, after);
    const places = where(changed);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject(place);
    expect('start_line' in places[0]!).toBe('start_line' in place);
    const fixed = applied(after, places[0]!);
    expect(fixed.filter((line) => !line.startsWith('key4'))).toEqual(without(4));
    expect(fixed).toContain(after.includes('key4: 5') ? 'key4: 5' : 'key4: 4');
  });

  test('a replaced file as a whole, as long as it is short', async () => {
    const other = BASE.map((_, index) => `other${index}: ${index}`);
    const changed = await change(BASE, other);
    expect(changed.plan.fingerprints).toEqual(changed.decision.findings.map((item) => item.fingerprint));
    const [place] = where(changed);
    expect(place).toMatchObject({ start_line: 1, line: 20 });
    expect(applied(other, place!)).toEqual(BASE);
    const long = Array.from({ length: 61 }, (_, index) => `key${index}: ${index}`);
    expect(where(await change(long, other))).toEqual([{ line: 1, side: 'RIGHT', suggestion: undefined }]);
  });

  test.each([
    ['the hunk changes in several pieces', without(3, 5)],
    ['lines stand between', [...BASE.slice(0, 2), 'key3x: 1', ...BASE.slice(3, 5), ...BASE.slice(6)]],
  ])('not where %s', async (_, after) => {
    const places = where(await change(BASE, after));
    expect(places.length).toBeGreaterThan(0);
    expect(places.map((place) => place.suggestion)).toEqual(places.map(() => undefined));
  });

  const secret = 'correct-horse-battery';
  const below = (value: string) => ['secrets:', '  a: x', '  b: x', '  c: x', '  d: x', `  e: ${value}`];
  test.each([
    ['has to stay hidden', [`database_password: ${secret}`], ['database_password: another']],
    ['has to stay hidden for what stands far above it', below(secret), below('another')],
    ['stands beside one that has', ['key3: 3', `database_password: ${secret}`], ['key3: 4']],
    ['is a comment that may hold one', [`key3: 3 # api_token ${secret}`], ['key3: 4']],
    ['is too long to be looked through', [`key3: ${'x'.repeat(230)}${secret}`], ['key3: 4']],
  ])('not where the line %s', async (_, before, now) => {
    const { plan } = await change([...before, ...without(3)], [...now, ...without(3)]);
    expect(plan.fingerprints.length).toBeGreaterThan(0);
    expect(JSON.stringify(plan)).not.toMatch(/suggestion|correct-horse/);
  });

  test('not where a line holds what cannot be seen', async () => {
    const { plan } = await change(['key3: "\u200b"', ...without(3)], ['key3: 4', ...without(3)]);
    expect(plan.comments).toHaveLength(1);
    expect(plan.comments[0]!.body).not.toContain('suggestion');
  });

  test('not for CRLF, which GitHub would not keep', async () => {
    const crlf = (lines: string[]) => lines.map((line) => `${line}\r`);
    const places = where(await change(crlf(BASE), crlf(without(3))));
    expect(places).toEqual([{ line: 3, side: 'LEFT', suggestion: undefined }]);
  });

  test('in a fence that is longer than what it holds', async () => {
    const before = BASE.toSpliced(2, 1, "key3: '````'");
    const { plan } = await change(before, BASE);
    expect(plan.comments[0]!.body).toContain("\n`````suggestion\nkey3: '````'\n`````");
  });
});

describe('a finding stands', () => {
  test('on the left for a file that is gone, with no suggestion', async () => {
    expect(where(await change(BASE, undefined))).toEqual([{ line: 1, side: 'LEFT', suggestion: undefined }]);
  });

  test('in the body when its line is not in the diff, or is another line there', async () => {
    const { decision: judged, diff } = await change(BASE, without(3));
    const [found] = judged.findings as [Finding];
    expect(found).toMatchObject({ line: 3, side: 'before' });
    const moved = (line: number, lines: string[]): Decision => ({
      ...judged,
      findings: [{ ...found, line, excerpt: { first: line, lines } }],
    });
    expect(planReview(moved(3, ['key3: 3']), diff, { base: judged.base }).comments).toHaveLength(1);
    expect(planReview(moved(3, ['key3: «hidden»']), diff, { base: judged.base }).comments).toHaveLength(1);
    for (const elsewhere of [moved(3, ['key9: 3']), moved(12, ['key12: 12'])]) {
      const { body, comments } = planReview(elsewhere, diff, { base: judged.base });
      expect(comments).toEqual([]);
      expect(body).toContain(`<code>${PATH}</code><br>line ${elsewhere.findings[0]!.line} of the old file`);
    }
  });

  test('with others on the same line in one comment', () => {
    const diff = new Map([[PATH, parsePatch('@@ -1 +1 @@\n-key: 1\n+key: x')]]);
    const at = { line: 1, key: 'key' };
    const two = decision({
      verdict: 'fail',
      findings: [
        finding('key-frozen', PATH, { pattern: 'key', before: 1, after: 'x' }, at),
        finding('key-retyped', PATH, { before: 'number', after: 'string' }, at),
      ],
    });
    const { comments, fingerprints } = planReview(two, diff, { base: two.base });
    expect(comments).toHaveLength(1);
    expect(toldIn(comments[0]!.body)).toEqual(fingerprints);
    expect(fingerprints).toHaveLength(2);
  });
});

describe('the plan', () => {
  /** A diff in which every finding's line can be commented on. */
  const everyLine = (findings: readonly Finding[]): DiffLines =>
    new Map(
      findings.map(({ path }) => [
        path,
        findings
          .filter((other) => other.path === path)
          .map(({ line = 1, excerpt }) => {
            const text = excerpt?.lines[line - excerpt.first] ?? '';
            return [{ sign: ' ' as const, before: line, after: line, text }];
          }),
      ]),
    );

  test('holds no markup but its own, whatever names and values say', () => {
    for (const sample of Object.values(samples)) {
      for (const diff of [new Map(), everyLine(sample.findings)]) {
        const { body, comments } = planReview(sample, diff, { base: sample.base });
        for (const text of [body, ...comments.map((comment) => comment.body)]) {
          expect(text).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
          const rest = text
            .replace(/^<!-- holdfast-review: [0-9a-f ]*-->\n/, '')
            .replace(/<\/?(?:code|b)>|<br>|^## /gm, '')
            .replace(/\*\*/g, '');
          expect(rest).not.toMatch(/[<>`*_[\]~$@\\]/);
          expect(rest.replace(/&#\d+;/g, '')).not.toMatch(/[&#]|:\/\/|www\./);
          expect(text.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/&#64;(?!&#8203;)\w|&#35;(?!&#8203;)\d/);
        }
      }
    }
    const placed = planReview(hostile, everyLine(hostile.findings), { base: hostile.base });
    expect(placed.comments).toHaveLength(hostile.findings.length);
  });

  test('keeps the limits: 50 inline comments, 65,536 characters, the worst 200 findings', () => {
    const inline = planReview(huge, everyLine(huge.findings), { base: huge.base });
    expect(inline.comments).toHaveLength(50);
    for (const plan of [inline, planReview(huge, new Map(), { base: huge.base })]) {
      expect(Buffer.byteLength(plan.body)).toBeLessThan(65_536);
      expect(plan.body).toMatch(/\*\*Left out here, because GitHub limits the length:\*\* \d+ findings\./);
      expect(plan.fingerprints).toEqual(huge.findings.slice(0, 200).map((item) => item.fingerprint));
      expect(toldIn(plan.body)).toEqual(plan.fingerprints);
    }
    const crowd = {
      ...huge,
      findings: huge.findings.slice(0, 200).map((item) => ({ ...item, path: PATH, line: 7 })),
    };
    const [only, ...others] = planReview(crowd, everyLine(crowd.findings.slice(0, 1)), {
      base: huge.base,
      limit: 5_000,
    }).comments;
    expect(others).toEqual([]);
    expect(Buffer.byteLength(only!.body)).toBeLessThan(5_000);
  });

  test('leaves out what was told before, and notices unless they fail', () => {
    const known = new Set([incident.findings[0]!.fingerprint]);
    const { fingerprints, body } = planReview(incident, new Map(), { base: incident.base, known });
    expect(fingerprints).toEqual(incident.findings.slice(1).map((item) => item.fingerprint));
    expect(body).not.toContain('production.yml');
    const notice = { ...incident.findings[0]!, severity: 'notice' as const };
    const told = (failOn: Decision['failOn']) =>
      planReview(decision({ failOn, findings: [notice] }), new Map(), { base: incident.base }).fingerprints;
    expect([told('error'), told('notice')]).toEqual([[], [notice.fingerprint]]);
  });

  test('tells what blocks without being a finding, under a fingerprint of its own', () => {
    const { fingerprints, body } = planReview(inconclusive, new Map(), { base: inconclusive.base });
    expect(fingerprints).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(body).toContain('INCONCLUSIVE');
    expect(body).toContain('<code>config/auth/tls.enc</code>');
    expect(standing(inconclusive).has(fingerprints[0]!)).toBe(true);
  });

  test('quotes nothing of a file of which not every difference is known', () => {
    const diff = new Map([[PATH, parsePatch('@@ -1 +1 @@\n-key: 1\n+key: x')]]);
    const found = finding(
      'key-frozen',
      PATH,
      { pattern: 'key', before: 1, after: 'x' },
      { line: 1, key: 'key' },
    );
    const summary: ChangeSummary = { path: PATH, status: 'modified', rule: 'critical[0]', critical: true };
    const keys = [{ kind: 'changed' as const, key: 'key', before: 1, after: 'x' }];
    const offers = (changes: ChangeSummary[]) =>
      planReview(decision({ findings: [found], changes }), diff, { base: 'x' }).comments[0]!.body.includes(
        'suggestion',
      );
    expect(offers([{ ...summary, keys }])).toBe(true);
    expect(offers([{ ...summary, keys, keysTotal: 51 }])).toBe(false);
    expect(offers([{ ...summary, keys: [{ ...keys[0]!, before: '«hidden»' }] }])).toBe(false);
    expect(offers([summary])).toBe(false);
    expect(offers([])).toBe(false);
  });
});

describe('with every difference known', () => {
  const changes: ChangeSummary[] = [
    { path: PATH, status: 'modified', rule: 'critical[0]', critical: true, keys: [] },
  ];
  const plan = (patch: string, found: Finding, limit?: number) =>
    planReview(decision({ findings: [found], changes }), new Map([[PATH, parsePatch(patch)]]), {
      base: 'x',
      ...(limit === undefined ? {} : { limit }),
    });
  const frozen = finding('key-frozen', PATH, { pattern: 'b', before: 1, after: 2 }, { line: 1, key: 'b' });
  const replaced = finding('file-replaced', PATH, { how: 'lines', linesKept: 0 }, { line: 1, column: 1 });
  const rows = (sign: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${sign}row ${index}`);

  test.each([
    ['two keys, the whole file', '@@ -1,2 +1,2 @@\n-a: 1\n-b: 1\n+a: 2\n+b: 2', replaced, ['a: 1', 'b: 1']],
    ['two keys, one of them', '@@ -1,2 +1,2 @@\n-b: 1\n-c: 1\n+b: 2\n+c: 2', frozen, ['b: 1']],
    [
      'a whole file in two hunks',
      '@@ -1 +1 @@\n-b: 1\n+b: 2\n@@ -9 +9 @@\n-a: 1\n+a: 2',
      replaced,
      undefined,
    ],
    ['a line that is only new', '@@ -1 +1,2 @@\n+b: 2\n c: 1', frozen, undefined],
    ['60 lines', ['@@ -1,60 +1 @@', ...rows('-', 60), '+x'].join('\n'), replaced, rows('', 60)],
    ['61 lines', ['@@ -1,61 +1 @@', ...rows('-', 61), '+x'].join('\n'), replaced, undefined],
  ])('%s', (_, patch, found, suggestion) => {
    expect(where({ plan: plan(patch, found) }).map((place) => place.suggestion)).toEqual([suggestion]);
  });

  test('the limit holds with the suggestion', () => {
    const patch = ['@@ -1,60 +1 @@', ...rows('-', 60), '+x'].join('\n');
    const full = plan(patch, replaced).comments[0]!.body;
    const limit = Buffer.byteLength(full);
    expect(Buffer.byteLength(plan(patch, replaced, limit).comments[0]!.body)).toBeLessThanOrEqual(limit);
    expect(full).not.toContain('Left out');
    expect(plan(patch, replaced, limit).comments[0]!.body).toContain('Left out');
  });
});

test('what was acknowledged is neither told nor standing', () => {
  const [first, ...others] = incident.findings.map((item) => item.fingerprint);
  const by = { by: 'grace', at: '2026-01-02T03:04:05Z', how: 'review' as const, fingerprints: [first!] };
  const accepted = { ...incident, acknowledged: [by] };
  expect(planReview(accepted, new Map(), { base: incident.base }).fingerprints).toEqual(others);
  expect(standing(accepted).has(first!)).toBe(false);
});

test('a body is ours only when the marker is its very start, and forgets what is gone', () => {
  const { body, fingerprints } = planReview(incident, new Map(), { base: incident.base });
  const [first = '', ...others] = fingerprints;
  expect(toldIn(body)).toEqual(fingerprints);
  expect(toldIn(`> ${body}`)).toBeUndefined();
  expect(toldIn(null)).toBeUndefined();
  expect(withoutSettled(body, standing(incident), incident.head)).toBe(body);
  const less = withoutSettled(body, new Set(others), incident.head);
  expect(toldIn(less)).toEqual(others);
  expect(less).toBe(body.replace(`${first} `, ''));
  const none = withoutSettled(less, new Set(), incident.head);
  expect(toldIn(none)).toEqual([]);
  expect(none).toContain('Settled at <code>9be27c4410</code>');
  expect(withoutSettled(none, new Set(), incident.head)).toBe(none);
});

test('standing counts consequences too: what is folded is not gone', () => {
  const [cause] = incident.findings;
  expect([...standing(incident)]).toEqual(
    expect.arrayContaining(cause!.folded!.map((item) => item.fingerprint)),
  );
});

test('a patch is read by its hunks, as GitHub cuts it', () => {
  const patch = '@@ -1,2 +1,2 @@ x\n-a\r\n+b\n c\n\\ No newline at end of file\n@@ -9 +9,0 @@\n--- z\n';
  expect(parsePatch(patch)).toEqual([
    [
      { sign: '-', before: 1, after: 1, text: 'a\r' },
      { sign: '+', before: 2, after: 1, text: 'b' },
      { sign: ' ', before: 2, after: 2, text: 'c' },
    ],
    [{ sign: '-', before: 9, after: 9, text: '-- z' }],
  ]);
  expect(parsePatch('')).toEqual([]);
});
