import { about, canBe, type Facts, GATES, type Report, type Rule } from './rule.ts';
import { isRequiredWorkflow } from './triggers.ts';
import { idOf, type Job, textAt } from './workflow.ts';

/** Events whose jobs report a check on the commit of a pull request or of a merge group. */
const REPORTING = [...GATES, 'push', 'workflow_dispatch'];

/** A ruleset requires a workflow of another repository that bears Holdfast's name. */
function isElsewhere({ settings }: Facts): boolean {
  return (settings?.workflows ?? []).some(({ path, here }) => !here && /holdfast/i.test(path));
}

function gatesIn({ runs }: Facts): Job[] {
  const jobs = runs.map(({ job }) => job).filter(({ events }) => GATES.some((name) => events.has(name)));
  return [...new Set(jobs)];
}

function notRequired(facts: Facts): Report[] {
  const { settings, runs } = facts;
  const gates = gatesIn(facts);
  if (settings === undefined || gates.length === 0 || isElsewhere(facts)) return [];
  if (runs.some((run) => isRequiredWorkflow(facts, run))) return [];
  if (gates.some(({ name }) => settings.checks.some((check) => canBe(name, check)))) return [];
  const words = gates.flatMap(({ workflow, holders }) => [
    textAt(workflow, 'name'),
    ...holders.flatMap((job) => [textAt(job, 'name'), idOf(job)]),
  ]);
  const known = ['holdfast', ...words].filter((word) => word.length > 2).map((word) => word.toLowerCase());
  const near = settings.checks.filter((check) => known.some((word) => check.toLowerCase().includes(word)));
  const names = [...new Set(gates.map(({ name }) => name))].join(', ');
  const what =
    near.length === 0
      ? `${settings.branch} does not require the check ${names}.`
      : `${settings.branch} requires ${near.join(', ')}, but the check is called ${names}.`;
  return [about(gates[0]!.holders[0]!, 'name', what)];
}

/** Jobs that can report the same name on the same commit. Two that run Holdfast may, for different events. */
function namesakes(facts: Facts): Report[] {
  const gates = gatesIn(facts);
  return gates.flatMap((job) =>
    facts.jobs.flatMap((other) => {
      const events = gates.includes(other) ? GATES.filter((name) => job.events.has(name)) : REPORTING;
      const meet = other !== job && events.some((name) => other.events.has(name));
      if (!meet || !(canBe(job.name, other.name) || canBe(other.name, job.name))) return [];
      const { source } = other.workflow;
      return [about(other.holders[0]!, 'name', `Another job is called ${job.name}, too, in ${source.path}.`)];
    }),
  );
}

export const requiredRules: readonly Rule[] = [
  {
    id: 'not-run',
    severity: 'error',
    summary: 'Nothing is checked.',
    fix: 'Add the workflow from the README, and require its check.',
    run: (facts) => [
      ...(facts.runs.length > 0 || isElsewhere(facts)
        ? []
        : [{ what: 'No workflow at HEAD runs Holdfast.' }]),
      ...facts.broken.map(({ detail, ...where }) => ({
        ...where,
        what: `GitHub cannot start this workflow: ${detail}.`,
      })),
    ],
  },
  {
    id: 'not-required',
    severity: 'error',
    summary:
      'A red check that nobody requires stops nothing; a required name that nobody reports stops everything, until it is removed.',
    fix: "Require the check under exactly this name in the branch's ruleset or protection.",
    run: notRequired,
  },
  {
    id: 'same-name',
    severity: 'error',
    summary: 'GitHub does not tell them apart: whichever reports last counts, and one may always be green.',
    fix: 'Give one of them another `name:`.',
    run: namesakes,
  },
  {
    id: 'not-followed',
    severity: 'notice',
    summary: 'What disarms the check may stand in that repository, where it was not looked for.',
    fix: 'Run `holdfast doctor` there, too.',
    run: (facts) => [
      ...facts.runs
        .filter(({ holders, job }) => holders.length === job.holders.length)
        .map(({ step }) => about(step, 'uses', `${textAt(step, 'uses')} was not looked into.`)),
      ...(isElsewhere(facts) ? [{ what: 'A ruleset requires a workflow of another repository.' }] : []),
    ],
  },
];
