import { servicePorts } from '../adapters/probes/ports.ts';
import { withInterrupt } from '../adapters/processes/interrupt.ts';
import { secretMask, secretsOf } from '../adapters/processes/secrets.ts';
import type { Problem } from '../model/problem.ts';
import type { Service } from '../policy/service.ts';
import { plainLine } from '../reports/escape.ts';
import { healthProblem, healthText } from '../reports/services.ts';
import { applyServices } from '../services/apply.ts';
import type { Health } from '../services/health.ts';
import type { CliIo } from './io.ts';

/**
 * Checks, reloads and probes services, and says how they are.
 * @param unknown names of services of which the policy says nothing
 */
export async function applyAndTell(
  services: readonly Service[],
  unknown: readonly string[],
  io: CliIo,
): Promise<{ healths: Health[]; problems: Problem[] }> {
  const show = (text: string) => {
    for (const line of text.split(/[\r\n]+/)) if (line !== '') io.stdout(`  ${plainLine(line)}\n`);
  };
  const healths = await withInterrupt((signal) => {
    const ports = servicePorts({
      cwd: io.cwd,
      env: io.env,
      mask: secretMask(secretsOf(io.env)),
      signal,
      show,
    });
    return applyServices(services, ports, { check: true, reload: true, soak: false });
  });
  io.stdout(healthText(services, healths, unknown));
  return { healths, problems: healths.flatMap((health) => healthProblem(health) ?? []) };
}
