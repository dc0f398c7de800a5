import type { Problem } from '../model/problem.ts';
import { octal } from '../model/text.ts';
import { changeJson } from '../reports/json.ts';
import { jsonText } from '../reports/snapshots.ts';
import type { Health } from '../services/health.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { Location, Plan } from './plan.ts';
import type { Restored } from './steps.ts';

/**
 * How a restore ended. `shown`: nothing was to be done (`--dry-run`, or somebody said no). `refused`: nothing was
 * touched. `unfinished`: the next run has to finish it.
 */
export type RestoreEnd = 'restored' | 'unchanged' | 'shown' | 'refused' | 'unfinished';

/** What is known of a restore when it ends; it is filled on the way. */
export type RestoreAccount = {
  end: RestoreEnd;
  root: string;
  snapshots: string[];
  plan?: Plan;
  /** Of which files of the plan the digest may be told; without it of none. */
  digests?: ReadonlySet<Location>;
  /** The differences by key that were shown. */
  changes?: ChangeSummary[];
  done?: Restored;
  /** How the services are that read the files. */
  services?: Health[];
  problems: Problem[];
};

/**
 * The account as JSON, for programs. Sensitive values are masked in it as they are on the screen; of a file that
 * may hold secrets there is no digest, against which somebody could try short ones.
 */
export function restoreJson(account: RestoreAccount): string {
  const { end, root, snapshots, plan, digests, changes, done, services = [], problems } = account;
  return jsonText({
    version: 1,
    end,
    root: root === '' ? '/' : root,
    snapshots,
    before: done?.journal.before ?? null,
    writes: (plan?.writes ?? []).map(({ path, sha256, mode, was }) => ({
      path,
      was,
      sha256: digests?.has(path) ? sha256 : null,
      mode: octal(mode),
    })),
    removes: plan?.removes ?? [],
    unchanged: plan?.unchanged.length ?? 0,
    foreign: (done?.foreign ?? []) satisfies Location[],
    changes: (changes ?? []).map(changeJson),
    services: services.map(({ service, state, ms }) => ({ name: service, state, ms: Math.round(ms) })),
    problems: problems.map(({ code, message, hint, path }) => ({ code, message, hint, path: path ?? null })),
  });
}
