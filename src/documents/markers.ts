import type { Place } from '../model/place.ts';

/** A label must follow the outer markers, as git always writes one (`HEAD`, a branch, a commit). */
const MARKER = /^(?:<{7} \S.*|>{7} \S.*|={7}|\|{7}(?: .*)?)$/;

/**
 * Where git's conflict markers begin: one place per conflict (its first marker). A lone opening or closing
 * marker that somebody forgot counts; a lone `=======` is an underline. Markers have seven characters
 * (gitattributes, `conflict-marker-size`) and stand at the start of a line.
 */
export function conflictMarkers(text: string): Place[] {
  if (!text.includes('<<<<<<< ') && !text.includes('>>>>>>> ')) return [];
  const places: Place[] = [];
  let inConflict = false;
  let line = 0;
  for (const raw of text.split('\n')) {
    line += 1;
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (!MARKER.test(content)) continue;
    if (content.startsWith('<')) {
      places.push({ line, column: 1 });
      inConflict = true;
    } else if (content.startsWith('>')) {
      if (!inConflict) places.push({ line, column: 1 });
      inConflict = false;
    }
  }
  return places;
}
