import { expect } from '@jest/globals';
import { extract } from '../../../src/scripts/sources/index.ts';
import { shown, type Text } from '../../../src/scripts/text.ts';
import type { Extracted, Unit } from '../../../src/scripts/unit.ts';

/** What a file holds that has to be a script. */
export function extracted(path: string, text: string): Extracted {
  const found = extract(path, text);
  if (found === undefined) throw new Error(`${path} is no script`);
  return found;
}

/** `line:column` of a piece of a unit's source. */
export function placeOf(unit: Unit | undefined, piece: string): string {
  if (unit === undefined) throw new Error('no such unit');
  const offset = unit.source.indexOf(piece);
  if (offset === -1) throw new Error(`no ${piece} in ${unit.source}`);
  const { line, column } = unit.place(offset);
  return `${line}:${column}`;
}

/** `line:column` of a piece of the file, for which there is exactly one. */
export function placeIn(text: string, piece: string): string {
  const offset = text.indexOf(piece);
  if (offset === -1 || text.indexOf(piece, offset + 1) !== -1) throw new Error(`not one ${piece}`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

/** The unit's variables as texts for people. */
export function variablesOf(unit: Unit | undefined): Record<string, string> {
  const entries = [...(unit?.variables ?? [])].map(([name, text]): [string, string] => [name, shown(text)]);
  return Object.fromEntries(entries);
}

/** What a source with stand-ins means: the stand-ins' names replaced by what they stand for. */
export function meant({ source, filledIn = new Map<string, Text>() }: Unit): string {
  return source.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
    const text = filledIn.get(name);
    return text === undefined ? whole : shown(text);
  });
}

/** Every stand-in leaves the offsets alone, and the original can be read back. */
export function expectSameLength(unit: Unit, original: string): void {
  expect(unit.source).toHaveLength(original.length);
  expect(unit.written?.(0, unit.source.length) ?? unit.source).toBe(original);
}
