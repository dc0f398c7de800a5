import type { Finding, Severity } from '../findings/finding.ts';
import type { Decision, NotLookedAt, Verdict } from '../verdict/decision.ts';
import { fileDetails } from './details.ts';
import { inert, markdownCode, markdownText } from './escape.ts';
import { type Block, fitBlocks } from './fit.ts';
import { byPath } from './group.ts';
import { cut } from './layout.ts';
import {
  describe,
  fixParts,
  headline,
  placeOf,
  plural,
  policySentence,
  shortId,
  verdictSentence,
  whatInFile,
} from './messages.ts';
import type { Report } from './report.ts';

const VERDICT_SIGN: { readonly [verdict in Verdict]: string } = { pass: '✅', fail: '❌', inconclusive: '⚠️' };
const SEVERITY_SIGN: { readonly [severity in Severity]: string } = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

/** Below GitHub's 1 MiB for a job summary, which is lost as a whole when it is longer. */
const DEFAULT_LIMIT = 1_000_000;
const MOST_ROWS = 50;
const MOST_DETAILS = 100;
const MOST_LISTED = 50;
const LONGEST_TEXT = 500;

/**
 * The job summary, or a comment's body: the verdict, then each finding with what to do, by service; then what
 * was not looked at, and the details, folded. Nothing that comes from files is interpreted as Markdown or HTML
 * or mentions anybody.
 */
export const markdownReport: Report = (decision, { limit = DEFAULT_LIMIT, docsUrl }) => {
  const blocks = [
    ...findingTables(decision, docsUrl),
    ...notLookedAt(decision.notLookedAt),
    ...details(decision),
    ...nothingFound(decision),
  ];
  return inert(fitBlocks(top(decision), blocks, limit));
};

function top(decision: Decision): string {
  const { verdict, base, head, policy } = decision;
  const [word = '', found = ''] = headline(decision).split('  ');
  return [
    `## ${VERDICT_SIGN[verdict]} Holdfast: ${word}`,
    `**${markdownText(found)}.** ${markdownText(verdictSentence(decision))}`,
    `<sub>${code(shortId(base))} → ${code(shortId(head))} · ${markdownText(policySentence(policy))}</sub>\n`,
  ].join('\n\n');
}

/** One table per service, the service with the worst finding first. */
function findingTables({ findings, base }: Decision, docsUrl: string | undefined): Block[] {
  const services = new Map<string, Finding[]>();
  for (const finding of findings.slice(0, MOST_ROWS)) {
    const service = finding.service ?? '';
    services.set(service, [...(services.get(service) ?? []), finding]);
  }
  const blocks = [...services].flatMap(([service, rows]) =>
    rows.map((finding, index): Block => {
      const text = row(finding, base, docsUrl);
      return {
        noun: 'finding',
        count: 1,
        text: index === 0 ? tableHead(service, services.size) + text : text,
      };
    }),
  );
  const more = findings.length - MOST_ROWS;
  if (more > 0) {
    const text = `\n… and ${plural(more, 'more finding')}: see the details below and the JSON report.\n`;
    blocks.push({ noun: 'finding', count: more, text });
  }
  return blocks;
}

function tableHead(service: string, services: number): string {
  const title = service === '' ? 'Other files' : `Service ${markdownText(cut(service, 200))}`;
  const heading = service === '' && services === 1 ? '' : `\n### ${title}\n`;
  return `${heading}\n|  | Where | What happened | What to do |\n|---|---|---|---|\n`;
}

function row(finding: Finding, base: string, docsUrl: string | undefined): string {
  const { why } = describe(finding, base);
  const { text, command, rest } = fixParts(finding, base);
  const place = [
    ...(placeOf(finding) === '' ? [] : [placeOf(finding)]),
    ...(finding.key === undefined || finding.key === '' ? [] : [code(finding.key)]),
  ].join(', ');
  const check =
    docsUrl === undefined
      ? finding.check
      : `<a href="${docsUrl}/checks/${finding.check}.md">${finding.check}</a>`;
  const where = [code(finding.path), ...(place === '' ? [] : [place]), `<sub>${check}</sub>`].join('<br>');
  const what = `<b>${prose(whatInFile(finding, base))}</b><br>${prose(why)}`;
  const fix = prose(text) + (command === undefined ? '' : code(command)) + prose(rest);
  return `| ${SEVERITY_SIGN[finding.severity]} | ${where} | ${what} | ${fix} |\n`;
}

function details(decision: Decision): Block[] {
  const changes = new Map(decision.changes.map((change) => [change.path, change]));
  const groups = [...byPath(decision.findings)];
  const blocks = groups
    .slice(0, MOST_DETAILS)
    .map(
      ([path, findings], index): Block => ({
        noun: "file's detail",
        count: 1,
        text: fileDetails(decision.base, path, findings, changes.get(path), index === 0),
      }),
    )
    .filter((block) => block.text !== '');
  const more = groups.length - MOST_DETAILS;
  if (more > 0) {
    const text = `\nThe details of ${plural(more, 'more file')} are in the JSON report.\n`;
    blocks.push({ noun: "file's detail", count: more, text });
  }
  return blocks;
}

function notLookedAt(items: readonly NotLookedAt[]): Block[] {
  const sorted = [...items].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  const blocks = sorted.slice(0, MOST_LISTED).map((item, index): Block => {
    const sign = item.blocks ? '❌ blocks the verdict' : 'ℹ️ does not block';
    const line = `- ${code(item.path)} (${markdownText(item.reason)}; ${sign}): ${prose(item.detail)} ${prose(item.hint)}\n`;
    const text = index === 0 ? `\n### Not looked at\n\n${line}` : line;
    return { noun: 'file not looked at', count: 1, text };
  });
  const more = items.length - MOST_LISTED;
  if (more > 0) {
    blocks.push({
      noun: 'file not looked at',
      count: more,
      text: `- … and ${plural(more, 'more file')}: see the JSON report.\n`,
    });
  }
  return blocks;
}

function nothingFound({ changes, findings, notLookedAt }: Decision): Block[] {
  const other = new Set([...findings, ...notLookedAt].map((item) => item.path));
  const rest = changes.filter((change) => !other.has(change.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change) => {
    const keys = change.keysTotal ?? change.keys?.length;
    return `- ${code(change.path)}: ${change.status}${keys === undefined ? '' : `, ${plural(keys, 'key')} changed`}\n`;
  });
  const more = rest.length - MOST_LISTED;
  if (more > 0) lines.push(`- … and ${plural(more, 'more file')}\n`);
  const noun = findings.length > 0 ? 'other file' : 'file';
  const title = `Nothing found in ${plural(rest.length, noun)}`;
  const text = `\n<details><summary>${title}</summary>\n\n${lines.join('')}\n</details>\n`;
  return [{ noun: 'file without findings', count: rest.length, text }];
}

function prose(text: string): string {
  return markdownText(cut(text, LONGEST_TEXT));
}

function code(text: string): string {
  return markdownCode(cut(text, LONGEST_TEXT));
}
