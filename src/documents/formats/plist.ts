import { XmlElement, XmlError } from '@rgrove/parse-xml';
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
import { explainXml, ownText, rootOf } from './xml.ts';

/** Apple's XML property list (plist(5)). Dates and data stay strings. */
export function parse(raw: string): Parsed {
  const text = raw.replace(/\r\n?/g, '\n');
  return guard(
    text,
    () => {
      const root = rootOf(text);
      const [top, more] = elementsOf(root);
      if (root.name !== 'plist' || top === undefined || more !== undefined) {
        throw new Stop('syntax', 'a <plist> with exactly one value is expected', root.start);
      }
      const repeats: Repeat[] = [];
      return parsedAs(text, valueNode(top, '', repeats, 0), repeats);
    },
    (error) => (error instanceof XmlError ? explainXml(text, error) : undefined),
  );
}

function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((item) => item instanceof XmlElement);
}

function valueNode(element: XmlElement, pointer: Pointer, repeats: Repeat[], depth: number): Node {
  if (depth > MAX_DEPTH) throw tooDeep(element.start);
  switch (element.name) {
    case 'dict':
      return dictNode(element, pointer, repeats, depth);
    case 'array': {
      const items = elementsOf(element);
      return listNode(
        element.start,
        items.map((item, index) => valueNode(item, child(pointer, index), repeats, depth + 1)),
      );
    }
    case 'true':
    case 'false':
      return scalarNode(element.name === 'true', element.start);
    case 'integer':
    case 'real':
      return numberNode(ownText(element).trim(), element.start);
    case 'string':
    case 'date':
    case 'data':
      return scalarNode(ownText(element), element.start);
    default:
      throw new Stop('syntax', `<${element.name}> is no value of a property list`, element.start);
  }
}

function numberNode(token: string, offset: number): Node {
  const value = Number(token);
  if (token === '' || !Number.isFinite(value)) return scalarNode(token, offset, token);
  return scalarNode(value, offset, isLossy(token, value) ? token : undefined);
}

function dictNode(element: XmlElement, pointer: Pointer, repeats: Repeat[], depth: number): Node {
  const object = objectNode(element.start);
  const items = elementsOf(element);
  for (let at = 0; at < items.length; at += 2) {
    const key = items[at]!;
    const value = items[at + 1];
    if (key.name !== 'key') throw new Stop('syntax', 'a <key> is expected', key.start);
    if (value === undefined) throw new Stop('syntax', 'a <key> without a value', key.start);
    const name = ownText(key);
    const place = child(pointer, name);
    noteRepeat(repeats, object, name, place, key.start);
    setMember(object, name, key.start, valueNode(value, place, repeats, depth + 1));
  }
  return object;
}
