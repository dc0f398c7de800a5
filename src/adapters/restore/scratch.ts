import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '../../model/problem.ts';
import type { RestoreSteps } from '../../restore/steps.ts';
import type { Decrypt } from '../age/age.ts';
import type { Store } from '../store/files.ts';
import { diskOperations } from './operations.ts';
import { restoreSteps } from './steps.ts';

/** An empty directory that stands for `/` in a trial, for its owner only. `remove` takes all of it away. */
export async function scratchRoot(): Promise<{ root: string; remove(): Promise<void> }> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'holdfast-drill-')));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
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
