import type { Policy } from './policy.ts';
import { commandName, probeName } from './service-names.ts';

/** What the policy says about a service, each with its name: `['probe', 'tcp 127.0.0.1:5432']`. */
export function serviceFacts({ services = [] }: Policy, name: string | undefined): [string, string][] {
  const service = services.find((each) => each.name === name);
  if (service === undefined) return [];
  const { probes, check, reload, grace, passes, every, soak, rotating } = service;
  const facts: [string, string | undefined][] = [
    ['checked by', check && commandName(check)],
    ['reloaded by', reload && commandName(reload)],
    ['probed by', probes.length === 0 ? undefined : probes.map(probeName).join(', ')],
    [
      'healthy',
      probes.length === 0
        ? undefined
        : `after ${passes} passes in a row, ${every} ms apart, and a soak of ${soak} ms; failures in the first ${grace} ms do not count`,
    ],
    ['rotating', rotating === true ? 'all of its files' : rotating.join(', ') || undefined],
  ];
  return facts.flatMap(([fact, text]): [string, string][] => (text === undefined ? [] : [[fact, text]]));
}
