import { getInput } from '@actions/core';
import { openText } from '../adapters/age/sealed-text.ts';
import { type DrillIssue, readDrillIssue, timesReader } from '../adapters/github/drills.ts';
import { putComment } from '../adapters/github/marked-comment.ts';
import { closeDrillIssue } from '../adapters/github/open-drill.ts';
import { drillsOf } from '../cli/drill/table.ts';
import { chosenDecrypt } from '../cli/encryption.ts';
import { type Cause, readCause } from '../drill/people/cause.ts';
import { durationText } from '../drill/people/duration.ts';
import { sealedIn } from '../drill/people/issue.ts';
import { RESULT_MARKER } from '../drill/people/record.ts';
import { resultComment } from '../drill/people/result.ts';
import { type PeopleDrill, yearTable } from '../drill/people/table.ts';
import type { Said } from '../drill/people/times.ts';
import { ok, type Result } from '../model/problem.ts';
import type { DrillRun, Told } from './people-run.ts';

/**
 * Reads the comments of a drill, closes its issue when somebody has restored it since, and keeps the comment with the times
 * up to date. What could not be written to GitHub is told beside the times.
 */
export async function countTimes(run: DrillRun, number: number): Promise<Result<Told>> {
  const { github } = run;
  const issue = await readDrillIssue(github, number);
  if (!issue.ok) return issue;
  if (issue.value === undefined) {
    const line = `The issue ${number} is none that a drill has opened. Nothing to do.`;
    return ok({ line, warnings: [], outputs: {} });
  }
  const drill = await timesReader(github)(issue.value);
  if (!drill.ok) return drill;
  const { detected, restored, refused, opened, closed, news } = drill.value;
  const year = opened.slice(0, 4);
  const drills = await drillsOf(github, year, drill.value);
  if (!drills.ok) return drills;
  const cause = restored === undefined ? ok(undefined) : await causeIn(issue.value, run);
  const table = yearTable(drills.value, year);
  const repository = `${github.owner}/${github.repo}`;
  const parts = { number, repository, cause: cause.ok ? cause.value : undefined, table };
  const body = resultComment(drill.value, parts);
  const create = detected !== undefined || restored !== undefined || refused.length > 0;
  // Before the comment, which keeps that it was restored: a run that comes after one that broke off closes it.
  const shut = news && !closed ? await closeDrillIssue(github, number, 'completed') : ok(undefined);
  const written = shut.ok ? await putComment(github, { number, marker: RESULT_MARKER, body, create }) : shut;
  return ok({
    line: `Drill ${number}: ${timesText(drill.value)}.`,
    // Nothing is lost that GitHub does not take; the table is in it.
    summary: written.ok ? table : body,
    warnings: cause.ok ? [] : [`The cause stays sealed. ${cause.problem.message} ${cause.problem.hint}`],
    outputs: outputsOf(drill.value),
    ...(!written.ok && { problem: written.problem }),
  });
}

/** The cause, where this run may open it. */
async function causeIn({ body }: DrillIssue, { io }: DrillRun): Promise<Result<Cause | undefined>> {
  const file = getInput('identity-file');
  const decrypt = await chosenDecrypt(file === '' ? {} : { identity: [file] }, io);
  if (!decrypt.ok) return decrypt;
  const sealed = sealedIn(body);
  if (decrypt.value === undefined || sealed === undefined) return ok(undefined);
  const json = await openText(sealed, decrypt.value);
  return json.ok ? readCause(json.value) : json;
}

function timesText({ detected, restored }: PeopleDrill): string {
  const found = detected ? `detected after ${durationText(detected.ms)}` : 'not detected yet';
  return `${found}, ${restored ? `restored after ${durationText(restored.ms)}` : 'not restored yet'}`;
}

function outputsOf({ number, detected, restored }: PeopleDrill): Record<string, string> {
  const secondsTo = (said: Said | undefined) =>
    said === undefined ? '' : String(Math.round(said.ms / 1000));
  const outputs = {
    'issue-number': String(number),
    'seconds-to-detect': secondsTo(detected),
    'seconds-to-restore': secondsTo(restored),
  };
  return outputs;
}
