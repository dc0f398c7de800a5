import { parse as parseMomoa, type ValueNode } from '@humanwhocodes/momoa';
import { child, type Pointer } from '../../model/pointer.ts';
import { isLossy } from '../numbers.ts';
import type { Parsed } from './format.ts';
import {
  listNode,
  type Node,
  noteRepeat,
  objectNode,
  parsedAs,
  type Repeat,
  scalarNode,
  setMember,
} from './spots.ts';
import { guard, MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/** JSON5 (https://spec.json5.org). `Infinity` and `NaN` are no JSON values and stay their text. */
export function parse(text: string): Parsed {
  return guard(
    text,
    () => {
      const repeats: Repeat[] = [];
      // Without a line end, momoa 3.3 reads on for ever behind a backslash that ends an open string.
      const { body } = parseMomoa(`${text}\n`, { mode: 'json5' });
      return parsedAs(text, build(text, body, '', repeats, 0), repeats);
    },
    (error) => explain(text, error),
  );
}

function build(text: string, node: ValueNode, pointer: Pointer, repeats: Repeat[], depth: number): Node {
  const { offset } = node.loc.start;
  if (depth > MAX_DEPTH) throw tooDeep(offset);
  switch (node.type) {
    case 'Object': {
      const object = objectNode(offset);
      for (const member of node.members) {
        const name = member.name.type === 'Identifier' ? member.name.name : member.name.value;
        const keyOffset = member.name.loc.start.offset;
        const place = child(pointer, name);
        noteRepeat(repeats, object, name, place, keyOffset);
        setMember(object, name, keyOffset, build(text, member.value, place, repeats, depth + 1));
      }
      return object;
    }
    case 'Array':
      return listNode(
        offset,
        node.elements.map((item, index) =>
          build(text, item.value, child(pointer, index), repeats, depth + 1),
        ),
      );
    case 'Number':
      return numberOf(text.slice(offset, node.loc.end.offset), node.value, offset);
    case 'NaN':
    case 'Infinity':
      return numberOf(text.slice(offset, node.loc.end.offset), Number.NaN, offset);
    case 'Null':
      return scalarNode(null, offset);
    default:
      return scalarNode(node.value, offset);
  }
}

function numberOf(token: string, value: number, offset: number): Node {
  if (!Number.isFinite(value)) return scalarNode(token, offset, token);
  const lossy = /^[-+]?0x/i.test(token) ? !Number.isSafeInteger(value) : isLossy(token, value);
  return scalarNode(value, offset, lossy ? token : undefined);
}

/** momoa's errors carry `line`, `column` and `offset`; the message repeats the place in parentheses. */
function explain(text: string, error: unknown): Stop | undefined {
  if (!(error instanceof Error) || !('offset' in error) || typeof error.offset !== 'number') return undefined;
  return new Stop(
    'syntax',
    error.message.replace(/\s*\(\d+:\d+\)$/, ''),
    Math.min(error.offset, text.length),
  );
}
