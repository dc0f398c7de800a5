import { plainLine } from './escape.ts';
import { widthOf } from './layout.ts';

/** Wider cells push the next column aside instead of widening it for all lines. */
const WIDEST = 40;

/** Rows under their titles, one line each, in columns; every cell is made visible. A column without text is left out. */
export function columns(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const shown = titles.map((_, index) => rows.some((row) => row[index] !== ''));
  return aligned([titles, ...rows].map((row) => row.filter((_, index) => shown[index]).map(plainLine)));
}

/** Lines of cells, the titles first, in columns. */
export function aligned(cells: readonly (readonly string[])[]): string[] {
  const widths = (cells[0] ?? []).map((title, index) =>
    Math.max(title.length, ...cells.map((row) => widthOf(row[index]!)).filter((width) => width <= WIDEST)),
  );
  return cells.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat(Math.max(0, widths[index]! - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `10 B`, `1.2 KiB`. */
export function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}
