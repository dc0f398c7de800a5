import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { saveDeployment } from '../../../src/adapters/store/deployments.ts';
import type { Store } from '../../../src/adapters/store/files.ts';
import { acquireLock } from '../../../src/adapters/store/lock.ts';
import { addSnapshot } from '../../../src/adapters/store/snapshots.ts';
import { createWindows } from '../../../src/adapters/watch/windows.ts';
import type { Deployment } from '../../../src/store/deployments.ts';
import { createDirectory } from '../../helpers/repository.ts';
import { sampleDeployment, sampleId, sampleManifest } from '../../store/samples.ts';
import { newStore, value, watchedFs } from '../store/support.ts';

let store: Store;
let dispose: () => Promise<void>;
beforeEach(async () => {
  const { dir, dispose: remove } = await createDirectory();
  dispose = remove;
  store = await newStore(dir);
  await value(addSnapshot(store, sampleManifest()));
});
afterEach(() => dispose());

const running = (id: number, writes: string): Deployment =>
  sampleDeployment({
    ...{ id: sampleId(id), stage: 'running', outcome: null, endedAt: null },
    ...{ before: sampleId(1), made: null, writes: [writes] },
  });
const FIRST = running(4, '/etc/auth/a.yml');
const SECOND = running(5, '/etc/auth/b.yml');

/** What is found when the first deployment ends, and the second begins, after the records were read once. */
async function foundWhileOneFollows() {
  const save = (deployment: Deployment) => value(saveDeployment(store, deployment));
  await save(FIRST);
  let looks = 0;
  const fs = watchedFs(async ({ name, place }) => {
    if (name !== 'readdir' || !place.endsWith('/deployments') || ++looks !== 2) return;
    await save({ ...FIRST, stage: 'ended', outcome: 'good' });
    await save(SECOND);
  });
  const found = await createWindows('web1', undefined)({ ...store, fs }, '');
  return {
    windows: found?.windows.map(({ writes }) => ['/etc/auth/a.yml', '/etc/auth/b.yml'].filter(writes)),
    left: found?.left.map(({ id }) => id),
  };
}

const OF_THE_SECOND = { windows: [['/etc/auth/b.yml']], left: [] };

test('a deployment that follows another one at once has its window', async () => {
  const lock = await value(acquireLock(store, 'holdfast deploy'));
  try {
    expect(await foundWhileOneFollows()).toEqual(OF_THE_SECOND);
  } finally {
    await lock.release();
  }
});

test('one that begins when nobody had the lock any more is not one that was left', async () => {
  expect(await foundWhileOneFollows()).toEqual(OF_THE_SECOND);
});
