import { ok, type Result, refuse } from '../../model/problem.ts';
import { globFault } from '../../policy/globs.ts';
import { IDENTITY_OPTIONS } from '../encryption.ts';
import { parsed, usage } from '../judging.ts';

const OPTIONS = {
  ...IDENTITY_OPTIONS,
  good: { type: 'string' },
  bad: { type: 'string' },
  run: { type: 'string' },
  files: { type: 'string', multiple: true },
  state: { type: 'string' },
  timeout: { type: 'string' },
  most: { type: 'string' },
  store: { type: 'string' },
  'git-dir': { type: 'string' },
  policy: { type: 'string' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

/** Seconds for one probe, and probes, unless others are asked for. */
const TIMEOUT = 120;
const MOST = 1_000;
/** Both sides have to be probed, and something between them. */
const FEWEST = 3;

/** What is searched, and how. `timeout` is in milliseconds. */
export type BisectArguments = {
  good: string;
  bad: string;
  run: string;
  files: string[];
  state?: string;
  timeout: number;
  most: number;
  store?: string;
  identity?: string[];
  gitDir?: string;
  policy?: string;
  json: boolean;
};

export function readBisectArguments(argv: string[]): Result<BisectArguments> {
  const read = parsed({ args: argv, options: OPTIONS });
  if (!read.ok) return read;
  const args = read.value.values;
  const { good, bad, run, files = [], state, store, policy, format = 'terminal' } = args;
  if (good === undefined || bad === undefined || !run?.trim()) {
    const hint = 'holdfast bisect --good v1.4 --bad HEAD --run "nginx -t -c $PWD/nginx.conf"';
    return refuse(usage('bisect needs --good, --bad and --run.', hint));
  }
  for (const glob of files) {
    const found = globFault(glob);
    if (found !== undefined)
      return refuse(usage(`--files ${JSON.stringify(glob)} ${found.fault}.`, found.hint));
  }
  const timeout = numberOf(args.timeout, TIMEOUT, 0.001, 86_400);
  if (timeout === undefined)
    return refuse(usage(`--timeout is ${JSON.stringify(args.timeout)}.`, 'Give seconds, such as 30.'));
  const most = numberOf(args.most, MOST, FEWEST, 1_000_000);
  if (most === undefined)
    return refuse(
      usage(`--most is ${JSON.stringify(args.most)}.`, `Give a number of probes from ${FEWEST}.`),
    );
  if (format !== 'terminal' && format !== 'json')
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, 'Formats: terminal, json.'));
  return ok({
    good,
    bad,
    run,
    files,
    timeout: timeout * 1000,
    most: Math.floor(most),
    json: format === 'json',
    ...(state !== undefined && { state }),
    ...(store !== undefined && { store }),
    ...(args.identity !== undefined && { identity: args.identity }),
    ...(args['git-dir'] !== undefined && { gitDir: args['git-dir'] }),
    ...(policy !== undefined && { policy }),
  });
}

function numberOf(given: string | undefined, usual: number, least: number, most: number): number | undefined {
  if (given === undefined) return usual;
  const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
