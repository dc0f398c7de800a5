import { parseXml, XmlDocumentType, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { groupBy } from '../../model/lists.ts';
import type { Parsed } from './format.ts';
import { listNode, type Node, objectNode, parsedAs, scalarNode, setMember } from './spots.ts';
import { guard, MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/**
 * XML 1.0. An element is an object: attributes as `@name`, text as `#text`, children by name (a list when a
 * name repeats); an element with text only is that text. Entities are never expanded: a DOCTYPE that
 * declares some is refused, external definitions are not read.
 */
export function parse(raw: string): Parsed {
  // XML reads every line end as LF; the library does so in quadratic time.
  const text = raw.replace(/\r\n?/g, '\n');
  return guard(
    text,
    () => {
      const root = rootOf(text);
      const document = objectNode(0);
      setMember(document, root.name, root.start, elementNode(text, root, 0));
      return parsedAs(text, document);
    },
    (error) => (error instanceof XmlError ? explainXml(text, error) : undefined),
  );
}

/** The root element of a document without entities of its own. Throws a `Stop` or an `XmlError`. */
export function rootOf(text: string): XmlElement {
  const external = /^<!DOCTYPE[^>[]*(?:SYSTEM|PUBLIC)/.test(text.slice(text.indexOf('<!DOCTYPE')));
  const document = parseXml(text, {
    includeOffsets: true,
    preserveDocumentType: true,
    ignoreUndefinedEntities: external,
  });
  for (const child of document.children) {
    if (child instanceof XmlDocumentType && child.internalSubset?.includes('<!ENTITY')) {
      throw new Stop('doctype', 'a DOCTYPE that declares entities is not read', child.start);
    }
  }
  return document.root!;
}

export function explainXml(text: string, error: XmlError): Stop {
  const lines = text.split('\n', error.line);
  const start = lines.slice(0, -1).reduce((sum, line) => sum + line.length + 1, 0);
  return new Stop(
    'syntax',
    error.message.replace(/ \(line \d+, column \d+\)[\s\S]*$/, ''),
    start + error.column - 1,
  );
}

function elementNode(text: string, element: XmlElement, depth: number): Node {
  if (depth > MAX_DEPTH) throw tooDeep(element.start);
  const object = objectNode(element.start);
  for (const [name, value] of Object.entries(element.attributes)) {
    const offset = attributeOffset(text, element.start, name);
    setMember(object, `@${name}`, offset, scalarNode(value, offset));
  }
  const children = childElements(element);
  for (const [name, elements] of children) {
    const nodes = elements.map((child) => elementNode(text, child, depth + 1));
    const node = nodes.length === 1 ? nodes[0]! : listNode(elements[0]!.start, nodes);
    setMember(object, name, elements[0]!.start, node);
  }
  const content = ownText(element);
  if (Object.keys(object.value).length === 0) return scalarNode(content.trim(), element.start);
  if (content.trim() !== '')
    setMember(object, '#text', element.start, scalarNode(content.trim(), element.start));
  return object;
}

/** The child elements by name, in the order of the first of each name. */
function childElements(element: XmlElement): Map<string, XmlElement[]> {
  const elements = element.children.filter((child) => child instanceof XmlElement);
  return groupBy(elements, ({ name }) => name);
}

export function ownText(element: XmlElement): string {
  return element.children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
}

/** The parser knows where elements stand, not attributes: the name is looked for in the start tag. */
function attributeOffset(text: string, start: number, name: string): number {
  for (let at = text.indexOf(name, start); at !== -1; at = text.indexOf(name, at + 1)) {
    if (/\s/.test(text.charAt(at - 1)) && /[\s=]/.test(text.charAt(at + name.length))) return at;
  }
  return start;
}
