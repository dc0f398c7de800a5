import { applyEdits, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import type { KeyChange } from '../diff/difference.ts';
import { type Pointer, segmentsOf } from '../model/pointer.ts';

/**
 * The text of the one side with some of the changes that lead to the other one. Everything else stays as it is
 * written. `undefined` when one of them has no place in it.
 */
export function editJson(before: string, after: string, chosen: readonly KeyChange[]): string | undefined {
  const roots = { before: parseTree(before), after: parseTree(after) };
  if (roots.before === undefined || roots.after === undefined) return undefined;
  const replaced: { offset: number; length: number; content: string }[] = [];
  for (const { kind, beforeKey, key } of chosen) {
    if (kind !== 'changed' && kind !== 'retyped') continue;
    const [old, now] = [nodeAt(roots.before, beforeKey), nodeAt(roots.after, key)];
    if (old === undefined || now === undefined) return undefined;
    const content = after.slice(now.offset, now.offset + now.length);
    replaced.push({ offset: old.offset, length: old.length, content });
  }
  let text = applyEdits(before, replaced);
  for (const path of removals(roots.before, chosen)) text = without(text, path);
  for (const { kind, key, after: value } of chosen) {
    if (kind !== 'added') continue;
    const path = insertionPath(text, key);
    if (path === undefined) return undefined;
    text = inserted(text, path, value);
  }
  return text;
}

/** Where a new key or item goes: an item behind the end of its list becomes the last one, which is written -1. */
function insertionPath(text: string, key: Pointer): JSONPath | undefined {
  const root = parseTree(text);
  const path = root && pathOf(root, key);
  const holder = root && path && findNodeAtLocation(root, path.slice(0, -1));
  const last = path?.at(-1);
  if (path === undefined || holder === undefined || last === undefined) return undefined;
  if (typeof last === 'string') return holder.type === 'object' ? path : undefined;
  return last < (holder.children?.length ?? 0) ? path : [...path.slice(0, -1), -1];
}

/** The last item of a list first, so that the others keep their places. */
function removals(root: Node, chosen: readonly KeyChange[]): JSONPath[] {
  return chosen
    .filter(({ kind }) => kind === 'removed')
    .flatMap(({ key }) => {
      const path = pathOf(root, key);
      return path === undefined ? [] : [path];
    })
    .toReversed()
    .sort((one, other) => Number(other.at(-1)) - Number(one.at(-1)) || 0);
}

/** jsonc-parser 3.3.1 leaves a character of a list's last item behind (microsoft/node-jsonc-parser#108). */
function without(text: string, path: JSONPath): string {
  const last = path.at(-1);
  const list = typeof last === 'number' ? findNodeAtLocation(parseTree(text)!, path.slice(0, -1)) : undefined;
  const [previous, item] = (list?.children ?? []).slice(-2);
  if (previous === undefined || item === undefined || last !== list!.children!.length - 1)
    return applyEdits(text, modify(text, path, undefined, {}));
  const start = previous.offset + previous.length;
  return text.slice(0, start) + text.slice(item.offset + item.length);
}

/** What is inserted into a text of several lines gets the indentation of its first indented line. */
function inserted(text: string, path: JSONPath, value: unknown): string {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1];
  const isArrayInsertion = typeof path.at(-1) === 'number';
  if (indent === undefined) return applyEdits(text, modify(text, path, value, { isArrayInsertion }));
  const tabs = indent.startsWith('\t');
  const formattingOptions = {
    insertSpaces: !tabs,
    tabSize: tabs ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}

function nodeAt(root: Node, pointer: Pointer | undefined): Node | undefined {
  const path = pointer === undefined ? undefined : pathOf(root, pointer);
  return path && findNodeAtLocation(root, path);
}

/** List indexes as numbers, as jsonc-parser wants them; `undefined` when what holds the value is not there. */
function pathOf(root: Node, pointer: Pointer): JSONPath | undefined {
  const path: JSONPath = [];
  let node: Node | undefined = root;
  for (const segment of segmentsOf(pointer)) {
    if (node === undefined || (node.type !== 'array' && node.type !== 'object')) return undefined;
    path.push(node.type === 'array' ? Number(segment) : segment);
    node = findNodeAtLocation(root, path);
  }
  return path;
}
