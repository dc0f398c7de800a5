import type { Decision } from '../verdict/decision.ts';
import { inert, plainLine } from './escape.ts';
import { type Paint, wrap } from './layout.ts';

/** Where the texts beside the labels begin. */
export const COLUMN = 11;
/** Longer lines of prose are hard to read, however wide the terminal is. */
export const PROSE = 100;
export const MARGIN = ' '.repeat(COLUMN);

export type Page = { decision: Decision; width: number; style: Paint };

export type Style = (text: string) => string;

/** A label in the margin, and a text that wraps beside it. `whole`: a part that is not broken. */
export function labelled(
  { width }: Pick<Page, 'width'>,
  color: Style,
  label: string,
  text: string,
  style: Style = (line) => line,
  whole?: string,
): string[] {
  return wrap(plainLine(text), Math.min(width, PROSE) - COLUMN, whole).map((line, index) =>
    index === 0
      ? `  ${color(label)}${' '.repeat(COLUMN - 2 - label.length)}${style(line)}`
      : `${MARGIN}${style(line)}`,
  );
}

export function indented({ width }: Page, text: string): string[] {
  return wrap(text, width - 2).map((line) => `  ${line}`);
}

/** Sections of lines as a text for the terminal; empty ones are left out. */
export function sectionsText(sections: readonly (readonly string[])[]): string {
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${inert(texts.join('\n\n'))}\n`;
}
