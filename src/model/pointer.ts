import { isObject, type Json } from './json.ts';

/** A JSON Pointer (RFC 6901): `''` is the whole document, `/a/0/b~1c` a value in it. */
export type Pointer = string;

/** Appends one key or list index to a pointer. */
export function child(pointer: Pointer, segment: string | number): Pointer {
  if (typeof segment === 'number') return `${pointer}/${segment}`;
  return `${pointer}/${segment.includes('~') || segment.includes('/') ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment}`;
}

export function segmentsOf(pointer: Pointer): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** What stands in a value at these steps; `undefined` when nothing does. */
export function valueAt(root: Json | undefined, steps: readonly string[]): Json | undefined {
  let value = root;
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}
