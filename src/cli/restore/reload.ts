import type { Problem } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { plural } from '../../reports/messages.ts';
import type { RestoreAccount } from '../../restore/report.ts';
import { affectedServices } from '../../services/affected.ts';
import { applyAndTell } from '../apply-services.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';
import type { Reload } from './parts.ts';

/**
 * Has the services of restored files read them, as far as a policy says how.
 * @param wanted whether nobody said `--no-reload`
 */
export function reloader(
  policy: Policy | undefined,
  wanted: boolean,
  io: CliIo,
  account: RestoreAccount,
): Reload {
  return async ({ root, before, writes, removes }) => {
    const places = [...writes.map(({ path }) => path), ...removes];
    const found = policy === undefined ? NONE : affectedServices(policy, places);
    if (!wanted || root !== '' || found.services.length === 0) {
      io.stdout('A restored file is not an applied configuration: reload the services that read it.\n');
      return 0;
    }
    const many = plural(found.services.length, 'service');
    io.stdout(`A restored file is not an applied configuration: reloading and probing ${many}.\n`);
    const { healths, problems } = await applyAndTell(found.services, found.unknown, io);
    account.services = [...(account.services ?? []), ...healths];
    if (problems.length === 0) return 0;
    for (const problem of [...problems, notHealthy(before)]) {
      io.stderr(problemText(problem, io));
      account.problems.push(problem);
    }
    return 1;
  };
}

const NONE = { services: [], unknown: [] };

function notHealthy(before: string | null): Problem {
  const back = before === null ? '' : `, or take the restore back: holdfast restore ${before}`;
  return {
    code: 'restored-not-healthy',
    message: 'The files are restored, and not every service that reads them is well.',
    hint: `Restore an earlier snapshot (holdfast backup list)${back}.`,
  };
}
