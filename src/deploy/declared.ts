import { ok, type Result, refuse } from '../model/problem.ts';
import { criticalGlobFault, isLive, literalPath } from '../policy/globs.ts';
import type { Policy } from '../policy/policy.ts';

/** Problem: `usage`, for a glob that names no place of a host, or `/` with everything below it. */
export function checkWrites(globs: readonly string[]): Result<undefined> {
  for (const glob of globs) {
    const fault = glob.startsWith('/') ? criticalGlobFault(glob) : undefined;
    if (glob.startsWith('/') && fault === undefined && /[^/*]/.test(glob)) continue;
    const what = fault === undefined ? 'names no place below a directory of the host' : fault.fault;
    return refuse({
      code: 'usage',
      message: `--writes ${JSON.stringify(glob)} ${what}.`,
      hint: fault?.hint ?? 'Write an absolute path or glob: /etc/auth/*.yml, /etc/auth/production.yml.',
    });
  }
  return ok(undefined);
}

/**
 * The policy with what a deployment declares. What is declared is looked at, kept and put back like what is critical, and
 * so is everything else in a directory of which only some names are declared: `/etc/auth/*.yml`.
 */
export function withDeclared(policy: Policy, writes: readonly string[]): Policy {
  if (writes.length === 0) return policy;
  const files = [...new Set(writes.map(directoryOfNames))];
  const rule = { id: 'writes', files, protect: [], freeze: [], sensitive: [], identity: {} };
  return { ...policy, critical: [...policy.critical, rule] };
}

/** `/etc/auth/*` for `/etc/auth/*.yml`; others stay as they are. */
function directoryOfNames(glob: string): string {
  if (literalPath(glob) !== undefined) return glob;
  const slash = glob.lastIndexOf('/');
  const directory = glob.slice(0, slash);
  const isPlain = directory !== '' && literalPath(directory) !== undefined && !/[[({]/.test(directory);
  return isPlain && glob.slice(slash + 1) !== '**' ? `${directory}/*` : glob;
}

/** Whether the policy puts files of the checkout at live places at all. */
export function mapsFiles({ critical }: Policy): boolean {
  return critical.some(({ files, live = [] }) => live.length > 0 && files.some((glob) => !isLive(glob)));
}
