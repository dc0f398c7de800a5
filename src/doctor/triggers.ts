import { globMatcher } from '../policy/globs.ts';
import { about, type Facts, GATES, type Report, type Rule } from './rule.ts';
import { commandsOf, idOf, type Node, type Run, textAt, textsOf } from './workflow.ts';

const PULL_REQUEST = ['pull_request', 'pull_request_target'];
const TYPES = ['opened', 'synchronize', 'reopened'];

/** The last pattern that fits decides; `!` takes back. */
function selects(patterns: readonly string[], branch: string): boolean {
  const fitting = patterns.filter((pattern) => {
    const glob = pattern.replace(/^!/, '');
    return /[*?[]/.test(glob) ? globMatcher([glob])(branch) : glob === branch;
  });
  return fitting.length > 0 && !fitting.at(-1)!.startsWith('!');
}

/** What keeps an event from starting the workflow for every change of the branch. */
function filters(event: Node, branch: string | undefined): Report[] {
  const name = idOf(event);
  return Object.entries(event.value).flatMap(([key, value]) => {
    const report = (text: string) => [about(event, key, `\`${name}\` ${text}`)];
    const chosen = branch !== undefined && selects(textsOf(value), branch);
    const left = TYPES.filter((type) => !textsOf(value).includes(type)).join(', ');
    if (key === 'paths' || key === 'paths-ignore') return report(`is filtered by \`${key}\`.`);
    if (key === 'branches-ignore') return report(chosen ? `ignores ${branch}.` : 'ignores branches.');
    if (key === 'branches' && branch !== undefined && !chosen) return report(`leaves out ${branch}.`);
    const short = key === 'types' && PULL_REQUEST.includes(name) && left !== '' && value !== null;
    return short ? report(`is not started by the types ${left}.`) : [];
  });
}

function missing({ runs }: Facts, events: string[], severity: 'error' | 'warning'): Report[] {
  const [first] = runs;
  if (first === undefined || runs.some(({ job }) => events.some((name) => job.events.has(name)))) return [];
  return [about(first.job.workflow, 'on', `No workflow runs Holdfast on \`${events[0]}\`.`, severity)];
}

/** A checkout of what the pull request brings. */
function checkouts(step: Node): Report[] {
  const key = ['ref', 'repository'].find((name) => /head|refs\/pull/i.test(textAt(step, 'with', name)));
  const what = '`pull_request_target` with a checkout of the head of the pull request.';
  if (/^actions\/checkout@/i.test(textAt(step, 'uses')) && key) return [about(step, `with/${key}`, what)];
  const shell = /\bgh pr checkout\b|refs\/pull\//.test(commandsOf(step).join('\n'));
  return shell ? [about(step, 'run', what)] : [];
}

/** Required by a ruleset as a workflow, not by the name of its check. */
export function isRequiredWorkflow({ settings }: Facts, { job }: Run): boolean {
  return (settings?.workflows ?? []).some(({ here, path }) => here && path === job.workflow.source.path);
}

export const triggerRules: readonly Rule[] = [
  {
    id: 'missing-trigger',
    severity: 'error',
    summary:
      'Without `pull_request` a change is looked at only after it was merged; without `merge_group` a merge queue waits for the check until it gives up.',
    fix: 'Write `on: [pull_request, merge_group]`; without a merge queue the second does nothing.',
    run: (facts) => [
      ...missing(facts, PULL_REQUEST, 'error'),
      ...missing(facts, ['merge_group'], facts.settings?.mergeQueue ? 'error' : 'warning'),
    ],
  },
  {
    id: 'filtered-trigger',
    severity: 'error',
    summary:
      'A workflow that does not start reports nothing: a required check stays pending for ever, and one that is not required is simply absent. Path filters see only the first 300 files.',
    fix: 'Remove the filter. With nothing to check, Holdfast passes in seconds and says so.',
    run: ({ runs, branch }) =>
      runs.flatMap(({ job }) =>
        GATES.flatMap((name) => job.events.get(name) ?? []).flatMap((event) => filters(event, branch)),
      ),
  },
  {
    id: 'target-checkout',
    severity: 'error',
    summary:
      "`pull_request_target` has the repository's secrets and a token that may write: a stranger's code beside them can take both, and switch off every check.",
    fix: 'Use `pull_request`, or check out nothing but the base: Holdfast reads the head from git itself.',
    run: ({ jobs, runs }) =>
      jobs
        .filter(({ events }) => events.has('pull_request_target'))
        .filter((job) => runs.some((run) => run.job.workflow.source === job.workflow.source))
        .flatMap(({ steps }) => steps.flat().flatMap(checkouts)),
  },
  {
    id: 'cancelled',
    severity: 'error',
    summary:
      'A cancelled run of a workflow that a ruleset requires is not started again: the pull request stays blocked until somebody makes an exception.',
    fix: 'Remove `cancel-in-progress` from this workflow.',
    run: (facts) =>
      facts.runs
        .filter((run) => isRequiredWorkflow(facts, run))
        .flatMap(({ job }) => [job.workflow, ...job.holders])
        .filter((node) => !/^(false)?$/.test(textAt(node, 'concurrency', 'cancel-in-progress')))
        .map((node) => about(node, 'concurrency/cancel-in-progress', '`cancel-in-progress` is set.')),
  },
];
