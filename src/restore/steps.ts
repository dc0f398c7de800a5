import type { Problem, Result } from '../model/problem.ts';
import type { Journal } from './journal.ts';
import type { Location, Write } from './plan.ts';

/** The steps of a restore, each with its I/O. None of them throws for what it meets. */
export type RestoreSteps = {
  /** Reads the object of every file, and gives those that are missing or damaged. */
  verify(writes: readonly Write[]): Promise<Problem[]>;
  /** Keeps what stands there now in the store, and gives the id of that snapshot; `null` when nothing does. */
  backup(paths: readonly Location[]): Promise<Result<string | null>>;
  /** A new ULID. */
  name(): string;
  /** Writes the journal; it is on the disk when this ends. */
  record(journal: Journal): Promise<Problem[]>;
  /** Writes every file beside its place. Gives the locations whose owner could not be set. */
  stage(journal: Journal): Promise<Result<Location[]>>;
  unstage(journal: Journal): void;
  swap(journal: Journal): Promise<{ problems: Problem[]; foreign: Location[] }>;
  sync(journal: Journal): Problem[];
  compare(journal: Journal, foreign: readonly Location[]): Problem[];
  /** Removes the journal. */
  forget(journal: Journal): Promise<Problem[]>;
};

/** What was done. `foreign`: locations that are whole, but belong to who ran this. */
export type Restored = { journal: Journal; foreign: Location[] };
