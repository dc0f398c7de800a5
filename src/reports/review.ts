import type { Finding, NotLookedAt } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { atLeast } from '../findings/order.ts';
import { HIDDEN } from '../findings/redact.ts';
import type { Path } from '../model/path.ts';
import type { Decision } from '../verdict/decision.ts';
import { markdownCode, markdownText } from './escape.ts';
import { type Block, fitBlocks } from './fit.ts';
import { cut } from './layout.ts';
import { cells, top } from './markdown.ts';
import { describe, shortId } from './messages.ts';
import { type DiffLines, type Spot, spotOf } from './suggestion.ts';

/** One comment of a review on lines of the diff, as `POST /pulls/{n}/reviews` takes it. */
export type InlineComment = Omit<Spot, 'suggestion' | 'offers'> & { path: Path; body: string };

/** One review; `fingerprints` are those it tells of, and with none of them there is nothing to post. */
export type ReviewPlan = { body: string; comments: InlineComment[]; fingerprints: string[] };

/**
 * `base`: the id for the command that puts a file back. `known`: fingerprints that an earlier review told.
 * `limit`: bytes of one body; GitHub refuses more than 65,536 characters. `marker`: an HTML comment that keeps the
 * reviews of two jobs apart.
 */
export type ReviewOptions = { base: string; known?: ReadonlySet<string>; limit?: number; marker?: string };

const DEFAULT_LIMIT = 65_000;
/** The worst findings; the others get their turn when these are gone. */
const MOST_TOLD = 200;
const MOST_INLINE = 50;
const LONGEST_TEXT = 500;
/** With the job's marker the very start of a body, where nothing of the pull request stands. */
const TOLD = /^<!-- holdfast-review:([ 0-9a-f]*)-->/;

/** `where`, `text`: Markdown on one line. Only a finding can stand on a line of the diff. */
type Item = { fingerprint: string; path: Path; where: string; text: string; finding?: Finding };
type Placed = { spot: Spot; path: Path; items: Item[] };

/**
 * What a review says: each finding on its line of the diff where it has one, the others in the body. Notices are
 * left to the other reports, unless the policy fails on them. Nothing of the pull request is interpreted.
 */
export function planReview(decision: Decision, diff: DiffLines, options: ReviewOptions): ReviewPlan {
  const { base, known, limit = DEFAULT_LIMIT, marker = '' } = options;
  const items = itemsOf(decision, base).filter((item) => !known?.has(item.fingerprint));
  const fingerprints = items.map((item) => item.fingerprint);
  const { placed, rest } = place(decision, diff, items);
  const rows = rest.map(({ where, text }) => toBlock(`- ${where}<br>${text}\n`));
  return {
    body: fitBlocks(`${marker}${told(fingerprints)}\n${top(decision)}\n\n`, rows, limit),
    comments: placed.map((comment) => toComment(comment, marker, limit)),
    fingerprints,
  };
}

/** The fingerprints that a body of ours tells of; `undefined` when it is none of ours. */
export function toldIn(body: string | null | undefined, marker = ''): string[] | undefined {
  const start = body?.startsWith(marker) ? TOLD.exec(body.slice(marker.length)) : null;
  return start === null ? undefined : (start[1]!.match(/\w+/g) ?? []);
}

/** Every fingerprint that stands and was not acknowledged, folded ones too: what is not among them is settled. */
export function standing({ findings, notLookedAt, acknowledged = [] }: Decision): Set<string> {
  const deep = (finding: Finding): Finding[] => [finding, ...(finding.folded ?? []).flatMap(deep)];
  const found = new Set(findings.flatMap(deep).map((finding) => finding.fingerprint));
  for (const item of notLookedAt) found.add(unreadFingerprint(item));
  for (const fingerprint of acknowledged.flatMap((one) => one.fingerprints)) found.delete(fingerprint);
  return found;
}

/** A review's body that no longer vouches for what is settled, so that it is told again should it return. */
export function withoutSettled(body: string, stands: ReadonlySet<string>, head: string, marker = ''): string {
  const before = toldIn(body, marker) ?? [];
  const left = before.filter((fingerprint) => stands.has(fingerprint));
  if (left.length === before.length) return body;
  const note = `\n**✅ Settled at ${markdownCode(shortId(head))}.** What stood here:\n`;
  const start = told(left) + (left.length === 0 ? note : '');
  return marker + body.slice(marker.length).replace(TOLD, () => start);
}

function itemsOf(decision: Decision, base: string): Item[] {
  const { failOn } = decision;
  const stands = standing(decision);
  const findings = decision.findings
    .filter(({ severity }) => atLeast(severity, 'warning') || atLeast(severity, failOn))
    .map((finding): Item => {
      const { sign, where, what, why, fix } = cells(finding, base);
      const text = `${sign} <b>${describe(finding, base).severityWord}: ${what}</b><br>${why}<br>➜ ${fix}`;
      return { fingerprint: finding.fingerprint, path: finding.path, where, text, finding };
    });
  const unread = decision.notLookedAt
    .filter((item) => item.blocks)
    .map((item): Item => {
      const text = `⚠️ <b>Not looked at: ${prose(item.detail)}</b><br>➜ ${prose(item.hint)}`;
      const where = markdownCode(cut(item.path, LONGEST_TEXT));
      return { fingerprint: unreadFingerprint(item), path: item.path, where, text };
    });
  return [...findings, ...unread].filter((item) => stands.has(item.fingerprint)).slice(0, MOST_TOLD);
}

/** As an acknowledgement names it. */
function unreadFingerprint({ path, reason, detail }: NotLookedAt): string {
  return fingerprint('not-looked-at', path, undefined, { reason, detail });
}

/** Findings that stand on the same lines share a comment. */
function place(decision: Decision, diff: DiffLines, items: readonly Item[]) {
  const placed = new Map<string, Placed>();
  const rest: Item[] = [];
  for (const item of items) {
    const { path, finding } = item;
    const spot = finding && spotOf(finding, diff.get(path) ?? [], mayQuote(decision, path));
    const key = JSON.stringify([path, spot?.side, spot?.line, spot?.start_line]);
    const there = placed.get(key);
    if (there !== undefined) there.items.push(item);
    else if (spot === undefined || placed.size === MOST_INLINE) rest.push(item);
    else placed.set(key, { spot, path, items: [item] });
  }
  return { placed: [...placed.values()], rest };
}

/** Only where all that differs is known, and nothing of it had to be hidden. */
function mayQuote({ changes, findings }: Decision, path: Path): boolean {
  const { keys, lines, keysTotal, linesTotal } = changes.find((change) => change.path === path) ?? {};
  if ((keys ?? lines) === undefined || (keysTotal ?? linesTotal) !== undefined) return false;
  const excerpts = findings.filter((finding) => finding.path === path).map((finding) => finding.excerpt);
  return !JSON.stringify([keys, lines, excerpts]).includes(HIDDEN);
}

function told(fingerprints: readonly string[]): string {
  return `<!-- holdfast-review: ${fingerprints.map((fingerprint) => `${fingerprint} `).join('')}-->`;
}

/** The lines of a suggestion stand as they are; the fence is longer than any run of backticks in them. */
function toComment({ spot, path, items }: Placed, marker: string, limit: number): InlineComment {
  const { suggestion, offers, ...where } = spot;
  const runs = suggestion?.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  const lines = [
    offers === 'safer' ? '\nThe same command, made safe:\n' : '\nThis puts the lines of the base back:\n',
    `${fence}suggestion`,
    ...(suggestion ?? []),
    fence,
  ];
  const offer = suggestion === undefined ? '' : lines.join('\n');
  const start = `${marker}${told(items.map((item) => item.fingerprint))}\n`;
  const blocks = items.map(({ text }) => toBlock(`\n${text}\n`));
  return { path, ...where, body: fitBlocks(start, blocks, limit - Buffer.byteLength(offer)) + offer };
}

function toBlock(text: string): Block {
  return { noun: 'finding', count: 1, text };
}

function prose(text: string): string {
  return markdownText(cut(text, LONGEST_TEXT));
}
