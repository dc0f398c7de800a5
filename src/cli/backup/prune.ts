import { whileLocked } from '../../adapters/store/lock.ts';
import { prune } from '../../adapters/store/prune.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { pruneJson, pruneText } from '../../reports/store.ts';
import { DEFAULT_KEEP, type Keep } from '../../store/retention.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import { type Answer, existingStore, readStoreArguments, STORE_OPTIONS } from './options.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  'keep-last': { type: 'string' },
  'keep-daily': { type: 'string' },
  'keep-weekly': { type: 'string' },
  'keep-known-good': { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

const NUMBERS = {
  last: 'keep-last',
  daily: 'keep-daily',
  weekly: 'keep-weekly',
  knownGood: 'keep-known-good',
} as const;

/** `holdfast backup prune`: exit 0, or 2 for a problem, and then nothing was removed. */
export async function runPrune(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const keep = keepOf(args);
  if (!keep.ok) return keep;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const dryRun = args['dry-run'] === true;
  const pruned = await whileLocked(store.value, 'holdfast backup prune', () =>
    prune(store.value, keep.value, dryRun),
  );
  if (!pruned.ok) return pruned;
  const report = args.format === 'json' ? pruneJson : pruneText;
  return ok({ text: report({ ...pruned.value, dryRun }), code: 0 });
}

/** Without any number the usual ones; with one, what is not named keeps nothing. */
function keepOf(args: { [name in (typeof NUMBERS)[keyof typeof NUMBERS]]?: string }): Result<Keep> {
  const keep: Keep = { last: 0, daily: 0, weekly: 0, knownGood: 0 };
  const given = Object.entries(NUMBERS).filter(([, option]) => args[option] !== undefined);
  if (given.length === 0) return ok(DEFAULT_KEEP);
  for (const [name, option] of given) {
    const text = args[option]!;
    if (!/^\d{1,6}$/.test(text))
      return refuse(usage(`--${option} ${text} is no number.`, 'Write such as 7.'));
    keep[name as keyof Keep] = Number(text);
  }
  if (Object.values(keep).some((count) => count > 0)) return ok(keep);
  return refuse(usage('With these numbers nothing would be kept.', 'Give one that is greater than 0.'));
}
