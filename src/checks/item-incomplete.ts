import type { KeyChange } from '../diff/difference.ts';
import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import { type Pointer, segmentsOf } from '../model/pointer.ts';
import type { Check, Report, Subject } from './check.ts';
import { THRESHOLDS } from './thresholds.ts';
import { count, putBack, serviceOf } from './words.ts';

export const itemIncomplete: Check = {
  id: 'item-incomplete',
  severity: 'warning',
  uncritical: 'off',
  folds: ['key-removed'],
  summary: 'One of several alike items loses a key that all of the others have',
  help: 'Entries of one list or one mapping usually look alike: every container has limits, every job a schedule. One that loses a key which (nearly) all of its neighbours keep was probably edited wrongly: a line too many was deleted, or a merge took it away. When the key goes from several of them, it is a decision, and this check is silent.',
  configure: 'There is no option. A key that must never go is named under `protect`.',
  run(subject) {
    const { difference, before } = subject;
    if (difference === undefined || before?.kind !== 'parsed') return [];
    const removed = difference.changes.filter(({ kind }) => kind === 'removed');
    const gone = new Set(removed.map(placeOf));
    return removed.flatMap((change) => outlier(subject, before, change, gone)).slice(0, 5);
  },
  message: (finding, base) => ({
    what: `${finding.key} is removed from ${finding.path}, and ${count(Number(finding.args.with), 'neighbour')} of ${Number(finding.args.of)} still have it.`,
    why: `${serviceOf(finding.service)} treats this entry otherwise than its neighbours from now on, usually by a default.`,
    fix: `Put the key back as it was (see the line shown, or ${putBack(base, finding.path)}), or say in the change why this entry is different.`,
  }),
};

function placeOf(change: KeyChange): string {
  return `${change.beforeDocument ?? 0}#${change.beforeKey ?? change.key}`;
}

function outlier(
  { context }: Subject,
  before: ParsedDocument,
  change: KeyChange,
  gone: ReadonlySet<string>,
): Report[] {
  const document = change.beforeDocument ?? 0;
  const pointer = change.beforeKey ?? change.key;
  const steps = segmentsOf(pointer);
  for (let at = steps.length - 2; at >= 0 && at >= steps.length - 1 - THRESHOLDS.itemDepth; at--) {
    const container = valueAt(before.values[document], steps.slice(0, at));
    const rest = steps.slice(at + 1);
    const others = membersOf(container, steps[at]!).filter(([, value]) => isObject(value));
    if (others.length < THRESHOLDS.itemLeastNeighbours) continue;
    const having = others.filter(
      ([name, value]) =>
        valueAt(value, rest) !== undefined && !isGone(gone, document, [...steps.slice(0, at), name, ...rest]),
    );
    if (having.length / others.length < THRESHOLDS.itemShare) continue;
    return [
      {
        place: before.place(pointer, document),
        side: 'before',
        key: change.name,
        args: {
          before: context.show(change.before ?? null, change.segments),
          with: having.length,
          of: others.length,
        },
      },
    ];
  }
  return [];
}

function isGone(gone: ReadonlySet<string>, document: number, steps: readonly string[]): boolean {
  let pointer: Pointer = '';
  for (const step of steps) {
    pointer += `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (gone.has(`${document}#${pointer}`)) return true;
  }
  return false;
}

function valueAt(value: Json | undefined, steps: readonly string[]): Json | undefined {
  let at = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

function membersOf(container: Json | undefined, except: string): [string, Json][] {
  if (Array.isArray(container)) {
    return container
      .map((item, index): [string, Json] => [String(index), item])
      .filter(([name]) => name !== except);
  }
  return isObject(container) ? Object.entries(container).filter(([name]) => name !== except) : [];
}
