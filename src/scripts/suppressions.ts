import { quoteAt } from '../findings/mask-command.ts';
/** A comment in a script that turns rules off. Lines are 1-based. */
export type Suppression = {
  line: number;
  column: number;
  rules: readonly string[];
  reason: string;
  /** The lines that it is about; the whole file when it stands before the first command. */
  from: number;
  to: number;
};

const COMMENT = /(^|\s)#+\s*holdfast-disable(?![\w-])\s*(.*)$/;
const HEREDOC = /(?<!<)<<-?\s*(?:"([^"]+)"|'([^']+)'|\\?([\w.-]+))/g;
/** The line goes on with the next one. */
const GOES_ON = /(\\|\||&&)\s*$/;

/**
 * The comments `# holdfast-disable rule, rule -- reason` of a script, whatever its language, as long as `#` begins its
 * comments. One is about the command below it, or beside it; before the first command about the whole file.
 * What stands in a heredoc or a quoted text of one line is none.
 */
export function readSuppressions(text: string): Suppression[] {
  if (!text.includes('holdfast-disable')) return [];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const isCode = codeLines(lines);
  const first = lines.findIndex((line, index) => isCode(index) && isCommand(line));
  return lines.flatMap((line, index): Suppression[] => {
    const found = isCode(index) ? COMMENT.exec(line) : null;
    const start = found === null ? 0 : found.index + found[1]!.length;
    if (found === null || quoteAt(line, start) !== undefined) return [];
    const [names = '', ...reason] = found[2]!.split(/(?:^|\s)--(?:\s|$)/);
    const rules = names.split(/[\s,]+/).filter((name) => name !== '');
    const said = { line: index + 1, column: start + 1, rules, reason: reason.join(' -- ').trim() };
    if (line.slice(0, start).trim() !== '') return [{ ...said, from: index + 1, to: index + 1 }];
    if (first === -1 || index < first) return [{ ...said, from: 1, to: lines.length }];
    let from = index + 1;
    while (from < lines.length && !isCommand(lines[from]!)) from += 1;
    let to = from;
    while (to < lines.length - 1 && GOES_ON.test(lines[to]!)) to += 1;
    return [{ ...said, from: from + 1, to: to + 1 }];
  });
}

function isCommand(line: string): boolean {
  return !/^\s*(#|$)/.test(line);
}

/** Tells lines of a script from those inside of its heredocs. */
function codeLines(lines: readonly string[]): (index: number) => boolean {
  const inside = new Set<number>();
  const last = new Map(lines.map((line, index) => [line.trim(), index]));
  const open: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (open.length > 0) {
      inside.add(index);
      if (line.trim() === open[0]) open.shift();
      continue;
    }
    if (!isCommand(line)) continue;
    for (const [, double, single, plain] of line.matchAll(HEREDOC)) {
      const end = (double ?? single ?? plain)!;
      // `1 << 3` and a heredoc that never ends are none.
      if ((last.get(end) ?? -1) > index) open.push(end);
    }
  }
  return (index) => !inside.has(index);
}
