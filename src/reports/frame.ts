import type { Finding } from '../findings/finding.ts';
import { plainLine } from './escape.ts';
import { cut, type Paint, widthOf } from './layout.ts';

const TAB = '  ';

/** The lines around a finding with their numbers, and a caret below its column; empty without an excerpt. */
export function codeFrame(finding: Finding, width: number, style: Paint): string[] {
  if (finding.excerpt === undefined) return [];
  const { first, lines } = finding.excerpt;
  const gutter = String(first + lines.length - 1).length;
  const room = Math.max(20, width - gutter - 5);
  const frame: string[] = [];
  lines.forEach((line, index) => {
    const number = first + index;
    const here = number === finding.line;
    // What stands after the last line feed is no line of the file.
    if (line === '' && index === lines.length - 1 && !here) return;
    const mark = here ? style.red('>') : ' ';
    const text = cut(shown(line), room);
    frame.push(
      `${mark} ${style.quiet(String(number).padStart(gutter))} ${style.quiet('│')} ${text}`.trimEnd(),
    );
    const caret = here ? caretColumn(line, finding.column, room) : undefined;
    if (caret !== undefined) {
      frame.push(`  ${' '.repeat(gutter)} ${style.quiet('│')} ${' '.repeat(caret)}${style.red('^')}`);
    }
  });
  return frame;
}

function shown(line: string): string {
  return plainLine(line.replaceAll('\t', TAB));
}

/** Columns before the caret; none when the place is not given or not inside what is shown. */
function caretColumn(line: string, column: number | undefined, room: number): number | undefined {
  if (column === undefined || column > line.length + 1) return undefined;
  const before = widthOf(shown(line.slice(0, column - 1)));
  return before < room ? before : undefined;
}
