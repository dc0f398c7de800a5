import { expect, test } from '@jest/globals';
import { bracketsUnbalanced } from '../../src/checks/brackets-unbalanced.ts';
import type { Subject } from '../../src/checks/check.ts';
import { massComment } from '../../src/checks/mass-comment.ts';

const text = (content: string) => ({ kind: 'text', format: 'text', text: content });
const subject = (before: string, after: string) =>
  ({ before: text(before), after: text(after), difference: undefined }) as Subject;
const lines = Array.from({ length: 20 }, (_, index) => `option${index} on`);

test.each(['\n', '\r\n'])('lines that end with %j are commented out', (end) => {
  const after = lines.map((line, index) => (index < 8 ? `# ${line}` : line));
  const found = massComment.run(subject(lines.join(end), after.join(end)));
  expect(found).toMatchObject([{ severity: 'error', args: { commented: 8 } }]);
});

test.each(['\n', '\r\n'])('a brace in a comment counts for nothing in lines that end with %j', (end) => {
  const block = ['server {', '  listen 80;', '}'];
  expect(bracketsUnbalanced.run(subject(block.join(end), [...block, 'a # {', ''].join(end)))).toEqual([]);
  expect(bracketsUnbalanced.run(subject(block.join(end), [...block, 'a {', ''].join(end)))).toHaveLength(1);
});
