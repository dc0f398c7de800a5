import type { Argument } from '../commands/command.ts';
import { runAssignment, setAlias } from './assignments.ts';
import { contentOf } from './content.ts';
import type { Input } from './input.ts';
import { invoke } from './invoke.ts';
import { asWritten } from './nested.ts';
import { mayGoOn } from './notes.ts';
import type { Command } from './parse.ts';
import { captured, inputOf, recordRedirect } from './redirects.ts';
import { fork } from './scope.ts';
import type { Run, Site } from './state.ts';
import { expandWord } from './words.ts';

/** Runs a simple command: assignments, words, redirections. */
export function runSimple(run: Run, node: Command, input: Input | undefined): void {
  const { frame, state } = run;
  if (!mayGoOn(run, node.pos)) {
    state.left = 'exit';
    return;
  }
  const given = inputOf(run, node.redirects, input);
  const assignments = node.prefix.filter((part) => part.type === 'Assignment');
  if (node.name === undefined) {
    for (const assignment of assignments) runAssignment(run, assignment);
  }
  const site: Site = {
    pos: node.pos,
    end: node.end,
    text: asWritten(frame, node),
  };
  const outer = state.variables;
  if (node.name !== undefined && assignments.length > 0) {
    state.variables = fork(outer);
    for (const assignment of assignments) runAssignment(run, assignment);
  }
  const reads = [...(given?.reads ?? [])];
  const fields = node.name === undefined ? [] : fieldsOf(run, node);
  // What `run() { "$@"; }` runs is written where `run` is called.
  const spot = isPassed(node) ? state.caller : undefined;
  const printed = captured(run, node.redirects, () => {
    if (fields.length === 0) return;
    reads.push(
      ...invoke(spot === undefined ? run : { ...run, frame: spot.frame }, fields, spot?.site ?? site, given),
    );
  });
  if (node.name?.value === 'exec' && fields.length > 1) state.left = 'exit';
  for (const argument of node.args) {
    if (argument.type !== 'Assignment') continue;
    if (node.name?.value === 'alias') setAlias(run, argument);
    else runAssignment(run, argument);
  }
  const unrestricted = node.name?.value === 'envsubst' && fields.length === 1;
  state.reads = reads;
  const content = printed && contentOf(run, printed, unrestricted);
  for (const redirect of node.redirects) recordRedirect(run, redirect, site, { reads, content });
  // `exec > file` and `X=1 cd` keep what they change; only the assignments before the name end with the command.
  if (state.variables.parent === outer) state.variables = keptAfter(outer, state.variables, assignments);
}

/** What a builtin or a function has set stays set; the assignments in front of the command do not. */
function keptAfter(
  outer: Run['state']['variables'],
  inner: Run['state']['variables'],
  assignments: readonly { name: string }[],
): Run['state']['variables'] {
  const passing = new Set(assignments.map(({ name }) => name));
  for (const [name, value] of inner.own) if (!passing.has(name)) outer.own.set(name, value);
  return outer;
}

/** The command's name is what the function was called with. */
function isPassed({ name }: Command): boolean {
  return name !== undefined && /^"?\$(\{?[@*1]\}?)"?$/.test(name.text);
}

function fieldsOf(run: Run, { name, args }: Command): Argument[] {
  const fields = expandWord(run, name!);
  for (const argument of args) {
    if (argument.type === 'Word') {
      fields.push(...expandWord(run, argument));
      continue;
    }
    // `local x=1`: the builtin keeps the old value of the name; the assignment itself is run after it.
    fields.push({ values: [[`${argument.name}=`]], pos: argument.pos, end: argument.end });
  }
  return fields;
}
