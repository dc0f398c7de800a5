import type { Finding } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { Reason, Touch } from './rank.ts';

/** One commit inside of a merge. */
export type Inner = { id: string; author: string; subject: string };

/** Something that changed what a service reads. Texts of commits are foreign, and one line each. */
export type Candidate = {
  /** `host`: a file changed between two snapshots of the store. */
  kind: 'commit' | 'host';
  /** A full commit id, or the id of the snapshot in which it was seen first. */
  id: string;
  /** The deployment that changed the host, as far as that is on record. */
  deployment: string | null;
  /** The commit's clock; for a host, that of the snapshot. */
  at: string;
  author: string | null;
  subject: string;
  pull: number | null;
  touch: Touch;
  score: number;
  /** The heaviest first. */
  reasons: Reason[];
  /** Its files that come nearest to the service. */
  paths: Path[];
  /** What it did to the service, by key, sensitive values masked. */
  changes: ChangeSummary[];
  /** What the check says about that, the worst first. */
  findings: Finding[];
  /** Other files that it changed, too. */
  others: number;
  /** What a merge brought, the newest first. */
  inner: Inner[];
  /** The command that puts it back. */
  undo: string;
};

/** A candidate that is not among those that were wanted: enough to place it in time. */
export type Further = Pick<
  Candidate,
  'kind' | 'id' | 'deployment' | 'at' | 'author' | 'subject' | 'touch' | 'score'
> & {
  /** A file of a host became what no commit has. */
  outsidePlan: boolean;
};

/** What was looked at: steps of the branch, by how near they come to the service. */
export type Looked = {
  steps: number;
  own: number;
  related: number;
  critical: number;
  other: number;
  /** Steps that changed no configuration. */
  none: number;
  /** Those of which the differences were read and judged. */
  judged: number;
  /** Pairs of snapshots of the store. */
  snapshots: number;
};

/** One end of the range, as a person may name it. */
export type End = { id: string | null; at: string; name: string };

export type Blame = {
  service: string | null;
  policy: string;
  since: End;
  until: End;
  /** The likeliest first. */
  candidates: Candidate[];
  /** Those after them in the order, 500 at most. */
  further: Further[];
  looked: Looked;
  /** Why there may be more than what was looked at. */
  missing: { reason: string; detail: string; hint: string; path?: Path }[];
};
