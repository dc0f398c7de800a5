import { inert, markdownCode, markdownFence, markdownText, plainLine } from '../../reports/escape.ts';
import { jsonText } from '../../reports/snapshots.ts';
import type { Cause } from './cause.ts';

/** The reports of an opened cause, by the name that people type. The broken files are in none of them. */
export const revealReports: { readonly [format: string]: (cause: Cause) => string } = {
  terminal: (cause) => inert(`${lines(cause).map(plainLine).join('\n')}\n`),
  markdown: revealedMarkdown,
  json: ({ files, ...cause }) => jsonText({ ...cause, files: files.map(({ path }) => path) }),
};

function lines(cause: Cause): string[] {
  return [
    `${cause.path}: ${cause.title}`,
    ...cause.differences.map((line) => `  ${line}`),
    ...othersOf(cause).map((path) => `and ${path}`),
    `The check: ${cause.seen}.`,
    ...(cause.rule === undefined
      ? []
      : [`Would have stopped it, ${cause.rule[0]}`, ...cause.rule.slice(1).map((line) => `  ${line}`)]),
    `Against ${cause.commit.slice(0, 10)}.`,
  ];
}

export function revealedMarkdown(cause: Cause): string {
  const others = othersOf(cause);
  const also = others.length === 0 ? '' : ` (and ${others.map(markdownCode).join(', ')})`;
  return [
    `**The cause:** ${markdownCode(cause.path)}${also}: ${markdownText(cause.title)}.`,
    '',
    ...(cause.differences.length > 0 ? [markdownFence(cause.differences, 'diff'), ''] : []),
    `The check: ${markdownText(cause.seen)}.`,
    ...(cause.rule === undefined
      ? []
      : [
          '',
          `Would have stopped it, ${markdownText(cause.rule[0]!)}`,
          '',
          markdownFence(cause.rule.slice(1), 'yaml'),
        ]),
    '',
  ].join('\n');
}

function othersOf({ path, files }: Cause): string[] {
  return files.map((file) => file.path).filter((other) => other !== path);
}
