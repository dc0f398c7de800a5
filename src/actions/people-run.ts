import type { GitHub } from '../adapters/github/client.ts';
import type { CliIo } from '../cli/io.ts';
import type { Problem } from '../model/problem.ts';

/** What a run has done about an issue: for the log, the job summary (Markdown) and the outputs. */
export type Told = {
  line: string;
  summary?: string;
  warnings: string[];
  outputs: Record<string, string>;
  /** What went wrong after all that is told here. */
  problem?: Problem;
};

/** Where a run is: its GitHub, the surroundings of a command, and the time, `2026-01-31T12:00:00.000Z`. */
export type DrillRun = {
  github: GitHub;
  io: Pick<CliIo, 'cwd' | 'env' | 'token'>;
  now: string;
};
