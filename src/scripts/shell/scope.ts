/** Names and their values, as seen in one branch of a script: what it sets itself, above what held before it. */
export type Scope<Value> = { own: Map<string, Value | undefined>; parent?: Scope<Value> };

export function lookUp<Value>(scope: Scope<Value>, name: string): Value | undefined {
  for (let layer: Scope<Value> | undefined = scope; layer !== undefined; layer = layer.parent) {
    if (layer.own.has(name)) return layer.own.get(name);
  }
  return undefined;
}

export function fork<Value>(parent: Scope<Value>): Scope<Value> {
  return { own: new Map(), parent };
}

/**
 * Puts what branches of a script have set into the scope that they were forked from. A branch that was left (`exit`)
 * is not among them; `unite` gets the values that a name may have behind the branches.
 */
export function join<Value>(
  scope: Scope<Value>,
  branches: readonly Scope<Value>[],
  unite: (values: readonly (Value | undefined)[], name: string) => Value | undefined,
): void {
  const names = new Set(branches.flatMap((branch) => [...branch.own.keys()]));
  for (const name of names) {
    const values = branches.map((branch) => lookUp(branch, name));
    scope.own.set(name, values.length === 1 ? values[0] : unite(values, name));
  }
}
