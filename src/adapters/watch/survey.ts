import { isAtOrBelow, type LiveScope } from '../../store/scope.ts';
import type { Seen } from '../../watch/judge.ts';
import { startsAbove } from '../../watch/places.ts';
import type { Fs } from '../store/fs.ts';
import { inParallel } from '../store/parallel.ts';
import { readLive } from '../store/read-live.ts';
import { findLive, placeBelow } from '../store/walk.ts';
import { digestsOnly } from '../verify/digests.ts';

/** Files that are read at the same time. */
const WIDTH = 8;

/**
 * What stands at or below `starts`. `found`: files and links, not read yet. `odd`: what stands there and is no file, or
 * cannot be looked at; nothing is known of what is below it.
 */
export type Survey = { starts: string[]; found: string[]; odd: Map<string, Seen> };

/** Looks for everything that the scope selects at or below these places; links are not followed. */
export async function survey(fs: Fs, root: string, scope: LiveScope, starts: string[]): Promise<Survey> {
  const live = await findLive(fs, root, { ...scope, starts });
  // A link above a place is told once, where the scope begins, however the place was come to.
  const hidden = live.unsaved
    .filter(({ path, reason }) => reason === 'behind-link' && !scope.starts.includes(path))
    .map(({ path }) => path);
  if (hidden.length > 0) {
    const wider = [...starts, ...hidden.flatMap((path) => startsAbove(scope, path))];
    return survey(
      fs,
      root,
      scope,
      [...new Set(wider)].filter((start) => !hidden.includes(start)),
    );
  }
  const odd = new Map(
    live.unsaved.map(({ path, reason, detail }): [string, Seen] => [
      path,
      { kind: 'unsaved', reason, detail },
    ]),
  );
  return { starts, found: live.found, odd };
}

/** Reads these places, each as it stands at one moment. */
export async function readPlaces(
  fs: Fs,
  root: string,
  places: readonly string[],
): Promise<Map<string, Seen>> {
  const digests = digestsOnly();
  const seen = await inParallel(places, WIDTH, async (place): Promise<[string, Seen]> => {
    const result = await readLive(fs, placeBelow(root, place), digests, false);
    if ('file' in result) return [place, { kind: 'content', content: result.file }];
    return [place, 'gone' in result ? { kind: 'absent' } : { kind: 'unsaved', ...result }];
  });
  return new Map(seen);
}

/** Those of `expected` that a survey has looked for and not found. */
export function missingFrom({ starts, found, odd }: Survey, expected: Iterable<string>): string[] {
  const there = new Set(found);
  const dark = [...odd.keys()];
  return [...expected].filter(
    (place) =>
      !there.has(place) &&
      starts.some((start) => isAtOrBelow(place, start)) &&
      !dark.some((one) => isAtOrBelow(place, one)),
  );
}
