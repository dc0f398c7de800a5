import type { Finding } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import { markdownCode, markdownFence, markdownText, visible } from './escape.ts';
import { codeFrame } from './frame.ts';
import { differenceLines, retentionText } from './keys.ts';
import { cut, paint } from './layout.ts';
import { isWholeFile, placeOf, plural, whatInFile } from './messages.ts';

const MOST_FRAMES = 10;
const MOST_KEYS = 40;
const MOST_FOLDED = 10;
const LONGEST_LINE = 240;
const PLAIN = paint(false);

/** The evidence for one file as a folded block of Markdown; empty when there is none beyond the findings. */
export function fileDetails(
  base: string,
  path: Path,
  findings: readonly Finding[],
  change: ChangeSummary | undefined,
  open: boolean,
): string {
  const parts = [
    ...(change === undefined ? [] : difference(change)),
    ...frames(findings),
    ...consequences(base, findings),
  ];
  if (parts.length === 0) return '';
  const moved = change?.from ?? change?.to;
  const status = change === undefined ? '' : `, ${change.status}`;
  const also =
    moved === undefined
      ? ''
      : ` (${change?.from === undefined ? 'now' : 'was'} ${markdownCode(cut(moved, LONGEST_LINE))})`;
  const title = `${markdownCode(cut(path, LONGEST_LINE))}${status}${also}`;
  return `\n<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${parts.join('\n\n')}\n\n</details>\n`;
}

function difference(change: ChangeSummary): string[] {
  const kept = retentionText(change);
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const parts = kept === undefined ? [] : [`Kept of the old file: ${kept}.`];
  if (lines.length === 0) return parts;
  const text = lines.map((line) => {
    const place = line.line === undefined ? '' : `  (line ${line.line})`;
    return `${line.sign} ${cut(visible(line.text), LONGEST_LINE)}${place}`;
  });
  const fence = markdownFence(text, 'diff');
  return [...parts, more > 0 ? `${fence}\n… and ${plural(more, `more ${noun}`)}` : fence];
}

function frames(findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => finding.excerpt !== undefined && !isWholeFile(finding))
    .slice(0, MOST_FRAMES)
    .map((finding) => {
      const place = placeOf(finding);
      const title = `${finding.check}${place === '' ? '' : `, ${place}`}:`;
      return `${title}\n\n${markdownFence(codeFrame(finding, LONGEST_LINE, PLAIN), 'text')}`;
    });
}

function consequences(base: string, findings: readonly Finding[]): string[] {
  const folded = findings.flatMap((finding) => finding.folded ?? []);
  if (folded.length === 0) return [];
  const lines = folded
    .slice(0, MOST_FOLDED)
    .map((finding) => `- ${markdownText(cut(whatInFile(finding, base), LONGEST_LINE * 2))}`);
  const more = folded.length - MOST_FOLDED;
  if (more > 0) lines.push(`- … and ${plural(more, 'more consequence')}`);
  return [`Consequences:\n\n${lines.join('\n')}`];
}
