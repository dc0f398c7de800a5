import { isAtOrBelow, type LiveScope } from '../store/scope.ts';

/** The directories above a place, the nearest one last: `/`, `/etc`, `/etc/auth`. */
export function directoriesAbove(place: string): string[] {
  const above = place === '/' ? [] : ['/'];
  for (let slash = place.indexOf('/', 1); slash !== -1; slash = place.indexOf('/', slash + 1)) {
    above.push(place.slice(0, slash));
  }
  return above;
}

/** Directories whose entries lead to what is watched: when one of these is replaced, so is everything below it. */
export function directoriesToStarts({ starts }: LiveScope): Set<string> {
  return new Set(starts.flatMap(directoriesAbove));
}

/**
 * Whether something that has happened to an entry of a directory can matter: it is critical, or leads to what is.
 * @param above from `directoriesToStarts`.
 */
export function matters(scope: LiveScope, above: ReadonlySet<string>, place: string): boolean {
  return (
    scope.at(place) !== undefined || scope.expected.has(place) || above.has(place) || leads(scope, place)
  );
}

function leads(scope: LiveScope, place: string): boolean {
  return scope.starts.some((start) => isAtOrBelow(place, start)) && scope.reaches(place);
}

/** Where a search has to begin so that all is found that stands at or below a place, and links above it are seen. */
export function startsFor({ starts }: LiveScope, place: string): string[] {
  const below = starts.filter((start) => start !== place && isAtOrBelow(start, place));
  const isInside = starts.some((start) => isAtOrBelow(place, start));
  return isInside ? [place, ...below] : below;
}

/** The starts that a place is at or below. */
export function startsAbove({ starts }: LiveScope, place: string): string[] {
  return starts.filter((start) => isAtOrBelow(place, start));
}
