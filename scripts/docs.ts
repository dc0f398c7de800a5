// Writes docs/checks/ from the data of the checks and of the rules for scripts, and their fixtures.
//
//   npm run docs               writes the pages and removes those of checks that are gone
//   npm run docs -- --check    writes nothing; exits 1 and names the pages that are stale
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from '../src/checks/index.ts';
import { scriptRules, suppressionRules } from '../src/scripts/rules/index.ts';
import { runExamples } from './docs/examples.ts';
import { checkPage, indexPage, rulePage } from './docs/pages.ts';
import { runRuleExamples } from './docs/rule-examples.ts';

const DIRECTORY = 'docs/checks';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const examples = await runExamples(checks);
const pages = new Map(checks.map((check) => [`${check.id}.md`, checkPage(check, examples.get(check.id)!)]));
const rules = [...scriptRules, ...suppressionRules];
const ruleExamples = await runRuleExamples(rules);
for (const rule of rules) pages.set(`${rule.id}.md`, rulePage(rule, ruleExamples.get(rule.id)!));
pages.set('README.md', indexPage(checks, rules));

const present = existsSync(DIRECTORY) ? await readdir(DIRECTORY) : [];
const leftOver = present.filter((name) => !pages.has(name));
const stale: string[] = [];
for (const [name, text] of pages) {
  const old = present.includes(name) ? await readFile(join(DIRECTORY, name), 'utf8') : undefined;
  if (old !== text) stale.push(name);
}

if (options.check) {
  for (const name of [...stale, ...leftOver]) console.error(`${DIRECTORY}/${name} is stale.`);
  if (stale.length + leftOver.length > 0) {
    console.error('Run `npm run docs` and commit docs/checks/.');
    process.exitCode = 1;
  }
} else {
  await mkdir(DIRECTORY, { recursive: true });
  for (const name of stale) await writeFile(join(DIRECTORY, name), pages.get(name)!);
  for (const name of leftOver) await rm(join(DIRECTORY, name));
  console.log(`${DIRECTORY}: ${pages.size} pages, ${stale.length} written, ${leftOver.length} removed`);
}
