import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { getInput } from '@actions/core';
import type { CliIo } from '../cli/io.ts';

/** The surroundings of a command that runs as a step. `told` and `errors` are its own texts, `end` has to be called. */
export type StepIo = { io: CliIo; told: string[]; errors: string[]; end(): void };

/**
 * Nothing that Holdfast prints is a workflow command, whatever is in the configuration. What a command of the user prints
 * can be one, as in a `run:` step: it may have masks to add.
 */
export function stepIo(more: Partial<CliIo> = {}): StepIo {
  const token = randomUUID();
  const told: string[] = [];
  const errors: string[] = [];
  let guarded = false;
  const guard = (wanted: boolean) => {
    if (wanted !== guarded) process.stdout.write(wanted ? `::stop-commands::${token}\n` : `\n::${token}::\n`);
    guarded = wanted;
  };
  const own = (texts: string[]) => (text: string) => {
    guard(true);
    texts.push(text);
    process.stdout.write(text);
  };
  const io: CliIo = {
    cwd: resolve(getInput('working-directory') || '.'),
    env: process.env,
    stdout: own(told),
    stderr: own(errors),
    relay(text) {
      guard(false);
      process.stdout.write(text);
    },
    color: true,
    ...more,
  };
  return { io, told, errors, end: () => guard(false) };
}
