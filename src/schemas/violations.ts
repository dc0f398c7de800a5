import { isObject } from '../model/json.ts';
import { child, type Pointer, parentOf, segmentsOf } from '../model/pointer.ts';
import { compareText } from '../model/text.ts';
import { bestBranch } from './branches.ts';
import type { Catalog, Node } from './catalog.ts';
import { keyOf } from './catalog.ts';
import type { EngineError } from './engine-error.ts';
import { factsOf } from './facts.ts';
import type { Violation } from './judgement.ts';
import type { Normal } from './normalise.ts';

/** More violations than this are not told for one file: the first ones, in the order of their keys. */
const MOST_VIOLATIONS = 50;

/** Sorted, without repetitions, at most `MOST_VIOLATIONS`. */
export function sortViolations(violations: Violation[]): Violation[] {
  const seen = new Set<string>();
  const once = violations.filter((violation) => {
    const text = JSON.stringify({ ...violation, schemaKey: '' });
    return !seen.has(text) && seen.add(text);
  });
  const rank = ({ key, keyword, schemaKey }: Violation) => `${key}\0${keyword}\0${schemaKey}`;
  return once
    .sort((left, right) => left.document - right.document || compareText(rank(left), rank(right)))
    .slice(0, MOST_VIOLATIONS);
}

export type Fold = { normal: Normal; catalog: Catalog; document: number };

/** Turns the validator's errors into violations: consequences dropped, one branch of each union kept. */
export function foldErrors(fold: Fold, errors: EngineError[]): Violation[] {
  const violations: Violation[] = [];
  for (const [index, error] of errors.entries()) {
    if (error.keyword === 'if' || isConsequence(errors, index)) continue;
    if (error.params.branches !== undefined) {
      violations.push(...foldUnion(fold, error, error.params.branches));
    } else {
      violations.push(toViolation(fold, error, innerErrors(errors, index)));
    }
  }
  return violations;
}

/** What a property's name fails stands before the `propertyNames` error that sums it up. */
function isConsequence(errors: EngineError[], index: number): boolean {
  for (let at = index + 1; at < errors.length; at++) {
    const { keyword, instancePath, params } = errors[at]!;
    if (instancePath !== errors[index]!.instancePath) return false;
    if (keyword === 'propertyNames') return errors[index]!.data === params.propertyName;
  }
  return false;
}

function innerErrors(errors: EngineError[], index: number): EngineError[] {
  const { keyword, instancePath, params } = errors[index]!;
  if (keyword !== 'propertyNames') return [];
  return errors
    .slice(0, index)
    .filter((error) => error.instancePath === instancePath && error.data === params.propertyName);
}

function foldUnion(fold: Fold, error: EngineError, branches: EngineError[][]): Violation[] {
  const passing = error.params.passing;
  if (Array.isArray(passing)) {
    const detail = `alternatives ${passing.map((index) => Number(index) + 1).join(' and ')} of ${branches.length} both match`;
    return [{ ...toViolation(fold, error, []), facts: { detail, ...aboutFact(fold, error) } }];
  }
  const folded = branches.map((branch) => foldErrors(fold, branch));
  const best = bestBranch(error.instancePath, folded);
  if (best.length === 0) return [toViolation(fold, error, [])];
  const otherBranches = branches.length - 1;
  return otherBranches === 0
    ? best
    : best.map((violation) => ({ ...violation, facts: { ...violation.facts, otherBranches } }));
}

function toViolation(fold: Fold, error: EngineError, inner: EngineError[]): Violation {
  const node = originOf(fold, error);
  const keyword = keywordIn(node, error.keyword);
  const { key, part } = spotOf(error);
  return {
    document: fold.document,
    key,
    part,
    keyword,
    schemaKey: node === undefined ? '' : schemaKey(fold, node, keyword),
    facts: { ...factsOf(fold.normal, error, inner), ...aboutFact(fold, error) },
  };
}

function originOf(fold: Fold, error: EngineError): Node | undefined {
  return typeof error.parentSchema === 'object' ? fold.normal.origins.get(error.parentSchema) : undefined;
}

/** A schema of another file than the first is named before the pointer: `common.json#/definitions/port/type`. */
function schemaKey(fold: Fold, node: Node, keyword: string): Pointer {
  const pointer = typeof node.schema === 'boolean' ? node.pointer : child(node.pointer, keyword);
  return node.file === fold.normal.root.file ? pointer : `${node.file.name}#${pointer}`;
}

/** The keyword as the schema's own draft writes it. */
function keywordIn(node: Node | undefined, keyword: string): string {
  if (node === undefined || !isObject(node.schema)) return keyword === 'not' ? 'false schema' : keyword;
  if (keyword === 'items' && Array.isArray(node.schema.items)) return 'additionalItems';
  if (Object.hasOwn(node.schema, keyword)) return keyword;
  if (keyword.startsWith('dependent')) return 'dependencies';
  return keyword;
}

function spotOf(error: EngineError): { key: Pointer; part: 'key' | 'value' } {
  const { instancePath, params } = error;
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  if (typeof extra === 'string') return { key: child(instancePath, extra), part: 'key' };
  if (typeof params.missingProperty === 'string') return { key: instancePath, part: 'key' };
  if (Array.isArray(params.twins)) {
    return { key: child(instancePath, Number(params.twins[1])), part: 'value' };
  }
  return { key: instancePath, part: 'value' };
}

const LONGEST_ABOUT = 200;

/** The title or description of the schema, or of the one around it that describes the same value. */
function aboutFact(fold: Fold, error: EngineError): { about?: string } {
  let node = originOf(fold, error);
  while (node !== undefined && isObject(node.schema)) {
    const { title, description } = node.schema;
    const text = [title, description].find((words) => typeof words === 'string' && words.trim() !== '');
    if (typeof text === 'string') {
      const line = text.trim().replaceAll(/\s+/g, ' ');
      return {
        about: line.length <= LONGEST_ABOUT ? line : `${line.slice(0, LONGEST_ABOUT - 1).toWellFormed()}…`,
      };
    }
    node = around(fold.catalog, node);
  }
  return {};
}

const SAME_VALUE = /^(allOf|anyOf|oneOf|then|else|not)$/;

function around(catalog: Catalog, node: Node): Node | undefined {
  const segments = segmentsOf(node.pointer);
  const last = segments.at(-1);
  const list = last !== undefined && /^\d+$/.test(last) && SAME_VALUE.test(segments.at(-2) ?? '');
  if (list) return catalog.nodes.get(keyOf(node.file, parentOf(parentOf(node.pointer))));
  if (last !== undefined && SAME_VALUE.test(last) && segments.length > 0)
    return catalog.nodes.get(keyOf(node.file, parentOf(node.pointer)));
  return undefined;
}
