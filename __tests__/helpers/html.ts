import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** An element as the parser of browsers sees it. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  readonly text: string;
  children: Element[];
};

/** All elements of a document in their order, as a browser would make them of it; `errors` are the parser's. */
export function parsePage(source: string): { all: Element[]; errors: string[] } {
  const errors: string[] = [];
  const document = parse(source, { onParseError: ({ code }) => errors.push(code) });
  const all: Element[] = [];
  const visit = (node: Node): Element[] => {
    const children = 'childNodes' in node ? node.childNodes : [];
    if (!('tagName' in node)) return children.flatMap(visit);
    const element: Element = {
      name: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      get text() {
        return textOf(node);
      },
      children: [],
    };
    all.push(element);
    element.children = children.flatMap(visit);
    return [element];
  };
  visit(document);
  return { all, errors };
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Elements by name, `.class` or `#id`. */
export function select(all: readonly Element[], selector: string): Element[] {
  const name = selector.slice(1);
  if (selector.startsWith('#')) return all.filter(({ attributes }) => attributes.id === name);
  if (selector.startsWith('.')) {
    return all.filter(({ attributes }) => attributes.class?.split(' ').includes(name));
  }
  return all.filter((element) => element.name === selector);
}
