import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, readCases } from './cases.ts';
import { show } from './listing.ts';
import { report } from './report.ts';
import { type Outcome, runCase } from './run-case.ts';

/** Pairs that are open at a time: git reads one while another is compared. */
const AT_ONCE = 4;

/** `npm run eval -- --git-dir DIR --cases FILE [--show CHECK] [--json]`: the real check over labelled changes. */
const { values } = parseArgs({
  options: {
    'git-dir': { type: 'string' },
    cases: { type: 'string' },
    show: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (values['git-dir'] === undefined || values.cases === undefined) {
  console.error(
    'Usage: npm run eval -- --git-dir DIR --cases FILE [--show missed|false-alarms|CHECK] [--json]',
  );
  process.exit(2);
}

const file = values.cases;
const cases = await readFile(file, 'utf8')
  .then((text) => readCases(text, file))
  .catch((error: Error) => {
    console.error(error.message);
    process.exit(2);
  });
const outcomes = await runAll(resolve(values['git-dir']), cases);

if (values.json) console.log(JSON.stringify(outcomes));
else console.log(values.show === undefined ? report(outcomes) : show(outcomes, values.show));
process.exitCode = outcomes.some((outcome) => outcome.crash !== undefined) ? 1 : 0;

/** The outcomes in the order of the cases. */
async function runAll(gitDir: string, all: readonly Case[]): Promise<Outcome[]> {
  const found: Outcome[] = [];
  const waiting = all.entries();
  const work = async () => {
    for (const [index, one] of waiting) found[index] = await runCase(gitDir, one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}
