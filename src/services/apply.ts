import type { Service } from '../policy/service.ts';
import { type Health, judgeService, type Steps } from './health.ts';
import type { ServicePorts } from './ports.ts';

/**
 * Checks and reloads services one after the other, in their order, and probes them at the same time.
 * @returns one for every service, in the same order
 */
export async function applyServices(
  services: readonly Service[],
  ports: ServicePorts,
  steps: Steps,
): Promise<Health[]> {
  // Two reloads at once could disturb each other; probes only look.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn: ServicePorts = {
    ...ports,
    run: (...call) => {
      const result = turn.then(() => ports.run(...call));
      turn = result;
      return result;
    },
  };
  return Promise.all(services.map((service) => judgeService(service, inTurn, steps)));
}
