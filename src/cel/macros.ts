import type { Syntax } from './library.ts';

/** What a macro makes of its first arguments: names of variables that the later ones may use. */
export type Macro = { name: string; receiver: Syntax; variables: string[]; body: Syntax[] };

/** By name: how many arguments, and how many of them name variables. */
const MACROS: Readonly<Record<string, readonly [args: number, variables: number][]>> = {
  all: [
    [2, 1],
    [3, 2],
  ],
  exists: [
    [2, 1],
    [3, 2],
  ],
  exists_one: [
    [2, 1],
    [3, 2],
  ],
  existsOne: [
    [2, 1],
    [3, 2],
  ],
  filter: [[2, 1]],
  map: [
    [2, 1],
    [3, 1],
  ],
  transformList: [
    [3, 2],
    [4, 2],
  ],
  optMap: [[2, 1]],
  optFlatMap: [[2, 1]],
  or: [[1, 0]],
  orValue: [[1, 0]],
};

/** The macro that a call of a member is, if it is one: its arguments are not values, or not all evaluated. */
export function macroOf(node: Syntax): Macro | undefined {
  if (node.op !== 'rcall') return undefined;
  const [name, receiver, args] = node.args;
  const form = Object.hasOwn(MACROS, name)
    ? MACROS[name]!.find(([count]) => count === args.length)
    : undefined;
  if (form === undefined) return undefined;
  const variables = args.slice(0, form[1]).map((arg) => (arg.op === 'id' ? arg.args : undefined));
  if (variables.some((variable) => variable === undefined)) return undefined;
  return { name, receiver, variables: variables as string[], body: args.slice(form[1]) };
}

/** `cel.bind(name, value, body)`. */
export function bindingOf(node: Syntax): { variable: string; value: Syntax; body: Syntax } | undefined {
  if (node.op !== 'rcall') return undefined;
  const [name, receiver, [variable, value, body]] = node.args;
  if (name !== 'bind' || receiver.op !== 'id' || receiver.args !== 'cel' || body === undefined)
    return undefined;
  return variable!.op === 'id' ? { variable: variable!.args, value: value!, body } : undefined;
}

/** The parts that a node is made of, for those who only walk. */
export function partsOf(node: Syntax): Syntax[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}
