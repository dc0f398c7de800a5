import type { AnySchema, CodeKeywordDefinition, KeywordCxt, Name } from 'ajv';
import codegen from 'ajv/dist/compile/codegen/index.js';
import names from 'ajv/dist/compile/names.js';
import util from 'ajv/dist/compile/util.js';
import type { EngineError } from './engine-error.ts';
import { holdEvaluated } from './keyword-evaluated.ts';

const { _, Name: GeneratedName } = codegen;
const { vErrors, errors } = names.default;

export const anyOf: CodeKeywordDefinition = {
  keyword: 'anyOf',
  schemaType: 'array',
  trackErrors: true,
  error: { message: 'anyOf', params: ({ params }) => _`{branches: ${params.branches}}` },
  code(cxt) {
    const { gen, it } = cxt;
    const schemas = cxt.schema as AnySchema[];
    const always = schemas.some((schema) => util.alwaysValidSchema(it, schema));
    if (always && !it.opts.unevaluated) return;
    holdEvaluated(cxt);
    const valid = gen.let('valid', false);
    const one = gen.name('_valid');
    const marks = schemas.map(() => gen.let('mark'));
    gen.block(() =>
      schemas.forEach((_schema, index) => {
        const branch = cxt.subschema({ keyword: 'anyOf', schemaProp: index, compositeRule: true }, one);
        gen.assign(marks[index]!, errors);
        gen.assign(valid, _`${valid} || ${one}`);
        const merged = cxt.mergeValidEvaluated(branch, one);
        if (!merged) gen.if(_`!${valid}`);
      }),
    );
    cxt.result(
      valid,
      () => cxt.reset(),
      () => report(cxt, marks, {}),
    );
  },
};

export const oneOf: CodeKeywordDefinition = {
  keyword: 'oneOf',
  schemaType: 'array',
  trackErrors: true,
  error: {
    message: 'oneOf',
    params: ({ params }) => _`{branches: ${params.branches}, passing: ${params.passing}}`,
  },
  code(cxt) {
    const { gen, it } = cxt;
    const schemas = cxt.schema as AnySchema[];
    const valid = gen.let('valid', false);
    const passing = gen.let('passing', null);
    holdEvaluated(cxt);
    const one = gen.name('_valid');
    const marks = schemas.map(() => gen.let('mark'));
    gen.block(() =>
      schemas.forEach((schema, index) => {
        const always = util.alwaysValidSchema(it, schema);
        if (always) gen.var(one, true);
        const branch = always
          ? undefined
          : cxt.subschema({ keyword: 'oneOf', schemaProp: index, compositeRule: true }, one);
        gen.assign(marks[index]!, errors);
        if (index > 0) {
          gen.if(_`${one} && ${valid}`);
          gen.assign(valid, false).assign(passing, _`[${passing}, ${index}]`).else();
        }
        gen.if(one, () => {
          gen.assign(valid, true).assign(passing, index);
          if (branch !== undefined) cxt.mergeEvaluated(branch, GeneratedName);
        });
      }),
    );
    cxt.result(
      valid,
      () => cxt.reset(),
      () => report(cxt, marks, { passing }),
    );
  },
};

/** Moves the branches' errors from the common list into the one error that is reported. */
function report(cxt: KeywordCxt, marks: Name[], params: Record<string, Name>): void {
  const { gen } = cxt;
  const take = gen.scopeValue('func', { ref: takeBranches });
  const list = marks.reduce((code, mark) => _`${code}${mark},`, _``);
  const branches = gen.const('branches', _`${take}(${vErrors}, ${cxt.errsCount!}, [${list}])`);
  gen.assign(errors, cxt.errsCount!);
  cxt.setParams({ branches, ...params });
  cxt.error();
}

function takeBranches(
  all: EngineError[] | null,
  from: number,
  marks: (number | undefined)[],
): EngineError[][] {
  const taken = all === null ? [] : all.splice(from);
  let start = 0;
  return marks.map((mark) => {
    const end = mark === undefined ? start : mark - from;
    const branch = taken.slice(start, end);
    start = end;
    return branch;
  });
}
