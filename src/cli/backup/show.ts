import type { Store } from '../../adapters/store/files.ts';
import { guarded } from '../../adapters/store/problems.ts';
import { readSnapshot, readVerdicts, storedIds } from '../../adapters/store/snapshots.ts';
import { ok, type Result } from '../../model/problem.ts';
import { showJson, showText } from '../../reports/snapshots.ts';
import { findId } from '../../store/ids.ts';
import type { Manifest } from '../../store/manifest.ts';
import type { CliIo } from '../io.ts';
import { type Answer, existingStore, readStoreArguments, STORE_OPTIONS } from './options.ts';

/** `holdfast backup show ID`: exit 0, or 2 for a problem. */
export async function runShow(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, STORE_OPTIONS, ['ID']);
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const manifest = await namedSnapshot(store.value, positionals[0]!);
  if (!manifest.ok) return manifest;
  const verdicts = await readVerdicts(store.value);
  if (!verdicts.ok) return verdicts;
  const own = verdicts.value.items.filter(({ snapshot }) => snapshot === manifest.value.id);
  const report = args.format === 'json' ? showJson : showText;
  return ok({ text: report(manifest.value, own), code: 0 });
}

/** The snapshot that a person means. */
export async function namedSnapshot(store: Store, given: string): Promise<Result<Manifest>> {
  const ids = await guarded(store.directory, async () => ok(await storedIds(store, 'snapshots')));
  if (!ids.ok) return ids;
  const id = findId(ids.value, given);
  return id.ok ? readSnapshot(store, id.value) : id;
}
