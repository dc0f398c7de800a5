import { shellWord } from '../../checks/words.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { markdownCode } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';

const MOST_STEPS = 100;
const LONGEST = 10_000;

/**
 * The steps of a team's runbook as a checklist: the first line of every item of a list in its Markdown, as it stands. Code
 * blocks, comments and front matter are no lists, and what else stands below an item stays in the runbook.
 * Problem: `runbook-invalid`.
 * @param service its name as Markdown, which `{service}` becomes.
 */
export function runbookSteps(markdown: string, file: string, service: string): Result<string[]> {
  const steps: string[] = [];
  let fence: string | undefined;
  for (const line of proseOf(markdown).split(/\r?\n/)) {
    const [, marks, info = ''] = /^\s*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (marks !== undefined) {
      if (fence === undefined) fence = marks;
      else if (marks.startsWith(fence) && info.trim() === '') fence = undefined;
      continue;
    }
    const [, indent, text] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/.exec(line) ?? [];
    if (fence !== undefined || text === undefined || RULE.test(line)) continue;
    steps.push(`${indent}- [ ] ${text.replaceAll('{service}', () => service)}`);
  }
  if (steps.length > 0 && steps.length <= MOST_STEPS && steps.join('\n').length <= LONGEST) return ok(steps);
  const what = steps.length === 0 ? 'has no list' : `has more than ${MOST_STEPS} steps, or long ones`;
  return refuse({
    code: 'runbook-invalid',
    message: `The runbook ${file} ${what}.`,
    hint: 'Write its steps as a list in Markdown, each on a line of its own; link to what is longer.',
  });
}

/** A line across the page, which looks like an empty list. */
const RULE = /^\s*([-*])(\s*\1){2,}\s*$/;

/** Without the byte order mark, front matter and comments. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/^\ufeff/, '')
    .replace(/^---\r?\n[\s\S]*?\n---[^\S\n]*(?=\r?\n)/, '')
    .replace(/<!--[\s\S]*?-->/g, '');
}

/** The checklist of a service that has no runbook. PLACE is where people practise: never the host that serves users. */
export function ownSteps({ service, commit }: Pick<Cause, 'service' | 'commit'>): string[] {
  const of = service === undefined ? '' : ` --service ${shellWord(service)}`;
  const about = service === undefined ? 'SERVICE' : shellWord(service);
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
