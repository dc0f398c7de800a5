import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readPolicy } from '../../src/policy/read.ts';

const page = readFileSync('docs/policy.md', 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
const policies = blocks.filter((text) => !text.includes('critical-files'));

test.each(policies)('an example of the policy page is a policy: %#', async (text) => {
  const whole = /^(critical|schemas):/m.test(text) ? text : `critical:\n  - files: a\n${text}`;
  expect(await readPolicy(whole, 'p', { kind: 'file', path: 'p' })).toMatchObject({ ok: true });
});

test('the page names every key of the schema', () => {
  const schema = JSON.parse(readFileSync('policy.schema.json', 'utf8'));
  const keys = [schema, schema.definitions.criticalRule].flatMap((part) => Object.keys(part.properties));
  expect(keys.filter((key) => !policies.some((text) => text.includes(`${key}:`)))).toEqual([]);
});
