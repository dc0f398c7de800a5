import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { type KeyPattern, parseKeyPattern } from './key-pattern.ts';

/** A key of a document that a pattern names. */
export type NamedKey = { pattern: string; segments: string[]; pointer: Pointer; value: Json };

/**
 * Every key of a value that the patterns name, by looking into it: `[name=api]` is the item with that name
 * even where names are not unique and a difference has to fall back to indexes.
 */
export function keysNamed(patterns: readonly string[], value: Json): NamedKey[] {
  const found = new Map<string, NamedKey>();
  const look = (pattern: KeyPattern, index: number, segments: string[], pointer: Pointer, at: Json): void => {
    const step = pattern.steps[index];
    if (step === undefined) {
      found.set(`${pattern.text}\n${pointer}`, { pattern: pattern.text, segments, pointer, value: at });
      return;
    }
    if (step.many) look(pattern, index + 1, segments, pointer, at);
    for (const part of partsOf(at)) {
      const segment = part.names.find((name) => step.matches(name));
      if (segment === undefined) continue;
      look(
        pattern,
        step.many ? index : index + 1,
        [...segments, segment],
        child(pointer, part.key),
        part.value,
      );
    }
  };
  for (const text of patterns) {
    const pattern = parseKeyPattern(text);
    if ('steps' in pattern) look(pattern, 0, [], '', value);
  }
  return [...found.values()];
}

function partsOf(value: Json): { key: string | number; names: string[]; value: Json }[] {
  if (Array.isArray(value)) {
    return value.map((item, index) => ({
      key: index,
      names: [...identities(item), String(index)],
      value: item,
    }));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) => ({ key, names: [key], value: value[key]! }));
}

function identities(item: Json): string[] {
  if (!isObject(item)) return [];
  return Object.keys(item)
    .filter((key) => typeof item[key] === 'string' || typeof item[key] === 'number')
    .map((key) => `${key}=${item[key]}`);
}
