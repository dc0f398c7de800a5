import type { ParsedDocument } from '../../src/documents/document.ts';
import { segmentsOf } from '../../src/model/pointer.ts';
import { differsOnlyAt, type Leaf, leavesOf, valueAt } from './leaves.ts';
import { type Operator, parse, type Random, type Scene, shuffled } from './operator.ts';

/**
 * Errors in one key or value. Each is an edit of the text, as a person makes it, and is used only when the project's
 * own parser then reads exactly the intended difference: an edit that broke the file would measure something else.
 */
export const inValues: readonly Operator[] = [
  value(
    'key-deleted',
    'key deleted',
    (leaf, lines) => withoutLine(leaf, lines),
    (before, after, leaf) => differsOnlyAt(before, after, leaf, {}),
  ),
  value(
    'key-typo',
    'typo in a key',
    (leaf, lines, random) => {
      const name = segmentsOf(leaf.pointer).at(-1)!;
      const found = lines[leaf.keyAt.line]!.indexOf(name, leaf.keyAt.column);
      const wrong = misspelt(name, random);
      if (found === -1 || found > leaf.keyAt.column + 1 || wrong === undefined) return [];
      return [replaced(lines, leaf.keyAt.line, found, name.length, wrong)];
    },
    (before, after, leaf) => {
      const name = newMember(before, after, leaf);
      return name !== undefined && differsOnlyAt(before, after, leaf, { name, value: leaf.value });
    },
  ),
  value('type-flipped', 'type flipped (quotes around a number or boolean, or gone)', requote, (...args) =>
    isOther(...args, (now, { value: then }) => typeof now !== typeof then && String(now) === String(then)),
  ),
  value(
    'value-typo',
    'value typo',
    (leaf, lines, random) => {
      const token = tokenAt(leaf, lines);
      const wrong =
        token && (typeof leaf.value === 'number' ? misdialled(token, random) : misspelt(token, random));
      const isWord = typeof leaf.value === 'boolean' || opposite(String(leaf.value)) !== undefined;
      return wrong === undefined || isWord ? [] : [withToken(leaf, lines, token!, wrong)];
    },
    (...args) => isOther(...args, (now, { value: then }) => typeof now === typeof then && now !== then),
  ),
  value(
    'boolean-inverted',
    'boolean inverted',
    (leaf, lines) => {
      const token = tokenAt(leaf, lines);
      const other = token && opposite(token);
      return other === undefined ? [] : [withToken(leaf, lines, token!, other)];
    },
    (...args) => isOther(...args, (now, { value: then }) => String(now) === opposite(String(then))),
  ),
];

type Edit = (leaf: Leaf, lines: readonly string[], random: Random) => string[];
type Proof = (before: ParsedDocument, after: ParsedDocument, leaf: Leaf) => boolean;

function value(id: string, title: string, edit: Edit, proof: Proof): Operator {
  return {
    id,
    title,
    kind: 'value',
    async apply(scene, random, most) {
      const texts = await spoilt(scene, random, most, edit, proof);
      return texts.map((text) => ({ head: new Map([[scene.path, text]]) }));
    },
  };
}

/** Up to `most` texts with one leaf spoilt each; edits that did not do what they should are left out. */
export async function spoilt(
  { path, document, text }: Pick<Scene, 'path' | 'document' | 'text'>,
  random: Random,
  most: number,
  edit: Edit,
  proof: Proof,
): Promise<string[]> {
  if (document.kind !== 'parsed') return [];
  const found: string[] = [];
  for (const leaf of shuffled(leavesOf(document), random)) {
    if (found.length === most) break;
    for (const candidate of edit(leaf, text.split('\n'), random)) {
      const after = await parse(path, candidate);
      if (after.kind !== 'parsed' || !proof(document, after, leaf)) continue;
      found.push(candidate);
      break;
    }
  }
  return found;
}

/** The line taken out; and the same with the comma of the line before, which JSON does not allow at the end. */
function withoutLine({ keyAt }: Leaf, lines: readonly string[]): string[] {
  const rest = lines.toSpliced(keyAt.line, 1);
  const before = keyAt.line - 1;
  const withoutComma = rest.with(Math.max(0, before), rest[Math.max(0, before)]?.replace(/,\s*$/, '') ?? '');
  return [rest, withoutComma].map((all) => all.join('\n'));
}

/** The scalar as it is written, quotes aside; `undefined` when it cannot be told where it ends. */
function tokenAt({ valueAt: at, value }: Leaf, lines: readonly string[]): string | undefined {
  const rest = lines[at.line]!.slice(at.column).replace(/^["']/, '');
  const written = String(value);
  if (rest.startsWith(written) && written !== '') return written;
  return /^[\w.+-]+/.exec(rest)?.[0];
}

function withToken({ valueAt: at }: Leaf, lines: readonly string[], token: string, other: string): string {
  const start = lines[at.line]!.indexOf(token, at.column);
  return replaced(lines, at.line, start, token.length, other);
}

function requote(leaf: Leaf, lines: readonly string[]): string[] {
  const token = tokenAt(leaf, lines);
  if (token === undefined) return [];
  const { line, column } = leaf.valueAt;
  const quoted = /^["']/.test(lines[line]!.slice(column));
  if (!quoted) return [replaced(lines, line, column, token.length, `"${token}"`)];
  return [replaced(lines, line, column, token.length + 2, token)];
}

function replaced(
  lines: readonly string[],
  line: number,
  column: number,
  length: number,
  by: string,
): string {
  const text = lines[line]!;
  return lines.with(line, `${text.slice(0, column)}${by}${text.slice(column + length)}`).join('\n');
}

function isOther(
  before: ParsedDocument,
  after: ParsedDocument,
  leaf: Leaf,
  test: (now: unknown, leaf: Leaf) => boolean,
): boolean {
  const now = valueAt(after, leaf);
  return now !== undefined && test(now, leaf) && differsOnlyAt(before, after, leaf, { value: now });
}

/** The one key of the leaf's object that was not there before. */
function newMember(before: ParsedDocument, after: ParsedDocument, leaf: Leaf): string | undefined {
  const parent = { ...leaf, pointer: leaf.pointer.slice(0, leaf.pointer.lastIndexOf('/')) };
  const [then, now] = [valueAt(before, parent), valueAt(after, parent)].map((object) =>
    Object.keys(object ?? {}),
  );
  const added = now!.filter((key) => !then!.includes(key));
  return added.length === 1 ? added[0] : undefined;
}

/** Two neighbouring letters or digits swapped, or one left out; `undefined` for what is too short to misspell. */
export function misspelt(text: string, random: Random): string | undefined {
  const letters = [...text.matchAll(/[\p{L}\d]/gu)].map(({ index }) => index);
  if (letters.length < 3) return undefined;
  const pairs = letters.filter((at) => letters.includes(at + 1) && text[at] !== text[at + 1]);
  const at = pairs[Math.floor(random() * pairs.length)];
  if (at !== undefined && random() < 0.5) {
    return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  }
  const gone = letters[Math.floor(random() * letters.length)]!;
  return text.slice(0, gone) + text.slice(gone + 1);
}

/** A digit typed twice or left out. */
function misdialled(text: string, random: Random): string | undefined {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = digits[Math.floor(random() * digits.length)];
  if (at === undefined) return undefined;
  const drop = digits.length > 1 && random() < 0.5;
  return drop ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at + 1) + text.slice(at);
}

const OPPOSITES: Record<string, string> = {
  true: 'false',
  false: 'true',
  yes: 'no',
  no: 'yes',
  on: 'off',
  off: 'on',
};

function opposite(word: string): string | undefined {
  return Object.hasOwn(OPPOSITES, word) ? OPPOSITES[word] : undefined;
}
