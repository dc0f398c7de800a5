import { writeSet } from '../../deploy/writes.ts';
import { chooseKnownGood } from '../../restore/known-good.ts';
import type { Collected, Manifest } from '../../store/manifest.ts';
import { newestVerdicts } from '../../store/verdicts.ts';
import type { Store } from '../store/files.ts';
import { readSnapshot, readVerdicts } from '../store/snapshots.ts';

/**
 * Those of the services whose files are not as they were when they were last known good on this host, in this environment.
 * A service that never was is one of them when it is `asked` at other times: its probes were left out, and could have spoken.
 * What cannot be read may be about any of them, so that all of them are given.
 */
export async function driftedServices(
  store: Store,
  now: Manifest,
  services: readonly (string | null)[],
  rotates: (path: string) => boolean,
  asked: readonly string[],
): Promise<(string | null)[]> {
  if (services.length === 0) return [];
  const verdicts = await readVerdicts(store);
  if (!verdicts.ok || verdicts.value.damaged.length > 0) return [...services];
  const said = verdicts.value.items;
  const good = [...newestVerdicts(said)].filter(([, { verdict }]) => verdict === 'good').map(([id]) => id);
  const unknown = new Set(services);
  const drifted: (string | null)[] = [];
  for (const id of good.toSorted().toReversed()) {
    if (unknown.size === 0) break;
    const then = await readSnapshot(store, id);
    if (!then.ok) return [...services];
    const { host, environment } = then.value;
    if (host !== now.host || environment !== now.environment) continue;
    for (const service of unknown) {
      if (!chooseKnownGood([then.value], said, { services: [service], host }).ok) continue;
      unknown.delete(service);
      if (differs(then.value, now, service, rotates)) drifted.push(service);
    }
  }
  return [...drifted, ...[...unknown].filter((service) => service !== null && asked.includes(service))];
}

/** What a snapshot of a commit says about modes and owners counts for nothing: a commit does not know them. */
function differs(
  then: Manifest,
  now: Manifest,
  service: string | null,
  rotates: (path: string) => boolean,
): boolean {
  const { changes } = writeSet(of(then, service), of(now, service));
  return changes.some(
    ({ path, status }) => !rotates(path) && (status !== 'permissions' || then.source !== 'commit'),
  );
}

function of({ files }: Manifest, service: string | null): Collected {
  return { files: files.filter((file) => file.service === service), absent: [], unsaved: [] };
}
