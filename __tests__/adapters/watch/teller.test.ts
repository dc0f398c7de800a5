import { expect, test } from '@jest/globals';
import type { Keeper } from '../../../src/adapters/watch/keeper.ts';
import { createTeller } from '../../../src/adapters/watch/teller.ts';
import { ok, refuse } from '../../../src/model/problem.ts';
import { startWatching } from '../../../src/watch/machine.ts';

test('that a store is away is said once, however often it is tried, and again when it goes once more', async () => {
  const logged: string[] = [];
  let away = true;
  let tries = 0;
  const keeper = {
    isReady: () => true,
    async keep() {
      tries += 1;
      const message = `The temporary file ${tries} cannot be written: ENOENT.`;
      return away ? refuse({ code: 'store-io', message, hint: 'Look at the store.' }) : ok(undefined);
    },
  } as unknown as Keeper;
  const teller = createTeller({
    sinks: [],
    keeper,
    origin: {} as never,
    log: (_, event) => logged.push(event),
    watching: startWatching(),
  });
  const tryOnce = async () => {
    teller.changed();
    await teller.save();
  };
  for (let count = 0; count < 4; count++) await tryOnce();
  expect(tries).toBeGreaterThanOrEqual(4);
  expect(logged).toEqual(['not-kept']);
  away = false;
  await tryOnce();
  away = true;
  await tryOnce();
  expect(logged).toEqual(['not-kept', 'not-kept']);
});
