import { getInput } from '@actions/core';
import { type IssueText, issueText, LONGEST_BODY } from '../drill/people/issue.ts';
import { ownSteps, runbookSteps } from '../drill/people/runbook.ts';
import { keepsFromStarting, ownSymptom, symptomText } from '../drill/people/symptom.ts';
import type { Drawn } from '../drill-people.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { markdownCode, markdownText } from '../reports/escape.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { readBlobs } from '../subjects/read.ts';
import type { DrillRun } from './people-run.ts';

/** Characters. A longer one would fit into an issue or not, as the cause happens to be short or long. */
const LONGEST_SYMPTOM = 5000;

/** The issue of a drill, as the inputs want it. `note`: why the checklist is not the team's own. */
export async function writeIssue(
  { cause, sealed, checks }: Drawn,
  policy: Policy,
  snapshot: Snapshot,
  { github, io, now }: DrillRun,
): Promise<Result<IssueText & { note?: string }>> {
  const { service, commit } = cause;
  const repository = `${github.owner}/${github.repo}`;
  const known = policy.services?.find(({ name }) => name === service);
  const own = getInput('symptom');
  const name = markdownText(service ?? 'the service');
  const symptom = own === '' ? symptomText(cause, keepsFromStarting(checks), known) : ownSymptom(own, name);
  if (own !== '' && symptom.length > LONGEST_SYMPTOM) {
    const message = `The symptom has ${symptom.length} characters as a quote, and ${LONGEST_SYMPTOM} are the most.`;
    return refuse({ code: 'input', message, hint: 'Shorten the input symptom.' });
  }
  const file = runbookFile(getInput('runbook'), service);
  const markdown = file === undefined ? ok(undefined) : await textOf(snapshot, file);
  if (!markdown.ok) return markdown;
  const steps =
    file === undefined || markdown.value === undefined
      ? ok(ownSteps(cause))
      : runbookSteps(markdown.value, file, name);
  if (!steps.ok) return steps;
  const isMissing = file !== undefined && markdown.value === undefined;
  const note = isMissing ? `There is no runbook ${file}: this is a checklist for any service.` : undefined;
  const page = `${io.env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/blob/${commit}/${inUrl(file ?? '')}`;
  const origin = file === undefined ? undefined : `From [${markdownCode(file)}](${page}), which has more.`;
  const issue = issueText({
    repository,
    ...(service !== undefined && { service }),
    day: now.slice(0, 10),
    commit,
    symptom,
    steps: steps.value,
    ...(file !== undefined && { note: note === undefined ? origin! : markdownText(note) }),
    sealed,
  });
  if (issue.body.length <= LONGEST_BODY) return ok({ ...issue, ...(note !== undefined && { note }) });
  return refuse({
    code: 'input',
    message: `The issue would have ${issue.body.length} characters, and GitHub takes ${LONGEST_BODY}.`,
    hint: 'Seal the cause for fewer recipients, or shorten the runbook.',
  });
}

/** Where the runbook of a service is in the commit; `undefined` where none was named, or none for files without a service. */
function runbookFile(pattern: string, service: string | undefined): string | undefined {
  if (pattern === '' || (service === undefined && pattern.includes('{service}'))) return undefined;
  return pattern.replace(/^\.\//, '').replaceAll('{service}', () => service ?? '');
}

/** A path as it stands in a URL in Markdown, where `#`, `?` and parentheses would end it. */
function inUrl(path: string): string {
  return encodeURI(path.toWellFormed()).replace(/[#?()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}

/** The text of a file of the commit; `undefined` when there is none. Problem: `runbook-invalid`. */
async function textOf(snapshot: Snapshot, file: string): Promise<Result<string | undefined>> {
  const entry = await snapshot.entry(file);
  if (!entry.ok) return entry;
  if (entry.value === undefined) return ok(undefined);
  const [blob] = await readBlobs(snapshot, [entry.value]);
  if (blob !== undefined && 'bytes' in blob && entry.value.mode !== 'symlink')
    return ok(new TextDecoder().decode(blob.bytes));
  return refuse({
    code: 'runbook-invalid',
    message: `The runbook ${file} cannot be read: it is no file of the commit.`,
    hint: 'Name a Markdown file by its path from the root of the repository.',
  });
}
