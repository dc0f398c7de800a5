import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, keyPair } from '../drill/people/support.ts';
import { drillWith, MAIL, WEB } from '../drill/support.ts';
import { type BuiltAction, buildAction } from '../helpers/action.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { type Rig, startGitHub } from '../rig/github.ts';

const POLICY = `critical:
  - files: config/mail.yml
    service: mail
  - files: config/web.env
    service: web
services:
  web: { probe: [{ http: 'http://127.0.0.1:8080/healthz' }] }
`;
/** No number stands alone in it: ids and ports of the test's own server have any digits. */
const CONTENTS =
  /relay\.internal|hunter2|port: 587|web\.internal|PORT=8080|s3cr3t|per_minute|burst|API_TOKEN|WEB_PORT/;

let action: BuiltAction;
let keys: { identity: string; recipient: string };
let rig: Rig;
let repository: TestRepository;
beforeAll(async () => {
  [action, keys] = [await buildAction('drill'), await keyPair()];
});
afterAll(() => action.dispose());
beforeEach(async () => {
  rig = await startGitHub();
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/mail.yml', MAIL);
  await repository.write('config/web.env', WEB);
  await repository.commit('Begin');
  await writeFile(join(action.directory, 'key.txt'), `${keys.identity}\n`);
});
afterEach(async () => {
  await rig.close();
  await repository.dispose();
});

type Inputs = Record<string, string>;
const run = (name: string, payload: object, inputs: Inputs) =>
  action.run(
    repository.dir,
    { name, payload, sha: '0'.repeat(40) },
    { issue: 'true', 'github-token': rig.token, ...inputs },
    { GITHUB_API_URL: rig.apiUrl, GITHUB_GRAPHQL_URL: rig.graphqlUrl },
  );
const open = (inputs: Inputs = {}, event = 'schedule') =>
  run(event, {}, { recipients: keys.recipient, ...inputs });
const hear = (number: number, inputs: Inputs = {}) =>
  run('issue_comment', { action: 'created', issue: { number } }, inputs);
const issueOf = (number: number) => ask(rig, rig.token, 'GET', `/issues/${number}`);

async function openedNumber(inputs: Inputs = {}): Promise<number> {
  const { code, outputs, stdout } = await open(inputs);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/is open: http/)]);
  return Number(outputs.get('issue-number'));
}

const keeper = () => ({
  GITHUB_API_URL: rig.apiUrl,
  GITHUB_REPOSITORY: rig.repository,
  GITHUB_TOKEN: rig.token,
  HOLDFAST_IDENTITY: join(action.directory, 'key.txt'),
});

async function revealed(number: number) {
  const { out } = await drillWith(keeper(), repository.dir, 'reveal', String(number), '--format', 'json');
  return JSON.parse(out);
}

describe('a drill for people is opened', () => {
  test('with a symptom, a checklist and a cause that only the recipients can open', async () => {
    const { code, outputs, stdout, summary } = await open();
    expect(code).toBe(0);
    const number = Number(outputs.get('issue-number'));
    const { title, body, labels, state } = await issueOf(number);
    const cause = await revealed(number);
    expect([state, labels.map(({ name }: { name: string }) => name)]).toEqual(['open', ['holdfast-drill']]);
    expect(title).toMatch(new RegExp(`^Drill: ${cause.service} is in trouble \\(\\d{4}-\\d\\d-\\d\\d\\)$`));
    expect(body).toMatch(/\*\*This is a drill\.\*\*/);
    expect(body).toMatch(/^- \[ \] .*holdfast restore --known-good --service (mail|web) --root PLACE/m);
    expect(body).toMatch(/^holdfast drill reveal ISSUE --repository acme\/shop --identity FILE --into/m);
    expect(cause.commit).toBe(await repository.git('rev-parse', 'HEAD'));
    expect(cause.title).not.toBe('');
    const shown = body.replace(/-----BEGIN[\s\S]*END AGE ENCRYPTED FILE-----/, '');
    expect(shown).not.toBe(body);
    for (const text of [title, shown, stdout, summary, JSON.stringify([...outputs])]) {
      expect(text).not.toMatch(CONTENTS);
      expect(text).not.toContain(cause.path);
      expect(text).not.toContain(cause.title);
    }
  });

  test('in a copy of the commit it can be made and found', async () => {
    const number = await openedNumber({ operators: 'truncated', service: 'mail' });
    const copy = join(action.directory, `copy-${number}-${Date.now()}`);
    await repository.git('worktree', 'add', '--quiet', '--detach', copy, 'HEAD');
    const { code } = await drillWith(keeper(), repository.dir, 'reveal', String(number), '--into', copy);
    expect(code).toBe(0);
    const broken = await readFile(join(copy, 'config/mail.yml'), 'utf8');
    expect(broken.length).toBeLessThan(MAIL.length);
    expect(MAIL.startsWith(broken)).toBe(true);
  });

  test('with what the team sees and does, when it says so', async () => {
    await repository.write('docs/on call #1 (mail).md', '# Mail\n\n1. Ask the relay\n2. Call {service}\n');
    const commit = await repository.commit('Write a runbook');
    const inputs = { runbook: './docs/on call #1 ({service}).md', symptom: 'The queue of {service} grows.' };
    const number = await openedNumber({ ...inputs, service: 'mail' });
    const { body } = await issueOf(number);
    expect(body).toMatch(/## What is seen\n\n> The queue of mail grows\.\n\n## What to do/);
    expect(body).toMatch(/- \[ \] Ask the relay\n- \[ \] Call mail\n/);
    expect(body).toContain(
      `(https://github.com/acme/shop/blob/${commit}/docs/on%20call%20%231%20%28mail%29.md)`,
    );
    expect(body).not.toMatch(/One person leads/);
  });

  test('with a symptom that leaves a code block open, and all that stands below it', async () => {
    const number = await openedNumber({ symptom: 'It says:\n\n```\n<!-- 451', service: 'mail' });
    const { body } = await issueOf(number);
    expect(body).toMatch(/## What is seen\n\n> It says:\n>\n> ```\n> <\u200b!-- 451\n\n## What to do\n/);
    expect(body).toMatch(/^- \[ \] One person leads/m);
    expect((await revealed(number)).service).toBe('mail');
  });

  test('with a symptom as long as it may be', async () => {
    const { body } = await issueOf(await openedNumber({ symptom: 'x'.repeat(4_998) }));
    expect(body).toMatch(/\n> x{4998}\n/);
  });

  test('a service without a runbook is said, and gets a checklist', async () => {
    const { code, stdout, outputs } = await open({ runbook: 'docs/{service}.md', service: 'web' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^::warning::There is no runbook docs\/web\.md/m);
    const { body } = await issueOf(Number(outputs.get('issue-number')));
    expect(body).toMatch(/There is no runbook docs\/web\.md/);
    expect(body).toMatch(/http:.*127\.0\.0\.1:8080\/healthz|healthz/);
    expect(body).toMatch(/One person leads/);
  });

  test('once: not while the last one is not over, and then of the service that had none', async () => {
    const first = await openedNumber();
    const again = await open({}, 'workflow_dispatch');
    expect([again.code, again.outputs.get('issue-number')]).toEqual([0, String(first)]);
    expect(again.stdout).toMatch(/^::warning::The drill \d+ is not over.*Close its issue/m);
    await ask(rig, rig.token, 'PATCH', `/issues/${first}`, { state: 'closed' });
    const second = await openedNumber();
    expect(second).not.toBe(first);
    expect((await revealed(second)).service).not.toBe((await revealed(first)).service);
  });

  test('of the service that had the fewest within a year, whenever somebody has touched older ones', async () => {
    const issue = await issueOf(await openedNumber());
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const drill = (number: number, service: string, days: number) => ({
      ...issue,
      number,
      state: 'closed',
      body: `<!-- holdfast-drill {"service":"${service}"} -->\n`,
      created_at: daysAgo(days),
      updated_at: daysAgo(1),
      closed_at: daysAgo(days - 1),
    });
    const old = [drill(2, 'mail', 800), drill(3, 'mail', 400), drill(4, 'web', 30)];
    rig.handle('GET', /\/issues$/, ({ query }) => ({
      status: 200,
      body: query.get('state') === 'open' ? [] : old,
    }));
    expect((await revealed(await openedNumber())).service).toBe('mail');
  });

  test.each([
    [
      'for nobody',
      { recipients: '' },
      /not known for whom the cause is to be sealed\. Give the input recipients/,
    ],
    ['for no recipient', { recipients: 'age1nonsense' }, /age1nonsense/],
    ['for a service that is not there', { service: 'none' }, /no critical file of the service "none"/],
    [
      'where no error can be made',
      { operators: 'other-environment' },
      /There is no error to drill people with/,
    ],
    [
      'with a runbook without steps',
      { runbook: 'config/web.env' },
      /The runbook config\/web\.env has no list/,
    ],
    ['with a symptom as long as a book', { symptom: 'x'.repeat(65_000) }, /Shorten the input symptom/],
    [
      'with a symptom that would fit only beside a short cause',
      { symptom: 'x'.repeat(4_999) },
      /The symptom has 5001 characters as a quote, and 5000 are the most\. Shorten the input symptom/,
    ],
    ['with a word for yes', { issue: 'yes' }, /The input issue is "yes"\. It is true or false/],
    ['with a token that may only read', {}, /github|Resource not accessible/i],
  ] as [string, Inputs, RegExp][])('%s it fails, and opens nothing', async (what, inputs, message) => {
    const token = /only read/.test(what) ? { 'github-token': rig.readToken } : {};
    const { code, stdout } = await open({ ...inputs, ...token });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::/m);
    expect(stdout).toMatch(message);
    const opening = ({ method, path, status }: (typeof rig.requests)[number]) =>
      method === 'POST' && path.endsWith('/issues') && status < 300;
    expect(rig.requests.filter(opening)).toEqual([]);
  });

  test('not while one is open that somebody has written above', async () => {
    const number = await openedNumber();
    const { body } = await issueOf(number);
    await ask(rig, rig.token, 'PATCH', `/issues/${number}`, { body: `Read this first.\n\n${body}` });
    expect((await open()).outputs.get('issue-number')).toBe(String(number));
  });

  test('not for what is no name of a service, which the summary shows as it is', async () => {
    const { code, summary } = await open({ service: '<b>*mail*' });
    expect(code).toBe(1);
    expect(summary).toMatch(/no critical file of the service "&#60;b&#62;&#42;mail&#42;"/);
  });

  test('never in a repository whose issues are disabled, and that is said', async () => {
    const body = { message: 'Issues are disabled for this repo' };
    rig.fail({ method: 'POST', path: /\/issues$/, status: 410, body });
    const { code, stdout, summary } = await open();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::.*410 Issues are disabled for this repo.*its settings/m);
    expect(summary).toMatch(/Issues are disabled/);
  });

  test('not while several are open, of which the first is named, however GitHub sorts them', async () => {
    const issue = await issueOf(await openedNumber());
    const several = [9, 7, 8].map((number) => ({ ...issue, number }));
    rig.handle('GET', /\/issues$/, () => ({ status: 200, body: several }));
    expect((await open()).outputs.get('issue-number')).toBe('7');
  });

  test('with the label that is there', async () => {
    await ask(rig, rig.token, 'POST', '/labels', { name: 'holdfast-drill', color: 'ededed' });
    expect(await openedNumber()).toBeGreaterThan(0);
  });

  test.each([200, 403])('and closed again when it would not be found again (%d)', async (status) => {
    const issue = {
      state: 'open',
      user: { login: 'github-actions[bot]', type: 'Bot' },
      labels: [],
      number: 7,
    };
    rig.handle('POST', /\/issues$/, () => ({ status: 201, body: issue }));
    const changes: unknown[] = [];
    rig.handle('PATCH', /\/issues\/7$/, ({ body }) => {
      changes.push(body);
      return { status, body: status === 200 ? issue : { message: 'no' } };
    });
    const { code, stdout } = await open();
    expect([code, changes]).toEqual([1, [{ state: 'closed', state_reason: 'not_planned' }]]);
    expect(stdout).toMatch(
      status === 200 ? /the issue 7 without the label.*It was closed\./ : /the issue 7.*Close it by hand\./,
    );
  });

  test('once, also when several runs do so at the same time', async () => {
    const runs = await Promise.all([open(), open(), open()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    const issues = await ask(rig, rig.token, 'GET', '/issues?labels=holdfast-drill&state=open');
    expect(issues).toHaveLength(1);
    const [{ number }] = issues;
    for (const { outputs } of runs) expect(outputs.get('issue-number')).toBe(String(number));
    await rig.comment({ number, user: 'ada', body: '/detected' });
    expect((await hear(number)).summary).toMatch(/\n\n1 drill; median to detect \d+ (s|min); 1 open\.\n/);
  });

  test('an event that has nothing to do with it is refused', async () => {
    const { code, stdout } = await run('pull_request', {}, { recipients: keys.recipient });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::.*schedule or workflow_dispatch.*issue_comment/m);
  });
});

describe('comments on its issue', () => {
  test('give the times in one comment; the last word closes it and tells the cause', async () => {
    const number = await openedNumber();
    const cause = await revealed(number);
    await rig.comment({ number, user: 'ada', body: '/detected the relay *is* gone @grace' });
    const heard = await hear(number);
    expect([heard.code, heard.outputs.get('seconds-to-restore')]).toEqual([0, '']);
    expect(heard.outputs.get('seconds-to-detect')).toMatch(/^\d+$/);
    const own = async () => (await rig.comments(number)).filter(({ user }) => user === 'github-actions[bot]');
    const [first] = await own();
    expect(first?.body).toMatch(/\| Detected \| \*\*\d+ (s|min)\*\* \|.*ada/);
    expect(first?.body).toMatch(/\| Restored \| not yet/);
    expect(first?.body).toMatch(/<code>ada<\/code> named: the relay &#42;is&#42; gone/);
    expect(first?.body).not.toMatch(/(^|\s)@grace/);
    expect(first?.body).not.toContain(cause.path);

    await rig.comment({ number, user: 'grace', body: '/restored' });
    const over = await hear(number, { 'identity-file': join(action.directory, 'key.txt') });
    expect([over.code, over.summary]).toEqual([0, expect.stringMatching(/## Drills of \d{4}/)]);
    expect(over.outputs.get('seconds-to-restore')).toMatch(/^\d+$/);
    const [second, ...more] = await own();
    expect([second?.id, more]).toEqual([first?.id, []]);
    expect(second?.body).toMatch(/\*\*The cause:\*\* <code>config\//);
    expect(second?.body).toContain(`1 drill; median to detect`);
    expect(second?.body).not.toMatch(/hunter2|s3cr3t/);
    expect((await issueOf(number)).state).toBe('closed');
  });

  test('without the key the cause stays sealed; with another key that is said', async () => {
    const number = await openedNumber();
    await rig.comment({ number, user: 'ada', body: '/restored' });
    await writeFile(join(action.directory, 'other.txt'), `${(await keyPair()).identity}\n`);
    const { code, stdout } = await hear(number, { 'identity-file': join(action.directory, 'other.txt') });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^::warning::The cause stays sealed/m)]);
    const comments = await rig.comments(number);
    expect(comments.at(-1)?.body).toMatch(
      new RegExp(`holdfast drill reveal ${number} --repository acme/shop --identity FILE`),
    );
    expect(comments.at(-1)?.body).toMatch(/\| Detected \| not yet/);
  });

  test('of people who may not write do not count, and that is said', async () => {
    const number = await openedNumber();
    await rig.comment({ number, user: 'linus', body: '/restored' });
    await hear(number);
    expect((await issueOf(number)).state).toBe('open');
    const [, told] = await rig.comments(number);
    expect(told?.body).toMatch(/What <code>linus<\/code> said does not count/);
  });

  test('that say nothing are left alone', async () => {
    const number = await openedNumber();
    await rig.comment({ number, user: 'ada', body: 'Is it DNS?' });
    expect((await hear(number)).code).toBe(0);
    expect(await rig.comments(number)).toHaveLength(1);
  });

  test('on other issues, and on pull requests, are nothing to a drill', async () => {
    const { number } = await ask(rig, rig.tokenOf('ada'), 'POST', '/issues', { title: 'Bug', body: 'x' });
    await rig.comment({ number, user: 'ada', body: '/restored' });
    expect((await hear(number)).code).toBe(0);
    const payload = { issue: { number, pull_request: {} } };
    expect((await run('issue_comment', payload, {})).code).toBe(0);
    expect((await issueOf(number)).state).toBe('open');
    expect(await rig.comments(number)).toHaveLength(1);
  });

  test.each([500, 403])(
    'when GitHub does not say who may write (%d), nothing is closed or told',
    async (status) => {
      const number = await openedNumber();
      await rig.comment({ number, user: 'ada', body: '/restored' });
      rig.fail({ path: /collaborators/, status });
      const { code, stdout } = await hear(number);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^::error::Holdfast could not drill people\./m);
      expect((await issueOf(number)).state).toBe('open');
      expect(await rig.comments(number)).toHaveLength(1);
    },
  );

  test('go on to count when their author has left', async () => {
    const number = await openedNumber();
    await rig.comment({ number, user: 'ada', body: '/detected it' });
    await rig.comment({ number, user: 'ada', body: '/restored' });
    const before = (await hear(number)).outputs;
    rig.fail({ path: /collaborators/, status: 404 });
    await rig.comment({ number, user: 'grace', body: 'Well done.' });
    const after = (await hear(number)).outputs;
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
    expect(after.get('seconds-to-restore')).toMatch(/^\d+$/);
  });

  test('do not close an issue again that somebody has opened again', async () => {
    const number = await openedNumber();
    await rig.comment({ number, user: 'ada', body: '/restored' });
    await hear(number);
    await ask(rig, rig.token, 'PATCH', `/issues/${number}`, { state: 'open' });
    await rig.comment({ number, user: 'ada', body: 'Not quite.' });
    await hear(number);
    expect((await issueOf(number)).state).toBe('open');
  });

  test('do not count any more when the drill was given up', async () => {
    const number = await openedNumber();
    await ask(rig, rig.token, 'PATCH', `/issues/${number}`, { state: 'closed' });
    await sleep(1100);
    await rig.comment({ number, user: 'ada', body: '/restored' });
    const { code, summary } = await hear(number);
    expect([code, summary]).toEqual([0, expect.stringMatching(/\| given up \|/)]);
  });

  test.each([
    [403, 'Unable to create comment because issue is locked.', /Unlock the conversation/],
    [410, 'Issues are disabled for this repo', /issues are disabled.* settings/],
  ])(
    'that GitHub answers with %d, %s, are told in the step, and counted when it takes them',
    async (...given) => {
      const [status, message, hint] = given;
      const key = { 'identity-file': join(action.directory, 'key.txt') };
      const number = await openedNumber();
      await rig.comment({ number, user: 'ada', body: '/detected the relay' });
      await rig.comment({ number, user: 'grace', body: '/restored' });
      rig.fail({ method: 'POST', path: /comments$/, status, body: { message }, times: 1 });
      const refused = await hear(number, key);
      expect(refused.code).toBe(1);
      expect(refused.stdout).toContain(`Not all of it is on GitHub. GitHub: ${status} ${message}`);
      expect(refused.stdout).toMatch(hint);
      expect(refused.summary).toMatch(
        /\| Restored \| \*\*\d+ (s|min)\*\* \|[\s\S]*named: the relay[\s\S]*\*\*The cause:\*\*/,
      );
      expect(refused.summary).toMatch(/## Drills of/);
      expect(await rig.comments(number)).toHaveLength(2);

      const taken = await hear(number, key);
      expect([taken.code, Object.fromEntries(taken.outputs)]).toEqual([
        0,
        Object.fromEntries(refused.outputs),
      ]);
      expect((await rig.comments(number)).at(-1)?.body).toMatch(/\| Restored \| \*\*\d+ (s|min)\*\* \|/);
      expect((await issueOf(number)).state).toBe('closed');
    },
  );

  test.each([403, 422, 500])(
    'whose times cannot be written (%d) are told, and the step fails',
    async (status) => {
      const number = await openedNumber();
      await rig.comment({ number, user: 'ada', body: '/restored' });
      rig.fail({ method: 'POST', path: /comments$/, status });
      const { code, outputs, summary, stdout } = await hear(number);
      expect([code, outputs.get('seconds-to-restore')]).toEqual([1, expect.stringMatching(/^\d+$/)]);
      expect(summary).toMatch(/## Drills of/);
      expect(stdout).toMatch(/^::error::Not all of it is on GitHub\./m);
      expect((await issueOf(number)).state).toBe('closed');
    },
  );
});
