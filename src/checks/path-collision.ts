import type { Check } from './check.ts';

export const pathCollision: Check = {
  id: 'path-collision',
  severity: 'error',
  uncritical: 'off',
  summary: 'A new path is the same file as a critical one on some file systems',
  help: 'Two paths that differ only in case, or in how accents are encoded, are one file on macOS, on Windows and on some network shares: whichever is written last wins.',
  configure: 'There is no option. Choose another name.',
  run({ context }) {
    const twin = context.twin();
    return twin === undefined ? [] : [{ args: { twin } }];
  },
  message: (finding) => ({
    what: `${finding.path} and ${String(finding.args.twin)} are the same file where names are not case-sensitive or are normalised.`,
    why: 'Whichever is checked out or copied last replaces the other, without a message.',
    fix: 'Give the new file another name, or delete it.',
  }),
};
