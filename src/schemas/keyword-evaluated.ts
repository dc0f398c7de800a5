import type { CodeKeywordDefinition, KeywordCxt, Name } from 'ajv';
import codegen from 'ajv/dist/compile/codegen/index.js';
import util from 'ajv/dist/compile/util.js';
import dependent from 'ajv/dist/vocabularies/applicator/dependentSchemas.js';
import conditional from 'ajv/dist/vocabularies/applicator/if.js';

const { _, Name: GeneratedName } = codegen;

/**
 * Makes what is evaluated so far a variable of the generated code. Otherwise the validator takes over the
 * variable of the first alternative, which is filled even when that alternative does not match.
 */
export function holdEvaluated({ gen, it }: KeywordCxt): void {
  if (!it.opts.unevaluated) return;
  if (it.props !== true && !(it.props instanceof GeneratedName))
    it.props = util.evaluatedPropsToName(gen, it.props);
  if (it.items !== true && !(it.items instanceof GeneratedName)) it.items = gen.var('items', it.items ?? 0);
}

export const dependentSchemas: CodeKeywordDefinition = {
  ...dependent.default,
  code(cxt) {
    holdEvaluated(cxt);
    dependent.default.code(cxt);
  },
};

/** What `if` has evaluated counts only when the value matches it. */
export const ifKeyword: CodeKeywordDefinition = {
  ...conditional.default,
  code(cxt) {
    holdEvaluated(cxt);
    let tested: Name | undefined;
    const subschema = cxt.subschema.bind(cxt);
    const merge = cxt.mergeEvaluated.bind(cxt);
    cxt.subschema = (application, valid) => {
      tested = valid;
      return subschema(application, valid);
    };
    cxt.mergeEvaluated = (branch, toName) => {
      if (toName === undefined) cxt.mergeValidEvaluated(branch, tested!);
      else merge(branch, toName);
    };
    conditional.default.code(cxt);
  },
};

/** Items may turn out to be all evaluated only when the value is judged. */
export const unevaluatedItems: CodeKeywordDefinition = {
  keyword: 'unevaluatedItems',
  type: 'array',
  schemaType: ['boolean', 'object'],
  error: { message: 'unevaluatedItems', params: ({ params }) => _`{limit: ${params.from}}` },
  code(cxt) {
    const { gen, data, it, schema } = cxt;
    const { items } = it;
    it.items = true;
    if (items === true || util.alwaysValidSchema(it, schema)) return;
    const length = gen.const('len', _`${data}.length`);
    const from =
      items instanceof GeneratedName
        ? gen.const('from', _`${items} === true ? ${length} : ${items} || 0`)
        : gen.const('from', _`${items ?? 0}`);
    if (schema === false) {
      cxt.setParams({ from });
      cxt.fail(_`${length} > ${from}`);
      return;
    }
    const valid = gen.let('valid', true);
    const one = gen.name('valid');
    gen.forRange('i', from, length, (index) => {
      cxt.subschema({ keyword: 'unevaluatedItems', dataProp: index, dataPropType: util.Type.Num }, one);
      gen.if(_`!${one}`, () => {
        gen.assign(valid, false);
        if (!it.allErrors) gen.break();
      });
    });
    cxt.ok(valid);
  },
};
