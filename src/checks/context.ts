import type { KeyChange } from '../diff/difference.ts';
import type { Document } from '../documents/document.ts';
import type { Arg, Severity } from '../findings/finding.ts';
import type { Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import type { Relation } from '../policy/relatives.ts';
import type { Judgement, RuleViolation } from '../schemas/judgement.ts';
import type { PastCommit } from '../snapshots/history.ts';

/**
 * What the schema of a path says: one entry per declared schema. `proposed` is what the schema says about the
 * after version once this change, which edits the schema, is merged.
 */
export type SchemaVerdict =
  | { schema: string; before: Judgement | undefined; after: Judgement; proposed?: Judgement }
  | { schema: string; missing: Problem };

/** A rule that the after side breaks. */
export type BrokenRule = RuleViolation & {
  /** The policy's name for the rule (`critical[0].rules[1]`), or the schema that it stands in. */
  source: { policy: string } | { schema: string };
  severity: Severity;
};

/**
 * Another file that this one may be mistaken for, as it is on the before side. `copy`: any file whose content the
 * change puts here to the byte. `after`: the sibling's own after version, given for other environments unless the
 * change removes it.
 */
export type Sibling = {
  path: Path;
  relation: Relation | 'copy';
  environment?: string;
  id: string;
  document: Document;
  after?: Document;
  /** The change puts this file's old content there. */
  swapped: boolean;
};

/** A file of the after side, near to the subject's. */
export type Nearby = { path: Path; text: string };

/** A critical file, or some of its keys, become what they were before later commits. */
export type WentBack = {
  /** The whole content is that of the older version; otherwise only `keys` are. */
  whole: boolean;
  /** The commit since which the older version had stood. */
  to: PastCommit;
  /** The keys that go back; `undefined` where keys cannot be compared. */
  keys: KeyChange[] | undefined;
  /** The commits whose work on this file, or on these keys, is undone, newest first. */
  commits: PastCommit[];
  /**
   * All files of the change that go back, whole, to one moment with this one, of `touched` that changed. `first`
   * is the first critical one of them, at which the whole is told.
   */
  together?: { files: Path[]; first: Path; touched: number; commits: PastCommit[] };
};

/** Lazy questions beyond the change itself. A check never reaches for git. */
export type Context = {
  schemas(): SchemaVerdict[];
  /** What the after side breaks of the policy's rules and of those inside the declared schemas. */
  rules(): BrokenRule[];
  /** A value for a finding's args: masked when its key or its own shape is sensitive, shortened when long. */
  show(value: Json, segments: readonly string[]): Arg;
  /** The environment that this path belongs to, by the policy's `environments` or by a word of the path. */
  environment(): string | undefined;
  /** The same file of other environments, samples, peers and copies; the nearest relation first. */
  siblings(): Sibling[];
  /** A version with all embedded documents opened, where the policy forbids values; as it is elsewhere. */
  everything(side: 'before' | 'after'): Document | undefined;
  /** Files of the after side, the nearest first: where something may refer to what a critical file lost. */
  nearby(): Nearby[];
  /** Another path of the after side that is the same file on a case-insensitive or normalising file system. */
  twin(): Path | undefined;
  /**
   * Whether the change says that something is removed, or speaks of one of these names; `undefined` when it has no
   * messages (a work tree, a history that is cut off).
   */
  announcesRemoval(names: readonly string[]): boolean | undefined;
  /** Whether the change says that something is taken back; `undefined` when it has no messages. */
  announcesRevert(): boolean | undefined;
  /** Whether the change goes back to older content, unless a commit message announces that. */
  wentBack(): WentBack | undefined;
};
