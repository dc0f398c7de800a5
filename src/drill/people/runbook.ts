import { shellWord } from '../../checks/words.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { markdownCode } from '../../reports/escape.ts';
import type { Cause } from './cause.ts';

const MOST_STEPS = 100;
const LONGEST = 10_000;

/**
 * The steps of a team's runbook as a checklist: every item of a list in its Markdown, as it stands, code blocks aside.
 * `{service}` becomes the service's name. Problem: `runbook-invalid`.
 */
export function runbookSteps(markdown: string, file: string, service: string): Result<string[]> {
  const steps: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    const [, marks] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (marks !== undefined) {
      if (fence === undefined) fence = marks;
      else if (marks.startsWith(fence)) fence = undefined;
      continue;
    }
    const [, indent, text] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/.exec(line) ?? [];
    if (fence !== undefined || text === undefined) continue;
    steps.push(`${indent}- [ ] ${text.replaceAll('{service}', service)}`);
  }
  if (steps.length > 0 && steps.length <= MOST_STEPS && steps.join('\n').length <= LONGEST) return ok(steps);
  const what = steps.length === 0 ? 'has no list' : `has more than ${MOST_STEPS} steps, or long ones`;
  return refuse({
    code: 'runbook-invalid',
    message: `The runbook ${file} ${what}.`,
    hint: 'Write its steps as a list in Markdown, each on a line of its own; link to what is longer.',
  });
}

/** The checklist of a service that has no runbook. */
export function ownSteps({ service, commit }: Pick<Cause, 'service' | 'commit'>): string[] {
  const of = service === undefined ? '' : ` --service ${shellWord(service)}`;
  const about = service === undefined ? 'SERVICE' : shellWord(service);
  return [
    'One person leads; another one writes down who does what, and when.',
    `What has changed since it was well? ${markdownCode(`holdfast blame ${about} --since last-good`)}`,
    `Is what is live what was meant? ${markdownCode(`holdfast verify --commit ${commit.slice(0, 10)}${of}`)}`,
    `Somebody knows the cause: comment ${markdownCode('/detected THE CAUSE')}`,
    `Put the last known good back: ${markdownCode(`holdfast restore --known-good${of}`)}`,
    'Its probes pass, and somebody has used it.',
    `Comment ${markdownCode('/restored')}`,
    'Write down what would have made it faster, and put that into the runbook.',
  ].map((step) => `- [ ] ${step}`);
}
