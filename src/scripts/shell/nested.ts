import { type Place, placeFinder } from '../../model/place.ts';
import { literalOf, shown, type Text } from '../text.ts';
import { LONGEST_TEXT, MOST_DEPTH } from './budget.ts';
import { note, noteErrors } from './notes.ts';
import { parseShell } from './parse.ts';
import { fork } from './scope.ts';
import type { Frame, Run, Value } from './state.ts';

/** Stands in nested source for a piece that is known at run time only. */
const HOLE = '__holdfast_';

/**
 * Runs text as shell source: what `bash -c`, `eval`, ssh or a heredoc gives to a shell. Pieces that are not known stand
 * in it as variables.
 * @param at where the text comes from in the source around it.
 * @param run a run of its own when the shell is another one, the same when it is this one (`eval`).
 */
export function runNested(run: Run, text: Text, at: { pos: number; end: number }): void {
  const { machine, state } = run;
  if (text.length === 0) return;
  if (text.length === 1 && literalOf(text) === undefined) {
    note(run, 'dynamic', at.pos, shown(text));
    return;
  }
  if (machine.running.length >= MOST_DEPTH) {
    note(run, 'limit', at.pos, `shells nested more than ${MOST_DEPTH} deep`);
    return;
  }
  const holes = new Map<string, Value>();
  const inserted = new Map<string, string>();
  const source = text
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.is === 'glob') return part.name;
      const name = `${HOLE}${holes.size}`;
      holes.set(name, { texts: [[part]] });
      inserted.set(`\${${name}}`, shown([part]));
      return `\${${name}}`;
    })
    .join('');
  const script = parseShell(source);
  const frame: Frame = { script: run.frame.script, source, place: placesOf(run.frame, source, at), inserted };
  noteErrors({ ...run, frame }, script);
  machine.running.push('');
  const variables = fork(state.variables);
  for (const [name, value] of holes) state.variables.own.set(name, value);
  const { options } = state;
  // What a single command leaves undone, no later one builds on.
  const checked = script.commands.length === 1 ? { ...options, errexit: true } : options;
  state.options = checked;
  machine.interpreter.statements({ machine, frame, state }, script.commands);
  if (state.options === checked) state.options = options;
  for (const name of holes.keys()) state.variables.own.set(name, variables.parent?.own.get(name));
  machine.running.pop();
}

/**
 * Where an offset of nested source stands in the file. Where the text stands in the source as it is, exactly; otherwise
 * by its lines, as line breaks are kept by every kind of quoting.
 */
function placesOf(frame: Frame, source: string, at: { pos: number; end: number }): (offset: number) => Place {
  const around = frame.source.slice(at.pos, at.end);
  const start = around.indexOf(source);
  if (start !== -1 && source !== '') return (offset) => frame.place(at.pos + start + offset);
  const first = frame.place(at.pos);
  const last = frame.place(Math.max(at.pos, at.end - 1));
  const within = placeFinder(source);
  return (offset) => {
    const { line, column } = within(offset);
    return { line: Math.min(last.line, first.line + line - 1), column: line === 1 ? first.column : column };
  };
}

/** A command as a reader of the file knows it. */
export function asWritten(frame: Frame, { pos, end }: { pos: number; end: number }): string {
  let written = frame.written?.(pos, end) ?? frame.source.slice(pos, end);
  for (const [variable, name] of frame.inserted ?? []) written = written.replaceAll(variable, name);
  return written.slice(0, LONGEST_TEXT);
}
