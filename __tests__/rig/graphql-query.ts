// biome-ignore-all lint/suspicious/noExplicitAny: values of any shape, as the query asks for them.

/** A parsed GraphQL operation: enough of the language for queries without named fragments and directives. */
export type Field = { name: string; alias: string; args: Record<string, any>; fields?: Field[]; on?: string };
export type Operation = { kind: 'query' | 'mutation'; fields: Field[] };

/** Throws an `Error` whose message GitHub would put into `errors`. */
export function parseQuery(text: string, variables: Record<string, any>): Operation {
  const tokens = text.replace(/#.*/g, '').match(/"(?:[^"\\]|\\.)*"|\.{3}|[A-Za-z_]\w*|-?\d+|[^\s,]/g) ?? [];
  let at = 0;
  const next = () => {
    const token = tokens[at++];
    if (token === undefined) throw new Error('Parse error: unexpected end of the query');
    return token;
  };
  const expect = (wanted: string) => {
    const token = next();
    if (token !== wanted) throw new Error(`Parse error on "${token}", expected "${wanted}"`);
  };

  function value(): any {
    const token = next();
    if (token === '$') {
      const name = next();
      if (!(name in variables)) throw new Error(`Variable $${name} was provided invalid value`);
      return variables[name];
    }
    if (token === '[') {
      const items = [];
      while (tokens[at] !== ']') items.push(value());
      at++;
      return items;
    }
    if (token === '{') return object('}');
    return /^["\d-]|^(true|false|null)$/.test(token) ? JSON.parse(token) : token;
  }

  function object(end: string): Record<string, any> {
    const found: Record<string, any> = {};
    while (tokens[at] !== end) {
      const name = next();
      expect(':');
      found[name] = value();
    }
    at++;
    return found;
  }

  function selection(): Field[] {
    expect('{');
    const fields: Field[] = [];
    while (tokens[at] !== '}') {
      if (tokens[at] === '...') {
        at++;
        expect('on');
        const on = next();
        fields.push({ name: '...', alias: '', args: {}, on, fields: selection() });
        continue;
      }
      let name = next();
      let alias = name;
      if (tokens[at] === ':') {
        at++;
        name = next();
      } else alias = name;
      const field: Field = { name, alias, args: {} };
      if (tokens[at] === '(') {
        at++;
        field.args = object(')');
      }
      if (tokens[at] === '{') field.fields = selection();
      fields.push(field);
    }
    at++;
    return fields;
  }

  const kind = tokens[0] === 'mutation' ? 'mutation' : 'query';
  while (tokens[at] !== '{' && at < tokens.length) {
    if (tokens[at] === '(') while (tokens[at] !== ')' && at < tokens.length) at++;
    at++;
  }
  return { kind, fields: selection() };
}

/**
 * Fills a selection from `type`: an object whose members are values or functions of the arguments. A member that is
 * not there is refused, as GitHub does; objects must be asked for fields, scalars must not.
 */
export async function fill(fields: readonly Field[], from: any): Promise<Record<string, any>> {
  const found: Record<string, any> = {};
  for (const { name, alias, args, fields: inner, on } of fields) {
    if (name === '...') {
      if (on === from.__typename) Object.assign(found, await fill(inner!, from));
      continue;
    }
    if (!(name in from)) throw new Error(`Field '${name}' doesn't exist on type '${from.__typename ?? '?'}'`);
    const value = await (typeof from[name] === 'function' ? from[name](args) : from[name]);
    if (alias in found && inner === undefined) continue;
    const one = async (item: any): Promise<any> => {
      if (item === null || item === undefined) return null;
      if (typeof item !== 'object') return item;
      if (!inner) throw new Error(`Field '${name}' must have a selection of subfields`);
      return fill(inner, item);
    };
    found[alias] = Array.isArray(value) ? await Promise.all(value.map(one)) : await one(value);
  }
  return found;
}
