import { whileLocked } from '../../adapters/store/lock.ts';
import { addVerdict, storedIds } from '../../adapters/store/snapshots.ts';
import { newId } from '../../adapters/store/store.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { plainLine } from '../../reports/escape.ts';
import { jsonText, verdictText } from '../../reports/snapshots.ts';
import type { Manifest } from '../../store/manifest.ts';
import type { StoredVerdict } from '../../store/verdicts.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import { type Answer, existingStore, readStoreArguments, STORE_OPTIONS } from './options.ts';
import { namedSnapshot } from './show.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  good: { type: 'boolean' },
  bad: { type: 'boolean' },
  reason: { type: 'string' },
} as const;

/** `holdfast backup mark ID --good|--bad`: adds a verdict. Exit 0, or 2 for a problem. */
export async function runMark(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, OPTIONS, ['ID']);
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  if (args.good === args.bad) return refuse(usage('mark takes either --good or --bad.', 'Give one of them.'));
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  return whileLocked(store.value, 'holdfast backup mark', async () => {
    const manifest = await namedSnapshot(store.value, positionals[0]!);
    if (!manifest.ok) return manifest;
    const { id, unsaved } = manifest.value;
    if (args.good && unsaved.length > 0) return refuse(incomplete(manifest.value));
    const verdict: StoredVerdict = {
      id: newId(await storedIds(store.value, 'verdicts')),
      snapshot: id,
      verdict: args.good ? 'good' : 'bad',
      at: new Date().toISOString(),
      by: 'person',
      reason: args.reason ?? null,
    };
    const added = await addVerdict(store.value, verdict);
    if (!added.ok) return added;
    const text = `${plainLine(`snapshot ${id}: ${verdictText(verdict)}`)}\n`;
    return ok({ text: args.format === 'json' ? jsonText({ version: 1, ...verdict }) : text, code: 0 });
  });
}

function incomplete({ id, unsaved }: Manifest) {
  return {
    code: 'snapshot-incomplete',
    message: `Snapshot ${id} is incomplete: ${unsaved[0]!.path}${unsaved.length > 1 ? ' and others were' : ' was'} not saved.`,
    hint: 'It cannot be known good. Make a complete one first: holdfast backup.',
  };
}
