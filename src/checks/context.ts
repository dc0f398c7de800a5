import type { Document } from '../documents/document.ts';
import type { Arg } from '../findings/finding.ts';
import type { Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import type { Judgement } from '../schemas/judgement.ts';

/**
 * What the schema of a path says: one entry per declared schema. `proposed` is what the schema says about the
 * after version once this change, which edits the schema, is merged.
 */
export type SchemaVerdict =
  | { schema: string; before: Judgement | undefined; after: Judgement; proposed?: Judgement }
  | { schema: string; missing: Problem };

/** Another file of the same environment family, as it is on the before side. */
export type Sibling = { path: Path; environment: string; id: string; document: Document };

/** Lazy questions beyond the change itself. A check never reaches for git. */
export type Context = {
  schemas(): SchemaVerdict[];
  /** A value for a finding's args: masked when its key or its own shape is sensitive, shortened when long. */
  show(value: Json, segments: readonly string[]): Arg;
  /** The environment that this path belongs to by the policy's `environments`. */
  environment(): string | undefined;
  /** The same file of other environments. */
  siblings(): Sibling[];
  /** Another path of the after side that is the same file on a case-insensitive or normalising file system. */
  twin(): Path | undefined;
};
