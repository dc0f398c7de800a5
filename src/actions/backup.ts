import { getInput } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { problemText } from '../cli/problem.ts';
import { plural } from '../reports/messages.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { runAction } from './command.ts';

/** The inputs of `backup/action.yml` that are about the backup, besides `working-directory`. */
const INPUTS: readonly InputArgument[] = [
  { input: 'store', as: 'text' },
  { input: 'root', as: 'text' },
  { input: 'from-commit', as: 'text' },
  { input: 'service', as: 'text' },
  { input: 'environment', as: 'text' },
  { input: 'reason', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
  { input: 'recipients', as: 'lines', option: 'recipient' },
  { input: 'encrypt-all', as: 'flag' },
];

/** Those of the export that follows, besides `export` itself, which is its directory. */
const EXPORT_INPUTS: readonly InputArgument[] = [
  { input: 'checksums', as: 'text' },
  { input: 'allow-plain-text', as: 'flag' },
  { input: 'store', as: 'text' },
  { input: 'export', as: 'word' },
];

/** What `holdfast backup --report` writes, as far as it is used here. */
type Saved = { id: string; manifest: string; complete: boolean; files: number; unsaved: unknown[] };

/** What `holdfast backup export --format json` prints, as far as it is used here. */
type Exported = { store: string; manifest: string; digest: string };

tuneEngine();
await runAction<Saved>({
  name: 'backup',
  arguments: () => argumentsOf(INPUTS),
  command: async () => (await import('../cli/backup/index.ts')).runBackup,
  outputs: ({ id, manifest, complete, files }) => ({
    snapshot: id,
    manifest,
    complete: String(complete),
    files: String(files),
  }),
  async next({ id }, io) {
    if (getInput('export') === '') return { code: 0, outputs: {} };
    const argv = argumentsOf(EXPORT_INPUTS);
    if (!argv.ok) {
      io.stderr(problemText(argv.problem, io));
      return { code: 2, outputs: {} };
    }
    const { runExport } = await import('../cli/backup/export.ts');
    const done = await runExport([`--snapshot=${id}`, '--format=json', ...argv.value], io);
    if (!done.ok) {
      io.stderr(problemText(done.problem, io));
      return { code: 2, outputs: {} };
    }
    io.stdout(done.value.text);
    const { store, manifest, digest } = JSON.parse(done.value.text) as Exported;
    const outputs = { 'export-path': store, 'export-manifest': manifest, 'export-digest': digest };
    return { code: done.value.code, outputs };
  },
  headline(code, report) {
    if (report === undefined) return 'nothing was saved';
    if (code === 0) return `${plural(report.files, 'file')} saved`;
    if (report.complete) return `${plural(report.files, 'file')} saved, but not exported`;
    return `${plural(report.files, 'file')} saved, and ${report.unsaved.length} could not be`;
  },
});
