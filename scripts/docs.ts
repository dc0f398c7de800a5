// Writes docs/checks/ from the data of the checks and of the rules for scripts, and their fixtures, and docs/commands.md
// from the table of commands.
//
//   npm run docs               writes the pages and removes those of checks that are gone
//   npm run docs -- --check    writes nothing; exits 1 and names the pages that are stale
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from '../src/checks/index.ts';
import { liveDrift } from '../src/checks/live-drift.ts';
import { commands } from '../src/scripts/commands/index.ts';
import { scriptRules, suppressionRules } from '../src/scripts/rules/index.ts';
import { commandsPage } from './docs/commands-page.ts';
import { runExamples } from './docs/examples.ts';
import { checkPage, indexPage, livePage, rulePage } from './docs/pages.ts';
import { runRuleExamples } from './docs/rule-examples.ts';

const DIRECTORY = 'docs/checks';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const examples = await runExamples(checks);
const pageOf = (name: string) => join(DIRECTORY, `${name}.md`);
const pages = new Map(checks.map((check) => [pageOf(check.id), checkPage(check, examples.get(check.id)!)]));
const rules = [...scriptRules, ...suppressionRules];
const ruleExamples = await runRuleExamples(rules);
for (const rule of rules) pages.set(pageOf(rule.id), rulePage(rule, ruleExamples.get(rule.id)!));
pages.set(pageOf(liveDrift.id), livePage(liveDrift));
pages.set(pageOf('README'), indexPage(checks, [liveDrift], rules));
pages.set('docs/commands.md', commandsPage(commands));

const present = existsSync(DIRECTORY) ? await readdir(DIRECTORY) : [];
const leftOver = present.map((name) => join(DIRECTORY, name)).filter((path) => !pages.has(path));
const stale: string[] = [];
for (const [path, text] of pages) {
  const old = existsSync(path) ? await readFile(path, 'utf8') : undefined;
  if (old !== text) stale.push(path);
}

if (options.check) {
  for (const path of [...stale, ...leftOver]) console.error(`${path} is stale.`);
  if (stale.length + leftOver.length > 0) {
    console.error('Run `npm run docs` and commit docs/.');
    process.exitCode = 1;
  }
} else {
  await mkdir(DIRECTORY, { recursive: true });
  for (const path of stale) await writeFile(path, pages.get(path)!);
  for (const path of leftOver) await rm(path);
  console.log(`docs: ${pages.size} pages, ${stale.length} written, ${leftOver.length} removed`);
}
