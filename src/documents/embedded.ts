import { isObject, type Json } from '../model/json.ts';
import type { FormatId, LossyNumber, SyntaxProblem } from './document.ts';
import type { Format, Parsed } from './formats/format.ts';
import { formatById } from './formats/index.ts';
import { formatOf } from './formats/of-path.ts';
import { hasTemplateTags } from './templates.ts';

/** A document inside of a text value: an object or a list. `place` is inside the text. */
export type Embedded = {
  kind: 'parsed';
  format: FormatId;
  /** The key is the name of a file of this format. */
  named: boolean;
  text: string;
  value: Json;
  lossy: LossyNumber[];
  place: Extract<Parsed, { ok: true }>['place'];
};

/** A text that is no document of the format that its key, or a brace at its start, promises. */
export type BrokenEmbedded = { kind: 'broken'; format: FormatId; text: string; problem: SyntaxProblem };

/** Formats of which one line can be a document; in others nearly every line is one. */
const ON_ONE_LINE: readonly FormatId[] = ['json', 'jsonc', 'json5', 'yaml', 'toml', 'xml', 'plist'];
/** What the first line of a YAML mapping or list looks like. */
const YAML_START = /^(?:---(?:\s|$)|-\s+\S|["']?[\w.$/@-](?:[ \w.$/@-]*[\w.$/@-])?["']?:(?:\s|$))/;

/** Characters of one text, characters and texts of one file: more is not read by key. */
const LONGEST = 2 * 1024 * 1024;
const MOST_CHARACTERS = 8 * 1024 * 1024;
const MOST_TEXTS = 1000;

/** Reads embedded documents within one budget; a text that was read is not read again. Never throws. */
export type EmbeddedReader = {
  /** @param name the key of the text, or `undefined` for an item of a list. */
  read(text: string, name: string | undefined): Promise<Embedded | BrokenEmbedded | undefined>;
  /** Some text that may be a document was not read because of the budget. */
  exhausted(): boolean;
};

/**
 * A text is read as a document when its key is the name of a file (`app.yaml`), when it begins with a brace or a
 * bracket (JSON), or when it has several lines that begin as YAML does. What is no object or list then, or several
 * documents, stays a text.
 */
export function embeddedReader(): EmbeddedReader {
  const known = new Map<string, Promise<Embedded | BrokenEmbedded | undefined>>();
  let characters = 0;
  let exhausted = false;
  return {
    exhausted: () => exhausted,
    async read(text, name) {
      const promise = promiseOf(text, name);
      if (promise === undefined) return undefined;
      const { format, named } = promise;
      const id = `${named} ${format.id} ${text}`;
      const before = known.get(id);
      if (before !== undefined) return before;
      characters += text.length;
      if (text.length > LONGEST || characters > MOST_CHARACTERS || known.size >= MOST_TEXTS) {
        exhausted = true;
        return undefined;
      }
      const found = parseAs(format, text, named ? name : undefined);
      known.set(id, found);
      return found;
    },
  };
}

/** @param name the key, when it is the name of a file of this format. */
async function parseAs(
  format: Format,
  text: string,
  name: string | undefined,
): Promise<Embedded | BrokenEmbedded | undefined> {
  const parsed = (await format.load())(text, name);
  if (!parsed.ok) {
    const promised = name !== undefined || format.id === 'json';
    if (!promised || isRendered(text, parsed.problem)) return undefined;
    return { kind: 'broken', format: format.id, text, problem: parsed.problem };
  }
  const [value, ...more] = parsed.values;
  if (value === undefined || more.length > 0 || !isContainer(value, name !== undefined)) return undefined;
  const { lossy, place } = parsed;
  return { kind: 'parsed', format: format.id, named: name !== undefined, text, value, lossy, place };
}

/** True for a text that would be read as a document. */
export function looksLikeDocument(text: string, name: string | undefined): boolean {
  return promiseOf(text, name) !== undefined;
}

/** The format that a text promises by its key (`named`) or by how it begins. */
function promiseOf(text: string, name: string | undefined): { format: Format; named: boolean } | undefined {
  const byName = name === undefined ? undefined : formatOf(name);
  const format = byName === undefined ? guess(text) : mayBe(byName, text);
  return format && { format, named: byName !== undefined };
}

/** Something fills this text in: tags anywhere, or `${…}` where the problem stands. What it becomes is not known. */
function isRendered(text: string, { place }: SyntaxProblem): boolean {
  const lines = text.split('\n', place.line).slice(-2);
  return hasTemplateTags(text) || lines.some((line) => /[$%]\{/.test(line));
}

/** A list of plain texts is what many a description looks like. */
function isContainer(value: Json, named: boolean): boolean {
  return isObject(value) || (Array.isArray(value) && (named || value.length === 0 || value.some(isObject)));
}

function mayBe(format: Format, text: string): Format | undefined {
  if (text.trim() === '') return undefined;
  return ON_ONE_LINE.includes(format.id) || text.trim().includes('\n') ? format : undefined;
}

function guess(text: string): Format | undefined {
  const start = /\S/.exec(text)?.[0];
  if (start === '{' || start === '[') return formatById('json');
  if (!text.includes('\n')) return undefined;
  const lines = text.trim().split('\n', 50);
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.length > 1 && first !== undefined && YAML_START.test(first) ? formatById('yaml') : undefined;
}
