import { isObject, type Json } from '../../model/json.ts';
import { commentJson, markdownCode, visible } from '../../reports/escape.ts';

/** With which the issues of drills are found. */
export const LABEL = 'holdfast-drill';

const MARKER = /^<!-- holdfast-drill (\{.*\}) -->\r?$/m;
const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';

/** What the first line of an issue says about its drill: nothing that gives the cause away. */
export type Marked = { service?: string };

export type IssueText = { title: string; body: string };

/** What an issue is made of; `symptom` and `steps` are Markdown. */
export type IssueParts = {
  /** `OWNER/NAME` */
  repository: string;
  service?: string;
  /** `2026-01-31` */
  day: string;
  /** The full id of the commit that is well. */
  commit: string;
  symptom: string;
  steps: readonly string[];
  /** Where the checklist is from, or why it is not the team's own; Markdown. */
  note?: string;
  /** The cause as an armored age file. */
  sealed: string;
};

/** GitHub refuses bodies above 65,536 characters, and titles above 256. */
export const LONGEST_BODY = 65_536;
const LONGEST_NAME = 150;

export function issueText(parts: IssueParts): IssueText {
  const { repository, service, day, commit, symptom, steps, note, sealed } = parts;
  const reveal = `holdfast drill reveal ISSUE --repository ${repository} --identity FILE`;
  const body = [
    `<!-- holdfast-drill ${commentJson(service === undefined ? {} : { service })} -->`,
    '',
    '**This is a drill.** Nothing is broken in production.',
    '',
    '## What is seen',
    '',
    symptom,
    '',
    '## What to do',
    '',
    'Find out what is wrong with the configuration, and put it right, as you would at night. The error is made in a copy: whoever keeps the key runs this without seeing what it is, and hands the copy over, or deploys it to a place of practice.',
    '',
    '```sh',
    'mkdir ../drill',
    `git archive ${commit.slice(0, 10)} | tar -x -C ../drill`,
    `export GH_TOKEN=$(gh auth token)`,
    `${reveal} --into ../drill`,
    '```',
    '',
    `Comment ${markdownCode('/detected THE CAUSE')} as soon as somebody knows it, and ${markdownCode('/restored')} when the copy is right again. Times count from when this issue was opened; comments count of people who may write to this repository.`,
    '',
    '## Runbook',
    '',
    ...(note === undefined ? [] : [note, '']),
    ...steps,
    '',
    '<details><summary>The cause, sealed</summary>',
    '',
    `Opened by ${markdownCode(reveal)} for those it was sealed for.`,
    '',
    '```text',
    sealed.trim(),
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
  const name = service === undefined ? 'a service' : visible(service).slice(0, LONGEST_NAME);
  return { title: `Drill: ${name} is in trouble (${day})`, body };
}

/** What an issue's body says of a drill, wherever people have put something before it; `undefined` when it is none. */
export function markedIn(body: string): Marked | undefined {
  const [, json] = MARKER.exec(body) ?? [];
  if (json === undefined) return undefined;
  try {
    const value: Json = JSON.parse(json);
    if (!isObject(value)) return undefined;
    return typeof value.service === 'string' ? { service: value.service } : {};
  } catch {
    return undefined;
  }
}

/** The sealed cause in an issue's body, or in the text that somebody saved of it: the last one that it holds. */
export function sealedIn(body: string): string | undefined {
  const end = body.lastIndexOf(END);
  const start = body.lastIndexOf(BEGIN, end);
  return start < 0 || end < 0 ? undefined : body.slice(start, end + END.length);
}
