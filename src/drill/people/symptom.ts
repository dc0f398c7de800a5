import type { Service } from '../../policy/service.ts';
import { probeName } from '../../policy/service-names.ts';
import { markdownCode, markdownText } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';

/** Findings of the check after which no program could read the file. */
const UNREADABLE = ['syntax-error', 'file-emptied', 'conflict-marker'];

/** Whether the service would not start at all with an error that the check says this of. */
export function keepsFromStarting(checks: readonly string[]): boolean {
  return checks.some((check) => UNREADABLE.includes(check));
}

/**
 * What somebody sees who knows nothing but that it is broken, as Markdown. It is made up: nothing was run. Where the policy
 * names no service it does not name the file either.
 * @param down the service would not start at all.
 * @param service as the policy knows it, with the probes that would ring.
 */
export function symptomText(
  cause: Pick<Cause, 'service' | 'commit'>,
  down: boolean,
  service: Service | undefined,
): string {
  const who = markdownText(cause.service ?? 'A service');
  const when = `since the deployment of ${markdownCode(cause.commit.slice(0, 10))}`;
  const what = down
    ? `**${who}** does not come up again ${when}: its process ends a moment after it was started.`
    : `**${who}** is up, but ${when} it does not do what it should, and its users say so.`;
  const probes = (service?.probes ?? []).map((probe) => `- ${markdownCode(probeName(probe))}`);
  if (probes.length === 0) return what;
  return [what, '', down ? 'These probes fail:' : 'What watches it:', '', ...probes].join('\n');
}
