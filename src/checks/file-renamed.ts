import type { Check } from './check.ts';
import { putBack, serviceOf } from './words.ts';

export const fileRenamed: Check = {
  id: 'file-renamed',
  wholeFile: true,
  severity: 'error',
  uncritical: 'off',
  summary: 'A critical file is moved to another path',
  help: 'A rename is the removal of the old path plus an addition. Whoever reads the old path finds nothing there, although the content still exists in the repository and every test of the content passes.',
  configure:
    'Name the new path in the policy first, change what reads the file, and move it last; or keep a copy at the old path for one deployment.',
  run({ change }) {
    if (change.status !== 'removed' || change.to === undefined) return [];
    return [{ side: 'before', args: { to: change.to } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} is moved to ${String(finding.args.to)}; nothing is left at the old path.`,
    why: `${serviceOf(finding.service)} looks for it where it was.`,
    fix: `Keep the old path until nothing reads it (${putBack(base, finding.path)}), or change its readers and the policy first.`,
  }),
};
