import type { Arg } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { PolicyChange } from '../policy/compare.ts';
import type { SchemaChange } from '../schemas/schema-change.ts';
import type { Check, Report } from './check.ts';
import { putBack, withStop } from './words.ts';

export const policyChanged: Check = {
  id: 'policy-changed',
  severity: 'warning',
  uncritical: 'error',
  summary: 'The change edits what Holdfast judges by: the policy, a schema, or the workflow that runs it',
  help: 'The change is judged by the policy and the schemas of the base all the same. The finding tells the reviewer that the next change will be judged otherwise, and names what would no longer be guarded. A policy that is removed, or that cannot be read any more, is an error: the next change would not be guarded at all. So is a workflow that no longer runs Holdfast. A schema that is edited without allowing more than before is a notice; what allows more is named by `schema-weakened`.',
  configure: 'Own the policy and the schemas in CODEOWNERS. There is no option.',
  run({ guard, change }): Report[] {
    if (guard === undefined) return [];
    if (guard.kind === 'policy') return [ofPolicy(guard.change)];
    if (guard.kind === 'schema') return ofSchema(guard.change, guard.admits.length, change.path);
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
      if (what === 'schema') {
        return {
          what: `${finding.path} can no longer be used as a schema. ${withStop(String(problem))}`,
          why: 'Once it is merged, no file can be judged by it: every change of one would stop as inconclusive.',
          fix: `Correct it, or put it back: ${back}.`,
        };
      }
      return {
        what: `${finding.path} is no valid policy any more: ${withStop(String(problem))}`,
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
      if (what === 'schema') {
        return {
          what: `${finding.path} is the schema that the policy names and the base does not have.`,
          why: 'It counts from the next change on; this one is judged without it.',
          fix: 'Have the owners of its files review it.',
        };
      }
      return {
        what: `${finding.path} is a new policy.`,
        why: 'It counts from the next change on; this one is judged without it.',
        fix: `Try it on this change: holdfast check --policy ${finding.path}.`,
      };
    }
    const weakened = Array.isArray(weaker) && weaker.length > 0 ? ` It guards less: ${named(weaker)}.` : '';
    const uncompared =
      typeof problem === 'string' ? ` What it loosens cannot be said: ${withStop(problem)}` : '';
    const harmless =
      what === 'schema' && uncompared === '' ? ' It allows nothing that it did not allow before.' : '';
    return {
      what: `${finding.path} (${subject}) is edited.${weakened}${uncompared}${harmless}`,
      why: 'This change is judged by the version in the base; later changes are judged by the new one.',
      fix: 'Have the owners of the guarded services review it, best in a pull request of its own.',
    };
  },
};

/** What a schema allows more than before is said by another check. */
function ofSchema(change: SchemaChange, admits: number, path: Path): Report[] {
  const what = 'schema';
  switch (change.kind) {
    case 'removed':
      return [{ args: { what, how: 'removed' } }];
    case 'added':
      return [{ severity: 'notice', args: { what, how: 'added' } }];
    case 'broken': {
      const { message, place, path: file } = change.problem;
      const args = { what, how: 'invalid', problem: message };
      return [{ severity: 'error', place: file === path ? place : undefined, args }];
    }
    case 'uncompared':
      return [{ args: { what, how: 'edited', problem: change.problem.message } }];
    case 'edited':
      return change.loosened.length + admits > 0
        ? []
        : [{ severity: 'notice', args: { what, how: 'edited' } }];
  }
}

const MOST_WEAKER = 8;

/** What is no longer guarded; the parts have commas of their own. */
function named(weaker: readonly Arg[]): string {
  const more = weaker.length - MOST_WEAKER;
  return weaker.slice(0, MOST_WEAKER).map(String).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

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
