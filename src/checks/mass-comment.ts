import { textOf } from '../documents/document.ts';
import { count } from '../model/text.ts';
import type { Check } from './check.ts';
import { THRESHOLDS } from './thresholds.ts';
import { percent, putBack, serviceOf } from './words.ts';

/** A comment that runs to the end of the line, in every format with such comments. */
const COMMENT = /^\s*(?:#|\/\/|;|--)(.*)$/s;

export const massComment: Check = {
  id: 'mass-comment',
  severity: 'error',
  uncritical: 'notice',
  folds: ['reference-dangling', 'item-incomplete', 'key-removed'],
  summary: 'Many lines that were in force are commented out',
  help: 'At least five lines of the old file, and 10% or more of its lines, stand there as comments now: error; from 5% on: warning. The file is still valid. It usually is a trial that was committed by mistake: a public project has committed a whole playbook commented out, and more than once.',
  configure:
    'There is no option; lines that are not needed are better deleted, where the difference by key shows them.',
  run({ before, after, difference }) {
    if (difference !== undefined && difference.keys.share === 1) return [];
    const [then, now] = [textOf(before), textOf(after)];
    if (then === undefined || now === undefined || before?.kind === 'opaque' || after?.kind === 'opaque')
      return [];
    if (countComments(now) < THRESHOLDS.commentedLeast) return [];
    const active = new Map<string, number>();
    let total = 0;
    for (const line of then.split('\n')) {
      const content = line.trim();
      if (content === '') continue;
      total += 1;
      if (!COMMENT.test(line) && content.length > 2) active.set(content, (active.get(content) ?? 0) + 1);
    }
    if (total < THRESHOLDS.commentedLeast) return [];
    const { commented, first } = newlyCommented(now, active);
    if (commented < THRESHOLDS.commentedLeast || commented / total < THRESHOLDS.commentedDoubtful) return [];
    const share = Math.round((commented / total) * 1000) / 1000;
    const severity = commented / total < THRESHOLDS.commentedShare ? 'warning' : 'error';
    return [{ severity, place: { line: first, column: 1 }, args: { commented, share } }];
  },
  message: (finding, base) => ({
    what: `${count(Number(finding.args.commented), 'line')} (${percent(Number(finding.args.share))}) in ${finding.path} are commented out.`,
    why: `${serviceOf(finding.service)} falls back to defaults for all of them, and the file stays valid.`,
    fix: `Take the comment signs away if it was a trial (${putBack(base, finding.path)}), or delete the lines, so that the difference shows what is given up.`,
  }),
};

function countComments(text: string): number {
  return text.split('\n').filter((line) => COMMENT.test(line)).length;
}

/** Commented lines of the text that stood there uncommented and do so no longer. */
function newlyCommented(text: string, active: Map<string, number>): { commented: number; first: number } {
  const lines = text.split('\n');
  for (const line of lines) {
    const content = line.trim();
    const left = active.get(content);
    if (left !== undefined) active.set(content, left - 1);
  }
  let commented = 0;
  let first = 1;
  lines.forEach((line, index) => {
    const content = COMMENT.exec(line)?.[1]?.trim();
    const left = content === undefined ? 0 : (active.get(content) ?? 0);
    if (content === undefined || left <= 0) return;
    active.set(content, left - 1);
    commented += 1;
    if (commented === 1) first = index + 1;
  });
  return { commented, first };
}
