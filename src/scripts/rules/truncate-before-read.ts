import type { ScriptRule } from './rule.ts';
import { deed, instead, milder } from './words.ts';

export const truncateBeforeRead: ScriptRule = {
  id: 'truncate-before-read',
  severity: 'error',
  critical: false,
  anyTarget: true,
  summary: 'A command reads the file that its own redirection empties',
  help: 'In `jq … app.json > app.json` the shell empties the file before the command starts. What is left is an empty file, always. It is an error on every file, critical or not.',
  configure: 'Write to another file and move it. There is no option.',
  finds: ({ effect }) => (effect.readsTarget ? {} : undefined),
  message(finding) {
    return {
      what: deed(finding, 'empties'),
      why: `The shell empties the file before the command reads it, so that nothing is left of it.${milder(finding)}`,
      fix: instead(finding, 'Write to a temporary file beside it, and move that over it.'),
    };
  },
};
