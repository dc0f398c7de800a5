import { isObject, type Json } from '../model/json.ts';
import { child } from '../model/pointer.ts';
import { type Input, keyName, oneOf, type Read, tell, wrongType } from './fields.ts';
import type { Forbidden, KeySeverity } from './policy.ts';
import { keyPattern } from './values.ts';

/** Key pattern -> the value, or the values, that the key may not have. */
export const forbid: Read<Forbidden[]> = (input) => {
  const example = 'Write `key: value`, for example `environment: [staging, dev*]`.';
  return byPattern(input, example, (at, key) => {
    const values = forbiddenValues(at);
    return values === undefined ? undefined : { key, values };
  });
};

const level = oneOf(['error', 'warning', 'notice', 'off']);

/** Key pattern -> how severe findings about the key are. */
export const keySeverity: Read<KeySeverity[]> = (input) => {
  const example = 'Write `key: severity`, for example `database.host: warning`.';
  return byPattern(input, example, (at, key) => {
    const severity = level(at);
    return severity === undefined ? undefined : { key, severity };
  });
};

/** A mapping whose keys are key patterns, as a list in the order of the file. */
function byPattern<T>(
  input: Input,
  example: string,
  read: (at: Input, pattern: string) => T | undefined,
): T[] | undefined {
  const { value } = input;
  if (!isObject(value)) return wrongType(input, 'a mapping', example);
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return tell(
      input,
      'policy-type',
      `${keyName(input.key)} is an empty mapping.`,
      `${example} Or remove it.`,
    );
  }
  return keys.flatMap((key) => {
    const at = { ...input, value: value[key]!, key: child(input.key, key) };
    const pattern = keyPattern({ ...at, value: key }, 'key');
    const one = read(at, key);
    return pattern === undefined || one === undefined ? [] : [one];
  });
}

function forbiddenValues(input: Input): Forbidden['values'] | undefined {
  const { value } = input;
  if (value === null) {
    return wrongType(input, 'a value or a list of values', 'To forbid that the key is null, write `[null]`.');
  }
  if (!Array.isArray(value)) return scalar(input, value);
  if (value.length === 0) {
    return tell(
      input,
      'policy-type',
      `${keyName(input.key)} is an empty list.`,
      'Add a value, or remove the key.',
    );
  }
  return value.flatMap(
    (item, index) => scalar({ ...input, value: item, key: child(input.key, index) }, item) ?? [],
  );
}

function scalar(input: Input, value: Json): Forbidden['values'] | undefined {
  if (value === null || typeof value !== 'object') return [value];
  return wrongType(
    input,
    'a text, a number, true, false or null',
    'Name the keys inside it: `database.host: localhost`.',
  );
}
