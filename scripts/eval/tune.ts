// Tries other values for the thresholds of the checks, and says what choosing them would be worth:
//
//   npm run tune -- --git-dir DIR --cases FILE [--only NAME]…
//
// One threshold at a time, the others in force. Each value is a run of `npm run eval` with the real checks, in a
// process of its own that reads the values from HOLDFAST_THRESHOLDS. Nothing is written.
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { THRESHOLDS } from '../../src/checks/thresholds.ts';
import { candidates, LIMITS, leaveOneOut, type Score, scoreOf, type Trial } from './held-out.ts';
import type { Outcome } from './run-case.ts';
import { table } from './table.ts';

/** Read by scripts/thresholds-plugin.mjs, which puts the values into the bundle. */
const VARIABLE = 'HOLDFAST_THRESHOLDS';
/** Runs at a time: each is one process of git and one of Node. */
const AT_ONCE = 2;
const MOST_OUTPUT = 1 << 28;

const { values: options } = parseArgs({
  options: {
    'git-dir': { type: 'string' },
    cases: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});
const { 'git-dir': gitDir, cases } = options;
if (gitDir === undefined || cases === undefined) {
  console.error('Usage: npm run tune -- --git-dir DIR --cases FILE [--only NAME]…');
  process.exit(2);
}
const inForce = Object.entries<number>(THRESHOLDS);
const unknown = (options.only ?? []).filter((name) => !inForce.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(
    `There is no threshold ${unknown.join(', ')}. There are ${inForce.map(([name]) => name).join(', ')}.`,
  );
  process.exit(2);
}

const now = await evaluate({});
console.log(
  `Chosen on the other repositories: the most accidents shown as error, with at most ${LIMITS.falseErrors * 100}% false errors and ${LIMITS.falseAlarms * 100}% errors or warnings.`,
);
console.log(`In force: ${told(scoreOf(now))}.\n`);
for (const [name, value] of inForce) {
  if (options.only?.includes(name) ?? true) print(name, value, await tryAll(name, value));
}

/** Every value of one threshold, a few at a time. */
async function tryAll(name: string, value: number): Promise<Trial[]> {
  const values = candidates(value);
  const waiting = values.entries();
  const found: Trial[] = [];
  const work = async () => {
    for (const [index, candidate] of waiting) {
      const outcomes = candidate === value ? now : await evaluate({ [name]: candidate });
      found[index] = { value: candidate, outcomes };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** All cases with some thresholds replaced. */
async function evaluate(thresholds: Record<string, number>): Promise<Outcome[]> {
  const command = ['scripts/run.mjs', 'scripts/eval/main.ts', '--', '--json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...command, '--git-dir', gitDir!, '--cases', cases!],
    { env: { ...process.env, [VARIABLE]: JSON.stringify(thresholds) }, maxBuffer: MOST_OUTPUT },
  ).catch((error: { stderr: string; message: string }) => {
    const what = `The evaluation with ${JSON.stringify(thresholds)} ended with crashes, or not at all`;
    console.error(`${what}:\n${error.stderr || error.message}`);
    process.exit(1);
  });
  return JSON.parse(stdout);
}

function print(name: string, value: number, trials: Trial[]): void {
  const { folds, score } = leaveOneOut(trials, value);
  console.log(`== ${name}: ${value} in force\n`);
  console.log(
    table(
      ['value', 'accidents: error', 'or warning', 'ordinary: error', 'or warning', 'rewrites: error'],
      [
        ...trials.map((trial): [string, Score] => [
          trial.value === value ? `${value} (in force)` : String(trial.value),
          scoreOf(trial.outcomes),
        ]),
        ['held out', score] as [string, Score],
      ].map(([label, score]) => [
        label,
        `${score.errors}/${score.accidents}`,
        `${score.alarmed}/${score.accidents}`,
        `${score.falseErrors}/${score.ordinary}`,
        `${score.falseAlarms}/${score.ordinary}`,
        `${score.rewriteErrors}/${score.rewrites}`,
      ]),
    ),
  );
  const chosen = [...new Set(folds.map((fold) => fold.chosen))].sort((left, right) => left - right);
  const told = chosen.map((one) => {
    const groups = folds.filter((fold) => fold.chosen === one).map(({ group }) => group);
    return `${one} without ${groups.join(', ')}`;
  });
  const outside = folds.filter(({ within }) => !within).map(({ group }) => group);
  const limits = outside.length === 0 ? '' : `\nno value keeps the limits without ${outside.join(', ')}`;
  console.log(`chosen: ${told.join('; ')}${limits}\n`);
}

function told({ accidents, errors, alarmed, ordinary, falseErrors, falseAlarms }: Score): string {
  return `${errors} of ${accidents} accidents an error, ${alarmed} an error or warning; ${falseErrors} of ${ordinary} ordinary changes an error, ${falseAlarms} an error or warning`;
}
