import type { parseArgs } from 'node:util';
import type { Problem } from '../../model/problem.ts';
import { IDENTITY_OPTIONS } from '../encryption.ts';
import { JUDGING, usage } from '../judging.ts';

export const OPTIONS = {
  ...JUDGING,
  ...IDENTITY_OPTIONS,
  store: { type: 'string' },
  root: { type: 'string' },
  snapshot: { type: 'string' },
  commit: { type: 'string' },
  environment: { type: 'string' },
  service: { type: 'string', multiple: true },
  path: { type: 'string', multiple: true },
  host: { type: 'string' },
  ssh: { type: 'string' },
  timeout: { type: 'string' },
  metrics: { type: 'string' },
} as const;

export type Arguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** What does not go together. */
export function contradiction(args: Arguments, positionals: readonly string[]): Problem | undefined {
  const { snapshot, commit, environment, root, host, ssh, timeout } = args;
  const remote = host !== undefined || ssh !== undefined;
  if (positionals.length > 0) {
    const what = `verify takes no argument ${JSON.stringify(positionals[0])}.`;
    return usage(what, 'A snapshot is given by --snapshot, a commit by --commit, files by --path.');
  }
  if (snapshot !== undefined && commit !== undefined)
    return usage('Live files are held against one thing.', 'Give --snapshot or --commit, not both.');
  if (environment !== undefined && (snapshot ?? commit) !== undefined)
    return usage('--environment says whose known good is meant.', 'Leave --snapshot and --commit out.');
  if (root !== undefined && remote)
    return usage('--root is a directory of this machine.', 'Leave it out with --host and --ssh.');
  if (timeout !== undefined && !remote)
    return usage('--timeout is about a connection.', 'Use it with --host or --ssh only.');
  if (timeout !== undefined && !/^[1-9]\d{0,5}$/.test(timeout))
    return usage(`--timeout is ${JSON.stringify(timeout)}.`, 'Give whole seconds, such as 600.');
  if (host?.startsWith('-') || host === '')
    return usage(`--host is ${JSON.stringify(host)}.`, 'Name it as for ssh: user@host.');
  return undefined;
}
