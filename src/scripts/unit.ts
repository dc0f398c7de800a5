import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';
import type { Effect, Guard, Host, Surroundings } from './effect.ts';
import type { NotRead } from './not-read.ts';
import type { Text } from './text.ts';

/** A piece of shell source in a file, and what holds when it starts. */
export type Unit = {
  script: Path;
  /** For people, when a file has several: `job deploy, step Copy configuration`. */
  label?: string;
  source: string;
  /** Where an offset (UTF-16) of `source` stands in the file. */
  place(offset: number): Place;
  /** The directory in which it starts, seen from the checkout's root: `[]` is the root. */
  directory: Text;
  /** Variables that are set when it starts. */
  variables: ReadonlyMap<string, Text>;
  /**
   * Those of them that stand for what is filled in before any shell reads the source (`${{ inputs.env }}`, `$(DIR)` in
   * a Makefile, `{{ dir }}`): they hold in nested shells and on other hosts, too.
   */
  filledIn?: ReadonlyMap<string, Text>;
  /** What the file says between two offsets of `source`, where that differs: with `${{ inputs.env }}` in it. */
  written?(from: number, to: number): string;
  host: Host;
  surroundings: Surroundings;
  /** `set -e`, `set -o pipefail` and `set -u`, before the first line of it. */
  options: { errexit: boolean; pipefail: boolean; nounset: boolean };
  /** What holds for every effect of it: a condition on the whole, as of an Ansible task. */
  adds?: { guards: readonly Guard[]; declaredOnly: true };
};

/** What one file holds: shell to analyse, effects that need no shell (COPY, Ansible), and what was not read. */
export type Extracted = { units: readonly Unit[]; effects: readonly Effect[]; notRead: readonly NotRead[] };
