import { type Cel, loadCel } from '../cel/compile.ts';
import { compileRule, type RuleText } from '../cel/rule.ts';
import { isObject, type Json } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { Node } from './catalog.ts';
import type { Gathered } from './gather.ts';
import { findMisplaced } from './misplaced.ts';
import { createShapes, type PlacedRule, RULES_KEYWORD, type SchemaShape, schemaOf } from './shapes.ts';

/** The rules of a schema. `roots` holds the shape of a whole document; by `apiVersion` for a CRD. */
export type SchemaRules = {
  cel: Cel;
  usesOldSelf: boolean;
  root(document: Json): SchemaShape | undefined;
};

/** Reads and compiles the rules of a schema, if it has any. */
export async function readRules(gathered: Gathered): Promise<Result<SchemaRules | undefined>> {
  const holders = [...gathered.reached].filter((node) => Object.hasOwn(schemaOf(node), RULES_KEYWORD));
  if (holders.length === 0) return ok(undefined);
  const cel = await loadCel();
  const rules = new Map<Node, PlacedRule[]>();
  for (const node of holders) {
    const placed = readNode(cel, node);
    if (!placed.ok) return placed;
    rules.set(node, placed.value);
  }
  const shapes = createShapes(gathered, rules);
  const { versions, root } = gathered;
  const starts = versions === undefined ? [root] : [...versions.values()];
  const wrong = findMisplaced(gathered, rules, starts);
  if (wrong !== undefined) return refuse(ruleProblem(wrong.node, wrong.key, wrong.why));
  return ok({
    cel,
    usesOldSelf: [...rules.values()].flat().some(({ rule }) => rule.program.usesOldSelf),
    root(document) {
      const start =
        versions === undefined
          ? root
          : isObject(document)
            ? versions.get(String(document.apiVersion))
            : undefined;
      return start && shapes([start]);
    },
  });
}

const FIELDS: Readonly<Record<string, 'string' | 'boolean'>> = {
  rule: 'string',
  message: 'string',
  messageExpression: 'string',
  fieldPath: 'string',
  reason: 'string',
  optionalOldSelf: 'boolean',
};

function readNode(cel: Cel, node: Node): Result<PlacedRule[]> {
  const value = schemaOf(node)[RULES_KEYWORD]!;
  const here = child(node.pointer, RULES_KEYWORD);
  if (!Array.isArray(value)) return refuse(ruleProblem(node, here, 'it has to be a list of rules'));
  const placed: PlacedRule[] = [];
  for (const [index, one] of value.entries()) {
    const key = child(here, index);
    const wrong = wrongFields(one);
    if (wrong !== undefined) return refuse(ruleProblem(node, key, wrong));
    const compiled = compileRule(cel, one as RuleText);
    if ('fault' in compiled) {
      const { field, message, offset } = compiled.fault;
      const where = offset === undefined ? '' : ` (at character ${offset + 1})`;
      return refuse(ruleProblem(node, child(key, field), `${message}${where}`));
    }
    placed.push({ rule: compiled.rule, file: node.file.name, schemaKey: key });
  }
  return ok(placed);
}

function wrongFields(rule: Json): string | undefined {
  if (!isObject(rule)) return 'a rule is an object with `rule`';
  if (typeof rule.rule !== 'string' || rule.rule.trim() === '') return 'it has no `rule`';
  for (const [name, value] of Object.entries(rule)) {
    if (!Object.hasOwn(FIELDS, name)) return `\`${name}\` is no field of a rule`;
    if (typeof value !== FIELDS[name]) return `\`${name}\` has to be a ${FIELDS[name]}`;
  }
  return undefined;
}

function ruleProblem(node: Node, key: Pointer, why: string): Problem {
  const place = node.file.place(key, 'value');
  return {
    code: 'schema-rule',
    message: `The schema ${node.file.name} has a rule at ${key} that cannot be judged: ${why}.`,
    hint: 'Correct the rule, or take it out; until then nothing is judged by this schema.',
    path: node.file.name,
    ...(place === undefined ? {} : { place }),
  };
}
