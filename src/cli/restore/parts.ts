import { hostname } from 'node:os';
import { diskOperations } from '../../adapters/restore/operations.ts';
import { type Prepared, prepare, type Request } from '../../adapters/restore/prepare.ts';
import { sidesOf } from '../../adapters/restore/sides.ts';
import { restoreSteps } from '../../adapters/restore/steps.ts';
import type { Store } from '../../adapters/store/files.ts';
import { readKnownGood } from '../../adapters/store/known-good.ts';
import { acquireLock } from '../../adapters/store/lock.ts';
import type { Encryption } from '../../adapters/store/objects.ts';
import { readSnapshot, storedIds } from '../../adapters/store/snapshots.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { plural } from '../../reports/messages.ts';
import type { Part } from '../../restore/choose.ts';
import { compareByKey } from '../../restore/compare.ts';
import { openDigests } from '../../restore/digests.ts';
import type { Journal } from '../../restore/journal.ts';
import type { KnownGood } from '../../restore/known-good.ts';
import { digestOf } from '../../restore/plan.ts';
import type { RestoreAccount } from '../../restore/report.ts';
import { isSilent, selectionsOf } from '../../restore/selections.ts';
import { chosenText, planText, totals } from '../../restore/show.ts';
import { restore } from '../../restore.ts';
import { findId } from '../../store/ids.ts';
import type { ChangeSummary } from '../../verdict/decision.ts';
import { chosenRecipients, encryptionFor } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import { keeper, rulesOfParts } from './keep.ts';
import { doneText, STUCK } from './text.ts';

type Fail = (...problems: Problem[]) => number;

/** What is done after files were put back, when nothing is locked any more; the exit code. */
export type Reload = (journal: Journal) => Promise<number>;

/** The snapshot of this id, or the newest good ones of a host. */
export async function chooseParts(
  store: Store,
  id: string | undefined,
  knownGood: Omit<KnownGood, 'host'>,
  host = hostname(),
): Promise<Result<Part[]>> {
  if (id !== undefined) {
    const found = findId(await storedIds(store, 'snapshots'), id);
    if (!found.ok) return found;
    const manifest = await readSnapshot(store, found.value);
    return manifest.ok ? ok([{ manifest: manifest.value }]) : manifest;
  }
  return readKnownGood(store, { ...knownGood, host });
}

/** Shows what would be done, asks where nobody has said yes, and does exactly that. `account` is filled with it. */
export async function restoreParts(
  store: Store,
  request: Request,
  { dryRun, yes, reports, reload }: { dryRun: boolean; yes: boolean; reports: boolean; reload: Reload },
  io: CliIo,
  fail: Fail,
  account: RestoreAccount,
): Promise<number> {
  account.snapshots = request.parts.map(({ manifest }) => manifest.id);
  const shown = await prepare(store, request);
  if (!shown.ok) return fail(shown.problem);
  const { plan, live, problems } = shown.value;
  account.plan = plan;
  const select = selectionsOf(request.parts, request.policy);
  const sides = sidesOf(store, diskOperations, request.root, plan, request.decrypt);
  account.changes = await compareByKey(plan, live, select, sides);
  show(request, shown.value, account.changes, io);
  if (reports) account.digests = await openDigests(plan, select, sides);
  if (problems.length > 0) return fail(...problems);
  account.end = 'unchanged';
  if (plan.writes.length + plan.removes.length === 0) return 0;
  account.end = 'shown';
  if (dryRun) {
    io.stdout('Nothing was changed (--dry-run).\n');
    return 1;
  }
  if (!yes) {
    if (io.ask === undefined)
      return fail(usage('Nobody can be asked here.', 'Say --yes, or look first with --dry-run.'));
    const files = plural(plan.writes.length + plan.removes.length, 'file');
    if (!/^y(es)?$/i.test((await io.ask(`Restore ${files}? [y/N] `)).trim())) {
      io.stdout('Nothing was changed.\n');
      return 1;
    }
  }
  account.end = 'refused';
  const code = await carryOut(store, request, digestOf(plan), io, fail, account);
  return account.done === undefined ? code : Math.max(code, await reload(account.done.journal));
}

async function carryOut(
  store: Store,
  request: Request,
  digest: string,
  io: CliIo,
  fail: Fail,
  account: RestoreAccount,
): Promise<number> {
  const { parts, root, decrypt } = request;
  const encryption = await encryptionOf(request, io);
  if (!encryption.ok) return fail(encryption.problem);
  const lock = await acquireLock(store, 'holdfast restore');
  if (!lock.ok) return fail(lock.problem);
  try {
    const prepared = await prepare(store, request);
    if (!prepared.ok) return fail(prepared.problem);
    const { plan, problems } = prepared.value;
    if (problems.length > 0) return fail(...problems);
    if (digestOf(plan) !== digest) return fail(CHANGED);
    const snapshots = parts.map(({ manifest }) => manifest.id);
    const reason = `before the restore of ${snapshots.join(', ')}`;
    const { environment } = parts[0]!.manifest;
    const keep = keeper(store, root, rulesOfParts(parts), reason, environment, encryption.value);
    const recipients = encryption.value && { recipients: [...encryption.value.recipients] };
    const steps = restoreSteps(store, diskOperations, keep, decrypt);
    const outcome = await restore(plan, { snapshots, root, ...recipients }, steps);
    if (!outcome.ok) {
      if (outcome.touched) account.end = 'unfinished';
      return fail(...outcome.problems, ...(outcome.touched ? [STUCK] : []));
    }
    account.end = 'restored';
    account.done = outcome.value;
    io.stdout(doneText(outcome.value, io));
    return outcome.value.foreign.length > 0 ? 1 : 0;
  } finally {
    await lock.value.release();
  }
}

/** What stands there now is kept for those who are named now, else for those who can read what takes its place. */
async function encryptionOf({ parts, policy }: Request, io: CliIo): Promise<Result<Encryption | undefined>> {
  const named = await chosenRecipients({}, policy, io);
  if (!named.ok) return named;
  const newestFirst = parts
    .map(({ manifest }) => manifest)
    .sort((left, right) => (left.id > right.id ? -1 : 1));
  const known = newestFirst.find(({ recipients }) => recipients !== undefined)?.recipients ?? [];
  const files = newestFirst.flatMap((manifest) => manifest.files);
  const all = files.some(({ sensitive, stored }) => !sensitive && stored !== undefined);
  return encryptionFor(named.value.length > 0 ? named.value : known, all);
}

function show(
  { parts, policy }: Request,
  { chosen, plan, live }: Prepared,
  changes: readonly ChangeSummary[],
  io: CliIo,
): void {
  const columns = Number(io.env.COLUMNS) || process.stdout.columns;
  const options = { color: io.color, ...(columns > 0 ? { width: columns } : {}) };
  const manifests = parts.map(({ manifest }) => manifest);
  const hides =
    policy === undefined && parts.some(isSilent) && chosen.files.some(({ sensitive }) => sensitive);
  io.stdout(
    `${chosenText(manifests, chosen)}${planText(plan, live, changes, options)}${hides ? HIDES : ''}${totals(plan)}\n`,
  );
}

const HIDES =
  'The snapshot is of an older version and does not say which keys are sensitive, so that all are hidden; --policy FILE shows the others.\n\n';

const CHANGED: Problem = {
  code: 'changed-meanwhile',
  message: 'The files have changed since they were shown, and nothing else is done than what was shown.',
  hint: 'Nothing was touched. Run it again and look at what it shows now.',
};
