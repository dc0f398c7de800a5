import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Probe, Service } from '../../src/policy/service.ts';
import { applyServices } from '../../src/services/apply.ts';
import { judgeService, longest } from '../../src/services/health.ts';
import type { CommandResult, ServicePorts } from '../../src/services/ports.ts';

const PROBE: Probe = { kind: 'http', url: 'http://127.0.0.1/healthz', timeout: 100 };
const OTHER: Probe = { kind: 'tcp', host: '127.0.0.1', port: 1, timeout: 100 };
const AUTH: Service = {
  name: 'auth',
  probes: [PROBE],
  grace: 5_000,
  passes: 3,
  every: 1_000,
  soak: 4_000,
  rotating: [],
};
const ALL = { check: true, reload: true, soak: true };
const NO_SOAK = { ...ALL, soak: false };

/** A world in which one round of probes takes 10 ms. `passes(round, probe)`: rounds count from 0. */
function world(passes: (round: number, probe: Probe) => boolean, more: Partial<ServicePorts> = {}) {
  let clock = 1_000;
  let calls = 0;
  const commands: string[] = [];
  const counts = new Map<Probe, number>();
  const ports: ServicePorts = {
    async probe(probe) {
      const round = counts.get(probe) ?? 0;
      counts.set(probe, round + 1);
      calls += 1;
      if (calls > 10_000) throw new Error('this never ends');
      if (probe === PROBE) clock += 10;
      return passes(round, probe)
        ? { ok: true, ms: 10 }
        : { ok: false, ms: 10, reason: `status 502 in round ${round}` };
    },
    async run(service, part, command) {
      commands.push(`${service.name} ${part}: ${command}`);
      return ENDED;
    },
    now: () => clock,
    async wait(ms) {
      clock += ms;
    },
    cancelled: () => false,
    ...more,
  };
  return { ports, commands, rounds: () => counts.get(PROBE) ?? 0, elapsed: () => clock - 1_000 };
}
const ENDED: CommandResult = { code: 0, output: '', ms: 1 };

describe('a service is healthy', () => {
  test('after so many passes in a row, without a soak', async () => {
    const { ports, rounds } = world(() => true);
    expect(await judgeService(AUTH, ports, NO_SOAK)).toEqual({
      service: 'auth',
      state: 'healthy',
      ms: 2_030,
    });
    expect(rounds()).toBe(3);
  });

  test('after the soak, in which the probes go on', async () => {
    const { ports, rounds, elapsed } = world(() => true);
    expect(await judgeService(AUTH, ports, ALL)).toMatchObject({ state: 'healthy' });
    expect(elapsed()).toBeGreaterThanOrEqual(2_000 + AUTH.soak);
    expect(rounds()).toBeGreaterThan(AUTH.passes + 2);
  });

  test('when it only failed while it started, and says what failed then', async () => {
    const { ports } = world((round) => round >= 2);
    expect(await judgeService(AUTH, ports, NO_SOAK)).toMatchObject({
      state: 'healthy',
      last: { probe: PROBE, reason: 'status 502 in round 1' },
    });
  });

  test('when its passes began in the grace and end after it', async () => {
    const { ports } = world((round) => round >= 4);
    expect(await judgeService(AUTH, ports, ALL)).toMatchObject({ state: 'healthy' });
  });
});

describe('a service is not healthy', () => {
  test('when it still fails at the end of the grace', async () => {
    const { ports, elapsed } = world(() => false);
    expect(await judgeService(AUTH, ports, ALL)).toMatchObject({
      state: 'unhealthy',
      step: 'probes',
      reason: 'a probe failed after 0 of 3 passes',
      last: { probe: PROBE, reason: 'status 502 in round 5' },
    });
    expect(elapsed()).toBeLessThan(AUTH.grace + 1_100);
  });

  test('when one of several probes fails: the first of them is told', async () => {
    const service = { ...AUTH, probes: [PROBE, OTHER], grace: 0 };
    const { ports } = world((_, probe) => probe === PROBE);
    expect(await judgeService(service, ports, ALL)).toMatchObject({
      state: 'unhealthy',
      last: { probe: OTHER },
    });
  });

  test('when a probe fails during the soak', async () => {
    const { ports } = world((round) => round !== 6);
    expect(await judgeService(AUTH, ports, ALL)).toMatchObject({
      state: 'unhealthy',
      reason: 'a probe failed during the soak',
    });
  });

  test('when its probes come and go, whatever the pattern and the grace', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 2, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }),
        async (grace, passes, runs) => {
          // Runs of passes, each too short, with a failure between them, for ever.
          const pattern = runs.flatMap((length) => [
            ...Array(Math.min(length, passes - 1)).fill(true),
            false,
          ]);
          const service = { ...AUTH, grace, passes };
          const { ports, elapsed } = world((round) => pattern[round % pattern.length]!);
          expect(await judgeService(service, ports, ALL)).toMatchObject({ state: 'unhealthy' });
          expect(elapsed()).toBeLessThanOrEqual(longest(service, service.soak));
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  test('when probes that pass take much longer than they may, and the count starts again and again', async () => {
    let clock = 0;
    const { ports } = world(() => true, {
      now: () => clock,
      probe: async () => {
        clock += 1_000_000;
        return { ok: true, ms: 1_000_000 };
      },
    });
    expect(await judgeService(AUTH, ports, ALL)).toMatchObject({
      state: 'unhealthy',
      reason: 'it was not healthy within 14.5 s',
    });
  });
});

describe('check and reload', () => {
  const service = { ...AUTH, check: 'auth -t', reload: ['systemctl', 'reload', 'auth'] };

  test('come before the probes, in this order, and only where asked for', async () => {
    const { ports, commands } = world(() => true);
    await judgeService(service, ports, NO_SOAK);
    expect(commands).toEqual(['auth check: auth -t', 'auth reload: systemctl,reload,auth']);
    commands.length = 0;
    await judgeService(service, ports, { check: true, reload: false, soak: false });
    expect(commands).toEqual(['auth check: auth -t']);
  });

  test.each([
    [{ ...ENDED, code: 1, output: 'unknown directive' }, 'it ended with code 1'],
    [{ output: '', ms: 1, signal: 'SIGSEGV' }, 'it was ended by SIGSEGV'],
    [{ ...ENDED, timedOut: true }, 'it had not ended after 1 ms and was stopped'],
    [{ output: '', ms: 1, failed: 'EACCES' }, 'it could not be started (EACCES)'],
  ] as [CommandResult, string][])('a check that fails ends it: %j', async (result, reason) => {
    const parts: string[] = [];
    const { ports, rounds } = world(() => true, {
      run: async (_, part) => {
        parts.push(part);
        return result;
      },
    });
    const { output } = result;
    expect(await judgeService(service, ports, ALL)).toMatchObject({
      state: 'unhealthy',
      step: 'check',
      reason,
      output,
    });
    expect([parts, rounds()]).toEqual([['check'], 0]);
  });

  test('without probes nobody knows how it is', async () => {
    const { ports, commands } = world(() => true);
    const health = await judgeService({ ...service, probes: [] }, ports, ALL);
    expect(health).toMatchObject({ state: 'unprobed' });
    expect(commands).toHaveLength(2);
  });

  test('one at a time, whatever the number of services, while probes run at the same time', async () => {
    let running = 0;
    let most = 0;
    const order: string[] = [];
    const { ports } = world(() => true, {
      run: async ({ name }, part) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        order.push(`${name} ${part}`);
        return ENDED;
      },
    });
    const services = [service, { ...service, name: 'billing' }];
    const healths = await applyServices(services, ports, NO_SOAK);
    expect(healths.map(({ service, state }) => [service, state])).toEqual([
      ['auth', 'healthy'],
      ['billing', 'healthy'],
    ]);
    expect(most).toBe(1);
    expect(order).toEqual(['auth check', 'billing check', 'auth reload', 'billing reload']);
  });
});

describe('a run that is cancelled', () => {
  test.each([0, 1, 4, 7])('before round %d says so, and does not go on', async (round) => {
    let rounds = 0;
    const { ports } = world(() => true, { cancelled: () => rounds >= round });
    const { probe } = ports;
    ports.probe = (each) => {
      rounds += 1;
      return probe(each);
    };
    expect(await judgeService(AUTH, ports, ALL)).toMatchObject({ state: 'cancelled' });
    expect(rounds).toBe(Math.max(round, 1));
  });

  test('runs no reload after its check', async () => {
    const parts: string[] = [];
    const { ports } = world(() => true, {
      run: async (_, part) => {
        parts.push(part);
        return { output: '', ms: 1, cancelled: true };
      },
    });
    const service = { ...AUTH, check: 'c', reload: 'r' };
    expect(await judgeService(service, ports, ALL)).toMatchObject({ state: 'cancelled' });
    expect(parts).toEqual(['check']);
  });
});
