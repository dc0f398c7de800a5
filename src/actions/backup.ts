import { tuneEngine } from '../adapters/engine.ts';
import { plural } from '../reports/messages.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { runAction } from './command.ts';

/** The inputs of `backup/action.yml`, besides `working-directory`. */
const INPUTS: readonly InputArgument[] = [
  { input: 'store', as: 'text' },
  { input: 'root', as: 'text' },
  { input: 'from-commit', as: 'text' },
  { input: 'service', as: 'text' },
  { input: 'environment', as: 'text' },
  { input: 'reason', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
];

/** What `holdfast backup --report` writes, as far as it is used here. */
type Saved = { id: string; manifest: string; complete: boolean; files: number; unsaved: unknown[] };

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
  headline(code, report) {
    if (report === undefined) return 'nothing was saved';
    if (code === 0) return `${plural(report.files, 'file')} saved`;
    return `${plural(report.files, 'file')} saved, and ${report.unsaved.length} could not be`;
  },
});
