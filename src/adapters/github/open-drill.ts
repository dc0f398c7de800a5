import { type IssueText, LABEL } from '../../drill/people/issue.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { GitHub } from './client.ts';
import { type DrillIssue, ISSUE, ISSUES, type Issue, isLabelled, listDrills } from './drills.ts';

/**
 * Opens the issue of a drill. Of several that runs at the same time, or an answer that was lost, have opened, the one with
 * the lowest number stays. Problem: also `drill-unlabelled`, when it would not be found again; it is closed then, as far as that can be done.
 */
export async function openDrillIssue(
  github: GitHub,
  { title, body }: IssueText,
): Promise<Result<Pick<DrillIssue, 'number' | 'url'>>> {
  const labelled = await makeLabel(github);
  if (!labelled.ok) return labelled;
  const made = await github.request<Issue>(`POST ${ISSUES}`, { title, body, labels: [LABEL] });
  if (!made.ok) return made;
  const { number, html_url: url } = made.value.data;
  if (!isLabelled(made.value.data)) {
    const closed = await closeDrillIssue(github, number, 'not_planned');
    return refuse(unlabelled(number, closed.ok));
  }
  const open = await listDrills(github, 'open');
  const first = open.ok ? open.value.find((one) => one.number < number) : undefined;
  if (first === undefined) return ok({ number, url });
  // Without its label it is no drill that somebody gave up.
  const closed = await closeDrillIssue(github, number, 'not_planned', { labels: [] });
  return closed.ok ? ok(first) : closed;
}

/** An issue cannot have a label that is not there; that it is there already is no problem. */
async function makeLabel(github: GitHub): Promise<Result<undefined>> {
  const label = { name: LABEL, color: 'd4c5f9', description: 'A drill that Holdfast has opened' };
  const made = await github.request('POST /repos/{owner}/{repo}/labels', label);
  return made.ok || made.problem.code === 'github-invalid' ? ok(undefined) : made;
}

export async function closeDrillIssue(
  github: GitHub,
  number: number,
  reason: 'completed' | 'not_planned',
  more: { labels?: string[] } = {},
): Promise<Result<undefined>> {
  const change = { issue_number: number, state: 'closed', state_reason: reason, ...more };
  const closed = await github.request(`PATCH ${ISSUE}`, change);
  return closed.ok ? ok(undefined) : closed;
}

function unlabelled(number: number, closed: boolean): Problem {
  const end = closed ? 'It was closed.' : 'It could not be closed.';
  return {
    code: 'drill-unlabelled',
    message: `GitHub opened the issue ${number} without the label ${LABEL}, so that it would not be found again. ${end}`,
    hint: closed ? RETRY : `Close it by hand. ${RETRY}`,
  };
}

const RETRY = 'Look whether the label exists and the token may set labels, and run the job again.';
