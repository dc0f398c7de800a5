import type { Change } from '../changes/change.ts';
import type { Drift } from '../changes/drift.ts';
import type { Difference, Retention } from '../diff/difference.ts';
import type { Document } from '../documents/document.ts';
import type { Args, Finding, Severity } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';
import type { Pointer } from '../model/pointer.ts';
import type { PolicyChange } from '../policy/compare.ts';
import type { Selection } from '../policy/policy.ts';
import type { SchemaChange } from '../schemas/schema-change.ts';
import type { Context } from './context.ts';

/** Everything about one selected change that a check may look at. */
export type Subject = {
  change: Change;
  selection: Selection;
  before?: Document;
  after?: Document;
  /** The difference by key; `undefined` unless both sides are parsed. */
  difference: Difference | undefined;
  /** Share of the old non-blank lines that are kept; `undefined` unless both sides have text. */
  lines: Retention | undefined;
  /** Given when the file is one that Holdfast itself is steered by. */
  guard?: Guard;
  /** Given when the file stands on a host, and differs from what belongs there. */
  drift?: Drift;
  context: Context;
};

/** What a changed file means to Holdfast itself. */
export type Guard =
  | { kind: 'policy'; change: PolicyChange }
  /**
   * A schema that the base's policy names, or a part of one. `admits` are files of the same change that break the
   * base's schema and not the new one.
   */
  | { kind: 'schema'; change: SchemaChange; admits: readonly Path[] }
  /** A workflow that runs Holdfast: `runs` says whether it still does. */
  | { kind: 'workflow'; runs: boolean };

/** `segments` as a `KeyChange` has them; `pointer` on either side. */
export type KeyPath = { segments: readonly string[]; pointer: Pointer };

/** What a check reports; path, service, fingerprint and excerpt are added by the pipeline. */
export type Report = {
  severity?: Severity;
  place?: Place | undefined;
  side?: 'before' | 'after';
  key?: string;
  /** The key as patterns name it, for the severity that the policy gives it. */
  at?: KeyPath;
  /** Facts, with values wrapped by `subject.context.show(...)` so that sensitive ones are masked. */
  args: Args;
};

/** What a person reads: what happened, why it matters, what to do. Plain text, one or two sentences each. */
export type Message = { what: string; why: string; fix: string };

/** What is said about a check, or about a rule for scripts, wherever it is listed. */
export type Described = {
  id: string;
  /** Severity on critical files unless a report says otherwise. */
  severity: Severity;
  /** It speaks about the file as a whole: no single line shows it, and its findings carry no excerpt. */
  wholeFile?: true;
  /** One line for lists and for SARIF. */
  summary: string;
  /** A paragraph for the check's page: what it sees, and why that has caused outages. Markdown. */
  help: string;
  /** How an owner configures or accepts it. Markdown. */
  configure: string;
  /** @param base the id of the before side, for the command that puts the file back. */
  message(finding: Finding, base: string): Message;
};

/** One thing that Holdfast looks for. One file per check; the registry is `checks/index.ts`. */
export type Check = Described & {
  /** The highest severity on files that nobody declared critical; `off` keeps the check silent there. */
  uncritical: Severity | 'off';
  /** It only tells that a key changed: another check's finding about the same key, as severe or more, says more. */
  yields?: true;
  /** Ids of checks whose findings on the same file are consequences of this one's, and are folded under it. */
  folds?: readonly string[];
  /** Ids of checks whose findings on the same key are consequences of this one's. */
  foldsOfKey?: readonly string[];
  /** Whether this finding explains them; every one does unless this says no. */
  isCause?(finding: Finding): boolean;
  run(subject: Subject): Report[];
};
