import type { Described } from '../../checks/check.ts';

export const suppressionWithoutReason: Described = {
  id: 'suppression-without-reason',
  severity: 'warning',
  summary: 'A comment turns a rule off without a reason, or for no known rule',
  help: '`# holdfast-disable critical-overwrite -- the host keeps a copy` turns a rule off for one command. Without the reason behind `--` it counts for nothing.',
  configure: 'Write the reason, and the ids of rules as this page lists them.',
  message({ path, line, args }) {
    const unknown = args.unknown === undefined ? undefined : String(args.unknown);
    return {
      what:
        unknown === undefined
          ? `${path} turns off ${args.rules} in line ${line} without a reason.`
          : `${path} turns off ${unknown} in line ${line}, and there is no such rule.`,
      why: 'The comment counts for nothing: who reads it later could not tell whether it still holds.',
      fix:
        unknown === undefined
          ? `Write why: \`# holdfast-disable ${args.rules} -- reason\`.`
          : 'Write the id as the finding names it.',
    };
  },
};

export const suppressionUnused: Described = {
  id: 'suppression-unused',
  severity: 'notice',
  summary: 'A comment turns a rule off where that rule has nothing to say',
  help: 'The command was made safe, has moved, or never was a finding. A comment that is left over may hide the next one.',
  configure: 'Remove the comment.',
  message: ({ path, line, args }) => ({
    what: `${path} turns off ${args.rules} in line ${line}, where it finds nothing.`,
    why: 'What is left over may hide the next finding.',
    fix: 'Remove the comment.',
  }),
};
