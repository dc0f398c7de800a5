import { plural } from './messages.ts';

/** A piece of a report that is shown whole or not at all. `noun` says what is missing without it. */
export type Block = { text: string; noun: string; count: number };

/** Room for the sentence that says what was left out. */
const RESERVED = 400;

/**
 * As many blocks as fit into `limit` bytes of UTF-8, in their order, and how many were left out: the rest
 * from the first one that does not fit.
 * @param rest says where everything is, as Markdown of at most 200 bytes.
 */
export function fitBlocks(
  start: string,
  blocks: readonly Block[],
  limit: number,
  rest = 'The JSON report has everything.',
): string {
  let size = Buffer.byteLength(start) + RESERVED;
  let shown = 0;
  for (const block of blocks) {
    size += Buffer.byteLength(block.text);
    if (size > limit) break;
    shown += 1;
  }
  const text =
    start +
    blocks
      .slice(0, shown)
      .map((block) => block.text)
      .join('');
  const left = new Map<string, number>();
  for (const { noun, count } of blocks.slice(shown)) {
    if (count > 0) left.set(noun, (left.get(noun) ?? 0) + count);
  }
  if (left.size === 0) return text;
  const missing = [...left].map(([noun, count]) => plural(count, noun)).join(', ');
  return `${text}\n\n**Left out here, because GitHub limits the length:** ${missing}. ${rest}\n`;
}
