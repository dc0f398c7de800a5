import { knownStart } from '../text.ts';
import { isConfiguration } from './places.ts';
import type { ScriptRule, ScriptSubject } from './rule.ts';
import { deed, instead, worse } from './words.ts';

export const inplaceEdit: ScriptRule = {
  id: 'inplace-edit-no-backup',
  severity: 'notice',
  critical: false,
  summary: 'A configuration file is edited in place, without a copy',
  help: '`sed -i`, `yq -i` and `perl -i` say nothing when their pattern matches nothing, or too much.',
  configure: 'Keep a copy (`sed -i.bak`), and compare after the edit.',
  finds: (subject) =>
    subject.effect.rule === 'inplace-edit-no-backup' && isOthers(subject) && isConfiguration(subject)
      ? {}
      : undefined,
  message: (finding) => ({
    what: deed(finding),
    why: `When the pattern matches nothing, or too much, nothing tells it and no copy is kept.${worse(finding)}`,
    fix: instead(finding, 'Keep a copy, and look at the difference.'),
  }),
};

/** Scripts that are meant to take away what they, or a package, have put there. */
const REMOVES =
  /(^|[^a-z])(uninstall|remove|rm|purge|clean|cleanup|teardown|destroy|reset|postrm|prerm|prune)([^a-z]|$)/i;

export const removeConfig: ScriptRule = {
  id: 'remove-config',
  severity: 'warning',
  critical: false,
  summary: 'A script removes a configuration file that it has not made',
  help: 'Files of the checkout and below `/etc`, which nobody declared critical. Scripts that clean up or uninstall, by their name, say nothing here.',
  configure:
    'Declare the file critical when it is, or write `# holdfast-disable remove-config -- reason` before the command.',
  finds(subject) {
    const { effect, target, files } = subject;
    if (effect.rule !== 'remove-config' || !isOthers(subject) || effect.command === 'mv') return undefined;
    if (REMOVES.test(effect.script) || effect.via.some((step) => REMOVES.test(step))) return undefined;
    const start = knownStart(target.path);
    const inEtc = start.startsWith('/etc/') && target.confidence !== 'low';
    if (target.tree) return inEtc && !/^\/etc\/(apt|ssl|pki|systemd)(\/|$)/.test(start) ? {} : undefined;
    return isConfiguration(subject) && (inEtc || files.has(start)) ? {} : undefined;
  },
  message: (finding) => ({
    what: deed(finding),
    why: `No copy of it is kept, and what reads it starts without.${worse(finding)}`,
    fix: instead(finding, 'Move it away instead, and delete it when nothing misses it.'),
  }),
};

export const infrastructureApply: ScriptRule = {
  id: 'infrastructure-apply',
  severity: 'notice',
  critical: false,
  anyTarget: true,
  summary: 'Infrastructure is changed without a look at the plan',
  help: '`terraform apply -auto-approve` does what the plan of the moment says, also when that destroys something.',
  configure: 'Save the plan, have it approved, and apply that file: `terraform apply plan.out`.',
  finds: ({ effect, touched }) =>
    effect.rule === 'infrastructure-apply' && touched.length === 0 ? {} : undefined,
  message: (finding) => ({
    what: `${finding.path} applies infrastructure without asking in line ${finding.line}: \`${finding.args.command}\`.`,
    why: 'What the plan of that moment destroys is destroyed; nobody has seen it.',
    fix: instead(finding, 'Save the plan, have it approved, and apply that file.'),
  }),
};

function isOthers({ touched, made }: ScriptSubject): boolean {
  return touched.length === 0 && !made;
}
