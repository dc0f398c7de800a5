import { isObject, type Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import type { Blob, EntryMode } from '../snapshots/snapshot.ts';
import { decode } from './decode.ts';
import type { Document, FormatId, OpaqueReason } from './document.ts';
import { isEncrypted } from './encrypted.ts';
import type { Format, Parsed } from './formats/format.ts';
import { formatById } from './formats/index.ts';
import { formatOf } from './formats/of-path.ts';
import { conflictMarkers } from './markers.ts';
import { formatsByContent } from './sniff.ts';
import { hasTemplateTags, isTemplatePath, renderedPath, standsAtTag, withoutTags } from './templates.ts';

/** Files above this size are not parsed. In bytes. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Reads one file of a snapshot: decides what it is, and parses it. Never throws: what cannot be read is an
 * opaque or a broken document. `options.format` is the owner's word and wins over path and content.
 */
export async function readDocument(
  entry: { path: Path; mode: EntryMode },
  blob: Blob,
  options: { format?: FormatId; maxBytes?: number } = {},
): Promise<Document> {
  if (entry.mode === 'submodule') return { kind: 'opaque', reason: 'link', text: blob.id };
  if ('refused' in blob) return opaque(blob.refused === 'too-large' ? 'too-large' : 'missing');
  if (entry.mode !== 'symlink' && blob.bytes.length > (options.maxBytes ?? MAX_BYTES))
    return opaque('too-large');
  const decoded = decode(blob.bytes);
  if (entry.mode === 'symlink') return opaque('link', 'text' in decoded ? decoded.text : undefined);
  if ('reason' in decoded) return opaque(decoded.reason);
  return readText(entry.path, decoded.text, options.format);
}

function opaque(reason: OpaqueReason, text?: string): Document {
  return text === undefined ? { kind: 'opaque', reason } : { kind: 'opaque', reason, text };
}

async function readText(path: Path, text: string, declared: FormatId | undefined): Promise<Document> {
  if (isLfsPointer(text)) return opaque('missing', text);
  if (isEncrypted(text) && conflictMarkers(text).length === 0) return opaque('encrypted', text);
  if (declared === 'text') return { kind: 'text', format: 'text', text };
  const template = isTemplatePath(path, text);
  const format = declared === undefined ? formatOf(renderedPath(path)) : formatById(declared);
  if (format !== undefined) return readAs(format, path, text, template);
  for (const id of formatsByContent(path, text)) {
    const document = await readAs(formatById(id)!, path, text, template);
    if (document.kind === 'parsed') return document;
  }
  const markers = conflictMarkers(text).length > 0;
  return template && !markers ? opaque('template', text) : { kind: 'text', format: 'text', text };
}

async function readAs(format: Format, path: Path, text: string, template: boolean): Promise<Document> {
  const [marker] = conflictMarkers(text);
  if (marker !== undefined) {
    const problem = { code: 'conflict-marker', detail: 'a conflict marker of git', place: marker };
    return { kind: 'broken', format: format.id, text, problem };
  }
  const parse = await format.load();
  const parsed = parse(text, path);
  if (parsed.ok && hasHugeKey(text, parsed.values)) return opaque('too-large', text);
  if (parsed.ok) return { kind: 'parsed', format: format.id, text, ...withoutOk(parsed) };
  if (template || explainsTemplate(text, parsed, (rendered) => parse(rendered, path))) {
    return opaque('template', text);
  }
  return { kind: 'broken', format: format.id, text, problem: parsed.problem };
}

/** Characters of a key: the path of everything below it repeats it, thousands of times where it has that many members. */
const LONGEST_KEY = 4_096;

function hasHugeKey(text: string, values: readonly Json[]): boolean {
  if (!hasLongLine(text)) return false;
  const isHuge = (value: Json): boolean => {
    if (Array.isArray(value)) return value.some(isHuge);
    if (!isObject(value)) return false;
    return Object.keys(value).some((key) => key.length > LONGEST_KEY || isHuge(value[key]!));
  };
  return values.some(isHuge);
}

/** Only a long line can hold a long key: most files are told by their lines. */
function hasLongLine(text: string): boolean {
  for (let start = 0; ; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start >= LONGEST_KEY) return true;
    if (next === -1) return false;
    start = next + 1;
  }
}

function withoutOk({ values, duplicates, lossy, place }: Extract<Parsed, { ok: true }>) {
  return { values, duplicates, lossy, place };
}

/**
 * The tags of a template are to blame when the text parses without them, or when the problem stands at one and
 * goes away with it: what is left, such as both branches of a condition, may well clash.
 */
function explainsTemplate(
  text: string,
  parsed: Parsed & { ok: false },
  again: (text: string) => Parsed,
): boolean {
  if (!hasTemplateTags(text)) return false;
  const rest = again(withoutTags(text));
  return (
    rest.ok || (standsAtTag(text, parsed.problem) && rest.problem.place.line !== parsed.problem.place.line)
  );
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: the content is not in git. */
function isLfsPointer(text: string): boolean {
  return text.length < 1024 && text.startsWith('version https://git-lfs.github.com/spec/v1\n');
}
