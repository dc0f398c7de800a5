import { markdownCode, markdownText } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';
import { durationText } from './duration.ts';
import { revealedMarkdown } from './revealed.ts';
import type { Said, Times } from './times.ts';

/** The first line of the comment that is kept up to date. */
export const RESULT_MARKER = '<!-- holdfast-drill-times -->';

/**
 * The comment that tells the times, as Markdown.
 * @param cause when the drill is over and it could be opened.
 * @param table of the year, as Markdown.
 */
export function resultComment(
  { detected, restored, refused }: Times,
  number: number,
  cause: Cause | undefined,
  table: string,
): string {
  const row = (title: string, said: Said | undefined) =>
    said === undefined
      ? `| ${title} | not yet | | |`
      : `| ${title} | **${durationText(said.ms)}** | ${clock(said.at)} | ${markdownCode(said.by)} |`;
  const named = detected?.text
    ? [`${markdownCode(detected.by)} named: ${markdownText(detected.text)}`, '']
    : [];
  const opens = markdownCode(`holdfast drill reveal ${number} --identity FILE`);
  return [
    RESULT_MARKER,
    '',
    '| | After | At | By |',
    '|---|---|---|---|',
    row('Detected', detected),
    row('Restored', restored),
    '',
    ...named,
    ...(refused.length > 0
      ? [
          `What ${refused.map(markdownCode).join(', ')} said does not count: only who may write to this repository counts.`,
          '',
        ]
      : []),
    ...(restored === undefined
      ? []
      : [cause === undefined ? `The drill is over. ${opens} tells the cause.` : revealedMarkdown(cause), '']),
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
