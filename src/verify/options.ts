import type { Against } from '../changes/drift.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import type { Asked, Part } from '../restore/choose.ts';
import type { LoadSchema } from '../schemas/load.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { Collected } from '../store/manifest.ts';
import type { LiveScope } from '../store/scope.ts';

/** What the caller brings: what belongs on the host, and the host. */
export type VerifyOptions = {
  against: Against;
  /** The snapshots, or the commit as one. */
  parts: readonly Part[];
  /** Why contents of theirs are not known, by the name of the object in the store. */
  sealed: ReadonlyMap<string, Problem>;
  good: { id: string; read: Snapshot['read'] };
  /** `collect` finds, and hashes, what stands in a scope; `read` gives contents of it. */
  live: { id: string; collect(scope: LiveScope): Promise<Result<Collected>>; read: Snapshot['read'] };
  /** The policy of today; without it what the snapshots keep of theirs counts. */
  policy?: Policy | undefined;
  /** What a person asked for where there is no policy of today. */
  limits: Pick<Policy, 'failOn' | 'warnOnly'>;
  asked: Asked;
  schemas: LoadSchema;
};
