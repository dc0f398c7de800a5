import { expect, test } from '@jest/globals';
import { storedSnapshots } from '../../src/adapters/store/snapshot.ts';
import { createStore } from '../../src/adapters/store/store.ts';
import { readHolds } from '../../src/blame/read-holds.ts';
import type { Step } from '../../src/blame/step.ts';
import type { Entry } from '../../src/snapshots/entry.ts';
import { createDirectory } from '../helpers/repository.ts';

test('an end that cannot be read is a problem, and not one where the files are gone', async () => {
  const { dir, dispose } = await createDirectory();
  try {
    const store = await createStore(`${dir}/store`);
    if (!store.ok) throw new Error(store.problem.message);
    const gone = storedSnapshots(store.value, ({ path }) => path)('01KB0000000000000000000000');
    const after: Entry = { path: 'auth.yml', mode: 'file', id: 'a'.repeat(64) };
    const step: Step = {
      ...{ kind: 'host', id: 'one', at: '2026-01-02T00:00:00Z', author: null, subject: '', message: '' },
      ...{ parents: [], deployment: null, outsidePlan: false, undone: false, putBack: false },
      changes: [{ path: 'auth.yml', after }],
      placeOf: (path) => path,
      pair: () => {
        throw new Error('It is not read.');
      },
      end: gone,
      inner: async () => [],
    };
    const held = await readHolds(step, ['auth.yml'], new Set(['auth.yml']), ({ path }) => path);
    expect(held).toMatchObject({ ok: false, problem: { code: expect.any(String) } });
  } finally {
    await dispose();
  }
});
