import { getInput } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { plural } from '../reports/messages.ts';
import type { RestoreEnd } from '../restore/report.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { runAction } from './command.ts';

/** The inputs of `restore/action.yml`, besides `working-directory`. */
const INPUTS: readonly InputArgument[] = [
  { input: 'known-good', as: 'flag' },
  { input: 'environment', as: 'text' },
  { input: 'services', as: 'lines', option: 'service' },
  { input: 'paths', as: 'lines', option: 'path' },
  { input: 'store', as: 'text' },
  { input: 'root', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
  { input: 'identity-file', as: 'text', option: 'identity' },
  { input: 'in-place', as: 'flag' },
  { input: 'no-reload', as: 'flag' },
  { input: 'dry-run', as: 'flag' },
  { input: 'snapshot', as: 'word' },
];

/** What `holdfast restore --report` writes, as far as it is used here. */
type Restored = { end: RestoreEnd; before: string | null; writes: unknown[]; removes: unknown[] };

const HEADLINES: Record<RestoreEnd, string> = {
  restored: 'restored',
  unchanged: 'everything is as the snapshot says',
  shown: 'nothing was changed, but a restore would change something',
  refused: 'nothing was restored',
  unfinished: 'the restore is not finished',
};

tuneEngine();
await runAction<Restored>({
  name: 'restore',
  arguments() {
    const argv = argumentsOf(INPUTS);
    // Nobody can be asked in a workflow: a step that says `restore` has said yes.
    const sure = /^true$/i.test(getInput('dry-run')) ? [] : ['--yes'];
    return argv.ok ? { ok: true, value: [...sure, ...argv.value] } : argv;
  },
  command: async () => (await import('../cli/restore/index.ts')).runRestore,
  outputs: ({ end, before, writes, removes }) => ({
    end,
    before: before ?? '',
    written: String(end === 'restored' ? writes.length : 0),
    removed: String(end === 'restored' ? removes.length : 0),
  }),
  headline(_, report) {
    if (report === undefined) return HEADLINES.refused;
    const { end, writes, removes } = report;
    if (end !== 'restored') return HEADLINES[end];
    return `${plural(writes.length, 'file')} restored, ${removes.length} removed`;
  },
});
