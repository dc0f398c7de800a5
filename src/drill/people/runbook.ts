import { pastedWord } from '../../checks/words.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { markdownCode } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';

const MOST_STEPS = 100;
const LONGEST = 10_000;

/**
 * The steps of a team's runbook as a checklist: the first line of every item of a list in its Markdown, below the item that
 * it is in. Code blocks, comments and front matter are no lists, and what else stands below an item stays in the runbook.
 * Problem: `runbook-invalid`.
 * @param service its name as Markdown, which `{service}` becomes.
 */
export function runbookSteps(markdown: string, file: string, service: string): Result<string[]> {
  const { items, open } = itemsOf(proseOf(markdown));
  if (open !== undefined) {
    return refuse({
      code: 'runbook-invalid',
      message: `The runbook ${file} has a code block that is not closed, from line ${open} on.`,
      hint: 'Close it with the marks that open it: everything below it is code until then.',
    });
  }
  const steps = items.map(
    ({ depth, text }) => `${'  '.repeat(depth)}- [ ] ${text.replaceAll('{service}', () => service)}`,
  );
  if (steps.length > 0 && steps.length <= MOST_STEPS && steps.join('\n').length <= LONGEST) return ok(steps);
  const what = steps.length === 0 ? 'has no list' : `has more than ${MOST_STEPS} steps, or long ones`;
  return refuse({
    code: 'runbook-invalid',
    message: `The runbook ${file} ${what}.`,
    hint: 'Write its steps as a list in Markdown, each on a line of its own; link to what is longer.',
  });
}

/** An item of a list; `depth`: of how many others it is a part. */
type Item = { depth: number; text: string };
/** Where a code block began, and the column of the item that it is in: it ends with the item. */
type Fence = { marks: string; line: number; content: number };

const ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(?:\[[ xX]\]\s+)?(\S.*)$/;
const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
/** What no paragraph goes on with: https://spec.commonmark.org/0.31.2/#paragraph-continuation-text */
const INTERRUPTS = /^\s*(#|>|<|`{3}|~{3})/;

/**
 * All items; `open` is the line from which on everything is code.
 * https://spec.commonmark.org/0.31.2/#list-items and …/#fenced-code-blocks
 */
function itemsOf(prose: string): { items: Item[]; open?: number } {
  const items: Item[] = [];
  /** The columns at which the items that are not over have their content. */
  let within: number[] = [];
  let fence: Fence | undefined;
  let afterBlank = true;
  for (const [index, line] of prose.split(/\r?\n/).entries()) {
    const isFirst = afterBlank;
    afterBlank = line.trim() === '';
    if (afterBlank) continue;
    const indent = columns(/^\s*/.exec(line)![0]);
    if (fence !== undefined && indent >= fence.content) {
      const [, marks = '', rest = ''] = /^\s*(`+|~+)(.*)$/.exec(line) ?? [];
      if (marks.startsWith(fence.marks) && rest.trim() === '') fence = undefined;
      continue;
    }
    const [, marker, text = line] = RULE.test(line) ? [] : (ITEM.exec(line) ?? []);
    if (isFirst || fence !== undefined || marker !== undefined || INTERRUPTS.test(line))
      within = within.filter((content) => content <= indent);
    fence = undefined;
    // Code, too, or the rest of a paragraph.
    if (indent - (within.at(-1) ?? 0) > 3) continue;
    if (marker !== undefined) within.push(columns(marker));
    const [, marks] = FENCE.exec(text) ?? [];
    if (marks !== undefined) fence = { marks, line: index + 1, content: within.at(-1) ?? 0 };
    else if (marker !== undefined) items.push({ depth: within.length - 1, text });
  }
  return { items, ...(fence?.content === 0 && { open: fence.line }) };
}

/** How far a text reaches to the right when tabs stand at every fourth column. */
function columns(text: string): number {
  return [...text].reduce((column, one) => (one === '\t' ? column + 4 - (column % 4) : column + 1), 0);
}

/** A line across the page, which looks like an empty list. */
const RULE = /^\s*([-*])(\s*\1){2,}\s*$/;

/** Without the byte order mark, front matter and comments; its lines stay where they are. */
function proseOf(markdown: string): string {
  return withoutComments(
    markdown.replace(/^\ufeff/, '').replace(/^---\r?\n[\s\S]*?\n---[^\S\n]*(?=\r?\n)/, emptied),
  );
}

function withoutComments(text: string): string {
  let prose = '';
  for (let from = 0; ; ) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return prose + text.slice(from);
    prose += text.slice(from, start) + emptied(text.slice(start, end));
    from = end + 3;
  }
}

function emptied(text: string): string {
  return text.replace(/[^\n]/g, '');
}

/** The checklist of a service that has no runbook. PLACE is where people practise: never the host that serves users. */
export function ownSteps({ service, commit }: Pick<Cause, 'service' | 'commit'>): string[] {
  const of = service === undefined ? '' : ` --service ${pastedWord(service)}`;
  const about = service === undefined ? 'SERVICE' : pastedWord(service);
  return [
    'One person leads; another one writes down who does what, and when. PLACE below is the copy or the place of practice.',
    `What has changed since it was well? ${markdownCode(`holdfast blame ${about} --since last-good`)}`,
    `Is what is live what was meant? ${markdownCode(`holdfast verify --commit ${commit.slice(0, 10)}${of} --root PLACE`)}`,
    `Somebody knows the cause: comment ${markdownCode('/detected THE CAUSE')}`,
    `Put the last known good back: ${markdownCode(`holdfast restore --known-good${of} --root PLACE`)}`,
    'Its probes pass, and somebody has used it.',
    `Comment ${markdownCode('/restored')}`,
    'Write down what would have made it faster, and put that into the runbook. Remove the copy.',
  ].map((step) => `- [ ] ${step}`);
}
