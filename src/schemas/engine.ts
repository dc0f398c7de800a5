import type { AnySchemaObject, ErrorObject, Format, ValidateFunction, Vocabulary } from 'ajv';
import type { Json } from '../model/json.ts';
import type { EngineError } from './engine-error.ts';
import { formatsFor } from './formats.ts';
import type { Normal } from './normalise.ts';
import { toRegExp } from './patterns.ts';

/** `undefined` when the value is valid. Throws `TooManyErrors` when there is no point in collecting more. */
export type Validate = (value: Json) => EngineError[] | undefined;

export class TooManyErrors extends Error {}

/** More errors than this in one schema object's evaluation are not collected. */
const MOST_ERRORS = 2_000;

/** Compiles with every error collected (`all`), or only the first. */
export type Compile = (all: boolean) => Validate;

/** Loads the validator and prepares it for one schema; the compilation itself happens in `Compile`. */
export async function createEngine(normal: Normal): Promise<Compile> {
  const [{ default: core }, { vocabularies }, formats] = await Promise.all([
    import('ajv/dist/core.js'),
    import('./vocabulary.ts'),
    formatsFor(normal.formats),
  ]);
  const Ajv = ((core as { default?: unknown }).default ?? core) as new (
    options: object,
  ) => {
    addVocabulary(definitions: Vocabulary): unknown;
    compile(schema: AnySchemaObject): ValidateFunction;
  };
  return (all) => {
    const ajv = new Ajv({
      allErrors: all,
      verbose: true,
      messages: false,
      meta: false,
      validateSchema: false,
      addUsedSchema: false,
      strict: false,
      logger: false,
      ownProperties: true,
      inlineRefs: false,
      next: true,
      unevaluated: normal.traits.unevaluated,
      formats: formats as Record<string, Format>,
      code: { optimize: false, regExp, process: capped },
    });
    for (const vocabulary of vocabularies(normal.traits.unevaluated)) ajv.addVocabulary(vocabulary);
    Object.assign(ajv, { tooManyErrors });
    const validate = ajv.compile(normal.schema);
    return (value) => (validate(value) ? undefined : (validate.errors as ErrorObject[] as EngineError[]));
  };
}

const regExp = Object.assign((pattern: string) => toRegExp(pattern)!, { code: 'new RegExp' });

/** The generated code counts errors with `errors++`: there, a runaway list is cut. */
function capped(code: string): string {
  return code.replaceAll('errors++;', `if(++errors>${MOST_ERRORS})self.tooManyErrors();`);
}

function tooManyErrors(): never {
  throw new TooManyErrors();
}
