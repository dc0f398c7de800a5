import { serviceOf } from '../../checks/words.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ScriptRule } from './rule.ts';
import { deed, instead, likely, milder, worse } from './words.ts';

export const criticalOverwrite: ScriptRule = {
  id: 'critical-overwrite',
  severity: 'error',
  critical: true,
  summary: 'A script replaces, edits or removes a critical file, and keeps nothing of it',
  help: 'The script is read, never run: variables, directories, functions, nested shells and `ssh` are followed, and what each command would write is compared with the policy. The file may be one of the checkout, or one on a host that the policy names with `live` or by an absolute path. Where only the end of the path is known (`$APP/config/auth.yml`), two names have to agree. It is a notice where the command is guarded, a backup was made before it, it runs in an image or on a runner, the script is one for tests or developers, or it writes the very file that the policy wants there. What is only appended is a warning.',
  configure:
    'Back the file up before the command, or let the command run only when the file is not there. What is meant stands in the script: `# holdfast-disable critical-overwrite -- reason` before the command; it stays a notice.',
  finds({ effect, touched }) {
    if (effect.host.kind === 'service' || touched.length === 0) return undefined;
    if (touched.every(({ inside }) => inside !== undefined)) return undefined;
    return effect.op === 'append' ? { severity: 'warning' } : {};
  },
  message(finding) {
    return {
      what: `${deed(finding)}${likely(finding)}`,
      why: `${reason(finding)}${worse(finding)}${milder(finding)}`,
      fix: instead(
        finding,
        'Copy the file away first, write the new one beside it, look at it, and move it into place.',
      ),
    };
  },
};

function reason(finding: Finding): string {
  const { op, source, gate } = finding.args;
  const lost = gate === 'backup' ? '' : ', and no copy of the old content is kept';
  const service = serviceOf(finding.service);
  switch (op) {
    case 'delete':
      return `${service} finds no configuration from then on${lost}.`;
    case 'append':
      return `${service} gets more with every run: what is appended twice may hold another value, or break the file.`;
    case 'edit':
      return `${service} gets what the edit leaves, also when its pattern matches too much or nothing${lost}.`;
    default:
      return source === undefined
        ? `${service} gets whatever the script makes${lost}.`
        : `${service} gets the content of ${source}, right or wrong${lost}.`;
  }
}
