import type { parseArgs } from 'node:util';
import { readPolicyFile } from '../../adapters/policy.ts';
import { rootDirectory } from '../../adapters/restore/prepare.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { type RestoreAccount, restoreJson } from '../../restore/report.ts';
import { existingStore } from '../backup/options.ts';
import { finishLeftDeployments, tellUnfinished } from '../deploy/pending.ts';
import { chosenDecrypt, IDENTITY_OPTIONS } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { parsed, usage } from '../judging.ts';
import { problemText } from '../problem.ts';
import { REPORT, writeReport } from '../report-file.ts';
import { chooseParts, restoreParts } from './parts.ts';
import { discardPending, finishPending, NONE } from './pending.ts';
import { reloader } from './reload.ts';

const OPTIONS = {
  'known-good': { type: 'boolean' },
  resume: { type: 'boolean' },
  discard: { type: 'boolean' },
  environment: { type: 'string' },
  service: { type: 'string', multiple: true },
  path: { type: 'string', multiple: true },
  store: { type: 'string' },
  root: { type: 'string' },
  policy: { type: 'string' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  'in-place': { type: 'boolean' },
  'no-reload': { type: 'boolean' },
  ...REPORT,
  debug: { type: 'boolean' },
  ...IDENTITY_OPTIONS,
} as const;

type Arguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What is done: a snapshot is put back, or what is left of an earlier run is finished or forgotten. */
type Mode = { kind: 'resume' | 'discard' | 'restore'; id?: string };

/** `holdfast restore`: 0 when the host is as the snapshot says, 1 when it is not (yet) wholly so, 2 for a problem. */
export async function runRestore(argv: string[], io: CliIo): Promise<number> {
  const account: RestoreAccount = { end: 'refused', root: '', snapshots: [], problems: [] };
  const fail = (...problems: Problem[]): number => {
    for (const problem of problems) io.stderr(problemText(problem, io));
    account.problems.push(...problems);
    return 2;
  };
  const read = readArguments(argv);
  if (!read.ok) return fail(read.problem);
  const code = await run(read.value, io, fail, account);
  await writeReport(read.value.args.report, restoreJson(account), io);
  return code;
}

async function run(
  { args, mode }: Asked,
  io: CliIo,
  fail: (...problems: Problem[]) => number,
  account: RestoreAccount,
): Promise<number> {
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return fail(root.problem);
  account.root = root.value;
  const policy = await chosenPolicy(args, io.cwd);
  if (!policy.ok) return fail(policy.problem);
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return fail(decrypt.problem);
  const store = await existingStore(args, io);
  if (!store.ok) return fail(store.problem);
  if (mode.kind === 'discard') {
    account.end = 'unchanged';
    return discardPending(store.value, io, fail);
  }
  const dryRun = args['dry-run'] === true;
  const reload = reloader(policy.value, args['no-reload'] !== true, io, account);
  const finished = await finishPending(store.value, io, fail, dryRun, decrypt.value, reload);
  if (finished === 2) account.end = 'unfinished';
  if (finished === 2) return 2;
  if (mode.kind === 'resume') {
    const rolledBack = await finishLeftDeployments(store.value, io, fail, decrypt.value);
    const code = Math.max(finished ?? 0, rolledBack ?? 0);
    const nothing = finished === undefined && rolledBack === undefined;
    account.end = code === 2 ? 'unfinished' : nothing ? 'unchanged' : 'restored';
    if (nothing) io.stdout(NONE);
    return code;
  }
  await tellUnfinished(store.value, io);
  const asked = { services: args.service ?? [], paths: args.path ?? [] };
  const { environment } = args;
  const parts = await chooseParts(store.value, mode.id, { services: asked.services, environment });
  if (!parts.ok) return fail(parts.problem);
  const request = {
    parts: parts.value,
    asked,
    root: root.value,
    inPlace: args['in-place'] === true,
    policy: policy.value,
    decrypt: decrypt.value,
  };
  const how = { dryRun, yes: args.yes === true, reports: args.report !== undefined, reload };
  return restoreParts(store.value, request, how, io, fail, account);
}

type Asked = { args: Arguments; mode: Mode };

function readArguments(argv: string[]): Result<Asked> {
  const read = parsed({ args: argv, options: OPTIONS, allowPositionals: true });
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const mode = modeOf(args, positionals);
  return mode.ok ? ok({ args, mode: mode.value }) : mode;
}

function modeOf(args: Arguments, positionals: string[]): Result<Mode> {
  const [id, second] = positionals;
  const named = [id !== undefined, args['known-good'], args.resume, args.discard].filter(Boolean);
  if (second !== undefined) return refuse(usage('restore puts one snapshot back.', 'Name one id.'));
  if (named.length !== 1) {
    const what =
      named.length === 0 ? 'restore needs to know what to put back.' : 'restore does one thing at a time.';
    return refuse(usage(what, 'Give one of: the ID of a snapshot, --known-good, --resume, --discard.'));
  }
  if (args.environment !== undefined && !args['known-good']) {
    const what = '--environment says whose known good is meant.';
    return refuse(usage(what, 'Use it with --known-good only.'));
  }
  if (!args.resume && !args.discard) return ok({ kind: 'restore', ...(id === undefined ? {} : { id }) });
  if ((args.service ?? args.path ?? args['dry-run']) !== undefined) {
    const what = 'What an interrupted restore was asked for cannot be changed.';
    return refuse(usage(what, 'Leave --service, --path and --dry-run out.'));
  }
  return ok({ kind: args.resume ? 'resume' : 'discard' });
}

async function chosenPolicy({ policy }: Arguments, cwd: string): Promise<Result<Policy | undefined>> {
  return policy === undefined ? ok(undefined) : readPolicyFile(policy, cwd);
}
