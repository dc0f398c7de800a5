// Writes docs/checks/ from the checks' own data and their first fixtures.
//
//   npm run docs               writes the pages and removes those of checks that are gone
//   npm run docs -- --check    writes nothing; exits 1 and names the pages that are stale
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from '../src/checks/index.ts';
import { runExamples } from './docs/examples.ts';
import { checkPage, indexPage } from './docs/pages.ts';

const DIRECTORY = 'docs/checks';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const examples = await runExamples(checks);
const pages = new Map(checks.map((check) => [`${check.id}.md`, checkPage(check, examples.get(check.id)!)]));
pages.set('README.md', indexPage(checks));

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
