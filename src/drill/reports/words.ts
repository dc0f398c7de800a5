import { plural } from '../../reports/messages.ts';
import type { Drilled, Trial } from '../drilled.ts';
import { passedIn, STRUCTURAL } from '../drilled.ts';
import { operators } from '../operators/index.ts';
import { blockOf, blockText } from '../proposals/block.ts';
import type { Proposal } from '../proposals/proposal.ts';

/** What was done, in words. */
export function titleOf({ operator }: Trial): string {
  return operators.find(({ id }) => id === operator)?.title ?? operator;
}

/** How the check saw an error that passed: `only a warning (value-doubtful)`, `not seen`. */
export function seenAs({ level, checks }: Trial): string {
  return level === 'missed' ? 'not seen' : `only a ${level} (${checks.join(', ')})`;
}

/** `3 of 96 errors that damage files or keys would pass` and the same of values, which is no measure of the policy. */
export function headlines(drilled: Drilled): string[] {
  const line = (groups: readonly Trial['group'][], what: string, end: string) => {
    const all = drilled.trials.filter(({ group }) => groups.includes(group)).length;
    const passed = passedIn(drilled, groups).length;
    return all === 0
      ? []
      : [`${passed === 0 ? 'None' : passed} of ${plural(all, 'error')} ${what} would pass${end}`];
  };
  const untold = ': nobody can tell a wrong value from a new one without being told.';
  return [
    ...line(STRUCTURAL, 'that damage a file or a key', '.'),
    ...line(['value'], 'in a value alone', untold),
  ];
}

/** `in 3 files, 2 of them as in the last drill; at least a severity of error stops a change`. */
export function scopeOf(drilled: Drilled): string {
  const { files, reused, seed, failOn, warnOnly } = drilled;
  const lost = cutOffSentence(drilled);
  const old = reused === 0 ? '' : `, ${reused} of them unchanged since the last drill`;
  return `${plural(files, 'critical file')}${old}; seed ${seed}; stopped is what is at least ${failOn === 'error' ? 'an error' : `a ${failOn}`}.${warnOnly ? ' By the policy (warn-only) nothing at all is stopped: this is what would be without it.' : ''}${lost === undefined ? '' : ` ${lost}`}`;
}

/** What a shallow clone leaves out, and what helps. */
export function cutOffSentence({ cutOff }: Drilled): string | undefined {
  if (cutOff === undefined) return undefined;
  const { commits, files } = cutOff;
  return `The history is cut off after ${plural(commits, 'commit')}: older versions of ${plural(files, 'critical file')} are not there to be put back (stale). Check out with fetch-depth: 0, or run git fetch --unshallow first.`;
}

/** The proposal as one line or a few, as it is written in the policy or the schema. */
export function proposalText(proposal: Proposal): { where: string; lines: string[] } {
  if (proposal.kind === 'schema') {
    return { where: `merged into ${proposal.path}`, lines: [JSON.stringify(proposal.patch)] };
  }
  const text = blockText(blockOf([proposal]))
    .trimEnd()
    .split('\n');
  if (proposal.kind === 'environments') return { where: 'in the policy', lines: text };
  return { where: 'in the policy', lines: text.slice(2).map((line) => line.slice(4)) };
}

/** What is pasted into the policy against the errors of these groups: the first proposal of each that passed. */
export function pasteText(drilled: Drilled, groups: readonly Trial['group'][]): string {
  return blockText(blockOf(policyProposals(drilled, groups)));
}

export function policyProposals(drilled: Drilled, groups: readonly Trial['group'][]): Proposal[] {
  return passedIn(drilled, groups).flatMap(
    ({ proposals }) => proposals.find(({ kind }) => kind !== 'schema') ?? [],
  );
}

/** When no rule stops an error: what does. */
export function withoutProposal({ level }: Trial): string {
  return level === 'missed'
    ? 'no rule that Holdfast could try stops it'
    : `no rule that Holdfast could try makes it an error; fail-on-severity: ${level} stops it`;
}
