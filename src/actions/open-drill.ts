import { randomInt } from 'node:crypto';
import { getInput, getMultilineInput } from '@actions/core';
import { sealText } from '../adapters/age/sealed-text.ts';
import { type DrillIssue, listDrills } from '../adapters/github/drills.ts';
import { openDrillIssue } from '../adapters/github/open-drill.ts';
import { withHead } from '../cli/drill/head.ts';
import { readDrillArguments } from '../cli/drill/options.ts';
import { chosenRecipients } from '../cli/encryption.ts';
import { writeCause } from '../drill/people/cause.ts';
import { randomFrom } from '../drill/random.ts';
import { cutOffSentence } from '../drill/reports/words.ts';
import { drawCause } from '../drill-people.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { plural } from '../reports/messages.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { writeIssue } from './drill-issue.ts';
import type { DrillRun, Told } from './people-run.ts';

/** The inputs of `drill/action.yml` that say what may be drawn. */
const INPUTS: readonly InputArgument[] = [
  { input: 'seed', as: 'text' },
  { input: 'most', as: 'text' },
  { input: 'service', as: 'text' },
  { input: 'operators', as: 'lines' },
  { input: 'fail-on-severity', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
];

/** Seeds are below this. */
const SEEDS = 1_000_000_000;
/** For which drills count as earlier ones: a year. */
const YEAR_MS = 366 * 86_400_000;

/** Draws an error, seals it, and opens the issue; nothing when an earlier drill is not over. */
export async function openDrill(run: DrillRun): Promise<Result<Told>> {
  const { github, now } = run;
  const running = await listDrills(github, 'open');
  if (!running.ok) return running;
  const [open] = running.value;
  if (open !== undefined) {
    const line = `The drill ${open.number} is not over: ${open.url}. No other one was opened.`;
    const outputs = { 'issue-number': String(open.number) };
    return ok({ line, warnings: [`${line} Close its issue to give it up.`], outputs });
  }
  const since = new Date(Date.parse(now) - YEAR_MS).toISOString();
  const known = await listDrills(github, { since });
  if (!known.ok) return known;
  const earlier = known.value.filter(({ opened }) => opened >= since);
  const made = await drawIssue(run, earlier);
  if (!made.ok) return made;
  const { title, body, warnings, recipients } = made.value;
  const opened = await openDrillIssue(github, { title, body });
  if (!opened.ok) return opened;
  const { number, url } = opened.value;
  const line = `Drill ${number} is open: ${url}. Its cause is sealed for ${plural(recipients, 'recipient')}.`;
  return ok({
    line,
    summary: `## Drill ${number}\n\n${url}\n`,
    warnings,
    outputs: { 'issue-number': String(number) },
  });
}

type Made = { title: string; body: string; warnings: string[]; recipients: number };

async function drawIssue(run: DrillRun, known: readonly DrillIssue[]): Promise<Result<Made>> {
  const { io } = run;
  const argv = argumentsOf(INPUTS);
  const args = argv.ok ? readDrillArguments(argv.value) : argv;
  if (!args.ok) return args;
  // Drawn anew for every issue, and told nobody: who knows the seed can draw the same again.
  const seed = getInput('seed') === '' ? randomInt(SEEDS) : args.value.seed;
  return withHead({ ...args.value, seed }, io.cwd, async ({ snapshot, history, policy, options }) => {
    const recipients = await chosenRecipients({ recipient: getMultilineInput('recipients') }, policy, io);
    if (!recipients.ok) return recipients;
    if (recipients.value.length === 0) return refuse(NO_RECIPIENTS);
    const drawn = await drawCause(snapshot, history, options, {
      earlier: countByService(known),
      random: randomFrom(seed),
      seal: (cause) => sealText(writeCause(cause), recipients.value),
    });
    if (!drawn.ok) return drawn;
    const written = await writeIssue(drawn.value, policy, snapshot, run);
    if (!written.ok) return written;
    const { title, body, note } = written.value;
    const warnings = [note, cutOffSentence(drawn.value.drilled)].filter((text) => text !== undefined);
    return ok({ title, body, warnings, recipients: recipients.value.length });
  });
}

function countByService(drills: readonly DrillIssue[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { service = '' } of drills) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
}

const NO_RECIPIENTS: Problem = {
  code: 'no-recipients',
  message: 'It is not known for whom the cause is to be sealed.',
  hint: 'Give the input recipients (age1…, from `age-keygen`), HOLDFAST_RECIPIENTS, or backup.recipients in the policy.',
};
