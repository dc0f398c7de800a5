import { placeFinder } from '../../model/place.ts';
import type { Argument } from '../commands/command.ts';
import { inCheckout, locate } from '../location.ts';
import { literalOf, shown } from '../text.ts';
import { MOST_DEPTH } from './budget.ts';
import { note, noteErrors } from './notes.ts';
import { parseShell } from './parse.ts';
import { type Frame, forked, type Run, type Site } from './state.ts';

/** Runs another file of the checkout: in this shell (`source`), or in one of its own. */
export function runFile(
  run: Run,
  file: Argument,
  args: readonly Argument[],
  site: Site,
  how: 'source' | 'run',
): void {
  const { machine, state } = run;
  if (state.host.kind !== 'local') return;
  const paths = state.directories.flatMap((directory) =>
    file.values.map((value) => locate(directory, value)),
  );
  const path = paths
    .map(literalOf)
    .find((literal) => literal !== undefined && !literal.startsWith('/') && !literal.startsWith('..'));
  if (path === undefined) {
    if (how === 'source') note(run, 'missing', site.pos, shown(paths[0]!));
    return;
  }
  machine.uses.add(path);
  const text = machine.files.get(path);
  if (text === undefined) {
    if (how === 'source') note(run, 'missing', site.pos, path);
    return;
  }
  if (machine.running.includes(path) || !isShell(path, text) || isTooDeep(run, site.pos)) return;
  const script = parseShell(text);
  const inner: Frame = { script: path, source: text, place: placeFinder(text) };
  noteErrors({ ...run, frame: inner }, script);
  machine.running.push(path);
  if (how === 'source') {
    const outer = state.positional;
    if (args.length > 0) state.positional = args;
    machine.interpreter.statements({ machine, frame: inner, state }, script.commands);
    state.positional = outer;
    if (state.left === 'return') state.left = false;
  } else {
    const shell = forked(run, {
      positional: args,
      zero: inCheckout(path),
      via: [...state.via, path],
      options: optionsOf(text),
    });
    machine.interpreter.statements({ ...shell, frame: inner }, script.commands);
    state.output = shell.state.output;
  }
  machine.running.pop();
}

/** Runs a file of the checkout as what a shell reads on its standard input, here or on another host. */
export function runText(run: Run, path: string, pos: number): void {
  const { machine } = run;
  const isInside = !path.startsWith('/') && !path.startsWith('..');
  if (isInside) machine.uses.add(path);
  const text = isInside ? machine.files.get(path) : undefined;
  if (text === undefined) note(run, 'missing', pos, path);
  if (text === undefined || machine.running.includes(path) || isTooDeep(run, pos)) return;
  const script = parseShell(text);
  const inner: Run = { ...run, frame: { script: path, source: text, place: placeFinder(text) } };
  noteErrors(inner, script);
  machine.running.push(path);
  machine.interpreter.statements(inner, script.commands);
  machine.running.pop();
}

function isTooDeep(run: Run, pos: number): boolean {
  if (run.machine.running.length < MOST_DEPTH) return false;
  note(run, 'limit', pos, `files that run each other more than ${MOST_DEPTH} deep`);
  return true;
}

/** The options that a script's first line switches on: `#!/bin/sh -e`. */
function optionsOf(text: string): { errexit: boolean; pipefail: boolean; nounset: boolean } {
  const flags = /^#!.*?\s-([a-z]+)/.exec(text.slice(0, 200).split('\n')[0]!)?.[1] ?? '';
  return { errexit: flags.includes('e'), pipefail: false, nounset: flags.includes('u') };
}

function isShell(path: string, text: string): boolean {
  const first = text.slice(0, 100).split('\n')[0]!;
  if (first.startsWith('#!')) return /\b(ba|da|a|k)?sh\b/.test(first);
  return /\.(sh|bash|inc|env)$|^[^.]+$|\/\.?[^/.]*$/.test(path);
}
