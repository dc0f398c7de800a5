import { describe, expect, test } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import type { Loosened } from '../../src/schemas/loosened.ts';
import { DRAFT } from './support.ts';
import { weakenedBetween } from './weakened-support.ts';

/** The steps as a path: `/keys/[*]/id`. */
function pathOf({ steps }: Loosened): string {
  const word = (step: Loosened['steps'][number]) => {
    if (typeof step === 'string') return { 'other-keys': '*', items: '[*]', names: '(name)' }[step];
    if ('key' in step) return step.key;
    return 'index' in step ? `[${step.index}]` : `~${step.pattern}`;
  };
  return steps.map((step) => `/${word(step)}`).join('');
}

/** `what keyword at path: before -> after`, the values as JSON. */
function line(one: Loosened): string {
  const values = [one.before, one.after].map((value) => (value === undefined ? '' : JSON.stringify(value)));
  const change = values.join('') === '' ? '' : `: ${values.join(' -> ').trim()}`;
  return `${one.what} ${one.keyword} at ${pathOf(one) || '/'}${change}`;
}

async function lines(before: unknown, after: unknown, draft: keyof typeof DRAFT): Promise<string[]> {
  const whole = (schema: unknown) =>
    typeof schema === 'object' ? { $schema: DRAFT[draft], ...schema } : schema;
  return (await weakenedBetween(whole(before), whole(after))).map(line);
}

/** `name | draft | before | after | what is said`, schemas in YAML; several facts are separated by `; `. */
const LOOSER = rowsOf(`
required | 7 | {required: [a, b]} | {required: [b]} | required-dropped required at /: ["a"] ->
required, all | 7 | {type: object, required: [a]} | {type: object} | required-dropped required at /: ["a"] ->
required, draft-04 | 4 | {type: object, required: [a, b]} | {type: object} | required-dropped required at /: ["a","b"] ->
dependentRequired | 2020 | {dependentRequired: {tls: [cert, key]}} | {dependentRequired: {tls: [cert]}} | required-dropped dependentRequired at /: ["key"] -> "tls"
dependencies | 7 | {type: object, dependencies: {tls: [cert]}} | {type: object} | required-dropped dependencies at /: ["cert"] -> "tls"
enum | 7 | {enum: [a, b]} | {enum: [a, b, c]} | values-widened enum at /: -> ["c"]
enum removed | 7 | {type: string, enum: [a]} | {type: string} | values-removed enum at /: ["a"] ->
const removed | 6 | {properties: {a: {type: string, const: x}}} | {properties: {a: {type: string}}} | values-removed const at /a: ["x"] ->
const to enum | 7 | {const: x} | {enum: [x, y]} | values-widened enum at /: -> ["y"]
constants in oneOf | 7 | {oneOf: [{const: 1}]} | {oneOf: [{const: 1}, {const: 2}]} | values-widened oneOf at /: -> [2]
boolean | 7 | {const: true} | {type: boolean} | values-widened const at /: -> [false]
type | 7 | {type: integer} | {type: number} | type-widened type at /: ["integer"] -> ["number"]
type, one more | 7 | {type: string} | {type: [string, "null"]} | type-widened type at /: ["string"] -> ["null","string"]
type removed | 7 | {type: string, minLength: 1} | {minLength: 1} | type-widened type at /: ["string"] -> []
type, by anyOf | 7 | {type: string} | {anyOf: [{type: string}, {type: "null"}]} | type-widened type at /: ["string"] -> ["null"]
closed keys | 7 | {properties: {a: {type: string}}, additionalProperties: false} | {properties: {a: {type: string}}} | opened additionalProperties at /*
closed keys, true | 7 | {type: object, additionalProperties: false} | {type: object, additionalProperties: true} | opened additionalProperties at /*
other keys | 7 | {type: object, additionalProperties: {type: string}} | {type: object, additionalProperties: {}} | unchecked additionalProperties at /*
unevaluated keys | 2020 | {properties: {a: {}}, unevaluatedProperties: false} | {properties: {a: {}}} | opened unevaluatedProperties at /*
a new key | 7 | {type: object, additionalProperties: false} | {type: object, properties: {a: {type: string}}, additionalProperties: false} | key-allowed properties at /a
a new key, unevaluated | 2019 | {type: object, unevaluatedProperties: false} | {type: object, properties: {a: true}, unevaluatedProperties: false} | key-allowed properties at /a
a new pattern of keys | 7 | {type: object, additionalProperties: false} | {type: object, patternProperties: {^x-: {}}, additionalProperties: false} | key-allowed patternProperties at /~^x-
a key without schema | 7 | {properties: {a: {type: string}, b: {type: string}}} | {properties: {b: {type: string}}} | unchecked properties at /a
a key by pattern | 7 | {minProperties: 1, patternProperties: {^p: {type: string}}} | {minProperties: 1, patternProperties: {^p: {}}} | unchecked patternProperties at /~^p
names of keys | 6 | {propertyNames: {type: string, pattern: "^[a-z]+$"}} | {propertyNames: {type: string}} | keyword-removed pattern at /(name): "^[a-z]+$" ->
minimum | 7 | {minimum: 5} | {minimum: 1} | bound-moved minimum at /: 5 -> 1
maximum removed | 7 | {type: integer, maximum: 5} | {type: integer} | bound-removed maximum at /: 5 ->
exclusiveMinimum | 7 | {type: number, exclusiveMinimum: 0} | {type: number, minimum: 0} | bound-moved minimum at /: 0 -> 0
exclusiveMaximum, draft-04 | 4 | {maximum: 5, exclusiveMaximum: true} | {maximum: 5} | bound-moved maximum at /: 5 -> 5
minLength | 7 | {minLength: 8} | {minLength: 1} | bound-moved minLength at /: 8 -> 1
maxLength | 7 | {maxLength: 8} | {maxLength: 80} | bound-moved maxLength at /: 8 -> 80
minItems | 7 | {type: array, minItems: 1} | {type: array, minItems: 0} | bound-moved minItems at /: 1 -> 0
maxItems | 7 | {type: array, maxItems: 3} | {type: array} | bound-removed maxItems at /: 3 ->
minProperties | 7 | {minProperties: 2} | {minProperties: 1} | bound-moved minProperties at /: 2 -> 1
maxProperties | 7 | {maxProperties: 2} | {maxProperties: 3} | bound-moved maxProperties at /: 2 -> 3
multipleOf | 7 | {multipleOf: 10} | {multipleOf: 5} | bound-moved multipleOf at /: 10 -> 5
pattern removed | 7 | {type: string, pattern: ^a} | {type: string} | keyword-removed pattern at /: "^a" ->
format removed | 7 | {type: string, format: uri} | {type: string} | keyword-removed format at /: "uri" ->
uniqueItems | 7 | {type: array, uniqueItems: true} | {type: array, uniqueItems: false} | keyword-removed uniqueItems at /
items | 7 | {items: {type: string}} | {items: {type: [string, "null"]}} | type-widened type at /[*]: ["string"] -> ["null","string"]
items of a list | 7 | {items: [{type: string}], additionalItems: false} | {items: [{type: string}]} | opened items at /[*]
prefixItems | 2020 | {prefixItems: [{type: string}], items: false} | {prefixItems: [{}], items: false} | unchecked prefixItems at /[0]
unevaluatedItems | 2020 | {type: array, unevaluatedItems: false} | {type: array} | opened unevaluatedItems at /[*]
contains | 6 | {type: array, contains: {const: admin}} | {type: array} | keyword-removed contains at /
minContains | 2020 | {contains: {const: a}, minContains: 2} | {contains: {const: a}, minContains: 1} | bound-moved minContains at /: 2 -> 1
anyOf | 7 | {anyOf: [{required: [a]}]} | {anyOf: [{required: [a]}, {required: [b]}]} | branch-added anyOf at /: -> "required: b"
oneOf | 7 | {oneOf: [{title: file, required: [a]}]} | {oneOf: [{title: file, required: [a]}, {title: inline, required: [b]}]} | branch-added oneOf at /: -> "inline"
oneOf to anyOf | 7 | {oneOf: [{required: [a]}, {required: [b]}]} | {anyOf: [{required: [a]}, {required: [b]}]} | keyword-changed anyOf at /: "oneOf" -> "anyOf"
inside a branch | 7 | {anyOf: [{title: x, required: [a, b]}, {type: string}]} | {anyOf: [{type: string}, {title: x, required: [a]}]} | required-dropped required at /: ["b"] ->
anyOf removed | 7 | {type: object, anyOf: [{required: [a]}, {required: [b]}]} | {type: object} | keyword-removed anyOf at /
allOf, one less | 7 | {allOf: [{required: [a]}, {minProperties: 1}]} | {allOf: [{minProperties: 1}]} | required-dropped required at /: ["a"] ->
not removed | 4 | {type: string, not: {enum: [root]}} | {type: string} | keyword-removed not at /
not, less | 7 | {not: {enum: [root, admin]}} | {not: {enum: [root]}} | not-narrowed not at /
if removed | 7 | {type: object, if: {required: [tls]}, then: {required: [cert]}} | {type: object} | keyword-removed if at /
then | 7 | {if: {required: [tls]}, then: {required: [cert, key]}} | {if: {required: [tls]}, then: {required: [cert]}} | required-dropped required at /: ["key"] ->
else removed | 7 | {if: {required: [tls]}, then: {required: [cert]}, else: {required: [plain]}} | {if: {required: [tls]}, then: {required: [cert]}} | keyword-removed else at /
dependentSchemas | 2019 | {type: object, dependentSchemas: {tls: {required: [cert]}}} | {type: object} | keyword-removed dependentSchemas at /: "tls" ->
a definition | 7 | {$ref: "#/definitions/p", definitions: {p: {maximum: 10}}} | {$ref: "#/definitions/p", definitions: {p: {maximum: 20}}} | bound-moved maximum at /: 10 -> 20
beside a definition | 7 | {allOf: [{$ref: "#/definitions/p"}], maximum: 5, definitions: {p: {type: integer}}} | {$ref: "#/definitions/p", definitions: {p: {type: integer}}} | bound-removed maximum at /: 5 ->
a rule in CEL | 7 | {x-kubernetes-validations: [{rule: self.a > 0}, {rule: self.b > 0}]} | {x-kubernetes-validations: [{rule: self.b > 0}]} | rule-removed x-kubernetes-validations at /: "self.a > 0" ->
true | 7 | {type: object} | true | unchecked true at /
from false | 7 | false | {type: object} | opened false at /
a list | 2020 | {properties: {keys: {items: {required: [id, alg]}}}} | {properties: {keys: {items: {required: [id]}}}} | required-dropped required at /keys/[*]: ["alg"] ->
two places | 7 | {properties: {a: {minimum: 2}, b: {maximum: 2}}} | {properties: {a: {minimum: 1}, b: {maximum: 3}}} | bound-moved minimum at /a: 2 -> 1; bound-moved maximum at /b: 2 -> 3
`);

/** `name | before | after`: nothing is looser, in neither direction where the two are equal. */
const NOT_LOOSER = rowsOf(`
into a definition | {type: object, required: [a], properties: {a: {type: integer}}} | {$ref: "#/definitions/o", definitions: {o: {type: object, required: [a], properties: {a: {type: integer}}}}}
into an allOf | {required: [a], minProperties: 2} | {allOf: [{required: [a]}, {minProperties: 2}]}
keywords in another order | {type: object, required: [a, b]} | {required: [b, a], type: object}
a description | {type: object} | {type: object, title: Service, description: The service.}
const as enum | {const: a} | {enum: [a]}
types as anyOf | {type: [string, "null"]} | {anyOf: [{type: "null"}, {type: string}]}
branches in another order | {anyOf: [{required: [a]}, {required: [b]}]} | {anyOf: [{required: [b]}, {required: [a]}]}
exclusive integers | {type: integer, exclusiveMinimum: 0} | {type: integer, minimum: 1}
required inside every branch | {required: [x], anyOf: [{required: [a]}, {required: [b]}]} | {anyOf: [{required: [a, x]}, {required: [b, x]}]}
a key by a pattern that matches it | {properties: {port: {type: integer}}} | {patternProperties: {^po: {type: integer}}}
from a key to all keys | {properties: {a: {type: integer}}, additionalProperties: {type: integer}} | {additionalProperties: {type: integer}}
a bound that matters to no allowed value | {type: string, minimum: 5} | {type: string}
one branch only | {anyOf: [{type: string}, {type: integer, minimum: 1}]} | {type: integer, minimum: 3}
a union that only narrows | {type: object, required: [a]} | {type: object, required: [a], oneOf: [{required: [b]}, {required: [c]}]}
a closed object around | {additionalProperties: false, properties: {a: {type: string}}} | {additionalProperties: false, properties: {}}
rules in another order | {x-kubernetes-validations: [{rule: a}, {rule: b}]} | {x-kubernetes-validations: [{rule: b}, {rule: a, message: new}]}
`);

const CHANGED = rowsOf(`
pattern | {pattern: ^a} | {pattern: ^b} | keyword-changed pattern at /: "^a" -> "^b"
format | {format: email} | {format: uri} | keyword-changed format at /: "email" -> "uri"
a condition | {if: {required: [a]}, then: {required: [b]}} | {if: {required: [c]}, then: {required: [b]}} | keyword-changed if at /
a rule in CEL | {x-kubernetes-validations: [{rule: self.a > 1, message: a}]} | {x-kubernetes-validations: [{rule: self.a > 0, message: a}]} | rule-changed x-kubernetes-validations at /: "self.a > 1" -> "self.a > 0"
`);

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(' | '));
}

describe('looser', () => {
  test.each(LOOSER)('%s', async (_, draft, before, after, said) => {
    const [then, now] = [parseYaml(before!), parseYaml(after!)];
    const number = Number(draft) as keyof typeof DRAFT;
    expect(await lines(then, now, number)).toEqual(said!.split('; '));
    expect(await lines(then, then, number)).toEqual([]);
    expect(await lines(now, then, number)).toEqual([]);
  });
});

describe('not looser', () => {
  test.each(NOT_LOOSER)('%s', async (_, before, after) => {
    expect(await lines(parseYaml(before!), parseYaml(after!), 7)).toEqual([]);
  });
});

describe('another rule, of which nobody can say which is stricter', () => {
  test.each(CHANGED)('%s', async (_, before, after, said) => {
    expect(await lines(parseYaml(before!), parseYaml(after!), 7)).toEqual([said]);
  });
});
