import type { CliIo } from '../io.ts';

/** `holdfast drill`: errors in the critical files, tried out; `holdfast drill restore`: the known good, tried out. */
export async function runDrill(argv: string[], io: CliIo): Promise<number> {
  const [verb, ...rest] = argv;
  if (verb === 'restore') return (await import('./restore.ts')).runRestoreDrill(rest, io);
  return (await import('./run.ts')).runTrials(argv, io);
}
