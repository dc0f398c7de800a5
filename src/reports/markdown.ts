import type { Finding, NotLookedAt, Severity } from '../findings/finding.ts';
import { groupBy } from '../model/lists.ts';
import type { Decision, Verdict } from '../verdict/decision.ts';
import { fileDetails } from './details.ts';
import { inert, markdownCode, markdownText } from './escape.ts';
import { type Block, fitBlocks } from './fit.ts';
import { graphBlocks } from './graph.ts';
import { byPath } from './group.ts';
import { blocksFirst, headline, policyOf, snapshotsOf, verdictSentence } from './headline.ts';
import { cut } from './layout.ts';
import { describe, fixParts, placeOf, plural, whatInFile, whereOf } from './messages.ts';
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
  const blocks = [...findingTables(decision, docsUrl), ...evidence(decision, MOST_DETAILS, true)];
  return inert(fitBlocks(`${top(decision)}\n\n${compared(decision)}\n`, blocks, limit));
};

/** The verdict as a heading, and a sentence with what was found. */
export function top(decision: Decision): string {
  const [word = '', found = ''] = headline(decision).split('  ');
  const heading = `## ${VERDICT_SIGN[decision.verdict]} Holdfast: ${word}`;
  return `${heading}\n\n**${markdownText(found)}.** ${markdownText(verdictSentence(decision))}`;
}

/** Which commits were compared, under which policy, in small type. */
export function compared(decision: Decision): string {
  const range = snapshotsOf(decision).map(code).join(' → ');
  return `<sub>${range} · ${markdownText(policyOf(decision))}</sub>`;
}

/**
 * What stands below the findings: what was not looked at, the folded details of at most `most` files, and what scripts
 * do to critical targets.
 */
export function evidence(decision: Decision, most: number, open: boolean): Block[] {
  return [
    ...notLookedAt(decision.notLookedAt),
    ...details(decision, most, open),
    ...graphBlocks(decision),
    ...nothingFound(decision),
  ];
}

/** One table per service, the service with the worst finding first. */
function findingTables({ findings, base }: Decision, docsUrl: string | undefined): Block[] {
  const rest = ': see the details below and the JSON report';
  return rowBlocks(findings, MOST_ROWS, tableHead, (finding) => row(finding, base, docsUrl), rest);
}

/** The rows of the first `most` findings by service; a service's first row has its `head` before it. */
export function rowBlocks(
  findings: readonly Finding[],
  most: number,
  head: (service: string, services: number) => string,
  toRow: (finding: Finding) => string,
  rest: string,
): Block[] {
  const services = groupBy(findings.slice(0, most), ({ service = '' }) => service);
  const blocks = [...services].flatMap(([service, rows]) =>
    rows.map((finding, index): Block => {
      const before = index === 0 ? head(service, services.size) : '';
      return { noun: 'finding', count: 1, text: before + toRow(finding) };
    }),
  );
  const more = findings.length - most;
  if (more > 0) {
    const text = `\n… and ${plural(more, 'more finding')}${rest}.\n`;
    blocks.push({ noun: 'finding', count: more, text });
  }
  return blocks;
}

function tableHead(service: string, services: number): string {
  const title = serviceTitle(service, services);
  const heading = title === '' ? '' : `\n### ${title}\n`;
  return `${heading}\n|  | Where | What happened | What to do |\n|---|---|---|---|\n`;
}

/** A service's name over its findings; empty where nothing is in a service. */
export function serviceTitle(service: string, services: number): string {
  if (service !== '') return `Service ${markdownText(cut(service, 200))}`;
  return services === 1 ? '' : 'Other files';
}

function row(finding: Finding, base: string, docsUrl: string | undefined): string {
  const { sign, where, what, why, fix } = cells(finding, base);
  const check =
    docsUrl === undefined
      ? finding.check
      : `<a href="${docsUrl}/checks/${finding.check}.md">${finding.check}</a>`;
  return `| ${sign} | ${where}<br><sub>${check}</sub> | <b>${what}</b><br>${why} | ${fix} |\n`;
}

/** A finding's parts for a table, each as one line of inline Markdown. */
export function cells(finding: Finding, base: string) {
  const { why } = describe(finding, base);
  const { text, command, rest } = fixParts(finding, base);
  const place = [
    ...(placeOf(finding) === '' ? [] : [placeOf(finding)]),
    ...(finding.key === undefined || finding.key === '' ? [] : [code(finding.key)]),
  ].join(', ');
  return {
    sign: SEVERITY_SIGN[finding.severity],
    where: [code(finding.path), ...(place === '' ? [] : [place])].join('<br>'),
    what: prose(whatInFile(finding, base)),
    why: prose(why),
    fix: prose(text) + (command === undefined ? '' : code(command)) + prose(rest),
  };
}

function details(decision: Decision, most: number, open: boolean): Block[] {
  const changes = new Map(decision.changes.map((change) => [change.path, change]));
  const groups = [...byPath(decision.findings)];
  const blocks = groups
    .slice(0, most)
    .map(
      ([path, findings], index): Block => ({
        noun: "file's detail",
        count: 1,
        text: fileDetails(decision.base, path, findings, changes.get(path), open && index === 0),
      }),
    )
    .filter((block) => block.text !== '');
  const more = groups.length - most;
  if (more > 0) {
    const text = `\nThe details of ${plural(more, 'more file')} are in the JSON report.\n`;
    blocks.push({ noun: "file's detail", count: more, text });
  }
  return blocks;
}

function notLookedAt(items: readonly NotLookedAt[]): Block[] {
  const blocks = blocksFirst(items)
    .slice(0, MOST_LISTED)
    .map((item, index): Block => {
      const sign = item.blocks ? '❌ blocks the verdict' : 'ℹ️ does not block';
      const line = `- ${code(whereOf(item))} (${markdownText(item.reason)}; ${sign}): ${prose(item.detail)} ${prose(item.hint)}\n`;
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
