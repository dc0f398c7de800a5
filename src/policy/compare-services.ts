import type { Policy } from './policy.ts';
import type { HttpProbe, Probe, Service } from './service.ts';
import { probeName } from './service-names.ts';

/** What is asked of services less than before, in short phrases. A service that is gone is asked for nothing. */
export function asksLess(before: Policy, after: Policy): string[] {
  const then = before.services ?? [];
  const now = after.services ?? [];
  return [
    ...then.flatMap((service) =>
      lost(
        service,
        now.find(({ name }) => name === service.name),
      ),
    ),
    ...now.flatMap((service) =>
      rotatesMore(
        then.find(({ name }) => name === service.name),
        service,
      ),
    ),
  ];
}

function lost(then: Service, now: Service | undefined): string[] {
  if (now === undefined) return [`services no longer names ${then.name}`];
  const phrases = then.probes.flatMap((probe) => {
    if (now.probes.some((other) => asksAsMuch(other, probe))) return [];
    const same = now.probes.some((other) => targetOf(other) === targetOf(probe));
    return [same ? `the probe ${probeName(probe)} asks for less` : `the probe ${probeName(probe)} is gone`];
  });
  for (const part of ['check', 'reload'] as const) {
    if (then[part] !== undefined && JSON.stringify(then[part]) !== JSON.stringify(now[part]))
      phrases.push(`${part} is another one or none`);
  }
  if (now.passes < then.passes) phrases.push(`passes is lowered to ${now.passes}`);
  if (now.soak < then.soak) phrases.push(`soak is shortened to ${now.soak} ms`);
  if (now.grace > then.grace) phrases.push(`grace is prolonged to ${now.grace} ms`);
  return phrases.map((phrase) => `${then.name}: ${phrase}`);
}

/** What rotates is not put back by itself. */
function rotatesMore(then: Service | undefined, now: Service): string[] {
  const before = then?.rotating ?? [];
  if (before === true) return [];
  if (now.rotating === true) return [`${now.name}: rotating names all of its files`];
  const after = now.rotating;
  return [
    ...after
      .filter((glob) => !glob.startsWith('!') && !before.includes(glob))
      .map((glob) => `${now.name}: rotating newly names ${glob}`),
    ...before
      .filter((glob) => glob.startsWith('!') && after.length > 0 && !after.includes(glob))
      .map((glob) => `${now.name}: rotating no longer excludes ${glob.slice(1)}`),
  ];
}

function asksAsMuch(now: Probe, then: Probe): boolean {
  if (targetOf(now) !== targetOf(then)) return false;
  if (now.kind !== 'http' || then.kind !== 'http') return true;
  return (
    (then.body === undefined || now.body === then.body) &&
    limitOf(now) <= limitOf(then) &&
    (now.status === undefined ? then.status === undefined : now.status.every((code) => isRight(then, code)))
  );
}

function limitOf({ within, timeout }: HttpProbe): number {
  return Math.min(within ?? timeout, timeout);
}

function isRight({ status }: HttpProbe, code: number): boolean {
  return status === undefined ? code >= 200 && code < 300 : status.includes(code);
}

function targetOf(probe: Probe): string {
  if (probe.kind === 'http') return `http ${probe.url}`;
  if (probe.kind === 'tcp') return `tcp ${probe.host}:${probe.port}`;
  return `command ${JSON.stringify(probe.command)}`;
}
