import type { CliIo } from '../io.ts';

/**
 * `holdfast drill`: errors in the critical files, tried out; `drill restore`: the known good, tried out; `drill reveal` and
 * `drill table`: the drills for people.
 */
export async function runDrill(argv: string[], io: CliIo): Promise<number> {
  const [verb, ...rest] = argv;
  if (verb === 'restore') return (await import('./restore.ts')).runRestoreDrill(rest, io);
  if (verb === 'reveal') return (await import('./reveal.ts')).runReveal(rest, io);
  if (verb === 'table') return (await import('./table.ts')).runTable(rest, io);
  return (await import('./run.ts')).runTrials(argv, io);
}
