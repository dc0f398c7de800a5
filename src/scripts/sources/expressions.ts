import { joined, ROOT, type Text } from '../text.ts';
import { unknown } from './source.ts';
import type { Hole } from './stand-ins.ts';

/** What the expressions of a workflow may ask for: `env.X`, and where the action itself is. */
export type Scope = { env: ReadonlyMap<string, Text>; actionPath: Text };

/** Longer than any expression in real files. */
const LONGEST = 4_000;

/** Every `${{ … }}` of a text with what it stands for. https://docs.github.com/en/actions/reference/workflows-and-actions/expressions */
export function holesIn(source: string, scope: Scope): Hole[] {
  const holes: Hole[] = [];
  const lastClose = source.lastIndexOf('}}');
  for (let at = source.indexOf('${{'); at !== -1 && at < lastClose; at = source.indexOf('${{', at)) {
    const end = endOf(source, at + 3);
    if (end === -1) {
      at += 3;
      continue;
    }
    holes.push({ start: at, end, text: meaning(source.slice(at + 3, end - 2).trim(), scope) });
    at = end;
  }
  return holes;
}

/** Behind the `}}` that is not part of a quoted text. */
function endOf(source: string, start: number): number {
  const within = source.slice(start, start + LONGEST);
  for (let close = within.indexOf('}}'); close !== -1; close = within.indexOf('}}', close + 1)) {
    if (within.slice(0, close).split("'").length % 2 === 1) return start + close + 2;
  }
  return -1;
}

/** A text with expressions in it. */
export function evaluate(source: string, scope: Scope): Text {
  let done = 0;
  const parts: Text[] = [];
  for (const { start, end, text } of holesIn(source, scope)) {
    parts.push([source.slice(done, start)], text);
    done = end;
  }
  return joined(...parts, [source.slice(done)]);
}

function meaning(expression: string, { env, actionPath }: Scope): Text {
  const literal = /^'((?:[^']|'')*)'$/.exec(expression);
  if (literal !== null) return [literal[1]!.replaceAll("''", "'")];
  const variable = /^env\.([\w-]+)$/.exec(expression) ?? /^env\['([^']+)'\]$/.exec(expression);
  const value = variable === null ? undefined : env.get(variable[1]!);
  if (value !== undefined) return value;
  if (expression === 'github.workspace') return [ROOT];
  if (expression === 'github.action_path') return actionPath;
  if (expression === 'runner.temp') return [RUNNER_TEMP];
  return [unknown(expression.replace(/\s+/g, ' ').slice(0, 80))];
}

const RUNNER_TEMP = { name: 'RUNNER_TEMP', is: 'temporary' } as const;

/** What the runner sets for every step. The files that it gives a step to write to are no places of their own. */
export const RUNNER_VARIABLES: ReadonlyMap<string, Text> = new Map<string, Text>([
  ['GITHUB_WORKSPACE', [ROOT]],
  ['RUNNER_TEMP', [RUNNER_TEMP]],
  ...['ENV', 'OUTPUT', 'PATH', 'STATE', 'STEP_SUMMARY'].map((name): [string, Text] => [
    `GITHUB_${name}`,
    [{ name: `GITHUB_${name}`, is: 'temporary' }],
  ]),
]);
