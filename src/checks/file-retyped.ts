import type { Check, Report } from './check.ts';
import { putBack } from './words.ts';

const WORDS: Record<string, string> = {
  file: 'a plain file',
  executable: 'an executable file',
  symlink: 'a symbolic link',
  submodule: 'a submodule',
};

export const fileRetyped: Check = {
  id: 'file-retyped',
  wholeFile: true,
  severity: 'error',
  uncritical: 'warning',
  folds: [
    'file-replaced',
    'file-emptied',
    'syntax-error',
    'schema-violation',
    'rule-violation',
    'key-removed',
  ],
  summary: 'A critical file becomes a symbolic link, a submodule or executable',
  help: 'What stands at the path is no longer a plain file with the configuration in it. A symbolic link makes the content depend on where it is deployed, a submodule is an empty directory in most checkouts; neither can be compared. A changed executable bit is only a warning.',
  configure: 'There is no option: a critical path holds a file.',
  run({ change }): Report[] {
    const [from, to] = [change.before?.mode, change.after?.mode];
    if (to === undefined) return [];
    const plain = to === 'file' || to === 'executable';
    if (from === undefined) return plain ? [] : [{ args: { from: 'nothing', to } }];
    if (from === to) return [];
    const bitOnly = plain && (from === 'file' || from === 'executable');
    return [bitOnly ? { severity: 'warning', args: { from, to } } : { args: { from, to } }];
  },
  message(finding, base) {
    const { from, to } = finding.args;
    if (finding.args.from === 'nothing') {
      return {
        what: `${finding.path} is added as ${WORDS[String(to)]}.`,
        why: 'What it holds depends on where it is deployed, and cannot be checked here.',
        fix: 'Add a plain file with the configuration in it.',
      };
    }
    const bit = to === 'executable' || (to === 'file' && from === 'executable');
    return {
      what: `${finding.path} was ${WORDS[String(from)]} and becomes ${WORDS[String(to)]}.`,
      why: bit
        ? 'Configuration is read, not run; the bit usually comes from a copy between file systems.'
        : 'What it holds then depends on where it is deployed, and cannot be checked here.',
      fix: bit
        ? `Set it as it was: git update-index --chmod=${to === 'executable' ? '-x' : '+x'} ${finding.path}.`
        : `Put the file back: ${putBack(base, finding.path)}.`,
    };
  },
};
