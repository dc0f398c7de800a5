import type { Check } from './check.ts';
import { putBack, serviceOf } from './words.ts';

export const fileRemoved: Check = {
  id: 'file-removed',
  wholeFile: true,
  severity: 'error',
  uncritical: 'notice',
  summary: 'A critical file is deleted',
  help: 'The path exists in the base and not in the head. A service that starts without its configuration fails, or starts with built-in defaults, which is worse because nothing says so. In documented accidents, deletions came from clean-up scripts, from merges that resolved a conflict the wrong way, and from generators that wrote nothing.',
  configure:
    'When a file is meant to go, take its path out of the policy in a pull request of its own first: the policy is read from the base.',
  run({ change }) {
    if (change.status !== 'removed' || change.to !== undefined) return [];
    return [{ side: 'before', args: { content: change.before?.id.slice(0, 12) ?? '' } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} is deleted.`,
    why: `${serviceOf(finding.service)} starts without its configuration, or with built-in defaults.`,
    fix: `Put it back: ${putBack(base, finding.path)}. If the file is really no longer used, take it out of the policy first, in a pull request of its own.`,
  }),
};
