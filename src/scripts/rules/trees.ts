import { isLive } from '../../policy/globs.ts';
import { knownStart, shown } from '../text.ts';
import { isLiveTree } from './places.ts';
import type { ScriptRule, ScriptSubject } from './rule.ts';
import { deed, instead, worse } from './words.ts';

const SPARES = /\s(--exclude|--exclude-from|--filter|-f|--backup-dir|--backup|-b)\b/;

export const treeMirrorDelete: ScriptRule = {
  id: 'tree-mirror-delete',
  severity: 'warning',
  critical: false,
  summary: 'A mirror deletes on a host what the source has not',
  help: '`rsync --delete` and `aws s3 sync --delete` remove every file at the target that the source does not have: uploads, local configuration, what another deployment has put there. A mirror of what is published (`static`, `public`, `mirror` … in a path) is a notice.',
  configure: 'Leave out what belongs to the host (`--exclude`), or keep what is deleted (`--backup-dir`).',
  finds: (subject) => {
    const { effect, touched } = subject;
    if (effect.rule !== 'tree-mirror-delete' || touched.length > 0 || SPARES.test(effect.text))
      return undefined;
    const found = effect.host.kind === 'bucket' ? knownName(subject) : isLiveTree(subject) ? {} : undefined;
    return found && isPublished(subject) ? { severity: 'notice' } : found;
  },
  message: (finding) => ({
    what: deed(finding),
    why: `Whatever stands there and not in the source is deleted, configuration of the host included.${worse(finding)}`,
    fix: instead(
      finding,
      'Name what has to stay with `--exclude`, or keep what is deleted with `--backup --backup-dir`.',
    ),
  }),
};

export const extractOverLiveTree: ScriptRule = {
  id: 'extract-over-live-tree',
  severity: 'warning',
  critical: false,
  summary: 'An archive is unpacked over a directory that is in use',
  help: '`tar x` and `unzip -o` replace every file that the archive also has. Reported below `/etc`, `/srv` and `/var/www`, and on other hosts.',
  configure:
    'Unpack into a new directory and switch to it, or keep the old files (`tar --backup`, `--keep-old-files`).',
  finds: (subject) =>
    subject.effect.rule === 'extract-over-live-tree' && subject.touched.length === 0 && isLiveTree(subject)
      ? {}
      : undefined,
  message: (finding) => ({
    what: deed(finding),
    why: `Every file that the archive also has is replaced, and no copy of the old ones is kept.${worse(finding)}`,
    fix: instead(finding, 'Unpack into a new directory, look at it, and switch to it.'),
  }),
};

export const gitDiscardOnServer: ScriptRule = {
  id: 'git-discard-on-server',
  severity: 'warning',
  critical: false,
  summary: 'A script discards local changes in a checkout on a server',
  help: '`git reset --hard`, `git checkout -f` and `git clean -f` take away what was edited or added on the host. Reported for checkouts on other hosts and at absolute paths, not for the one in which the script itself stands, nor for one that the script has cloned.',
  configure: 'Stop when there are local changes (`git diff --quiet || exit 1`), or keep them (`git stash`).',
  finds: (subject) => {
    const { effect, target, touched, made } = subject;
    if (made || effect.ownClone || effect.rule !== 'git-discard-on-server') return undefined;
    if (touched.length > 0 || target.confidence === 'low') return undefined;
    const remote = effect.host.kind === 'ssh';
    return remote || /^\/(?!tmp\/|var\/tmp\/|dev\/)/.test(knownStart(target.path)) ? {} : undefined;
  },
  message: (finding) => ({
    what: deed(finding),
    why: `What somebody has corrected on that host is lost without a trace.${worse(finding)}`,
    fix: instead(finding, 'Stop when there are local changes: `git diff --quiet || exit 1`.'),
  }),
};

/** A site or a mirror is made to be the same as its source. */
const PUBLISHED = /(^|[/._-])(pub|public|static|html|htdocs|mirrors?|docs?|assets|_site)([/._-]|$)/i;

function isPublished({ target, effect }: ScriptSubject): boolean {
  return [target.path, ...effect.sources].some((path) => PUBLISHED.test(shown(path)));
}

function knownName({ target }: ScriptSubject) {
  return target.confidence !== 'low' && isLive(knownStart(target.path)) ? {} : undefined;
}
