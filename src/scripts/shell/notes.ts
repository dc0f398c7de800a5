import type { NotRead } from '../not-read.ts';
import type { ParsedScript } from './parse.ts';
import type { Run } from './state.ts';

/** Remembers what could not be judged, once per place. */
export function note({ machine, frame }: Run, reason: NotRead['reason'], pos: number, detail: string): void {
  const place = frame.place(pos);
  const script = frame.script === machine.script ? {} : { script: frame.script };
  const known = machine.notRead.some(
    (other) =>
      other.reason === reason &&
      other.detail === detail &&
      other.place.line === place.line &&
      other.script === script.script,
  );
  if (!known) machine.notRead.push({ reason, ...script, place, detail });
}

/** What the parser could not make sense of; the rest of the text is in the tree. */
export function noteErrors(run: Run, { errors = [] }: Pick<ParsedScript, 'errors'>): void {
  for (const { pos, message } of errors) note(run, 'syntax', pos, message);
}

/** Takes one step of the work that one file is worth; false when all of it is spent, which is said once. */
export function mayGoOn(run: Run, pos: number): boolean {
  const { machine } = run;
  if (machine.steps <= 0) return false;
  machine.steps -= 1;
  if (machine.steps === 0) note(run, 'limit', pos, 'more commands than are followed in one file');
  return machine.steps > 0;
}
