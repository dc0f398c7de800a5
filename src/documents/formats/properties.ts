import { Pair, parseLines } from 'dot-properties';
import { child } from '../../model/pointer.ts';
import type { Parsed } from './format.ts';
import { noteRepeat, objectNode, parsedAs, type Repeat, scalarNode, setMember } from './spots.ts';
import { guard } from './stop.ts';

/** Java properties (java.util.Properties). Keys stay flat: `a.b` is one key. Every text is valid. */
export function parse(text: string): Parsed {
  return guard(text, () => {
    const object = objectNode(0);
    const repeats: Repeat[] = [];
    for (const line of parseLines(text, true)) {
      if (!(line instanceof Pair) || line.range?.[2] === undefined) continue;
      const offset = line.range[0];
      noteRepeat(repeats, object, line.key, child('', line.key), offset);
      setMember(object, line.key, offset, scalarNode(line.value, line.range[2]));
    }
    return parsedAs(text, object, repeats);
  });
}
