import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases } from './cases.ts';
import { report, show } from './report.ts';
import { type Outcome, runCase } from './run-case.ts';

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

const gitDir = resolve(values['git-dir']);
const cases = readCases(await readFile(values.cases, 'utf8'));
const outcomes: Outcome[] = [];
for (const one of cases) outcomes.push(await runCase(gitDir, one));

if (values.json) console.log(JSON.stringify(outcomes));
else if (values.show === undefined) report(outcomes);
else show(outcomes, values.show);
process.exitCode = outcomes.some((outcome) => outcome.crash !== undefined) ? 1 : 0;
