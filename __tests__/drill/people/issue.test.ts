import { describe, expect, test } from '@jest/globals';
import { type Cause, readCause, writeCause } from '../../../src/drill/people/cause.ts';
import { issueText, markedIn, sealedIn } from '../../../src/drill/people/issue.ts';
import { revealReports } from '../../../src/drill/people/revealed.ts';
import { ownSteps, runbookSteps } from '../../../src/drill/people/runbook.ts';
import { keepsFromStarting, ownSymptom, symptomText } from '../../../src/drill/people/symptom.ts';

const COMMIT = '3'.repeat(40);
const SEALED = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24=\n-----END AGE ENCRYPTED FILE-----\n';
const CAUSE: Cause = {
  version: 1,
  commit: COMMIT,
  path: 'config/auth/production.yml',
  service: 'auth',
  title: 'key deleted',
  seen: 'only a notice (key-removed)',
  differences: ['- rate_limit.logins_per_minute: 30'],
  rule: ['in the policy:', 'protect: [rate_limit.logins_per_minute]'],
  files: [{ path: 'config/auth/production.yml', before: 'a'.repeat(64), after: 'aXNzdWVyOg==' }],
};
const parts = (service?: string) => ({
  repository: 'acme/shop',
  ...(service !== undefined && { service }),
  day: '2026-03-02',
  commit: COMMIT,
  symptom: 'It is slow.',
  steps: ['- [ ] Look'],
  sealed: SEALED,
});

describe('the issue of a drill', () => {
  test('is found again by its first line, whatever the service is called', () => {
    for (const service of ['auth', 'a --> b', '"<!--', 'größe', undefined]) {
      const { body } = issueText(parts(service));
      expect(markedIn(body)).toEqual(service === undefined ? {} : { service });
      expect(body.split('\n')[0]).toMatch(/^<!-- [ -~]+ -->$/);
      expect(body.split('\n')[0]!.match(/-->/g)).toHaveLength(1);
    }
  });

  test('is found below what people write above it, and none without its line', () => {
    const { body } = issueText(parts('auth'));
    expect(markedIn(`Read this first.\n\n${body}`)).toEqual({ service: 'auth' });
    for (const other of ['', `> ${body}`, '<!-- holdfast-drill nothing -->', '<!-- holdfast-drill {]} -->']) {
      expect(markedIn(other)).toBeUndefined();
    }
  });

  test('holds the sealed cause, also when GitHub gives it back with other line ends', () => {
    const { body } = issueText(parts('auth'));
    expect(sealedIn(body)).toBe(SEALED.trim());
    expect(sealedIn(body.replaceAll('\n', '\r\n'))).toBe(SEALED.trim().replaceAll('\n', '\r\n'));
    expect(sealedIn(body.slice(0, -100))).toBeUndefined();
    const quoting = issueText({ ...parts('auth'), symptom: `${SEALED.split('\n')[0]}\nnothing` }).body;
    expect(sealedIn(quoting)).toBe(SEALED.trim());
  });

  test('has a title that GitHub takes, whatever the service is called', () => {
    const { title } = issueText(parts(`a\nb\u202e${'x'.repeat(300)}`));
    expect(title).toMatch(/^Drill: a\\nb\\u202ex+ is in trouble \(2026-03-02\)$/);
    expect(title.length).toBeLessThan(256);
  });
});

describe('the symptom', () => {
  const service = {
    name: 'auth',
    probes: [{ kind: 'http' as const, url: 'https://login.example.com/healthz?key=1', timeout: 1000 }],
  };

  test('names the service and its probes, and nothing of the cause', () => {
    const text = symptomText(CAUSE, true, service as never);
    expect(text).toMatch(/auth.*does not come up again.*3333333333/);
    expect(text).toMatch(/These probes fail:\n\n- <code>https.*healthz\?…<\/code>/);
    for (const secret of ['production.yml', 'logins_per_minute', 'deleted'])
      expect(text).not.toContain(secret);
  });

  test('without a service nothing is named', () => {
    const text = symptomText({ commit: COMMIT }, false, undefined);
    expect(text).toMatch(/^\*\*A service\*\* is up, but/);
  });

  test('a file that cannot be read keeps a service from starting; a key that is gone does not', () => {
    expect([keepsFromStarting(['syntax-error']), keepsFromStarting(['key-removed'])]).toEqual([true, false]);
  });
});

describe('the symptom in the words of the team', () => {
  test.each([
    ['a code block', 'The log of {service}:\n\n```\nrelay refused'],
    ['a longer one', '~~~~\n~~~\n'],
    ['one in a list', '- It says:\n  ```text\n  refused'],
    ['several lines', 'One.\r\n\r\nTwo.\rThree.'],
  ])('that leaves %s open ends where it ends', (_, markdown) => {
    const symptom = ownSymptom(markdown, 'auth');
    expect(symptom.split(/\r\n|\r|\n/).filter((line) => !/^>( |$)/.test(line))).toEqual([]);
    expect(symptom.replace(/^> ?/gm, '')).toBe(
      markdown.replace('{service}', 'auth').replace(/\r\n|\r/g, '\n'),
    );
    const { body } = issueText({ ...parts('auth'), symptom });
    expect(body).toContain(`\n\n${symptom}\n\n## What to do\n\n`);
  });

  test.each([
    '<details><summary>Log</summary>',
    '<img src="https://graphs.example.com/a.png" width=400 alt=\'a > b\'/> <br/> </details >',
    '<https://status.example.com/?a=b> and <ops@example.com>',
    'a < b, 1 <2, <-',
    '&lt;!--',
  ])('keeps %s', (markdown) => {
    expect(ownSymptom(markdown, 'auth')).toBe(`> ${markdown}`);
  });

  test.each([
    '<!-- for later',
    '- <!-- in a list\n\nmore -->',
    '<div title="it is',
    '<div title="it\n\nis">',
    '<details',
    '<table <b>',
    '<?php',
    '<!DOCTYPE html',
    '<![CDATA[ x',
    '</div',
    '<select>',
    '</blockquote>',
  ])('shows what no quote would end: %j', (markdown) => {
    const symptom = ownSymptom(markdown, 'auth');
    expect(symptom).toContain('<\u200b');
    expect(symptom.replaceAll('\u200b', '').replace(/^> ?/gm, '')).toBe(markdown);
    expect(symptom.replace('<b>', '')).not.toMatch(/<[a-z!?/]/i);
  });
});

describe('the runbook', () => {
  test('every item of its lists is a step; code and prose are not', () => {
    const markdown = [
      '\ufeff---',
      'tags:',
      '- not this',
      '---',
      '# When {service} is down',
      '<!--',
      '- nor this',
      '-->',
      '- - -',
      'Keep calm.',
      '1. Look at the [graphs](https://graphs.example.com/{service})',
      '2) Ask who deployed',
      '   - in the channel',
      '- [x] Roll back',
      '```sh',
      '- not this',
      '``` nor is this an end',
      '- not this',
      '```',
      '* Tell support',
    ].join('\n');
    expect(runbookSteps(markdown, 'run.md', 'auth')).toEqual({
      ok: true,
      value: [
        '- [ ] Look at the [graphs](https://graphs.example.com/auth)',
        '- [ ] Ask who deployed',
        '  - [ ] in the channel',
        '- [ ] Roll back',
        '- [ ] Tell support',
      ],
    });
  });

  test.each([
    ['begins its item', '- ```sh\n  - not this\n  ```\n- Look'],
    ['ends with its item', '1. Ask\n   ```sh\n   - not this\n2. Look'],
    ['is the last one, in an item', '- Ask\n- Look\n  ```sh\n  - not this'],
    ['is none, but code in a line', '```holdfast verify``` tells.\n\n- Look'],
    ['has an empty line', '- Ask\n\n  ```sh\n\n  - not this\n\n  ```\n\n- Look'],
    ['is indented with a tab', '1. Ask\n\t```sh\n\t- not this\n\t```\n\n2. Look'],
    ['is indented', 'Copy:\n\n    - not this\n\n- Look'],
    ['is indented in an item', '- Ask\n\n      - not this\n      ```\n\n- Look'],
    ['stands below a list', '- Ask\n\nCopy:\n\n  ```\n- not this\n  ```\n\n* Look'],
  ])('no step is lost where a code block %s', (_, markdown) => {
    const read = runbookSteps(markdown, 'run.md', 'auth');
    expect(read).toMatchObject({ ok: true, value: expect.arrayContaining(['- [ ] Look']) });
    expect(JSON.stringify(read)).not.toContain('not this');
  });

  test('comments that nobody ends do not hold it up, and hide no step', () => {
    const markdown = `<!-- one <!-- -->\n${'<!--'.repeat(200_000)}\n- Look`;
    expect(runbookSteps(markdown, 'run.md', 'auth')).toEqual({ ok: true, value: ['- [ ] Look'] });
  });

  test('what is below what stays so, however far it is indented', () => {
    const markdown = [
      '-   Ask',
      'who deployed',
      '      - in the channel',
      '100. Look',
      '     1. at the graphs',
      '\t    - of auth',
      '# Then',
      '  - Roll back',
    ].join('\n');
    expect(runbookSteps(markdown, 'run.md', 'auth')).toEqual({
      ok: true,
      value: [
        '- [ ] Ask',
        '  - [ ] in the channel',
        '- [ ] Look',
        '  - [ ] at the graphs',
        '    - [ ] of auth',
        '- [ ] Roll back',
      ],
    });
  });

  test('with a code block that is not closed it is refused, with the line', () => {
    const markdown = '---\na: b\n---\n<!--\n-->\n- Ask\n\n```sh\nrestart\n``` now\n- Look\n';
    expect(runbookSteps(markdown, 'docs/run.md', 'auth')).toMatchObject({
      ok: false,
      problem: {
        code: 'runbook-invalid',
        message: 'The runbook docs/run.md has a code block that is not closed, from line 8 on.',
      },
    });
  });

  test.each(['Keep calm.\n', `${'- step\n'.repeat(101)}`, `- ${'x'.repeat(10_001)}\n`])(
    'without a list, or too long, it is refused',
    (markdown) => {
      const read = runbookSteps(markdown, 'docs/run.md', 'auth');
      expect(read).toMatchObject({ ok: false, problem: { code: 'runbook-invalid' } });
      expect(!read.ok && read.problem.message).toMatch(/docs\/run\.md/);
    },
  );

  test('its own checklist has commands for a shell, whatever the service is called', () => {
    expect(ownSteps({ service: "a'b", commit: COMMIT }).join('\n')).toContain(
      "holdfast restore --known-good --service 'a'&#92;''b' --root PLACE",
    );
    expect(ownSteps({ commit: COMMIT }).join('\n')).toContain('holdfast blame SERVICE --since last-good');
  });
});

describe('a cause', () => {
  test('is read as it was written', () => {
    expect(readCause(writeCause(CAUSE))).toEqual({ ok: true, value: CAUSE });
  });

  test.each([
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ ...CAUSE, version: 2 })],
    ['a path that leads out', JSON.stringify({ ...CAUSE, files: [{ ...CAUSE.files[0], path: '../x' }] })],
    ['a path into .git', JSON.stringify({ ...CAUSE, files: [{ ...CAUSE.files[0], path: 'a/.git/config' }] })],
    ['an absolute path', JSON.stringify({ ...CAUSE, files: [{ ...CAUSE.files[0], path: '/etc/x' }] })],
    ['an empty part', JSON.stringify({ ...CAUSE, files: [{ ...CAUSE.files[0], path: 'a//b' }] })],
    ['no file', JSON.stringify({ ...CAUSE, files: [] })],
    ['a rule of nothing', JSON.stringify({ ...CAUSE, rule: [] })],
    ['no digest', JSON.stringify({ ...CAUSE, files: [{ path: 'a', before: '', after: '' }] })],
    ['something more', JSON.stringify({ ...CAUSE, run: 'rm' })],
  ])('with %s is refused', (_, json) => {
    expect(readCause(json)).toMatchObject({ ok: false, problem: { code: 'cause-invalid' } });
  });

  test('is told with what it was and the rule, and never with the broken file', () => {
    for (const [format, report] of Object.entries(revealReports)) {
      const text = report(CAUSE);
      expect([format, text]).toEqual([format, expect.stringContaining('config/auth/production.yml')]);
      expect(text).toMatch(/key deleted/);
      expect(text).toMatch(/logins_per_minute/);
      expect(text).toMatch(/protect/);
      expect(text).not.toContain(CAUSE.files[0]!.after);
    }
  });
});
