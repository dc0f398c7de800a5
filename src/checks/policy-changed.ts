import type { PolicyChange } from '../policy/compare.ts';
import type { Check, Report } from './check.ts';
import { list, putBack } from './words.ts';

export const policyChanged: Check = {
  id: 'policy-changed',
  severity: 'warning',
  uncritical: 'error',
  summary: 'The change edits what Holdfast judges by: the policy, a schema, or the workflow that runs it',
  help: 'The change is judged by the policy and the schemas of the base all the same. The finding tells the reviewer that the next change will be judged otherwise, and names what would no longer be guarded. A policy that is removed, or that cannot be read any more, is an error: the next change would not be guarded at all. So is a workflow that no longer runs Holdfast.',
  configure: 'Own the policy and the schemas in CODEOWNERS. There is no option.',
  run({ guard, change }): Report[] {
    if (guard === undefined) return [];
    if (guard.kind === 'policy') return [ofPolicy(guard.change)];
    if (guard.kind === 'schema') {
      return [{ args: { what: 'schema', how: change.after === undefined ? 'removed' : 'edited' } }];
    }
    return [
      guard.runs
        ? { args: { what: 'workflow', how: 'edited' } }
        : { severity: 'error', args: { what: 'workflow', how: 'removed' } },
    ];
  },
  message(finding, base) {
    const { what, how, weaker, problem } = finding.args;
    const subject =
      what === 'policy' ? 'the policy' : what === 'schema' ? 'a schema' : 'the workflow that runs Holdfast';
    const back = putBack(base, finding.path);
    if (how === 'invalid') {
      return {
        what: `${finding.path} is no valid policy any more: ${String(problem)}.`,
        why: 'Once it is merged, no change can be judged: every check would stop as inconclusive.',
        fix: `Correct it at the line shown, or put it back: ${back}.`,
      };
    }
    if (how === 'removed') {
      return {
        what:
          what === 'workflow'
            ? `${finding.path} no longer runs Holdfast.`
            : `${finding.path} (${subject}) is removed.`,
        why: 'Once it is merged, nothing of what it guards is checked.',
        fix: `Put it back: ${back}.`,
      };
    }
    if (how === 'added') {
      return {
        what: `${finding.path} is a new policy.`,
        why: 'It counts from the next change on; this one is judged without it.',
        fix: `Try it on this change: holdfast check --policy ${finding.path}.`,
      };
    }
    const weakened =
      Array.isArray(weaker) && weaker.length > 0 ? ` It guards less: ${list(weaker, weaker.length, 8)}.` : '';
    return {
      what: `${finding.path} (${subject}) is edited.${weakened}`,
      why: 'This change is judged by the version in the base; later changes are judged by the new one.',
      fix: 'Have the owners of the guarded services review it, best in a pull request of its own.',
    };
  },
};

function ofPolicy(change: PolicyChange): Report {
  switch (change.kind) {
    case 'removed':
      return { severity: 'error', args: { what: 'policy', how: 'removed' } };
    case 'added':
      return { severity: 'notice', args: { what: 'policy', how: 'added' } };
    case 'invalid':
      return {
        severity: 'error',
        place: change.place,
        args: { what: 'policy', how: 'invalid', problem: change.problem },
      };
    case 'edited':
      return { args: { what: 'policy', how: 'edited', weaker: change.weaker } };
  }
}
