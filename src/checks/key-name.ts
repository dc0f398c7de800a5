import { pairItems } from '../diff/items.ts';
import { joinName } from '../diff/keys.ts';
import { pairDocuments } from '../diff/stream.ts';
import type { Json } from '../model/json.ts';
import { isObject } from '../model/json.ts';
import { type Pointer, segmentsOf } from '../model/pointer.ts';
import type { Selection } from '../policy/policy.ts';
import type { KeyPath } from './check.ts';
import { matcherOf } from './key-match.ts';

/** The declared identity key of a list, by the policy's `identity`. */
export function identityOf({ identity }: Selection): (segments: readonly string[]) => string | undefined {
  const lists = Object.keys(identity);
  if (lists.length === 0) return () => undefined;
  const matcher = matcherOf(lists);
  return (segments) => {
    const pattern = matcher(segments);
    return pattern === undefined ? undefined : identity[pattern];
  };
}

/** A key of one side by its pointer, named as the difference of both sides names keys. */
export function keyAt(
  values: readonly Json[],
  document: number,
  pointer: Pointer,
  selection: Selection,
): KeyPath & { name: string } {
  const segments: string[] = [];
  let name = documentLabel(values, document);
  let value: Json | undefined = values[document];
  for (const part of segmentsOf(pointer)) {
    if (Array.isArray(value)) {
      const label = labelOf(value, Number(part), identityOf(selection)(segments));
      segments.push(label);
      name = `${name}[${label}]`;
      value = value[Number(part)];
    } else {
      segments.push(part);
      name = joinName(name, part);
      value = isObject(value) ? value[part] : undefined;
    }
  }
  return { segments, pointer, name };
}

const labels = new WeakMap<Json[], { declared: string | undefined; of: string[] }>();

function labelOf(list: Json[], index: number, declared: string | undefined): string {
  let known = labels.get(list);
  if (known === undefined || known.declared !== declared) {
    known = { declared, of: list.map((_, at) => String(at)) };
    for (const { before, label } of pairItems(list, [], declared)) {
      if (before !== undefined && label !== undefined) known.of[before] = label;
    }
    labels.set(list, known);
  }
  return known.of[index] ?? String(index);
}

function documentLabel(values: readonly Json[], document: number): string {
  if (values.length < 2) return '';
  const label = pairDocuments([...values], []).find((pair) => pair.before === document)?.label;
  return label === undefined ? '' : `${label}:`;
}
