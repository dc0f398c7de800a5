import type { KeyChange } from '../diff/difference.ts';
import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer, parentOf, segmentsOf, valueAt } from '../model/pointer.ts';
import { count } from '../model/text.ts';
import type { Check, Report, Subject } from './check.ts';
import { THRESHOLDS } from './thresholds.ts';
import { putBack, serviceOf } from './words.ts';

/** Nobody reads more of them in one file. */
const MOST_REPORTS = 5;

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
    const neighbours = neighboursOf(before, new Set(removed.map(placeOf)));
    return removed.flatMap((change) => outlier(subject, before, change, neighbours)).slice(0, MOST_REPORTS);
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

/** The entries of one list or mapping that are objects, and how many of them keep what is called so in them. */
type Entries = { objects: number; keeping: Map<Pointer, number> };
type Neighbours = (document: number, container: Pointer, steps: readonly string[]) => Entries;

/** Each list or mapping is looked at once, however many of its entries lose a key. */
function neighboursOf(before: ParsedDocument, gone: ReadonlySet<string>): Neighbours {
  const known = new Map<string, Entries>();
  return (document, container, steps) => {
    const id = `${document}#${container}`;
    const entries = known.get(id) ?? entriesOf(valueAt(before.values[document], steps), id, gone);
    known.set(id, entries);
    return entries;
  };
}

/** @param id the place of the container, as `gone` has it. */
function entriesOf(container: Json | undefined, id: string, gone: ReadonlySet<string>): Entries {
  const entries: Entries = { objects: 0, keeping: new Map() };
  const visit = (value: Json, place: string, inside: Pointer, depth: number): void => {
    if (gone.has(place)) return;
    if (inside !== '') entries.keeping.set(inside, (entries.keeping.get(inside) ?? 0) + 1);
    if (depth === THRESHOLDS.itemDepth) return;
    for (const [name, member] of membersOf(value))
      visit(member, child(place, name), child(inside, name), depth + 1);
  };
  for (const [name, entry] of membersOf(container)) {
    if (!isObject(entry)) continue;
    entries.objects += 1;
    visit(entry, child(id, name), '', 0);
  }
  return entries;
}

function outlier(
  { context }: Subject,
  before: ParsedDocument,
  change: KeyChange,
  neighbours: Neighbours,
): Report[] {
  const document = change.beforeDocument ?? 0;
  const pointer = change.beforeKey ?? change.key;
  const steps = segmentsOf(pointer);
  let entry = parentOf(pointer);
  for (let at = steps.length - 2; at >= 0 && at >= steps.length - 1 - THRESHOLDS.itemDepth; at--) {
    const container = parentOf(entry);
    const { objects, keeping } = neighbours(document, container, steps.slice(0, at));
    const own = isObject(valueAt(before.values[document], steps.slice(0, at + 1))) ? 1 : 0;
    const others = objects - own;
    const having = keeping.get(pointer.slice(entry.length)) ?? 0;
    entry = container;
    if (others < THRESHOLDS.itemLeastNeighbours || having / others < THRESHOLDS.itemShare) continue;
    return [
      {
        place: before.place(pointer, document),
        side: 'before',
        key: change.name,
        args: {
          before: context.show(change.before ?? null, change.segments),
          with: having,
          of: others,
        },
      },
    ];
  }
  return [];
}

function membersOf(container: Json | undefined): [string, Json][] {
  if (Array.isArray(container)) return container.map((item, index) => [String(index), item]);
  return isObject(container) ? Object.entries(container) : [];
}
