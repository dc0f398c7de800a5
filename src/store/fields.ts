import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { isId } from './ids.ts';

/** What a field has to be; the text is what is wrong with it, `undefined` when it is right. */
export type Field = (value: Json | undefined) => string | undefined;

export const text: Field = (value) => (typeof value === 'string' ? undefined : 'is not a text');
export const count: Field = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'is not a whole number from 0 on';
export const flag: Field = (value) => (typeof value === 'boolean' ? undefined : 'is neither true nor false');

export function orNull(field: Field): Field {
  return (value) => (value === null ? undefined : field(value));
}

/** It may be left out. */
export function optional(field: Field): Field {
  return (value) => (value === undefined ? undefined : field(value));
}

export function like(pattern: RegExp, what: string): Field {
  return (value) => (typeof value === 'string' && pattern.test(value) ? undefined : `is no ${what}`);
}

export const ulid: Field = (value) => (typeof value === 'string' && isId(value) ? undefined : 'is no ULID');
export const digest = like(/^[0-9a-f]{64}$/, 'SHA-256');
export const commitId = like(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'commit id');

export function oneOf(values: readonly string[]): Field {
  return (value) => (values.includes(value as string) ? undefined : `is none of ${values.join(', ')}`);
}

export function listOf(field: Field): Field {
  return (value) => {
    if (!Array.isArray(value)) return 'is not a list';
    for (const [index, item] of value.entries()) {
      const fault = field(item);
      if (fault !== undefined) return `[${index}] ${fault}`;
    }
    return undefined;
  };
}

/** An object of any keys, whose values are all like this. */
export function mapOf(field: Field): Field {
  return (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const [name, item] of Object.entries(value)) {
      const fault = field(item);
      if (fault !== undefined) return `${JSON.stringify(name)} ${fault}`;
    }
    return undefined;
  };
}

/** An object with exactly these fields. */
export function record(fields: { readonly [name: string]: Field }): Field {
  const names = Object.keys(fields);
  return (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const name of names) {
      const fault = fields[name]!(own(value, name));
      if (fault !== undefined) return `${name} ${fault}`;
    }
    const other = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    return other === undefined ? undefined : `${JSON.stringify(other)} is not known`;
  };
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A moment as JavaScript writes it in UTC: later ones are greater texts. */
export const moment: Field = (value) =>
  typeof value === 'string' && MOMENT.test(value) && Number.isFinite(Date.parse(value))
    ? undefined
    : 'is no moment in UTC';

/** A path that names one place whoever reads it: no empty, `.` or `..` step, no NUL; absolute or relative. */
export const place: Field = (value) => {
  if (typeof value !== 'string' || value === '') return 'is not a path';
  if (value.includes('\0')) return 'holds NUL';
  const steps = (value.startsWith('/') ? value.slice(1) : value).split('/');
  return steps.some((step) => step === '' || step === '.' || step === '..')
    ? 'holds an empty, `.` or `..` step'
    : undefined;
};
