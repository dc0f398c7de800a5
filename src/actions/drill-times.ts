import { getInput } from '@actions/core';
import { openText } from '../adapters/age/sealed-text.ts';
import { closeDrillIssue, type DrillIssue, readDrillIssue } from '../adapters/github/drills.ts';
import { putComment } from '../adapters/github/marked-comment.ts';
import { drillsOf } from '../cli/drill/table.ts';
import { chosenDecrypt } from '../cli/encryption.ts';
import { type Cause, readCause } from '../drill/people/cause.ts';
import { durationText } from '../drill/people/duration.ts';
import { sealedIn } from '../drill/people/issue.ts';
import { RESULT_MARKER, resultComment } from '../drill/people/result.ts';
import { type PeopleDrill, yearTable } from '../drill/people/table.ts';
import type { Said } from '../drill/people/times.ts';
import { ok, type Result } from '../model/problem.ts';
import type { DrillRun, Told } from './people-run.ts';

/** Reads the comments of a drill, keeps the comment with the times up to date, and closes the issue when it is over. */
export async function countTimes(run: DrillRun, number: number): Promise<Result<Told>> {
  const { github } = run;
  const issue = await readDrillIssue(github, number);
  if (!issue.ok) return issue;
  if (issue.value === undefined) {
    const line = `The issue ${number} is none that a drill has opened. Nothing to do.`;
    return ok({ line, warnings: [], outputs: {} });
  }
  const year = issue.value.opened.slice(0, 4);
  const drills = await drillsOf(github, year);
  if (!drills.ok) return drills;
  const drill = drills.value.find((one) => one.number === number);
  if (drill === undefined) {
    const line = `The issue ${number} is not listed among the drills of ${year} yet. Nothing to do.`;
    return ok({ line, warnings: [], outputs: {} });
  }
  const cause = drill.restored === undefined ? ok(undefined) : await causeIn(issue.value, run);
  const table = yearTable(drills.value, year);
  const body = resultComment(drill, number, cause.ok ? cause.value : undefined, table);
  const { detected, restored, refused } = drill;
  const create = detected !== undefined || restored !== undefined || refused.length > 0;
  const written = await putComment(github, { number, marker: RESULT_MARKER, body, create });
  if (!written.ok) return written;
  if (restored !== undefined && !drill.closed) {
    const closed = await closeDrillIssue(github, number);
    if (!closed.ok) return closed;
  }
  return ok({
    line: `Drill ${number}: ${timesText(drill)}.`,
    summary: table,
    warnings: cause.ok ? [] : [`The cause stays sealed. ${cause.problem.message} ${cause.problem.hint}`],
    outputs: outputsOf(drill),
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
