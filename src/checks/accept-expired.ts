import type { Check } from './check.ts';

export const acceptExpired: Check = {
  id: 'accept-expired',
  severity: 'warning',
  uncritical: 'warning',
  summary: 'An exception in the policy is over',
  help: 'An entry under `accept` would have let a finding of this change pass, but its last day is over. The finding counts again, and this one says why: an exception that ends unnoticed is one that nobody decides about.',
  configure:
    'Correct the cause, or have the owners of the policy renew the entry in a pull request of its own. The last day is `expires`, in UTC.',
  // Only `verdict/accept.ts` knows the day and which findings there are; it makes these findings.
  run: () => [],
  message: (finding) => ({
    what: `The exception for ${String(finding.args.finding)} in ${finding.path} expired on ${String(finding.args.expires)}.`,
    why: 'The finding that it accepted counts again.',
    fix: 'Correct the cause, or have the owners of the policy renew the entry in a pull request of its own.',
  }),
};
