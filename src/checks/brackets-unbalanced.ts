import type { Document } from '../documents/document.ts';
import { count } from '../model/text.ts';
import type { Check } from './check.ts';
import { putBack, serviceOf } from './words.ts';

export const bracketsUnbalanced: Check = {
  id: 'brackets-unbalanced',
  severity: 'error',
  uncritical: 'warning',
  folds: ['file-replaced', 'setting-removed'],
  summary: 'A text file whose blocks were closed has one that is not',
  help: 'Files of nginx, HAProxy, Caddy, BIND and many others have no parser here, and are compared by line. Their blocks stand in braces, and a file of which every brace was closed, and now one is not, was cut off or edited wrongly: half of a file was written, or one line too many was deleted. Braces in quotes and comments do not count.',
  configure: 'There is no option.',
  run({ before, after }) {
    const [then, now] = [blocksOf(before), blocksOf(after)];
    if (then === undefined || now === undefined || then.pairs === 0 || then.fault !== undefined) return [];
    if (now.fault === undefined) return [];
    const { line, open } = now.fault;
    return [{ place: { line, column: 1 }, args: { open } }];
  },
  message: (finding, base) => ({
    what:
      Number(finding.args.open) > 0
        ? `${finding.path} has ${count(Number(finding.args.open), 'block')} that ${Number(finding.args.open) === 1 ? 'is not closed; it begins' : 'are not closed; the last one begins'} on line ${finding.line}.`
        : `${finding.path} has a brace on line ${finding.line} that closes a block which was never opened.`,
    why: `${serviceOf(finding.service)} most probably refuses the whole file, and does not start.`,
    fix: `Close the block; when the end of the file is missing, put it back: ${putBack(base, finding.path)}.`,
  }),
};

/** `fault`: how many blocks are open at the end, and where the last one begins; 0 for a brace that closes nothing. */
type Blocks = { pairs: number; fault?: { line: number; open: number } };

/** The blocks of a text in braces; `undefined` for what is parsed, or is no text. */
function blocksOf(document: Document | undefined): Blocks | undefined {
  if (document?.kind !== 'text') return undefined;
  const open: number[] = [];
  let pairs = 0;
  for (const [index, raw] of document.text.split('\n').entries()) {
    for (const brace of withoutQuotes(raw).match(/[{}]/g) ?? []) {
      if (brace === '{') open.push(index + 1);
      else if (open.pop() === undefined) return { pairs, fault: { line: index + 1, open: 0 } };
      else pairs += 1;
    }
  }
  const last = open.at(-1);
  return last === undefined ? { pairs } : { pairs, fault: { line: last, open: open.length } };
}

/** A line without its comment and without what stands in quotes; one pass, however many quotes stay open. */
function withoutQuotes(line: string): string {
  const left: string[] = [];
  const open = new Set<string>();
  let from = 0;
  for (const { 0: quote, index } of line.matchAll(/["']/g)) {
    if (index < from || open.has(quote)) continue;
    const end = endOfQuoted(line, index);
    if (end === undefined) {
      open.add(quote);
    } else {
      left.push(line.slice(from, index));
      from = end;
    }
  }
  const text = left.join('') + line.slice(from);
  const comment = /(?<!\S)(?:#|\/\/)/.exec(text);
  return comment === null ? text : text.slice(0, comment.index);
}

/** The place behind the closing quote, which no backslash stands before. */
function endOfQuoted(line: string, start: number): number | undefined {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === line[start]) return at + 1;
  }
  return undefined;
}
