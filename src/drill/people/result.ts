import { markdownCode, markdownText } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';
import { durationText } from './duration.ts';
import { LONGEST_BODY } from './issue.ts';
import { RESULT_MARKER, recordLine } from './record.ts';
import { revealedMarkdown } from './revealed.ts';
import type { Said, Times } from './times.ts';

/** People who are named as not counting; anybody may comment. */
const MOST_REFUSED = 10;

/** `cause`: when the drill is over and it could be opened. `table`: of the year, as Markdown. */
export type ResultParts = { number: number; repository: string; cause: Cause | undefined; table: string };

/** The comment that tells the times, as Markdown; without the table where GitHub would not take it with one. */
export function resultComment(times: Times, parts: ResultParts): string {
  const whole = withTable(times, parts);
  if (whole.length <= LONGEST_BODY) return whole;
  const print = markdownCode(`holdfast drill table --repository ${parts.repository}`);
  return withTable(times, { ...parts, table: `It is too long for a comment; ${print} prints it.` });
}

function withTable(times: Times, { number, repository, cause, table }: ResultParts): string {
  const { detected, restored, refused } = times;
  const row = (title: string, said: Said | undefined) =>
    said === undefined
      ? `| ${title} | not yet | | |`
      : `| ${title} | **${durationText(said.ms)}** | ${clock(said.at)} | ${markdownCode(said.by)} |`;
  const named = detected?.text
    ? [`${markdownCode(detected.by)} named: ${markdownText(detected.text)}`, '']
    : [];
  const reveal = `holdfast drill reveal ${number} --repository ${repository} --identity FILE`;
  return [
    RESULT_MARKER,
    recordLine(times),
    '',
    '| | After | At | By |',
    '|---|---|---|---|',
    row('Detected', detected),
    row('Restored', restored),
    '',
    ...named,
    ...(refused.length > 0
      ? [
          `What ${refused.slice(0, MOST_REFUSED).map(markdownCode).join(', ')}${refused.length > MOST_REFUSED ? ' and others' : ''} said does not count: only who may write to this repository counts.`,
          '',
        ]
      : []),
    ...(restored === undefined
      ? []
      : [
          cause === undefined
            ? `The drill is over. ${markdownCode(reveal)} tells the cause.`
            : revealedMarkdown(cause),
          '',
        ]),
    '<details><summary>The year</summary>',
    '',
    table.trimEnd(),
    '',
    '</details>',
    '',
  ].join('\n');
}

function clock(at: string): string {
  return at.replace(/T(\d{2}:\d{2}).*$/, ' $1 UTC');
}
