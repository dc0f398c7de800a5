import { Pair, parseLines } from 'dot-properties';
import { child } from '../../model/pointer.ts';
import type { Parsed } from './format.ts';
import { duplicatesOf, objectNode, placer, type Repeat, scalarNode, setMember } from './spots.ts';
import { guard } from './stop.ts';

/** Java properties (java.util.Properties). Keys stay flat: `a.b` is one key. Every text is valid. */
export function parse(text: string): Parsed {
  return guard(text, () => {
    const object = objectNode(0);
    const repeats: Repeat[] = [];
    for (const line of parseLines(text, true)) {
      if (!(line instanceof Pair) || line.range?.[2] === undefined) continue;
      const offset = line.range[0];
      const first = object.spot.children.get(line.key);
      if (first !== undefined) {
        repeats.push({ document: 0, key: child('', line.key), offset, first: first.key });
      }
      setMember(object, line.key, offset, scalarNode(line.value, line.range[2]));
    }
    return {
      ok: true,
      values: [object.value],
      duplicates: duplicatesOf(text, repeats),
      lossy: [],
      place: placer(text, () => [object.spot]),
    };
  });
}
