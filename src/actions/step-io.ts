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
  // What does not begin a line is no command.
  let begun = false;
  const write = (text: string) => {
    if (text === '') return;
    process.stdout.write(text);
    begun = !text.endsWith('\n');
  };
  const guard = (wanted: boolean) => {
    if (wanted === guarded) return;
    write(`${begun ? '\n' : ''}${wanted ? `::stop-commands::${token}` : `::${token}::`}\n`);
    guarded = wanted;
  };
  const own = (texts: string[]) => (text: string) => {
    guard(true);
    texts.push(text);
    write(text);
  };
  const io: CliIo = {
    cwd: resolve(getInput('working-directory') || '.'),
    env: process.env,
    stdout: own(told),
    stderr: own(errors),
    relay(text) {
      guard(false);
      write(text);
    },
    color: true,
    ...more,
  };
  return {
    io,
    told,
    errors,
    end() {
      guard(false);
      if (begun) write('\n');
    },
  };
}
