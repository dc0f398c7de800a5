import { serviceOf } from '../../checks/words.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ScriptRule } from './rule.ts';
import { deed, instead, likely, milder, worse } from './words.ts';

export const criticalTreeAtRisk: ScriptRule = {
  id: 'critical-tree-at-risk',
  severity: 'error',
  critical: true,
  summary: 'A script removes, mirrors or overwrites a directory in which critical files are',
  help: 'Commands such as `rm -r`, `rsync --delete`, `cp -r`, `tar x` or `git clean` do not name the files that they write. The finding says which critical ones are among them. Where all that is copied is in the checkout, only the files that it really replaces count; what `--exclude` leaves alone does not. An archive that is unpacked far above the files is a notice: nobody knows what it holds.',
  configure:
    'Leave the files out (`--exclude`), keep what is replaced (`--backup-dir`), or name the files that are meant. `# holdfast-disable critical-tree-at-risk -- reason` before the command makes it a notice.',
  finds({ effect, touched }) {
    if (effect.host.kind === 'service' || touched.length === 0) return undefined;
    return touched.every(({ inside }) => inside !== undefined) ? {} : undefined;
  },
  message(finding) {
    return {
      what: `${deed(finding)}${likely(finding)}`,
      why: `${reason(finding)}${worse(finding)}${milder(finding)}`,
      fix: instead(finding, 'Leave the critical files out of the command, or copy them away before it.'),
    };
  },
};

function reason(finding: Finding): string {
  const service = serviceOf(finding.service);
  const lost = finding.args.gate === 'backup' ? '' : ', and no copy of it is kept';
  switch (finding.args.op) {
    case 'delete':
      return `${service} finds no configuration when all below that directory is gone${lost}.`;
    case 'mirror-tree':
      return `${service} loses every file that the source has not, and no command tells which those were.`;
    case 'discard':
      return `${service} loses what was changed there on the host, for good.`;
    default:
      return `${service} gets whatever lies in the source under these names, in place of what was there${lost}.`;
  }
}
