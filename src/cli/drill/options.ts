import { operators } from '../../drill/operators/index.ts';
import type { Operator } from '../../drill/operators/operator.ts';
import { drillReports } from '../../drill/reports/index.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { parsed, usage } from '../judging.ts';
import { oneService } from '../one-service.ts';

const OPTIONS = {
  seed: { type: 'string' },
  most: { type: 'string' },
  service: { type: 'string', multiple: true },
  operators: { type: 'string', multiple: true },
  break: { type: 'string' },
  format: { type: 'string' },
  html: { type: 'string' },
  'fail-on-severity': { type: 'string' },
  'since-last': { type: 'boolean' },
  state: { type: 'string' },
  policy: { type: 'string' },
  'write-policy': { type: 'boolean' },
  'git-dir': { type: 'string' },
  debug: { type: 'boolean' },
} as const;

/** What `holdfast drill` was asked for. */
export type DrillArguments = {
  seed: number;
  most: number;
  service?: string;
  operators: readonly Operator[];
  /** Structural errors that may pass; without it any number. */
  mayPass?: number;
  format: string;
  /** A file for a page. */
  html?: string;
  failOn?: string;
  sinceLast: boolean;
  state?: string;
  policy?: string;
  writePolicy: boolean;
  gitDir?: string;
};

const DEFAULT_SEED = 1;
const DEFAULT_MOST = 2;

export function readDrillArguments(argv: string[]): Result<DrillArguments> {
  const read = parsed({ args: argv, options: OPTIONS });
  if (!read.ok) return read;
  const { values } = read.value;
  const { format = 'terminal' } = values;
  if (!Object.hasOwn(drillReports, format)) {
    const known = Object.keys(drillReports).join(', ');
    return refuse(usage(`There is no format ${JSON.stringify(format)} of a drill.`, `Formats: ${known}.`));
  }
  const seed = wholeNumber('seed', values.seed, DEFAULT_SEED, 0);
  if (!seed.ok) return seed;
  const most = wholeNumber('most', values.most, DEFAULT_MOST, 1);
  if (!most.ok) return most;
  const limit = values.break === 'structural' ? ok(0) : wholeNumber('break', values.break, -1, 0);
  if (!limit.ok) return limit;
  const service = oneService('drill', values.service);
  if (!service.ok) return service;
  const chosen = chosenOperators(values.operators);
  if (!chosen.ok) return chosen;
  return ok({
    seed: seed.value,
    most: most.value,
    operators: chosen.value,
    format,
    sinceLast: values['since-last'] === true,
    writePolicy: values['write-policy'] === true,
    ...(limit.value === -1 ? {} : { mayPass: limit.value }),
    ...(service.value !== undefined && { service: service.value }),
    ...(values['fail-on-severity'] !== undefined && { failOn: values['fail-on-severity'] }),
    ...(values.html !== undefined && { html: values.html }),
    ...(values.state !== undefined && { state: values.state }),
    ...(values.policy !== undefined && { policy: values.policy }),
    ...(values['git-dir'] !== undefined && { gitDir: values['git-dir'] }),
  });
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
): Result<number> {
  if (text === undefined) return ok(otherwise);
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value >= least) return ok(value);
  const or = name === 'break' ? ', or structural' : '';
  return refuse(
    usage(`--${name} is ${JSON.stringify(text)}.`, `It is a whole number from ${least} on${or}.`),
  );
}

/** Ids or groups, repeated or separated by commas; the order stays that of the registry. */
function chosenOperators(given: readonly string[] | undefined): Result<readonly Operator[]> {
  if (given === undefined) return ok(operators);
  const names = new Set(given.flatMap((text) => text.split(',')).map((name) => name.trim()));
  for (const name of names) {
    if (operators.some(({ id, group }) => id === name || group === name)) continue;
    const known = ['file', 'key', 'value', ...operators.map(({ id }) => id)].join(', ');
    return refuse(usage(`There is no operator ${JSON.stringify(name)}.`, `Operators: ${known}.`));
  }
  return ok(operators.filter(({ id, group }) => names.has(id) || names.has(group)));
}
