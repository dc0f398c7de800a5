import type { Document } from '../documents/document.ts';
import type { Arg } from '../findings/finding.ts';
import type { Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import type { Judgement } from '../schemas/judgement.ts';

/** What the schema of a path says: one entry per declared schema. */
export type SchemaVerdict =
  | { schema: string; before: Judgement | undefined; after: Judgement }
  | { schema: string; missing: Problem };

/** Lazy, memoised questions beyond the change itself. A check never reaches for git. */
export type Context = {
  schemas(): SchemaVerdict[];
  /** A value for a finding's args: masked when its key or its own shape is sensitive, shortened when long. */
  show(value: Json, segments: readonly string[]): Arg;
  /** Other files of the before side with which this one could be confused (same family), and their documents. */
  siblings(): { path: Path; document: Document; environment?: string }[];
};
