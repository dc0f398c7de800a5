import type { Scene } from '../operators/operator.ts';
import { oneOf, type Random } from '../random.ts';
import { leavesOf } from './leaves.ts';

const PLACEHOLDERS = ['changeme', 'your-value-here', 'example', 'localhost'];

/** What a project ships beside the real file: the same keys, and placeholders for most texts. */
export async function madeUpSample(
  { document, text, parse }: Pick<Scene, 'document' | 'text' | 'parse'>,
  random: Random,
): Promise<string | undefined> {
  if (document.kind !== 'parsed') return undefined;
  const lines = text.split('\n');
  const texts = leavesOf(document).filter(({ value }) => typeof value === 'string' && value.length > 2);
  if (texts.length < 2) return undefined;
  for (const { value, valueAt: at } of texts) {
    const line = lines[at.line]!;
    const start = line.indexOf(String(value), at.column);
    const word = oneOf(PLACEHOLDERS, random)!;
    if (start !== -1) lines[at.line] = line.slice(0, start) + word + line.slice(start + String(value).length);
  }
  const sample = lines.join('\n');
  return sample !== text && (await parse(sample)).kind === 'parsed' ? sample : undefined;
}
