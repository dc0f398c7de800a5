import type { HideNames } from '../../checks/hidden-names.ts';
import type { Difference, KeyChange } from '../../diff/difference.ts';
import type { Document, ParsedDocument } from '../../documents/document.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Edits, OperatorGroup } from '../operators/operator.ts';

/** What is known of an error that passed. */
export type Facts = {
  path: Path;
  group: OperatorGroup;
  edits: Edits;
  /** The healthy file and the spoilt one, where that is text. */
  before: Document;
  after?: Document;
  policy: Policy;
  /** By key; `undefined` where the file has no keys to compare. */
  difference: Difference | undefined;
  /** Paths of the same file of other environments. */
  environments: readonly Path[];
  /** Whether a value may stand in a policy or a schema: it is not sensitive. */
  mayShow(value: Json, segments: readonly string[]): boolean;
  /** Takes the names of items out that may not be told. */
  hideNames: HideNames;
  /** The file's own schema, where it is a JSON file of the repository, and the healthy files that it judges. */
  schema?: { path: Path; value: JsonObject; files: readonly ParsedDocument[] };
};

/** An entry of `critical:` for one file; of several that select a file, all count. */
export type Entry = {
  files: Path;
  protect?: string[];
  freeze?: string[];
  forbid?: { key: string; value: string }[];
  rules?: { key: string; rule: string; message: string }[];
};

/** What would stop an error when it is added: to the policy, or (a JSON Merge Patch, RFC 7396) to a schema. */
export type Proposal =
  | { kind: 'protect' | 'freeze' | 'forbid' | 'rules'; entry: Entry }
  | { kind: 'environments'; pattern: string }
  | { kind: 'schema'; path: Path; patch: JsonObject };

/** One way to stop an error; the most promising proposal first. None of them has been tried yet. */
export type Maker = (facts: Facts) => Proposal[];

/** Keys that one proposal names: more would not be read. */
export const MOST_NAMED = 8;

/** Changes of the before side's keys in the only document of a file, as far as patterns can name them. */
export function lostOrChanged({ difference }: Facts, ...kinds: KeyChange['kind'][]): KeyChange[] {
  return (difference?.changes ?? []).filter(
    ({ kind, segments }) => kinds.includes(kind) && segments.length > 0,
  );
}
