import type { CliIo } from '../io.ts';

/** `holdfast drill`: the errors that people make, tried on the repository's own critical files. */
export async function runDrill(argv: string[], io: CliIo): Promise<number> {
  return (await import('./run.ts')).runTrials(argv, io);
}
