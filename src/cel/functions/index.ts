import { groupBy } from '../../model/lists.ts';
import { noOverload } from '../operators.ts';
import { kindOf, type Value } from '../value.ts';
import { CONVERSIONS } from './convert.ts';
import type { Call, Overload, Parameter } from './define.ts';
import { LISTS } from './lists.ts';
import { NAMES } from './names.ts';
import { NETWORK } from './network.ts';
import { QUANTITIES } from './quantity.ts';
import { STRINGS } from './strings.ts';
import { TIMES } from './times.ts';

/** Every function that a rule may call. Where several fit, the first does the work. */
const ALL: readonly Overload[] = [
  ...NETWORK,
  ...TIMES,
  ...CONVERSIONS,
  ...STRINGS,
  ...LISTS,
  ...QUANTITIES,
  ...NAMES,
];

const byKey = groupBy(ALL, ({ key }) => key);

export const NAMESPACES: ReadonlySet<string> = new Set(['cel', 'format', 'ip', 'optional', 'sets']);

export function hasFunction(key: string): boolean {
  return byKey.has(key);
}

/** The functions and members with this name and another number of arguments are the likeliest mistake. */
export function isFunctionName(name: string): boolean {
  return [...byKey.keys()].some((key) => key.split('/')[0] === name);
}

/** Calls the form of the function that fits the arguments. */
export function callFunction(call: Call, key: string, args: Value[]): Value {
  const found = byKey
    .get(key)
    ?.find(({ parameters }) => parameters.every((wanted, index) => fits(wanted, args[index]!)));
  if (found === undefined) throw noOverload(key.replace(/^\.|\/\d+$/g, ''), ...args);
  return found.run(call, args);
}

function fits(wanted: Parameter, value: Value): boolean {
  if (wanted === 'any') return true;
  const kind = kindOf(value);
  return wanted === kind || (wanted === 'number' && (kind === 'int' || kind === 'double'));
}
