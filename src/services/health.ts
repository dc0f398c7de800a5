import type { Probe, Service } from '../policy/service.ts';
import { commandFault } from './command-fault.ts';
import type { ServicePorts } from './ports.ts';
import { seconds } from './seconds.ts';

/** What is asked for: a `check` and a `reload` before the probes, and a soak after them. */
export type Steps = { check: boolean; reload: boolean; soak: boolean };

/** The last round of probes that failed. `output` is the masked end of what a command printed. */
export type Failure = { probe: Probe; reason: string; output?: string };

/**
 * How a service is. `unprobed`: its steps went well, and the policy names no probe that could say more. `last` of a healthy
 * one is what failed while it started. `ms` counts from the first step.
 */
export type Health = { service: string; ms: number } & (
  | { state: 'healthy'; last?: Failure }
  | { state: 'unprobed' }
  | { state: 'unhealthy'; step: 'check' | 'reload'; reason: string; output: string }
  | { state: 'unhealthy'; step: 'probes'; reason: string; last?: Failure }
  | { state: 'cancelled' }
);

/**
 * Checks, reloads and probes one service.
 *
 * All probes have to pass `passes` times in a row, and then to go on passing for the soak. A round that fails before the
 * grace has ended starts the count again; one that fails later ends the judgement, so that what comes and goes is never
 * healthy.
 */
export async function judgeService(service: Service, ports: ServicePorts, steps: Steps): Promise<Health> {
  const started = ports.now();
  const about = () => ({ service: service.name, ms: ports.now() - started });
  for (const step of ['check', 'reload'] as const) {
    const command = service[step];
    if (command === undefined || !steps[step]) continue;
    if (ports.cancelled()) return { ...about(), state: 'cancelled' };
    const result = await ports.run(service, step, command);
    const reason = commandFault(result);
    if (result.cancelled) return { ...about(), state: 'cancelled' };
    if (reason !== undefined) return { ...about(), state: 'unhealthy', step, reason, output: result.output };
  }
  if (service.probes.length === 0) return { ...about(), state: 'unprobed' };
  const probed = await probe(service, ports, steps.soak ? service.soak : 0);
  return { ...about(), ...probed };
}

type Probed =
  | { state: 'healthy'; last?: Failure }
  | { state: 'unhealthy'; step: 'probes'; reason: string; last?: Failure }
  | { state: 'cancelled' };

async function probe(service: Service, ports: ServicePorts, soak: number): Promise<Probed> {
  const started = ports.now();
  const limit = longest(service, soak);
  let passed = 0;
  let soaking: number | undefined;
  let last: Failure | undefined;
  for (;;) {
    const failed = await round(service.probes, ports);
    if (ports.cancelled()) return { state: 'cancelled' };
    const now = ports.now();
    const seen = last === undefined ? {} : { last };
    if (failed !== undefined) {
      last = failed;
      if (now - started >= service.grace) {
        const when =
          soaking === undefined ? `after ${passed} of ${service.passes} passes` : 'during the soak';
        return { state: 'unhealthy', step: 'probes', reason: `a probe failed ${when}`, last };
      }
      passed = 0;
      soaking = undefined;
    } else {
      passed += 1;
      if (passed === service.passes) soaking = now;
      if (soaking !== undefined && now - soaking >= soak) return { state: 'healthy', ...seen };
    }
    if (now - started > limit) {
      const reason = `it was not healthy within ${seconds(limit)}`;
      return { state: 'unhealthy', step: 'probes', reason, ...(last && { last }) };
    }
    await ports.wait(soaking === undefined ? service.every : Math.min(service.every, soak - (now - soaking)));
    if (ports.cancelled()) return { state: 'cancelled' };
  }
}

/** All probes at once; the first that failed, in the order of the policy. */
async function round(probes: readonly Probe[], ports: ServicePorts): Promise<Failure | undefined> {
  const results = await Promise.all(probes.map((each) => ports.probe(each)));
  for (const [index, result] of results.entries()) {
    if (result.ok) continue;
    const { reason, output } = result;
    return { probe: probes[index]!, reason, ...(output === undefined ? {} : { output }) };
  }
  return undefined;
}

/** Milliseconds that the probes of a service take at most: nothing waits for longer. */
export function longest({ probes, grace, passes, every }: Service, soak: number): number {
  const slowest = Math.max(0, ...probes.map(({ timeout }) => timeout));
  // One round that began in the grace, those that have to pass, and one that began in the soak.
  return grace + soak + (passes + 2) * (every + slowest);
}
