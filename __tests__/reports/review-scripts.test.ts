import { expect, test } from '@jest/globals';
import { planReview } from '../../src/reports/review.ts';
import { parsePatch } from '../../src/reports/suggestion.ts';
import { decision, finding, HOSTILE } from './samples.ts';

const COMMAND = 'cp staging.yml production.yml';
const SAFER = 'cp -a production.yml production.yml.bak && cp staging.yml production.yml';

/** The comment on a line that a pull request adds to a script, and what it offers for it. */
function offered(line: string, args: { command: string; safer?: string }, path = 'deploy/push.sh') {
  const found = finding(
    'critical-overwrite',
    path,
    { target: 'production.yml', ...args },
    { line: 2, column: 1 },
  );
  const diff = new Map([[path, parsePatch(`@@ -1,2 +1,3 @@\n #!/bin/sh\n+${line}\n echo done`)]]);
  const plan = planReview(decision({ verdict: 'fail', findings: [found] }), diff, { base: 'b' });
  const [comment] = plan.comments;
  expect(comment).toMatchObject({ path, line: 2, side: 'RIGHT' });
  return /(`{3,})suggestion\n([\s\S]*?)\n\1$/.exec(comment!.body)?.[2];
}

test('a command that is its whole line is offered made safe, with the indentation of the line', () => {
  expect(offered(COMMAND, { command: COMMAND, safer: SAFER })).toBe(SAFER);
  expect(offered(`\t  ${COMMAND}`, { command: COMMAND, safer: SAFER })).toBe(`\t  ${SAFER}`);
});

test.each<[string, string, { command: string; safer?: string }]>([
  ['something stands before it', `cd x && ${COMMAND}`, { command: COMMAND, safer: SAFER }],
  ['something stands behind it', `${COMMAND} # sic`, { command: COMMAND, safer: SAFER }],
  ['it is the value of a key', `run: ${COMMAND}`, { command: COMMAND, safer: SAFER }],
  ['the line ends otherwise', `${COMMAND}\r`, { command: COMMAND, safer: SAFER }],
  ['nothing safer is known', COMMAND, { command: COMMAND }],
  ['nothing would change', COMMAND, { command: COMMAND, safer: COMMAND }],
  ['it would be several lines', COMMAND, { command: COMMAND, safer: `${SAFER}\necho` }],
  ['something in it cannot be seen', COMMAND, { command: COMMAND, safer: SAFER + HOSTILE.bidi }],
  ['a part of it is hidden', `${COMMAND} -p x`, { command: `${COMMAND} -p «hidden»`, safer: SAFER }],
])('nothing is offered where %s', (_, line, args) => {
  expect(offered(line, args)).toBeUndefined();
});

test('nothing is offered where make would read it otherwise', () => {
  const args = { command: COMMAND, safer: `${SAFER} "$t"` };
  expect(offered(`\t${COMMAND}`, args, 'Makefile')).toBeUndefined();
  expect(offered(`\t${COMMAND}`, args)).toBe(`\t${args.safer}`);
});

test('a suggestion with backticks stays in its fence', () => {
  expect(offered(COMMAND, { command: COMMAND, safer: `${SAFER} \`\`\`\`` })).toBe(`${SAFER} \`\`\`\``);
});
