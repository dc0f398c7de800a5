import { escapeExpression } from '../model/expression.ts';
import { addTo } from '../model/lists.ts';
import type { Path } from '../model/path.ts';

/** The same file per environment: which environment a path belongs to, and the file of each other one. */
export type FamilyMember = {
  environment: string;
  others: { path: Path; environment: string }[];
};

/** Answers for every path that a pattern fits, known or new; `undefined` for the rest. */
export type Families = { get(path: Path): FamilyMember | undefined };

const PLACEHOLDER = '{environment}';
const TOKENS = /(\{environment\}|\*\*\/|\*+|\?|\\.)/s;

/**
 * Groups paths into families by patterns such as `config/auth/{environment}.yml` or `env/{environment}/**`.
 * Two paths are the same file when they are equal but for the environment's name. As a part of a name,
 * `{environment}` holds no dot, so that `config/production.schema.yml` is no environment of
 * `config/{environment}.yml`. The first pattern that fits a path holds.
 * @param paths all paths of the before side.
 */
export function environmentFamilies(patterns: readonly string[], paths: readonly Path[]): Families {
  const compiled = patterns.map(compile);
  const families = new Map<string, { path: Path; environment: string }[]>();
  for (const path of compiled.length === 0 ? [] : paths) {
    const member = memberOf(compiled, path);
    if (member === undefined) continue;
    addTo(families, member.family, { path, environment: member.environment });
  }
  return {
    get(path) {
      const member = memberOf(compiled, path);
      if (member === undefined) return undefined;
      const family = families.get(member.family) ?? [];
      const others = family.filter((other) => other.environment !== member.environment);
      return { environment: member.environment, others };
    },
  };
}

/** Every part of the path is captured; `variable` are the parts that hold the environment's name. */
type Compiled = { prefix: string; expression: RegExp; variable: ReadonlySet<number> };

function memberOf(
  patterns: readonly Compiled[],
  path: Path,
): { environment: string; family: string } | undefined {
  for (const [index, { prefix, expression, variable }] of patterns.entries()) {
    const match = path.startsWith(prefix) ? expression.exec(path) : null;
    if (match === null) continue;
    const parts = match.slice(1);
    const [first = 0] = variable;
    const constant = parts.map((part, at) => (variable.has(at) ? PLACEHOLDER : part));
    return { environment: parts[first] ?? '', family: `${index}:${constant.join('\n')}` };
  }
  return undefined;
}

function compile(pattern: string): Compiled {
  const tokens = pattern.split(TOKENS).filter((token) => token !== '');
  const variable = new Set<number>();
  const sources = tokens.map((token, index) => {
    if (token !== PLACEHOLDER) return `(${sourceOf(token)})`;
    const [first] = variable;
    variable.add(index);
    if (first !== undefined) return `(\\${first + 1})`;
    const whole = (tokens[index - 1] ?? '/').endsWith('/') && tokens[index + 1]?.startsWith('/') === true;
    return whole ? '([^/]+)' : '([^/.]+)';
  });
  const prefix = tokens[0] === undefined || TOKENS.test(tokens[0]) ? '' : tokens[0];
  return { prefix, expression: new RegExp(`^${sources.join('')}$`, 's'), variable };
}

function sourceOf(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*';
  if (token === '**') return '.+';
  if (token.startsWith('*')) return '[^/]*';
  if (token === '?') return '[^/]';
  const literal = token.startsWith('\\') ? token.slice(1) : token;
  return escapeExpression(literal);
}

/** What is wrong with an environment pattern; `undefined` when it can be used. */
export function environmentFault(pattern: string): { fault: string; hint: string } | undefined {
  const rest = pattern.replaceAll(PLACEHOLDER, '').replace(/\\./gs, '');
  if (!pattern.includes(PLACEHOLDER)) {
    return {
      fault: "does not say where the environment's name stands",
      hint: 'Write `{environment}` in its place: `config/{environment}.yml`.',
    };
  }
  if (/[{}[\]()!|]/.test(rest) || rest.includes('\\')) {
    return {
      fault: 'holds a special character that has no meaning here',
      hint: 'Besides `{environment}`, only `*`, `**` and `?` are special; write a backslash before others.',
    };
  }
  if (/^\.?\//.test(pattern) || pattern.split('/').some((part) => part === '..' || part === '')) {
    return {
      fault: 'is no path from the root',
      hint: 'Write `config/{environment}.yml`, without a slash in front.',
    };
  }
  return undefined;
}
