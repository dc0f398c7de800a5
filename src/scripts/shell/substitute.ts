import { knownEnd, type Text } from '../text.ts';
import { noteErrors } from './notes.ts';
import type { ParsedScript } from './parse.ts';
import { forked, type Run } from './state.ts';

type Substitution = { script: ParsedScript | undefined; text: string; pos: number };

/** What `$(…)` or backticks give: what the commands print, as far as that is known. Their effects are recorded. */
export function substituted(run: Run, { script, text, pos }: Substitution): readonly Text[] {
  const unknown: Text[] = [[{ name: text, is: 'value' }]];
  if (script === undefined) return unknown;
  const inner = forked(run, { output: [[]] });
  if (script.source !== undefined) {
    // Offsets inside of escaped backticks are those of another text: the place is that of the whole substitution.
    const { place } = run.frame;
    inner.frame = { ...run.frame, source: script.source, place: () => place(pos) };
  }
  noteErrors(inner, script);
  run.machine.interpreter.statements(inner, script.commands);
  const output = inner.state.output ?? [];
  return output.length === 0 ? unknown : output.map(withoutNewlines);
}

function withoutNewlines(text: Text): Text {
  const end = knownEnd(text);
  if (!end.endsWith('\n')) return text;
  const kept = end.replace(/\n+$/, '');
  return [...text.slice(0, -1), ...(kept === '' ? [] : [kept])];
}
