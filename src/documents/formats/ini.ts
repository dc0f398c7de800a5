import type { Json } from '../../model/json.ts';
import { baseName, type Path } from '../../model/path.ts';
import { child, type Pointer } from '../../model/pointer.ts';
import type { Parsed } from './format.ts';
import { listNode, type Node, objectNode, parsedAs, type Repeat, scalarNode, setMember } from './spots.ts';
import { guard, Stop } from './stop.ts';

/** What differs between the programs that read INI. */
type Dialect = {
  /** A key that stands again adds to a list instead of replacing. */
  lists: boolean;
  /** `:` separates too (Python's configparser, and most readers of `.ini`). */
  colon: boolean;
  /** A line that is indented deeper than its key continues the value (configparser). */
  indented: boolean;
  /** A backslash at the end of a line continues it (systemd, git). */
  backslash: boolean;
};

const PLAIN: Dialect = { lists: false, colon: true, indented: true, backslash: false };
const UNIT: Dialect = { lists: true, colon: false, indented: false, backslash: true };
const EQUALS: Dialect = { lists: false, colon: false, indented: false, backslash: false };

const UNIT_SECTION = /^\[(?:Unit|Install|Service|Socket|Timer|Mount|Network|Match|Desktop Entry)\]/m;
const UNIT_FILE =
  /\.(?:service|socket|timer|mount|automount|target|slice|swap|network|netdev|nspawn|conf|cfg|cnf)$|^\.?git(?:config|modules)$|^(?:php|my).*\.ini$/i;

/** `.conf` and `.cfg` may be anything; repeated keys mean lists in most of their programs. */
function dialectOf(text: string, path: Path | undefined): Dialect {
  const name = path === undefined ? '' : baseName(path);
  if (/^(?:setup|ansible)\.cfg$|^pip\.conf$/.test(name)) return PLAIN;
  if (UNIT_FILE.test(name) || (path?.endsWith('.git/config') ?? false) || UNIT_SECTION.test(text))
    return UNIT;
  return /^\.(?:npmrc|yarnrc|editorconfig|desktop)$/.test(name) ? EQUALS : PLAIN;
}

type Reader = {
  text: string;
  dialect: Dialect;
  root: ReturnType<typeof objectNode>;
  section: ReturnType<typeof objectNode>;
  pointer: Pointer;
  repeats: Repeat[];
  /** Keys that stand several times and make a list. */
  lists: Map<Pointer, { section: ReturnType<typeof objectNode>; name: string; items: Node[] }>;
};

/**
 * INI and its family. Sections are objects, keys before the first section stand beside them, values are
 * strings as written, a key without a value is `null`. A section that stands again goes on.
 */
export function parse(text: string, path?: Path): Parsed {
  return guard(text, () => {
    const root = objectNode(0);
    const dialect = dialectOf(text, path);
    const reader: Reader = { text, dialect, root, section: root, pointer: '', repeats: [], lists: new Map() };
    for (let at = 0; at < text.length; ) at = readLine(reader, at);
    for (const { section, name, items } of reader.lists.values()) {
      const { key, value } = items[0]!.spot;
      setMember(section, name, key, listNode(value, items));
    }
    return parsedAs(text, root, reader.repeats);
  });
}

function readLine(reader: Reader, start: number): number {
  const end = lineEnd(reader.text, start);
  const raw = reader.text.slice(start, end);
  const content = raw.trim();
  const offset = start + raw.length - raw.trimStart().length;
  if (content === '' || isComment(content)) return end + 1;
  if (content.startsWith('[')) {
    openSection(reader, content, offset);
    return end + 1;
  }
  return readKey(reader, content, offset, start, end);
}

function openSection(reader: Reader, content: string, offset: number): void {
  const close = content.lastIndexOf(']');
  if (close === -1) throw new Stop('syntax', 'a section without its closing bracket', offset);
  const name = content.slice(1, close).trim();
  reader.pointer = child('', name);
  const known = reader.root.spot.children.get(name);
  const value = reader.root.value[name];
  if (known?.children !== undefined && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    reader.section = { value, spot: { ...known, children: known.children } };
    return;
  }
  if (known !== undefined) {
    reader.repeats.push({ document: 0, key: reader.pointer, offset, first: known.key });
  }
  reader.section = objectNode(offset);
  setMember(reader.root, name, offset, reader.section);
}

function readKey(reader: Reader, content: string, offset: number, start: number, end: number): number {
  const separator = content.search(reader.dialect.colon ? /[=:]/ : /=/);
  if (separator === -1) {
    addKey(reader, content, offset, scalarNode(null, offset));
    return end + 1;
  }
  const name = content.slice(0, separator).trimEnd();
  const first = content.slice(separator + 1);
  const valueOffset = offset + separator + 1 + first.length - first.trimStart().length;
  const lines = [first.trim()];
  let next = end + 1;
  while (next < reader.text.length) {
    const more = continuation(reader, lines.at(-1)!, offset - start, next);
    if (more === undefined) break;
    if (reader.dialect.backslash) lines[lines.length - 1] = lines.at(-1)!.slice(0, -1).trimEnd();
    lines.push(more.content);
    next = more.next;
  }
  const value = lines.join(reader.dialect.backslash ? ' ' : '\n').trim();
  addKey(reader, name, offset, scalarNode(value, valueOffset));
  return next;
}

/** The next line when it belongs to the value that is being read. */
function continuation(
  reader: Reader,
  last: string,
  indent: number,
  at: number,
): { content: string; next: number } | undefined {
  const end = lineEnd(reader.text, at);
  const raw = reader.text.slice(at, end);
  const content = raw.trim();
  if (reader.dialect.backslash) return last.endsWith('\\') ? { content, next: end + 1 } : undefined;
  if (!reader.dialect.indented || content === '') return undefined;
  const depth = raw.length - raw.trimStart().length;
  if (depth <= indent || content.startsWith('[')) return undefined;
  return { content: isComment(content) ? '' : content, next: end + 1 };
}

function addKey(reader: Reader, name: string, offset: number, node: Node): void {
  const { section } = reader;
  const first = section.spot.children.get(name);
  if (first === undefined) {
    setMember(section, name, offset, node);
    return;
  }
  const pointer = child(reader.pointer, name);
  if (!reader.dialect.lists && !name.endsWith('[]')) {
    reader.repeats.push({ document: 0, key: pointer, offset, first: first.key });
    setMember(section, name, offset, node);
    return;
  }
  const known = reader.lists.get(pointer);
  const list = known ?? { section, name, items: [{ value: section.value[name] as Json, spot: first }] };
  list.items.push({ value: node.value, spot: { key: offset, value: node.spot.value } });
  if (known === undefined) reader.lists.set(pointer, list);
}

function isComment(content: string): boolean {
  return content.startsWith('#') || content.startsWith(';');
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
