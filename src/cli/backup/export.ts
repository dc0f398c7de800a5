import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportSnapshot } from '../../adapters/store/export.ts';
import { readVerdicts } from '../../adapters/store/snapshots.ts';
import { storeDirectory } from '../../adapters/store/store.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { checksumsText, exportJson, exportText } from '../../reports/export.ts';
import { exportable } from '../../store/export.ts';
import { isAtOrBelow } from '../../store/scope.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import { type Answer, existingStore, readStoreArguments, STORE_OPTIONS } from './options.ts';
import { namedSnapshot } from './show.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  snapshot: { type: 'string' },
  checksums: { type: 'string' },
  'allow-plain-text': { type: 'boolean' },
} as const;

/** `holdfast backup export DIR`: a store with one snapshot, for an upload. Exit 0, or 2 for a problem. */
export async function runExport(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, OPTIONS, ['DIR']);
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const directory = await storeDirectory(positionals[0]!, io.cwd);
  const checksums = args.checksums && (await storeDirectory(args.checksums, io.cwd));
  if (checksums && isAtOrBelow(checksums, directory)) {
    const what = '--checksums names a file in the directory itself, which holds the store and nothing else.';
    return refuse(usage(what, 'Name a file beside it.'));
  }
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const manifest = await namedSnapshot(store.value, args.snapshot ?? 'latest');
  if (!manifest.ok) return manifest;
  const exported = exportable(manifest.value, args['allow-plain-text'] === true);
  if (!exported.ok) return exported;
  const verdicts = await readVerdicts(store.value);
  if (!verdicts.ok) return verdicts;
  const own = verdicts.value.items.filter(({ snapshot }) => snapshot === manifest.value.id);
  const done = await exportSnapshot(store.value, exported.value.manifest, own, directory);
  if (!done.ok) return done;
  if (checksums) {
    const written = await write(checksums, checksumsText(done.value.checksums));
    if (!written.ok) return written;
  }
  const report = args.format === 'json' ? exportJson : exportText;
  return ok({ text: report({ ...done.value, id: manifest.value.id, plain: exported.value.plain }), code: 0 });
}

async function write(file: string, text: string): Promise<Result<undefined>> {
  try {
    await writeFile(resolve(file), text);
    return ok(undefined);
  } catch (error) {
    return refuse({
      code: 'file-unwritable',
      message: `${file} cannot be written: ${(error as NodeJS.ErrnoException).code}.`,
      hint: 'The export is complete; check the path of the checksums.',
    });
  }
}
