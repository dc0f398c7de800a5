import { percent } from '../checks/words.ts';
import type { Arg } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import type { ChangeSummary, KeySummary } from '../verdict/decision.ts';

/** One line of a difference by key or by line. `line` is given for the side that the sign names. */
export type DifferenceLine = { sign: '-' | '+'; text: string; line?: number };

/** What differs, cut after `most` keys or twice as many lines; `more` says how many `noun`s are left out. */
export function differenceLines(
  change: ChangeSummary,
  most: number,
): { lines: DifferenceLine[]; more: number; noun: 'key' | 'line' } {
  if (change.lines !== undefined) {
    const lines = change.lines.slice(0, most * 2);
    return { lines, more: (change.linesTotal ?? change.lines.length) - lines.length, noun: 'line' };
  }
  const keys = change.keys ?? [];
  const shown = keys.slice(0, most);
  const more = Math.max(change.keysTotal ?? 0, keys.length) - shown.length;
  return { lines: shown.flatMap(linesOf), more, noun: 'key' };
}

function linesOf(key: KeySummary): DifferenceLine[] {
  const note = key.before === HIDDEN && key.after === HIDDEN ? ' (another value)' : '';
  const lines: DifferenceLine[] = [];
  if (key.kind !== 'added') lines.push({ sign: '-', text: `${key.key}${valueText(key.before)}` });
  if (key.kind !== 'removed') lines.push({ sign: '+', text: `${key.key}${valueText(key.after)}${note}` });
  if (key.line !== undefined) lines.at(-1)!.line = key.line;
  return lines;
}

function valueText(value: Arg | undefined): string {
  return value === undefined ? '' : `: ${value === HIDDEN ? HIDDEN : JSON.stringify(value)}`;
}

/** Above this share the figure is noise. */
const NOTABLE = 0.9;

/** `64% of its keys, 30% of its lines`; `undefined` when little of either is lost, or nothing is known. */
export function retentionText(change: ChangeSummary): string | undefined {
  const { keysKept, linesKept } = change;
  if (Math.min(keysKept ?? 1, linesKept ?? 1) > NOTABLE) return undefined;
  const kept = [share(keysKept, 'keys'), share(linesKept, 'lines')].filter((part) => part !== undefined);
  return kept.join(', ');
}

function share(value: number | undefined, noun: string): string | undefined {
  return value === undefined ? undefined : `${percent(value)} of its ${noun}`;
}
