import type { parseArgs } from 'node:util';
import { checkWrites } from '../../deploy/declared.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { IDENTITY_OPTIONS, RECIPIENT_OPTIONS } from '../encryption.ts';
import { parsed, usage } from '../judging.ts';
import { REPORT } from '../report-file.ts';

const OPTIONS = {
  store: { type: 'string' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
  root: { type: 'string' },
  commit: { type: 'string' },
  'git-dir': { type: 'string' },
  policy: { type: 'string' },
  environment: { type: 'string' },
  service: { type: 'string', multiple: true },
  writes: { type: 'string', multiple: true },
  timeout: { type: 'string' },
  wait: { type: 'string' },
  'in-place': { type: 'boolean' },
  'lift-hold': { type: 'string' },
  'deployment-id': { type: 'string' },
  repository: { type: 'string' },
  plan: { type: 'boolean' },
  ...REPORT,
  ...RECIPIENT_OPTIONS,
  ...IDENTITY_OPTIONS,
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What was asked for; times in milliseconds. */
export type DeployArguments = Omit<Given, 'timeout' | 'wait' | 'writes'> & {
  command: string[];
  writes: string[];
  timeout: number;
  wait: number;
};

const USAGE = 'holdfast deploy [OPTIONS] -- COMMAND [ARGUMENTS]';
const DEFAULT_TIMEOUT = '60m';
const DEFAULT_WAIT = '30s';
const UNITS: { readonly [unit: string]: number } = { s: 1_000, m: 60_000, h: 3_600_000 };
const LONGEST = 24 * 3_600_000;

/** Everything after `--` is the command; nothing in it is read as an option. Problem: `usage`. */
export function readDeployArguments(argv: string[]): Result<DeployArguments> {
  const end = argv.indexOf('--');
  const command = end === -1 ? [] : argv.slice(end + 1);
  if (command.length === 0 || command[0] === '') {
    return refuse(
      usage('deploy needs the command that it is to run.', `${USAGE}; for a line of shell: -- sh -c '…'.`),
    );
  }
  const read = parsed({ args: argv.slice(0, end), options: OPTIONS }, USAGE);
  if (!read.ok) return read;
  const given: Given = read.value.values;
  const { format = 'terminal', writes = [] } = given;
  if (format !== 'terminal' && format !== 'json')
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, 'Formats: terminal, json.'));
  const declared = checkWrites(writes);
  if (!declared.ok) return declared;
  if (given['deployment-id'] !== undefined && !/^[1-9]\d{0,18}$/.test(given['deployment-id']))
    return refuse(usage('--deployment-id is no number.', "Give GitHub's id of the deployment."));
  if (given.repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(given.repository))
    return refuse(usage('--repository is no OWNER/NAME.', USAGE));
  if (given['lift-hold']?.trim() === '')
    return refuse(
      usage('--lift-hold needs a reason.', 'Say what was done about it: --lift-hold "the database is back".'),
    );
  const timeout = duration('timeout', given.timeout ?? DEFAULT_TIMEOUT, 1);
  if (!timeout.ok) return timeout;
  const wait = duration('wait', given.wait ?? DEFAULT_WAIT, 0);
  if (!wait.ok) return wait;
  return ok({ ...given, command, writes, timeout: timeout.value, wait: wait.value });
}

/** `30s`, `15m`, `2h`, in milliseconds. */
function duration(option: string, given: string, least: number): Result<number> {
  const [, digits, unit = ''] = /^(\d{1,6})(s|m|h)$/.exec(given) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? Number.NaN);
  if (ms >= least && ms <= LONGEST) return ok(ms);
  return refuse(usage(`--${option} ${given} is no duration up to 24h.`, 'Write it such as 30s, 15m or 2h.'));
}
