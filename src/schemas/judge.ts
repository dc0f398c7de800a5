import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import type { Problem } from '../model/problem.ts';
import { TooManyErrors } from './engine.ts';
import type { EngineError } from './engine-error.ts';
import type { Judgement, Violation } from './judgement.ts';
import { lossyVariants } from './lossy.ts';
import type { Prepared, Reading } from './prepare.ts';
import { foldErrors, sortViolations } from './violations.ts';

/** Judges every YAML document of a file. Never throws for bad input. */
export function judgeDocument(schema: Prepared, document: ParsedDocument): Judgement {
  const violations: Violation[] = [];
  for (const [index, value] of document.values.entries()) {
    const doubt = doubtAbout(schema, value);
    if (doubt !== undefined) return { kind: 'inconclusive', problem: doubt };
    try {
      const found = judgeValue(schema, value, index);
      if (!Array.isArray(found)) return found;
      if (schema.main.normal.traits.multipleOf && document.lossy.length > 0)
        return { kind: 'inconclusive', problem: LOSSY };
      for (const variant of lossyVariants(document, index)) {
        const other = judgeValue(schema, variant, index);
        if (!Array.isArray(other) || (other.length === 0) !== (found.length === 0))
          return { kind: 'inconclusive', problem: LOSSY };
      }
      violations.push(...found);
    } catch (error) {
      return { kind: 'inconclusive', problem: crashed(schema, error) };
    }
  }
  if (violations.length === 0) return { kind: 'valid' };
  return { kind: 'invalid', violations: sortViolations(violations) };
}

/** The violations of one value. A value that only breaks what the standard ignores is in doubt. */
function judgeValue(
  schema: Prepared,
  value: Json,
  document: number,
): Violation[] | (Judgement & { kind: 'inconclusive' }) {
  const { main, standard, catalog } = schema;
  const errors = errorsOf(main, value);
  if (errors === undefined) return [];
  if (standard !== undefined && errorsOf(standard, value) === undefined)
    return { kind: 'inconclusive', problem: besideRef(schema) };
  return foldErrors({ normal: main.normal, catalog, document }, errors);
}

function errorsOf(reading: Reading, value: Json): EngineError[] | undefined {
  try {
    return reading.all()(value);
  } catch (error) {
    if (error instanceof TooManyErrors) return reading.first()(value);
    throw error;
  }
}

/** Where the validator keeps names in a plain object, `constructor` and its like seem to be there already. */
function doubtAbout(schema: Prepared, value: Json): Problem | undefined {
  if (!schema.main.normal.traits.unevaluated) return undefined;
  const name = inheritedName(value);
  if (name === undefined) return undefined;
  return {
    code: 'schema-unsupported',
    message: `The file has a key \`${name}\`, which the validator cannot judge under \`unevaluatedProperties\` of ${schema.name}.`,
    hint: 'Rename the key, or use `additionalProperties` in the schema.',
  };
}

function inheritedName(value: Json): string | undefined {
  if (Array.isArray(value)) return firstOf(value, inheritedName);
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  return keys.find((key) => key in Object.prototype) ?? firstOf(keys, (key) => inheritedName(value[key]!));
}

function firstOf<T>(items: T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const LOSSY: Problem = {
  code: 'schema-lossy-number',
  message:
    'The file has a number with more digits than can be held exactly, and the schema turns on the last ones.',
  hint: 'Write the number with at most 15 significant digits, or as a string.',
};

function besideRef(schema: Prepared): Problem {
  return {
    code: 'schema-beside-ref',
    message: `The schema ${schema.name} has rules beside a \`$ref\`. Its draft ignores them and editors apply them; for this file that makes a difference.`,
    hint: 'Put the `$ref` into an `allOf` (`{"allOf": [{"$ref": …}], …}`), or use 2019-09 or later.',
  };
}

function crashed(schema: Prepared, error: unknown): Problem {
  const deep = error instanceof RangeError;
  return {
    code: deep ? 'schema-recursion' : 'schema-validator',
    message: deep
      ? `Judging the file by ${schema.name} went too deep: the file is nested too deeply, or the schema refers to itself without end.`
      : `The validator failed on the file with ${schema.name}: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Nothing is known about this file: look at it yourself.',
  };
}
