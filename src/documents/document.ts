import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import type { Pointer } from '../model/pointer.ts';

export type FormatId =
  | 'json'
  | 'jsonc'
  | 'json5'
  | 'yaml'
  | 'toml'
  | 'ini'
  | 'dotenv'
  | 'properties'
  | 'xml'
  | 'plist'
  | 'hcl'
  | 'text';

/** A key that stands twice in the same object. `place` is the later one. */
export type DuplicateKey = { document: number; key: Pointer; place: Place; first: Place };

/** A number that JavaScript cannot hold exactly: `token` is its text in the file. */
export type LossyNumber = { document: number; key: Pointer; token: string };

/** Text that is not what its format demands. `code` is stable, `detail` the parser's words. */
export type SyntaxProblem = { code: string; detail: string; place: Place };

/** Why a document's keys cannot be compared. */
export type OpaqueReason =
  | 'encrypted'
  | 'template'
  | 'binary'
  | 'too-large'
  | 'encoding'
  | 'missing'
  | 'link';

export type ParsedDocument = {
  kind: 'parsed';
  format: FormatId;
  text: string;
  /** One plain JSON value per document of the file (several in multi-document YAML, one elsewhere). */
  values: Json[];
  /**
   * `values` as they were compared: with the documents opened that text values hold, where they differ from the
   * other side. `place` knows pointers into them.
   */
  opened?: Json[];
  duplicates: DuplicateKey[];
  lossy: LossyNumber[];
  /** Where a key (`part: 'key'`, the default) or its value stands. `undefined` when the pointer names nothing. */
  place(pointer: Pointer, document?: number, part?: 'key' | 'value'): Place | undefined;
};

export type Document =
  | ParsedDocument
  | { kind: 'text'; format: 'text'; text: string }
  | { kind: 'broken'; format: FormatId; text: string; problem: SyntaxProblem }
  /** `text` is given where lines can still be compared (templates, encrypted files). */
  | { kind: 'opaque'; reason: OpaqueReason; text?: string };

/** The text of a document, or `undefined` when it has none that can be shown or compared. */
export function textOf(document: Document | undefined): string | undefined {
  return document === undefined ? undefined : document.text;
}
