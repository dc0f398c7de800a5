import type { Document, FormatId } from '../../documents/document.ts';
import { readDocument } from '../../documents/read.ts';
import type { Path } from '../../model/path.ts';

/** Parses a text as the check does; `format` is the owner's word. */
export type Parse = (text: string) => Promise<Document>;

export function parserOf(path: Path, format?: FormatId): Parse {
  const options = format === undefined ? {} : { format };
  return (text) => readDocument({ path, mode: 'file' }, { id: '', bytes: Buffer.from(text) }, options);
}
