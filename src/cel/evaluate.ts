import type { Program } from './compile.ts';
import { iterate } from './comprehensions.ts';
import { TYPE_NAMES } from './functions/convert.ts';
import type { Call } from './functions/define.ts';
import { callFunction, NAMESPACES } from './functions/index.ts';
import type { Syntax } from './library.ts';
import { bindingOf, macroOf } from './macros.ts';
import { CelError, type Meter, OverBudget, spend } from './meter.ts';
import { arithmetic, compare, equal, int, isTrue, noOverload } from './operators.ts';
import type { Regex } from './regex.ts';
import { type Scope, within } from './scope.ts';
import { note } from './seen.ts';
import { fieldOf, hasField, itemOf, optionalField } from './select.ts';
import type { Value } from './value.ts';

/** A value, or why there is none. */
export type Outcome =
  | { kind: 'value'; value: Value }
  /** As in CEL: a missing key, another type, an overflow. */
  | { kind: 'error'; message: string }
  | { kind: 'over-budget' };

/** Evaluates an expression; `oldSelf` is not defined when it is not given. */
export function evaluate(
  regex: Regex,
  program: Program,
  variables: { self: Value; oldSelf?: Value },
  meter: Meter,
): Outcome {
  let scope: Scope = within(undefined, 'self', variables.self);
  if (variables.oldSelf !== undefined) scope = within(scope, 'oldSelf', variables.oldSelf);
  try {
    return { kind: 'value', value: run({ meter, regex }, program.syntax, scope) };
  } catch (error) {
    if (error instanceof CelError) return { kind: 'error', message: error.message };
    if (error instanceof OverBudget || error instanceof RangeError) return { kind: 'over-budget' };
    throw error;
  }
}

function run(call: Call, node: Syntax, scope: Scope): Value {
  spend(call.meter, 1);
  switch (node.op) {
    case 'value':
      return node.args as Value;
    case 'id':
      return note(call.meter, variable(node.args, scope));
    case '.':
      return note(call.meter, fieldOf(run(call, node.args[0], scope), node.args[1]));
    case '.?':
      return note(call.meter, optionalField(run(call, node.args[0], scope), node.args[1], true));
    case '[]':
      return note(call.meter, itemOf(run(call, node.args[0], scope), run(call, node.args[1], scope)));
    case '[?]':
      return note(call.meter, optionalField(run(call, node.args[0], scope), run(call, node.args[1], scope)));
    case 'list':
      return node.args.map((item) => run(call, item, scope));
    case 'map':
      return mapOf(call, node.args, scope);
    case '?:':
      return run(call, isTrue(run(call, node.args[0], scope)) ? node.args[1] : node.args[2], scope);
    case '&&':
      return decide(call, node.args, scope, false);
    case '||':
      return decide(call, node.args, scope, true);
    case '!_':
      return !isTrue(run(call, node.args, scope));
    case '-_':
      return negative(run(call, node.args, scope));
    case 'call':
      return node.args[0] === 'has'
        ? has(call, node.args[1][0]!, scope)
        : callWith(call, `${node.args[0]}/${node.args[1].length}`, node.args[1], scope);
    case 'rcall':
      return callMember(call, node, scope);
    default:
      return binary(call, node.op, run(call, node.args[0], scope), run(call, node.args[1], scope));
  }
}

function variable(name: string, scope: Scope): Value {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer)
    if (at.name === name) return at.value;
  if (TYPE_NAMES.includes(name)) return { cel: 'type', name };
  throw new CelError(`${name} has no value`);
}

function negative(value: Value): Value {
  if (typeof value === 'bigint') return int(-value);
  if (typeof value === 'number') return -value;
  throw noOverload('-', value);
}

/** `&&` and `||`: one side that decides is enough, even when the other fails. */
function decide(call: Call, [left, right]: [Syntax, Syntax], scope: Scope, decisive: boolean): boolean {
  let failure: CelError | undefined;
  try {
    if (isTrue(run(call, left, scope)) === decisive) return decisive;
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    failure = error;
  }
  const value = isTrue(run(call, right, scope));
  if (failure !== undefined && value !== decisive) throw failure;
  return value;
}

function binary({ meter }: Call, operator: string, left: Value, right: Value): Value {
  note(meter, left, true);
  note(meter, right, true);
  switch (operator) {
    case '==':
      return equal(meter, left, right);
    case '!=':
      return !equal(meter, left, right);
    case 'in':
      if (Array.isArray(right)) return right.some((item) => equal(meter, item, left));
      if (right instanceof Map) return hasField(right, left);
      throw noOverload('in', left, right);
    case '<':
      return compare(left, right) === -1;
    case '>':
      return compare(left, right) === 1;
    case '<=':
      return (compare(left, right) ?? 1) <= 0;
    case '>=':
      return (compare(left, right) ?? -1) >= 0;
    default:
      return arithmetic(meter, operator, left, right);
  }
}

function mapOf(call: Call, entries: [Syntax, Syntax][], scope: Scope): Value {
  const map = new Map<string | bigint | boolean, Value>();
  for (const [keyNode, valueNode] of entries) {
    const key = run(call, keyNode, scope);
    if (typeof key !== 'string' && typeof key !== 'bigint' && typeof key !== 'boolean')
      throw noOverload('a key of a map', key);
    if (map.has(key)) throw new CelError(`the key ${String(key)} stands twice in a map`);
    map.set(key, run(call, valueNode, scope));
  }
  return map;
}

function has(call: Call, node: Syntax, scope: Scope): boolean {
  if (node.op !== '.' && node.op !== '.?') throw new CelError('has takes a field');
  const found = hasField(run(call, node.args[0], scope), node.args[1], true);
  note(call.meter, found);
  return found;
}

function callWith(call: Call, key: string, nodes: Syntax[], scope: Scope): Value {
  const args = nodes.map((node) => note(call.meter, run(call, node, scope), true));
  return callFunction(call, key, args);
}

function callMember(call: Call, node: Syntax & { op: 'rcall' }, scope: Scope): Value {
  const binding = bindingOf(node);
  if (binding !== undefined)
    return run(call, binding.body, within(scope, binding.variable, run(call, binding.value, scope)));
  const macro = macroOf(node);
  if (macro !== undefined)
    return iterate(call, macro, run(call, macro.receiver, scope), (body, variables) =>
      run(
        call,
        body,
        variables.reduce((inner, [name, value]) => within(inner, name, value), scope),
      ),
    );
  const [name, receiver, args] = node.args;
  const space = receiver.op === 'id' && !isBound(receiver.args, scope) ? receiver.args : undefined;
  if (space !== undefined && NAMESPACES.has(space))
    return callWith(call, `${space}.${name}/${args.length}`, args, scope);
  return callWith(call, `.${name}/${args.length}`, [receiver, ...args], scope);
}

function isBound(name: string, scope: Scope | undefined): boolean {
  return scope !== undefined && (scope.name === name || isBound(name, scope.outer));
}
