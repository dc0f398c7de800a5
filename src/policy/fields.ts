import { isObject, type Json, typeOf } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { nearestName } from '../schemas/nearest.ts';

/** One value of the policy, and where faults in it are told. */
export type Input = { value: Json; key: Pointer; faults: Fault[] };

export type Fault = {
  code: string;
  key: Pointer;
  part: 'key' | 'value';
  message: string;
  hint: string;
  /** Where in a text the fault is; `offset` counts characters from 0. */
  within?: { text: string; offset: number };
};

/** Reads one value; on a fault it tells the fault and gives `undefined`. */
export type Read<T> = (input: Input) => T | undefined;

/** How the keys of an object are read. */
export type Fields = Record<string, Read<unknown>>;

export type FieldsOf<F extends Fields> = { [K in keyof F]?: Exclude<ReturnType<F[K]>, undefined> };

const TYPES = {
  null: 'nothing',
  boolean: 'true or false',
  number: 'a number',
  string: 'a text',
  list: 'a list',
  object: 'a mapping',
};

/** The name for messages: `critical[0].files`. */
export function keyName(key: Pointer): string {
  const segments = key.split('/').slice(1);
  return segments
    .map((segment, index) =>
      /^\d+$/.test(segment)
        ? `[${segment}]`
        : `${index > 0 ? '.' : ''}${segment.replaceAll('~1', '/').replaceAll('~0', '~')}`,
    )
    .join('');
}

/** Tells a fault of this value. */
export function tell(
  input: Input,
  code: string,
  message: string,
  hint: string,
  part: 'key' | 'value' = 'value',
): undefined {
  input.faults.push({ code, key: input.key, part, message, hint });
}

/** Tells that the value is of another type. `wanted` fits into "… where … is expected". */
export function wrongType(input: Input, wanted: string, hint: string): undefined {
  const name = input.key === '' ? 'The policy' : keyName(input.key);
  tell(input, 'policy-type', `${name} is ${TYPES[typeOf(input.value)]} where ${wanted} is expected.`, hint);
}

/** An object with these keys and no others. */
export function mapping<F extends Fields>(
  fields: F,
  required: readonly (keyof F & string)[] = [],
): Read<FieldsOf<F>> {
  return (input) => {
    const { value } = input;
    const known = Object.keys(fields);
    if (!isObject(value)) return wrongType(input, 'a mapping', `Its keys are: ${known.join(', ')}.`);
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const at = { ...input, value: value[key]!, key: child(input.key, key) };
      if (Object.hasOwn(fields, key)) {
        const read = fields[key]!(at);
        if (read !== undefined) result[key] = read;
      } else {
        const meant = meantName(key, known);
        const hint =
          meant === undefined
            ? `Known here: ${known.join(', ')}.`
            : `Write \`${meant}\`. Known here: ${known.join(', ')}.`;
        tell(at, 'policy-unknown-key', `${keyName(at.key)} is not a key that Holdfast knows.`, hint, 'key');
      }
    }
    for (const key of required) {
      if (Object.hasOwn(value, key)) continue;
      const name = input.key === '' ? 'The policy' : keyName(input.key);
      tell(input, 'policy-missing-key', `${name} has no \`${key}\`.`, `Add \`${key}\`.`, 'value');
    }
    return result as FieldsOf<F>;
  };
}

/** A list; faulty items are told and left out. */
export function list<T>(item: Read<T>, example: string): Read<T[]> {
  return (input) => {
    const { value } = input;
    if (!Array.isArray(value))
      return wrongType(input, 'a list', `Write it as a list, for example ${example}.`);
    if (value.length === 0) {
      return tell(
        input,
        'policy-type',
        `${keyName(input.key)} is an empty list.`,
        'Add an entry, or remove the key.',
      );
    }
    return value.flatMap((each, index) => {
      const read = item({ ...input, value: each, key: child(input.key, index) });
      return read === undefined ? [] : [read];
    });
  };
}

export const text: Read<string> = (input) => {
  const { value } = input;
  if (typeof value !== 'string') {
    return wrongType(
      input,
      'a text',
      'Write a text; put quotes around one that looks like a number or a date.',
    );
  }
  if (value.trim() === '') {
    return tell(
      input,
      'policy-type',
      `${keyName(input.key)} is an empty text.`,
      'Write a value, or remove the key.',
    );
  }
  return value;
};

export const flag: Read<boolean> = (input) =>
  typeof input.value === 'boolean'
    ? input.value
    : wrongType(input, 'true or false', 'Write `true` or `false`, without quotes.');

/** A text that is one of these. */
export function oneOf<T extends string>(values: readonly T[]): Read<T> {
  return (input) => {
    const value = text(input);
    if (value === undefined) return undefined;
    const found = values.find((each) => each === value);
    if (found !== undefined) return found;
    const meant = meantName(value, values);
    const hint = `${meant === undefined ? '' : `Write \`${meant}\`. `}Possible values: ${values.join(', ')}.`;
    return tell(input, 'policy-type', `${keyName(input.key)} is not one of the possible values.`, hint);
  };
}

/** The name that was probably meant; `_` is often written for `-`. */
function meantName(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase().replaceAll('_', '-');
  return known.includes(plain) ? plain : nearestName(plain, known);
}
