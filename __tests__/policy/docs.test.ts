import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checks } from '../../src/checks/index.ts';
import { readPolicy } from '../../src/policy/read.ts';

const schema = JSON.parse(readFileSync('policy.schema.json', 'utf8'));
const TOP = Object.keys(schema.properties);
const OF_RULE = Object.keys(schema.definitions.criticalRule.properties);

const pages = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md'))].map((name) => {
  const path = name === 'README.md' ? name : `docs/${name}`;
  return { path, text: readFileSync(path, 'utf8') };
});
const blocks = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]): [string, string] => [path, block!]),
);
/** Workflows and their steps, the inputs of the Action, rules of Prometheus and files of Compose are no policies. */
const policies = blocks.filter(
  ([, text]) => !/critical-files|^ *(- )?(uses|run):|^groups:|^ *build:/m.test(text),
);
const configured = checks.map(({ id, configure }) => ({ path: id, text: configure }));
/** The page about rules speaks of the keywords of schemas, too. */
const proses = [...pages.filter(({ path }) => path !== 'docs/rules.md'), ...configured];
const fields = proses.flatMap(({ path, text }) =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([a-z-]+: [^`]+)`/g)]
    .map(([, field]): [string, string] => [path, field!])
    .filter(([, field]) => [...TOP, ...OF_RULE].includes(field.split(':')[0]!)),
);

/** One field as a whole policy, where it may stand. A level alone is the severity of a rule in CEL. */
function around(field: string): string {
  if (/^severity: \w+$/.test(field))
    return `critical:\n  - files: a\n    rules:\n      - rule: 'true'\n        ${field}`;
  const [name] = field.split(':');
  return OF_RULE.includes(name!)
    ? `critical:\n  - files: a\n    ${field}`
    : `critical:\n  - files: a\n${field}`;
}

async function expectPolicy(text: string): Promise<void> {
  const whole = /^(critical|schemas):/m.test(text) ? text : `critical:\n  - files: a\n${text}`;
  expect(await readPolicy(whole, 'p', { kind: 'file', path: 'p' })).toMatchObject({ ok: true });
}

test.each(policies)('an example is a policy: %s, %#', async (_, text) => {
  await expectPolicy(text);
});

test.each(fields)('a field in a sentence is one of a policy: %s `%s`', async (_, field) => {
  await expectPolicy(around(field));
});

test('examples stand in the README, on the page of the policy and in what checks say', () => {
  expect(new Set(policies.map(([path]) => path))).toContain('README.md');
  expect(policies.filter(([path]) => path === 'docs/policy.md').length).toBeGreaterThan(5);
  expect(fields.filter(([path]) => checks.some(({ id }) => id === path)).length).toBeGreaterThan(5);
});

test('the page names every key of the schema', () => {
  const onPage = policies.filter(([path]) => path === 'docs/policy.md').map(([, text]) => text);
  const unnamed = (keys: string[]) => keys.filter((key) => !onPage.some((text) => text.includes(`${key}:`)));
  expect(unnamed([...TOP, ...OF_RULE])).toEqual([]);
  const { text } = pages.find(({ path }) => path === 'docs/policy.md')!;
  const ofValueRule = Object.keys(schema.definitions.valueRule.properties);
  expect(ofValueRule.filter((key) => !text.includes(`| \`${key}\` |`))).toEqual([]);
});
