import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tellPullRequest, writeSarif } from '../../../src/actions/pull-request-reports.ts';
import { openGitHub } from '../../../src/adapters/github/client.ts';
import { type CommentRequest, updateComment } from '../../../src/adapters/github/comment.ts';
import { allClearBody, commentBody, markerOf } from '../../../src/reports/comment.ts';
import { createDirectory, createRepository } from '../../helpers/repository.ts';
import { decision, finding, huge, incident, inconclusive, untouched } from '../../reports/samples.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';

const BOT = 'github-actions[bot]';
const marker = markerOf('check');
const pull = () => ({ number, base: incident.base, head: incident.head });
const warned = decision({
  findings: [finding('mass-comment', 'a.conf', { commented: 7, share: 0.19 }, { severity: 'warning' })],
});
const noticed = decision({
  findings: [finding('key-removed', 'a.yml', { pattern: 'a', before: 1 }, { severity: 'notice' })],
});

let rig: Rig;
let number: number;
let seen: number;
let branches = 0;

beforeAll(async () => {
  rig = await startGitHub();
  const repository = await createRepository();
  await repository.commit('base');
  await repository.branch('change');
  await repository.commit('head');
  await rig.importRepository(repository.dir);
  await repository.dispose();
});
afterAll(() => rig.close());

/** A new pull request for each test. */
beforeEach(async () => {
  const branch = `change-${++branches}`;
  await rig.git.text('branch', branch, 'change');
  ({ number } = await rig.createPullRequest({ head: branch, base: 'main' }));
  seen = rig.requests.length;
});

const client = (token = rig.token) =>
  openGitHub({
    token,
    repository: rig.repository,
    apiUrl: rig.apiUrl,
    graphqlUrl: rig.graphqlUrl,
    budgetMs: 0,
  });

async function update(options: Partial<CommentRequest> = {}, token?: string) {
  const request = { number, decision: incident, mode: 'on-failure' as const, marker, ...options };
  const result = await updateComment(client(token), request);
  return result.ok ? result.value : result.problem.code;
}

/** Methods of the calls since the last look. */
function calls(): string[] {
  const methods = rig.requests.slice(seen).map(({ method }) => method);
  seen = rig.requests.length;
  return methods;
}
const writes = () => calls().filter((method) => method !== 'GET');
const comments = () => rig.comments(number);
const fail = commentBody(incident, { marker });
const clear = allClearBody(untouched, { marker });

describe('the comment', () => {
  test('is created, left alone, changed in place, cleared, and filled again', async () => {
    expect(await update()).toBe('created');
    const { id } = (await comments())[0]!;
    expect(await comments()).toEqual([{ id, user: BOT, body: fail }]);
    expect(calls()).toEqual(['GET', 'POST', 'GET']);

    expect(await update()).toBe('unchanged');
    expect(calls().filter((method) => /PATCH|PUT|DELETE/.test(method))).toEqual([]);

    expect(await update({ decision: inconclusive })).toBe('updated');
    expect(await comments()).toEqual([{ id, user: BOT, body: commentBody(inconclusive, { marker }) }]);

    expect(await update({ decision: untouched })).toBe('cleared');
    expect(await comments()).toEqual([{ id, user: BOT, body: clear }]);
    expect(await update({ decision: untouched })).toBe('unchanged');

    expect(await update()).toBe('updated');
    expect(await comments()).toEqual([{ id, user: BOT, body: fail }]);
  });

  test('does not stay all clear when nothing could be judged', async () => {
    const problem = { code: 'missing-object', message: 'The base is not there.', hint: 'Fetch it.' };
    await update({ mode: 'always', decision: untouched });
    expect(await update({ decision: problem })).toBe('updated');
    expect((await comments())[0]!.body).toContain('could not be judged.** The base is not there. Fetch it.');
    expect(await update({ decision: untouched })).toBe('cleared');
  });

  test('is made for all that the mode wants told, warnings and warn-only too, and for nothing else', async () => {
    const cases = [
      ['never', incident, 'none', []],
      ['on-failure', untouched, 'none', ['GET']],
      ['on-failure', noticed, 'none', ['GET']],
      ['on-failure', warned, 'created', ['GET', 'POST', 'GET']],
      ['on-failure', inconclusive, 'created', ['GET', 'POST', 'GET']],
      ['on-failure', { ...incident, warnOnly: true }, 'created', ['GET', 'POST', 'GET']],
      ['always', untouched, 'created', ['GET', 'POST', 'GET']],
    ] as const;
    for (const [index, [mode, told, outcome, expected]] of cases.entries()) {
      const before = (await comments()).length;
      seen = rig.requests.length;
      expect([index, await update({ mode, decision: told, marker: markerOf(`job ${index}`) })]).toEqual([
        index,
        outcome,
      ]);
      expect(calls()).toEqual(expected);
      expect((await comments()).length - before).toBe(outcome === 'created' ? 1 : 0);
    }
  });

  test('is never one that somebody else wrote, nor one of another job, nor one that only quotes the marker', async () => {
    const others = [
      { user: 'linus', body: fail },
      { user: 'dependabot[bot]', body: `${marker}\nall clear` },
      { user: BOT, body: `> ${fail}` },
      { user: BOT, body: `Look:\n${marker}\n` },
      { user: BOT, body: commentBody(incident, { marker: markerOf('check 2') }) },
    ];
    for (const other of others) await rig.comment({ number, ...other });
    const before = await comments();
    expect(await update({ decision: untouched })).toBe('none');
    expect(await update()).toBe('created');
    expect(await update({ decision: untouched })).toBe('cleared');
    expect((await comments()).slice(0, others.length)).toEqual(before);
    expect((await comments()).slice(others.length)).toMatchObject([{ user: BOT, body: clear }]);
  });

  test('is found behind a hundred others, and with the line ends of a browser', async () => {
    for (let index = 0; index < 101; index++) await rig.comment({ number, user: 'ada', body: `${index}` });
    await rig.comment({ number, user: BOT, body: fail.replaceAll('\n', '\r\n') });
    seen = rig.requests.length;
    expect(await update()).toBe('unchanged');
    expect(await comments()).toHaveLength(102);
  });

  test('is created again when a person deleted it, even between two calls', async () => {
    await update();
    const [first] = await comments();
    const remove = (id: number) =>
      client().request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
    await remove(first!.id);
    expect(await update()).toBe('created');
    const [second] = await comments();
    expect(second!.id).not.toBe(first!.id);

    rig.handle('PATCH', new RegExp(`/issues/comments/${second!.id}$`), async () => {
      await remove(second!.id);
      return undefined;
    });
    expect(await update({ decision: inconclusive })).toBe('created');
    expect(await comments()).toMatchObject([{ body: commentBody(inconclusive, { marker }) }]);
  });

  test('of a decision with thousands of findings is one that GitHub takes', async () => {
    const acknowledgers = ['@acme/identity'];
    expect(await update({ decision: huge, acknowledgers })).toBe('created');
    expect((await comments())[0]!.body).toContain('may acknowledge');
  });
});

describe('several runs at the same time', () => {
  test('20 end with one comment, the one with the lowest id', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => update()));
    const made = rig.requests
      .slice(seen)
      .filter(({ method, path }) => method === 'POST' && /comments/.test(path));
    const removed = rig.requests.slice(seen).filter(({ method }) => method === 'DELETE');
    const ids = removed.map(({ path }) => Number(path.split('/').at(-1)));
    // It was a race: several found none, and made one.
    expect(made.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(made.length - 1);
    expect((await comments())[0]!.id).toBeLessThan(Math.min(...ids));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(19);
    expect(await comments()).toMatchObject([{ user: BOT, body: fail }]);
  });

  test('two jobs keep two comments, whatever the decisions', async () => {
    const markers = [markerOf('check'), markerOf('check-eu')];
    const decisions = [incident, inconclusive, warned];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        update({ marker: markers[index % 2]!, decision: decisions[index % 3]! }),
      ),
    );
    const left = await comments();
    expect(left.map(({ body }) => body.split('\n')[0]).sort()).toEqual(markers.sort());
  });

  test('what a run left behind that was cancelled is cleaned up by the next one', async () => {
    await rig.comment({ number, user: BOT, body: `${marker}\nold` });
    await rig.comment({ number, user: 'ada', body: `${marker}\nmine` });
    await rig.comment({ number, user: BOT, body: fail });
    const [oldest, stranger] = await comments();
    expect(await update()).toBe('updated');
    expect(await comments()).toEqual([{ ...oldest, body: fail }, stranger]);
  });
});

describe('when GitHub refuses', () => {
  test.each([
    ['GET', 401, 'github-unauthorized'],
    ['GET', 404, 'github-not-found'],
    ['POST', 404, 'github-not-found'],
    ['POST', 422, 'github-invalid'],
    ['POST', 429, 'github-rate-limit'],
  ])('%s with %i gives a problem, and no comment', async (method, status, code) => {
    rig.fail({ method, path: new RegExp(`/issues/${number}/comments`), status });
    expect(await update()).toBe(code);
    expect(await comments()).toEqual([]);
  });

  test('a 404 for the change is one for the new comment too: no endless round', async () => {
    await update();
    rig.fail({ method: 'PATCH', path: /\/issues\/comments\/\d+$/, status: 404, times: 1 });
    rig.fail({ method: 'POST', path: new RegExp(`/issues/${number}/comments$`), status: 404 });
    calls();
    expect(await update({ decision: inconclusive })).toBe('github-not-found');
    expect(writes().filter((method) => method === 'PATCH')).toHaveLength(1);
  });

  test('a token that can only read costs one warning that names the permission, and nothing where nothing is told', async () => {
    const options = { comment: 'on-failure', review: 'never', job: { name: 'check' } } as const;
    const warnings = await tellPullRequest(incident, client(rig.readToken), pull(), options);
    expect(warnings).toEqual([
      expect.stringMatching(/403.*pull-requests: write.*forks.*Dependabot.*verdict stands/),
    ]);
    expect(warnings[0]).not.toContain(rig.readToken);
    expect(await tellPullRequest(untouched, client(rig.readToken), pull(), options)).toEqual([]);
  });

  test('a locked conversation is unlocked, and no permission is asked for', async () => {
    const body = { message: 'Unable to create comment because issue is locked.' };
    rig.fail({ method: 'POST', path: new RegExp(`/issues/${number}/comments$`), status: 403, body });
    const options = { comment: 'on-failure', review: 'never', job: { name: 'check' } } as const;
    const [warning, ...more] = await tellPullRequest(incident, client(), pull(), options);
    expect([warning, more]).toEqual([expect.stringMatching(/403.*is locked.*Unlock.*verdict stands/), []]);
    expect(warning).not.toMatch(/permissions/);
  });

  test('a client that throws is a warning as well', async () => {
    const broken = { ...client(), list: () => Promise.reject(new Error('::error::broken\n')) };
    const options = { comment: 'always', review: 'never', job: { name: 'check' } } as const;
    expect(await tellPullRequest(incident, broken, pull(), options)).toEqual([
      expect.stringMatching(/^Holdfast could not write the comment\. ::error::broken\\n .*verdict stands\.$/),
    ]);
  });
});

test('nobody is called when nothing is to be told on the pull request', async () => {
  const options = { comment: 'never', review: 'never', job: { name: 'check' } } as const;
  expect(await tellPullRequest(incident, client(), pull(), options)).toEqual([]);
  expect(calls()).toEqual([]);
});

test('the job and the address of its summary reach the comment', async () => {
  const summaryUrl = 'https://github.com/acme/shop/actions/runs/12';
  const options = { comment: 'always', review: 'never', job: { name: 'check (eu)', summaryUrl } } as const;
  expect(await tellPullRequest(incident, client(), pull(), options)).toEqual([]);
  const body = commentBody(incident, { marker: markerOf('check (eu)'), summaryUrl });
  expect(await comments()).toMatchObject([{ body }]);
  expect(body).toContain(`](${summaryUrl})`);
});

test('the SARIF file', async () => {
  const { dir, dispose } = await createDirectory();
  const path = await writeSarif(incident, join(dir, 'a/b'));
  expect(path).toBe(join(dir, 'a/b', 'holdfast-9be27c4410d5.sarif'));
  const log = JSON.parse(await readFile(path, 'utf8'));
  expect(log.runs[0].results).toHaveLength(incident.findings.length);
  await dispose();
});
