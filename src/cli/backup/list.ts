import { readOutlines, readVerdicts } from '../../adapters/store/snapshots.ts';
import { ok, type Result } from '../../model/problem.ts';
import { listJson, listText } from '../../reports/snapshots.ts';
import { newestVerdicts } from '../../store/verdicts.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';
import { type Answer, existingStore, readStoreArguments, STORE_OPTIONS } from './options.ts';

/** `holdfast backup list`: exit 0, or 2 when a snapshot or a verdict could not be read. */
export async function runList(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, STORE_OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const snapshots = await readOutlines(store.value);
  if (!snapshots.ok) return snapshots;
  const verdicts = await readVerdicts(store.value);
  if (!verdicts.ok) return verdicts;
  const damaged = [...snapshots.value.damaged, ...verdicts.value.damaged];
  for (const { file, problem } of damaged) io.stderr(problemText({ ...problem, path: file }, io));
  const report = args.format === 'json' ? listJson : listText;
  const text = report(snapshots.value.items, newestVerdicts(verdicts.value.items));
  return ok({ text, code: damaged.length === 0 ? 0 : 2 });
}
