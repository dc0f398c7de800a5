import type { Finding } from '../../findings/finding.ts';
import { shown } from '../text.ts';
import { isConfiguration } from './places.ts';
import type { ScriptRule, ScriptSubject } from './rule.ts';
import { deed, instead, worse } from './words.ts';

type Kind = {
  id: string;
  summary: string;
  help: string;
  why: string;
  fix: string;
  unless?: (subject: ScriptSubject) => boolean;
};

const NOT_DECLARED =
  ' It speaks of files that nobody declared critical, where their name or place says that they are configuration, and never where the script has made the file itself.';
const CONFIGURE =
  'Declare the file critical when it is, or write `# holdfast-disable {id} -- reason` before the command when it may be lost.';

/** One family of commands on a configuration file that nobody declared. */
function overConfig({ id, summary, help, why, fix, unless }: Kind): ScriptRule {
  return {
    id,
    severity: 'warning',
    critical: false,
    summary,
    help: help + NOT_DECLARED,
    configure: CONFIGURE.replace('{id}', id),
    finds(subject) {
      const { effect, touched, made } = subject;
      if (effect.rule !== id || touched.length > 0 || made || unless?.(subject)) return undefined;
      return effect.op !== 'append' && isConfiguration(subject) ? {} : undefined;
    },
    message: (finding: Finding) => ({
      what: deed(finding),
      why: `${why}${worse(finding)}`,
      fix: instead(finding, fix),
    }),
  };
}

/** What the script made beside the target is moved over it: the safe form of a redirection. */
function isOwnWork({ madeSource, effect }: ScriptSubject): boolean {
  return (
    madeSource || effect.sources.some((source) => /\.(tmp|temp|new)$|<temporary \d+>/.test(shown(source)))
  );
}

export const overConfigRules: readonly ScriptRule[] = [
  overConfig({
    id: 'redirect-over-config',
    summary: 'A redirection overwrites a configuration file',
    help: '`>` and `tee` empty the file before the command writes its first line. When the command fails, the file stays empty.',
    why: 'The old content is gone before the new one is there, and no copy of it is kept.',
    fix: 'Write to a file beside it, and move that over it.',
  }),
  overConfig({
    id: 'copy-over-config',
    summary: 'A copy replaces a configuration file',
    help: '`cp` over a file that is in use keeps nothing of it.',
    why: 'What was changed in the file since the last run is lost, and no copy of it is kept.',
    fix: 'Keep the old one: `cp --backup=numbered`.',
  }),
  overConfig({
    id: 'move-over-config',
    summary: 'A file is moved over a configuration file',
    help: '`mv` over a file that is in use keeps nothing of it. What the script has made beside the file, and then moves over it, is the safe form and says nothing.',
    why: 'What was changed in the file since the last run is lost, and no copy of it is kept.',
    fix: 'Keep the old one: `mv --backup=numbered`.',
    unless: isOwnWork,
  }),
  overConfig({
    id: 'install-over-config',
    summary: '`install` replaces a configuration file',
    help: '`install` removes the file and writes a new one. It is made for programs, which nobody edits in place.',
    why: 'What was changed in the file since the last run is lost, and no copy of it is kept.',
    fix: 'Keep the old one: `install --backup=numbered`.',
    unless: isOwnWork,
  }),
  overConfig({
    id: 'symlink-over-config',
    summary: 'A link takes the place of a configuration file',
    help: '`ln -sf` removes the file that stands under the name of the link.',
    why: 'When a regular file stands there, it is lost, and no copy of it is kept.',
    fix: 'Keep what stands there: `ln -s --backup=numbered`.',
  }),
  overConfig({
    id: 'download-over-config',
    summary: 'A download replaces a configuration file',
    help: '`curl -o` and `wget -O` write over the file while the download runs: half of it, or an error page, stays when it fails.',
    why: 'What the server gives is in use at once, whatever it is.',
    fix: 'Download to a temporary file with `--fail`, look at it, and move it into place.',
  }),
  overConfig({
    id: 'remote-copy-over-config',
    summary: 'A copy to another host replaces a configuration file there',
    help: '`scp`, `rsync` or `docker cp` over a file in use keeps nothing of it.',
    why: 'What was changed in the file on that host is lost, and no copy of it is kept.',
    fix: 'Keep the old one: `rsync --backup`, or copy it on the host first.',
  }),
];
