import type { Arg, Finding } from '../../findings/finding.ts';
import { HIDDEN } from '../../findings/redact.ts';
import type { KeySummary, LineSummary } from '../../verdict/decision.ts';
import { marked } from './marked.ts';
import { clipped, type Html, html } from './template.ts';

const LONGEST_VALUE = 600;
const LONGEST_LINE = 400;

const KINDS: { readonly [kind in KeySummary['kind']]: { sign: string; word: string } } = {
  added: { sign: '+', word: 'added' },
  removed: { sign: '−', word: 'removed' },
  changed: { sign: '~', word: 'changed' },
  retyped: { sign: '≠', word: 'type changed' },
};

/** Where a key's finding stands on the page. */
export type Told = { id: string; severity: Finding['severity']; check: string };

/** One key with its value before and after; what happened to it is said by a sign and a word, too. */
export function keyRow(summary: KeySummary, told: Told | undefined): Html {
  const { kind, key, line } = summary;
  const { sign, word } = KINDS[kind];
  const cells = values(summary);
  return html`<tr class="${kind}" data-kind="${kind}"><td class="mark"><b aria-hidden="true">${sign}</b> ${word}</td><th scope="row"><code>${key === '' ? '(the whole document)' : clipped(key, LONGEST_VALUE)}</code>${line !== undefined && html`<span class="at">line ${line}</span>`}${told !== undefined && html`<a class="sev ${told.severity}" href="#${told.id}" title="${told.check}">${told.severity}</a>`}</th><td class="old">${cells.before}</td><td class="new">${cells.after}</td></tr>
`;
}

const NOTHING = html`<span class="none">not there</span>`;

function values({ kind, before, after }: KeySummary): { before: Html; after: Html } {
  if (kind === 'changed' && before === HIDDEN && after === HIDDEN) {
    return {
      before: html`<code>${HIDDEN}</code>`,
      after: html`<code>${HIDDEN}</code> <span class="none">another value</span>`,
    };
  }
  const [old, now] = [textOf(before), textOf(after)];
  if (kind === 'changed' && typeof before === 'string' && typeof after === 'string') {
    const both = marked(old, now);
    return { before: html`<code>${both.before}</code>`, after: html`<code>${both.after}</code>` };
  }
  return {
    before: kind === 'added' ? NOTHING : html`<code>${old}</code>`,
    after: kind === 'removed' ? NOTHING : html`<code>${now}</code>`,
  };
}

function textOf(value: Arg | undefined): string {
  if (value === undefined) return '…';
  return value === HIDDEN ? HIDDEN : clipped(JSON.stringify(value), LONGEST_VALUE);
}

/** A line of the old file beside the one that came in its place; either may be missing. */
export type LinePair = { before?: LineSummary; after?: LineSummary };

/** Lines that went beside lines that came, in their order: those of one spot are put side by side. */
export function pairLines(lines: readonly LineSummary[]): LinePair[] {
  const pairs: LinePair[] = [];
  let open: LinePair[] = [];
  let last: LineSummary | undefined;
  for (const line of lines) {
    if (line.sign === '-') {
      if (last?.sign !== '-' || last.line + 1 !== line.line) open = [];
      const pair = { before: line };
      pairs.push(pair);
      open.push(pair);
    } else {
      if (last?.sign === '+' && last.line + 1 !== line.line) open = [];
      const free = open.shift();
      if (free === undefined) pairs.push({ after: line });
      else free.after = line;
    }
    last = line;
  }
  return pairs;
}

export function lineRow({ before, after }: LinePair): Html {
  const [old, now] = [textOfLine(before), textOfLine(after)];
  const both =
    before !== undefined && after !== undefined
      ? marked(old, now)
      : { before: html`${old}`, after: html`${now}` };
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const { sign, word } = KINDS[kind];
  return html`<tr class="${kind}" data-kind="${kind}"><td class="mark"><b aria-hidden="true">${sign}</b> <span class="vh">${word}</span></td><td class="num">${before?.line}</td><td class="old"><code>${both.before}</code></td><td class="num">${after?.line}</td><td class="new"><code>${both.after}</code></td></tr>
`;
}

function textOfLine(line: LineSummary | undefined): string {
  return line === undefined ? '' : clipped(line.text.replaceAll('\t', '  '), LONGEST_LINE);
}
