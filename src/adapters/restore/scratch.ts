import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { RestoreSteps } from '../../restore/steps.ts';
import type { Decrypt } from '../age/age.ts';
import { removeScratch } from '../remove-scratch.ts';
import type { Store } from '../store/files.ts';
import { diskOperations } from './operations.ts';
import { restoreSteps } from './steps.ts';

const LEFT = 'Remove it: it holds what was restored. Look at what the checks of the services have put there.';

/**
 * An empty directory that stands for `/` in a trial, for its owner only. `remove` takes all of it away, also what a
 * command has locked in it; a problem, `scratch-left`, where that fails.
 */
export async function scratchRoot(): Promise<{ root: string; remove(): Promise<Problem | undefined> }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'holdfast-drill-')));
  return { root, remove: () => removeScratch(root, LEFT) };
}

/** Does something in a scratch root, which is gone afterwards. Problem: `scratch-left`, whatever came of it. */
export async function inScratchRoot<T>(use: (root: string) => Promise<Result<T>>): Promise<Result<T>> {
  const { root, remove } = await scratchRoot();
  let left: Problem | undefined;
  let result: Result<T>;
  try {
    result = await use(root);
  } finally {
    left = await remove();
  }
  return left === undefined ? result : refuse(left);
}

/**
 * The steps of a restore into a scratch root. Nothing stands there that had to be kept, and nobody would want to finish
 * it after a crash: no journal is written, which the next real restore would otherwise have to deal with.
 */
export function scratchSteps(store: Store, decrypt: Decrypt | undefined): RestoreSteps {
  return {
    ...restoreSteps(store, diskOperations, async () => ok(null), decrypt),
    record: async () => [],
    forget: async () => [],
  };
}
