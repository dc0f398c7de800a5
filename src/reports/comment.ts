import type { Finding } from '../findings/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Decision } from '../verdict/decision.ts';
import { inert, markdownText } from './escape.ts';
import { type Block, fitBlocks } from './fit.ts';
import { headline } from './headline.ts';
import { cut } from './layout.ts';
import { cells, compared, evidence, rowBlocks, serviceTitle, top } from './markdown.ts';

/**
 * `marker`: the first line, by which the comment is found again. `summaryUrl`: the page of the run, from the
 * runner. `limit`: bytes of UTF-8. `acknowledgers`: users and teams who may accept the findings, as people
 * write them (`@acme/identity`); nobody is mentioned.
 */
export type CommentOptions = {
  marker: string;
  summaryUrl?: string;
  limit?: number;
  acknowledgers?: readonly string[];
};

/** GitHub refuses a comment of more than 65,536 characters with 422; a byte is never less than a character. */
const DEFAULT_LIMIT = 65_000;
const MOST_ROWS = 20;
const MOST_DETAILS = 10;
const MOST_NAMES = 10;
const LONGEST_PROBLEM = 2_000;

/** The comment's marker: invisible, one line, and another one for each job (its name may hold anything). */
export function markerOf(job: string): string {
  return `<!-- holdfast: ${encodeURIComponent(job.toWellFormed()).replaceAll('--', '%2D%2D')} -->`;
}

/** There is something that the author of the pull request should see, whether it blocks or not. */
export function isWorthAComment(told: Decision | Problem): boolean {
  return 'code' in told || told.verdict !== 'pass' || told.counts.errors + told.counts.warnings > 0;
}

/**
 * The comment on a pull request, to be read in ten seconds: the verdict, one table of findings by service, who
 * may accept them; the evidence is folded. Whole rows and blocks are left out where the limit demands it.
 * @param decision or the problem for which there is none: an older comment would tell of another commit.
 */
export function commentBody(decision: Decision | Problem, options: CommentOptions): string {
  const { marker, limit = DEFAULT_LIMIT } = options;
  if ('code' in decision) {
    const { path, message, hint } = decision;
    const text = markdownText(
      cut(`${path === undefined ? '' : `${path}: `}${message} ${hint}`, LONGEST_PROBLEM),
    );
    const heading = '## ⚠️ Holdfast: INCONCLUSIVE';
    return `${marker}\n${heading}\n\n**This change could not be judged.** ${text}\n\nMore is in ${summaryLink(options)}.`;
  }
  const end = `\n${footer(decision, options)}`;
  const start = `${marker}\n${top(decision)}\n`;
  const blocks = [...findingTable(decision), ...evidence(decision, MOST_DETAILS, false)];
  const room = limit - Buffer.byteLength(end);
  return inert(fitBlocks(start, blocks, room, `See ${summaryLink(options)}.`) + end);
}

/** What a comment becomes when nothing is left to tell; never for a decision that has something to tell. */
export function allClearBody(decision: Decision | Problem, options: CommentOptions): string {
  if ('code' in decision || isWorthAComment(decision)) return commentBody(decision, options);
  const found = headline(decision).split('  ')[1] ?? '';
  const text = `## ✅ Holdfast: all clear\n\nWhat was found here before is gone. ${markdownText(found)}.`;
  return inert(`${options.marker}\n${text}\n\n${compared(decision)}`);
}

/** One table; a service's name is a row of its own, and the service with the worst finding comes first. */
function findingTable({ findings, base }: Decision): Block[] {
  const group = (service: string, services: number) => {
    const title = serviceTitle(service, services);
    return title === '' ? '' : `|  | <b>${title}</b> |  |\n`;
  };
  const [first, ...others] = rowBlocks(findings, MOST_ROWS, group, (finding) => row(finding, base), '');
  if (first === undefined) return [];
  const head = '\n|  | File | What happened, and what to do |\n|---|---|---|\n';
  return [{ ...first, text: head + first.text }, ...others];
}

function row(finding: Finding, base: string): string {
  const { sign, where, what, why, fix } = cells(finding, base);
  // A long path may break behind its slashes, so that the table keeps its width.
  const narrow = where.replace(/\/(?!code>)/g, '/<wbr>');
  return `| ${sign} | ${narrow} | <b>${what}</b><br>${why}<br>➜ ${fix} |\n`;
}

function footer(decision: Decision, options: CommentOptions): string {
  const names = options.acknowledgers ?? [];
  const shown = names.slice(0, MOST_NAMES).map((name) => markdownText(cut(name, 100)));
  const others = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  const intended =
    decision.verdict === 'pass' || names.length === 0
      ? []
      : [
          `**If it is right as it is:** ${shown.join(', ')}${others} may acknowledge it with an approving review of exactly this commit.`,
        ];
  const next = `Push a correction, and this comment is brought up to date. More is in ${summaryLink(options)}.`;
  return [...intended, ...(isWorthAComment(decision) ? [next] : []), compared(decision)].join('\n\n');
}

/** The address comes from the runner; anything but a plain one is not made a link. */
function summaryLink({ summaryUrl }: CommentOptions): string {
  const plain = summaryUrl !== undefined && /^https?:\/\/[\w.:/?=&#%~-]{1,150}$/.test(summaryUrl);
  return plain ? `[the job summary](${summaryUrl})` : 'the job summary';
}
