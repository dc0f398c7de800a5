// Spoils the configuration files of the fixtures in the ways in which people and scripts do, and says what the check
// sees of it, with and without a policy:
//
//   npm run mutate                prints the tables
//   npm run mutate -- --write     puts them into docs/evaluation.md
//   npm run mutate -- --check     exits 1 when docs/evaluation.md says something else
//   npm run mutate -- --list      one line per mutant
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { control } from '../../src/drill/operators/control.ts';
import { operators } from '../../src/drill/operators/index.ts';
import { between } from './between.ts';
import { runMutants } from './run.ts';
import { readSubjects } from './subjects.ts';
import { mutationTables } from './tally.ts';

const PAGE = 'docs/evaluation.md';

const { values: options } = parseArgs({
  options: { write: { type: 'boolean' }, check: { type: 'boolean' }, list: { type: 'boolean' } },
});
const all = [control, ...operators];
const results = await runMutants(await readSubjects(), all);
const tables = mutationTables(results, all);

if (options.list) {
  for (const { subject, operator, levels, checks } of results) {
    console.log([operator.id, ...Object.values(levels), subject.id, checks.join(',')].join('\t'));
  }
} else if (options.write || options.check) {
  const old = await readFile(PAGE, 'utf8');
  const page = between(old, tables);
  if (options.write) await writeFile(PAGE, page);
  else if (page !== old) {
    console.error(`${PAGE} is stale. Run \`npm run mutate -- --write\` and commit it.`);
    process.exitCode = 1;
  }
} else console.log(tables);
