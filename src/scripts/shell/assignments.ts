import { joinedAll } from '../text.ts';
import type { Assignment } from './parse.ts';
import { lookUp } from './scope.ts';
import { combined, type Run, type Value } from './state.ts';
import { assign, unknownValue } from './variables.ts';
import { expandText, expandWord } from './words.ts';

/** What an assignment sets its variable to. */
export function runAssignment(run: Run, assignment: Assignment): void {
  const { name, append, index } = assignment;
  const value = assigned(run, assignment);
  const before = append || index !== undefined ? lookUp(run.state.variables, name) : undefined;
  if (index !== undefined) {
    assignItem(run, name, before, Number(index.value), value);
  } else if (!append) {
    assign(run, name, value);
  } else if (value.items !== undefined) {
    const items = [...(before?.items ?? []), ...value.items];
    assign(run, name, { texts: items[0]?.values ?? [[]], items });
  } else {
    appendTexts(run, name, before, value);
  }
}

function appendTexts(run: Run, name: string, before: Value | undefined, value: Value): void {
  const texts = combined([before?.texts ?? unknownValue(name).texts, value.texts], joinedAll);
  assign(run, name, { ...before, texts });
}

function assigned(run: Run, { value }: Assignment): Value {
  if (value.type === 'Word') return { texts: expandText(run, value) };
  const items = value.elements.flatMap((element) => expandWord(run, element));
  return { texts: items[0]?.values ?? [[]], items };
}

function assignItem(run: Run, name: string, before: Value | undefined, index: number, value: Value): void {
  const items = [...(before?.items ?? [])];
  if (!Number.isInteger(index) || index < 0 || index > items.length) {
    run.state.variables.own.set(name, unknownValue(name));
    return;
  }
  items[index] = { values: value.texts, pos: 0, end: 0 };
  run.state.variables.own.set(name, { texts: items[0]!.values, items });
}

/** `alias name='command words'`, as scripts for sh have it: the words stand for the name from now on. */
export function setAlias({ machine }: Run, { name, value, pos, end }: Assignment): void {
  const words = value.type === 'Word' ? value.value.trim().split(/\s+/) : [];
  if (words[0] === undefined || words[0] === '') return;
  machine.aliases.set(
    name,
    words.map((word) => ({ values: [[word]], pos, end })),
  );
}
