import { pairItems } from '../diff/items.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { keyMatcher } from '../policy/keys.ts';

/** A value that a rule judges, and where it stood before, when it did. */
export type Spot = { after: Pointer; before?: Pointer };

type Place = { value: Json; pointer: Pointer };

/**
 * The values of a document that a rule is bound to: those that its key pattern names, or the document. List
 * items are the same before and after as in every comparison: by identity, otherwise by content and order.
 */
export function spotsOf(
  key: string | undefined,
  identity: Record<string, string>,
  after: Json,
  before: Json | undefined,
): Spot[] {
  if (key === undefined) return [{ after: '', ...(before === undefined ? {} : { before: '' }) }];
  const matches = keyMatcher([key]);
  const identityOf = keyMatcher(Object.keys(identity));
  const spots: Spot[] = [];
  const visit = (segments: string[], now: Place, then: Place | undefined): void => {
    if (segments.length > 0 && matches(segments, now.pointer) !== undefined)
      spots.push({ after: now.pointer, ...(then === undefined ? {} : { before: then.pointer }) });
    if (Array.isArray(now.value)) {
      const old = Array.isArray(then?.value) ? then.value : [];
      const list = identityOf(segments, now.pointer);
      const pairs = pairItems(old, now.value, list === undefined ? undefined : identity[list]);
      for (const pair of pairs) {
        if (pair.after === undefined) continue;
        const inner = pair.before === undefined || !then ? undefined : itemAt(then, pair.before);
        visit([...segments, pair.label ?? String(pair.after)], itemAt(now, pair.after), inner);
      }
    } else if (isObject(now.value)) {
      for (const name of Object.keys(now.value))
        visit([...segments, name], memberAt(now, name)!, then && memberAt(then, name));
    }
  };
  visit([], { value: after, pointer: '' }, before === undefined ? undefined : { value: before, pointer: '' });
  return spots;
}

function itemAt({ value, pointer }: Place, index: number): Place {
  return { value: (value as Json[])[index]!, pointer: child(pointer, index) };
}

function memberAt({ value, pointer }: Place, name: string): Place | undefined {
  if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
  return { value: value[name]!, pointer: child(pointer, name) };
}
