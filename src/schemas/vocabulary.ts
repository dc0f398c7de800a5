import type { CodeKeywordDefinition, Vocabulary } from 'ajv';
import codegen from 'ajv/dist/compile/codegen/index.js';
import util from 'ajv/dist/compile/util.js';
import contains from 'ajv/dist/vocabularies/applicator/contains.js';
import applicators from 'ajv/dist/vocabularies/applicator/index.js';
import core from 'ajv/dist/vocabularies/core/index.js';
import format from 'ajv/dist/vocabularies/format/index.js';
import next from 'ajv/dist/vocabularies/next.js';
import unevaluated from 'ajv/dist/vocabularies/unevaluated/index.js';
import constant from 'ajv/dist/vocabularies/validation/const.js';
import enumeration from 'ajv/dist/vocabularies/validation/enum.js';
import validation from 'ajv/dist/vocabularies/validation/index.js';
import type { Json } from '../model/json.ts';
import { firstTwins, isMultipleOf, isOneOf } from './equality.ts';
import { dependentSchemas, ifKeyword, unevaluatedItems } from './keyword-evaluated.ts';
import { anyOf, oneOf } from './keyword-unions.ts';

const { _ } = codegen;

/** The validator's vocabularies of 2020-12, with the keywords replaced that it judges wrongly or reports badly. */
export function vocabularies(withUnevaluated: boolean): Vocabulary[] {
  const all = [core.default, validation.default, applicators.default(true), format.default, next.default];
  if (withUnevaluated) all.push(unevaluated.default);
  return all.map((vocabulary) =>
    vocabulary.map((entry) => {
      const keyword = typeof entry === 'string' ? entry : String(entry.keyword);
      return REPLACED.get(keyword) ?? entry;
    }),
  );
}

/** Numbers, strings, booleans and null are compared by the validator, objects and lists by us. */
const constKeyword: CodeKeywordDefinition = {
  ...constant.default,
  code(cxt) {
    if (typeof cxt.schema !== 'object' || cxt.schema === null) return constant.default.code(cxt);
    const oneOf = cxt.gen.scopeValue('func', { ref: isOneOf });
    cxt.fail(_`!${oneOf}(${cxt.data}, [${cxt.schemaCode}])`);
  },
};

const enumKeyword: CodeKeywordDefinition = {
  ...enumeration.default,
  code(cxt) {
    const scalars = (cxt.schema as Json[]).every((value) => typeof value !== 'object' || value === null);
    const { loopEnum } = cxt.it.opts;
    if (scalars && cxt.schema.length < loopEnum) return enumeration.default.code(cxt);
    const oneOf = cxt.gen.scopeValue('func', { ref: isOneOf });
    cxt.fail(_`!${oneOf}(${cxt.data}, ${cxt.schemaCode})`);
  },
};

const uniqueItems: CodeKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  error: { message: 'twins', params: ({ params }) => _`{twins: ${params.twins}}` },
  code(cxt) {
    if (cxt.schema !== true) return;
    const find = cxt.gen.scopeValue('func', { ref: firstTwins });
    const twins = cxt.gen.const('twins', _`${find}(${cxt.data})`);
    cxt.setParams({ twins });
    cxt.fail(_`${twins} !== undefined`);
  },
};

const multipleOf: CodeKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  error: { message: 'multipleOf', params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
  code(cxt) {
    const isMultiple = cxt.gen.scopeValue('func', { ref: isMultipleOf });
    cxt.fail(_`!${isMultiple}(${cxt.data}, ${cxt.schemaCode})`);
  },
};

/**
 * Counts. (The validator's own keyword takes an empty list, inside a loop, for what the list before it was, and
 * tells why single items do not match.)
 */
const containsKeyword: CodeKeywordDefinition = {
  ...contains.default,
  code(cxt) {
    const { gen, data } = cxt;
    const { minContains: min = 1, maxContains: max } = cxt.parentSchema as Record<string, number | undefined>;
    if (min === 0 && max === undefined) return;
    cxt.setParams({ min, max });
    const length = gen.const('len', _`${data}.length`);
    const count = gen.let('count', 0);
    const one = gen.name('_valid');
    gen.forRange('i', 0, length, (index) => {
      const dataPropType = util.Type.Num;
      cxt.subschema({ keyword: 'contains', dataProp: index, dataPropType, compositeRule: true }, one);
      gen.if(one, () => {
        gen.code(_`${count}++`);
        if (max === undefined) gen.if(_`${count} >= ${min}`, () => gen.break());
      });
    });
    const enough = _`${count} >= ${min}`;
    cxt.reset();
    cxt.pass(max === undefined ? enough : _`${enough} && ${count} <= ${max}`);
  },
};

const REPLACED: ReadonlyMap<string, CodeKeywordDefinition> = new Map([
  ['const', constKeyword],
  ['enum', enumKeyword],
  ['uniqueItems', uniqueItems],
  ['multipleOf', multipleOf],
  ['contains', containsKeyword],
  ['dependentSchemas', dependentSchemas],
  ['if', ifKeyword],
  ['unevaluatedItems', unevaluatedItems],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
]);
