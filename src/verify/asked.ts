import type { Problem } from '../model/problem.ts';
import { couldSelectBelow } from '../policy/glob-tree.ts';
import { type Asked, type Chosen, leavesOutNothing, type Part, pathMatcher } from '../restore/choose.ts';
import type { Collected } from '../store/manifest.ts';

/** Whether a place is among what was asked about, or a directory below which something of it could be. */
export function reachesAsked(paths: readonly string[]): (place: string) => boolean {
  const isAsked = pathMatcher(paths);
  return (place) =>
    isAsked(place) || paths.some((path) => couldSelectBelow(path.replace(/(?<=.)\/$/, ''), place));
}

/** The first service or path that was asked about and names nothing: whoever mistypes one would see it pass. */
export function unmatched(
  { services, paths }: Asked,
  parts: readonly Part[],
  chosen: Chosen,
  live: Collected,
): Problem | undefined {
  const all = [...parts.map(({ manifest }) => manifest), live];
  const known = new Set(
    all.flatMap(({ files, absent, unsaved }) =>
      [...files, ...absent, ...unsaved].map(({ service }) => service),
    ),
  );
  const service = services.find((name) => !known.has(name));
  if (service !== undefined) return nothingOf('--service', service);
  const places = [...chosen.files, ...chosen.unsaved, ...live.files, ...live.absent].map(({ path }) => path);
  const named = new Set([...places, ...chosen.absent, ...chosen.unplaced]);
  const held = {
    all: all.flatMap(({ files, absent }) => [...files, ...absent].map((place) => place.path)),
    unsaved: all.flatMap(({ unsaved }) => unsaved.map((place) => place.path)),
  };
  const path = paths.find((one) => {
    if (one.startsWith('!')) return leavesOutNothing(one, held);
    const [matches, reaches] = [pathMatcher([one]), reachesAsked([one])];
    return ![...named].some(matches) && !live.unsaved.some((place) => reaches(place.path));
  });
  return path === undefined ? undefined : nothingOf('--path', path);
}

function nothingOf(option: string, name: string): Problem {
  return {
    code: 'nothing-chosen',
    message: `${option} ${name} names nothing that is critical, on the host or in what should be there.`,
    hint: 'Check its spelling and the policy; holdfast backup show lists what a snapshot holds.',
  };
}
