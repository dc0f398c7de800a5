import { isObject } from '../model/json.ts';
import { about, type Facts, GATES, type Report, type Rule } from './rule.ts';
import {
  childrenOf,
  commandsOf,
  holdfastLine,
  idOf,
  type Job,
  type Node,
  type Run,
  rootOf,
  textAt,
  textsOf,
} from './workflow.ts';

/** Conditions, without `${{ }}` and spaces, that skip nothing but a run that somebody cancelled. */
const NEVER_SKIPS = /^(?:true|success\(\)|always\(\)|!cancelled\(\)|success\(\)\|\|failure\(\))?$/;
const IN_SPITE_OF_NEEDS = /^(?:always\(\)|!cancelled\(\))$/;
/** What throws away the exit code of the command before it; a pipe does so without `pipefail`. */
const SWALLOWED = /\bcheck\b.*(?:\|\|(?!.*\bexit\s+[1-9$])|;\s*(?:exit\s+0|true)\b|(?<![>&])&(?!&)(?!>))/;
const PIPED = /\bcheck\b[^|]*\|[^|]/;

function conditionOf(node: Node): string {
  return textAt(node, 'if').replace(/^\s*\$\{\{|\}\}\s*$|\s+/g, '');
}

/** One of the alternatives is true on every gate of the workflow. */
function namesEveryGate(condition: string, { events }: Job): boolean {
  const named = condition.split('||').map((part) => /^github\.event_name=='(\w+)'$/.exec(part)?.[1]);
  return GATES.every((gate) => !events.has(gate) || named.includes(gate));
}

/** Jobs that have to succeed before this one, directly or not. */
function neededBy(job: Node, seen = new Set<string>()): Node[] {
  const siblings = childrenOf(rootOf(job.source), 'jobs');
  return textsOf(job.value.needs).flatMap((id) => {
    const needed = seen.has(id) ? undefined : siblings.find((one) => idOf(one) === id);
    return needed === undefined ? [] : [needed, ...neededBy(needed, seen.add(id))];
  });
}

function skips({ job, holders }: Run): Report[] {
  return holders.flatMap((holder) => {
    const condition = conditionOf(holder);
    const needed = IN_SPITE_OF_NEEDS.test(condition) ? [] : neededBy(holder);
    const idle = needed.find((one) => !NEVER_SKIPS.test(conditionOf(one)));
    const names = textsOf(holder.value.needs).join(', ');
    const more = idle === undefined ? '.' : `, and ${idOf(idle)} runs only if \`${textAt(idle, 'if')}\`.`;
    return [
      ...(NEVER_SKIPS.test(condition) || namesEveryGate(condition, job)
        ? []
        : [about(holder, 'if', `Holdfast runs only if \`${textAt(holder, 'if')}\`.`)]),
      ...(needed.length === 0
        ? []
        : [about(holder, 'needs', `Holdfast waits for ${names}${more}`, idle ? 'error' : 'warning')]),
    ];
  });
}

function silencers({ job: { workflow: root }, holders }: Run): Report[] {
  const bash = [root, ...holders].some((node) => textAt(node, 'defaults', 'run', 'shell') === 'bash');
  return holders.flatMap((node) => {
    const reports = ['continue-on-error', 'with/warn-only']
      .filter((key) => !/^(false)?$/i.test(textAt(node, ...key.split('/')).trim()))
      .map((key) => about(node, key, `\`${key.replace('with/', '')}\` is set.`));
    const [script, line] = [commandsOf(node).join('\n'), holdfastLine(node)];
    const piped =
      PIPED.test(line) && !/pipefail/.test(script) && (textAt(node, 'shell') || (bash && 'bash')) !== 'bash';
    const lost = SWALLOWED.test(line) || piped || /\bset \+e\b/.test(script);
    if (lost) reports.push(about(node, 'run', `The exit code is lost: \`${line.trim()}\`.`));
    if (/--warn-only\b/.test(line)) reports.push(about(node, 'run', '`--warn-only` is given.'));
    return reports;
  });
}

/** https://docs.github.com/en/actions/reference/workflow-syntax#permissions: the innermost one counts. */
function permissions({ job: { holders } }: Run): Report[] {
  const around = holders.toReversed().flatMap((node) => [node, rootOf(node.source)]);
  const holder = around.find(({ value }) => value.permissions !== undefined);
  if (holder === undefined) return [about(holders.at(-1)!, 'permissions', 'The job has no `permissions:`.')];
  const given = holder.value.permissions;
  if (given === 'read-all') return [];
  if (given === 'write-all') return [about(holder, 'permissions', 'The token may write everything.')];
  const scopes = isObject(given) ? given : {};
  const wide = Object.keys(scopes).filter(
    (name) => scopes[name] === 'write' && !['pull-requests', 'security-events', 'contents'].includes(name),
  );
  const reports = wide.map((name) => about(holder, `permissions/${name}`, `The token may write ${name}.`));
  if (scopes.contents === 'read') return reports;
  return scopes.contents === 'write'
    ? [...reports, about(holder, 'permissions/contents', 'The token may write contents.', 'notice')]
    : [...reports, about(holder, 'permissions', 'The token may not read the contents of the repository.')];
}

function unpinned({ runs }: Facts): Report[] {
  const nodes = runs.flatMap(({ job }) => [...job.holders, ...job.steps.flat()]);
  return nodes
    .map((node) => ({ node, uses: textAt(node, 'uses') }))
    .filter(({ uses }) => uses !== '' && !/^\.\/|^docker:|@(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(uses))
    .map(({ node, uses }) => about(node, 'uses', `${uses} is not pinned to a commit.`));
}

export const jobRules: readonly Rule[] = [
  {
    id: 'skippable',
    severity: 'error',
    summary:
      'A job that is skipped, by `if:` or because a job that it needs failed or was skipped, counts as success for a required check; a skipped step leaves its job green.',
    fix: 'Remove `if:` and `needs:`, or write `if: always()`. With nothing to check, Holdfast passes by itself.',
    run: ({ runs }) => runs.flatMap(skips),
  },
  {
    id: 'never-fails',
    severity: 'error',
    summary: 'What Holdfast finds does not fail the job, and only the job can block the merge.',
    fix: 'Remove it. `warn-only` is for getting to know what Holdfast finds in this repository.',
    run: ({ runs, policies }) => [
      ...runs.flatMap(silencers),
      ...policies.flatMap(({ path, warnOnly }) =>
        path && warnOnly ? [{ path, what: '`warn-only` is set in the policy.' }] : [],
      ),
    ],
  },
  {
    id: 'no-timeout',
    severity: 'notice',
    summary: 'A job that hangs holds up the merge for six hours.',
    fix: 'Add `timeout-minutes: 10` to the job.',
    run: ({ runs }) =>
      runs
        .map(({ job }) => job.holders.at(-1)!)
        .filter((job) => textAt(job, 'timeout-minutes') + textAt(job, 'uses') === '')
        .map((job) => about(job, 'timeout-minutes', `The job ${idOf(job)} has no \`timeout-minutes\`.`)),
  },
  {
    id: 'unpinned',
    severity: 'warning',
    summary:
      'Whoever can move the tag or the branch decides what runs here, and whether anything is checked.',
    fix: 'Write the full commit id, and the version behind it as a comment.',
    run: unpinned,
  },
  {
    id: 'permissions',
    severity: 'warning',
    summary:
      'With a token that may write more than reports, any action in the job is a way around the check; with one that may not read, nothing can be compared.',
    fix: 'Write `permissions:` on the job: `contents: read`, and `pull-requests: write` for comments and reviews.',
    run: ({ runs }) => runs.flatMap(permissions),
  },
];
