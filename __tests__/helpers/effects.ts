import type { Effect, Target } from '../../src/scripts/effect.ts';
import { shown } from '../../src/scripts/text.ts';

/** One of several spellings of the same truth, or the only one. */
type Any<T> = T | readonly T[];

/** What one command does to one place. */
export type Told = {
  script: string;
  line: number;
  op: string;
  target: string;
  host: string;
  confidence: string;
  guard?: string;
  backup?: number;
  readsTarget: boolean;
};

/**
 * A told effect as a fixture expects it. Left out: `local`, `high`, the form's own file, no guard, no backup, and a target that
 * the pipeline does not read. In a target, `<*>` is any unknown part.
 */
export type Expected = {
  line: Any<number>;
  op: Any<string>;
  target: Any<string>;
  script?: string;
  host?: Any<string>;
  confidence?: Any<string>;
  guard?: string;
  backup?: number;
  readsTarget?: boolean;
};

/** Effects, one for each place that may be written; what is temporary, or no file, is left out. */
export function toldBy(effects: readonly Effect[]): Told[] {
  return effects.flatMap((effect) =>
    effect.targets.filter((target) => !isTemporary(target)).map((target) => told(effect, target)),
  );
}

function told(effect: Effect, target: Target): Told {
  const guard = guardOf(effect, target);
  return {
    script: effect.script,
    line: effect.place.line,
    op: effect.op,
    target: shown(target.path),
    host: [effect.host.kind, effect.host.name].filter((part) => part !== undefined).join(' '),
    confidence: target.confidence,
    ...(guard === undefined ? {} : { guard }),
    ...(effect.backup === undefined ? {} : { backup: effect.backup.line }),
    readsTarget: effect.readsTarget,
  };
}

function isTemporary({ path }: Target): boolean {
  if (path.some((part) => typeof part !== 'string' && part.is === 'temporary')) return true;
  return /^\/(tmp|dev)\//.test(shown(path));
}

/** A test of another file guards nothing, and what other conditions mean is not known. */
function guardOf({ guards }: Effect, target: Target): string | undefined {
  const own = guards.filter(
    ({ kind, path }) =>
      kind === 'asked' ||
      (kind !== 'condition' && (path === undefined || shown(path) === shown(target.path))),
  );
  return own.length === 0 ? undefined : [...new Set(own.map(({ kind }) => kind))].sort().join(' ');
}

/** What differs between the effects and what a form has to come to; empty when it is right. */
export function differences(
  actual: readonly Told[],
  script: string,
  expected: readonly Expected[],
  may: readonly Expected[] = [],
): string[] {
  const missed = expected.filter((wanted) => !actual.some((one) => agrees(one, wanted, script)));
  const allowed = [...expected, ...may];
  const others = actual.filter((one) => !allowed.some((wanted) => agrees(one, wanted, script)));
  return [
    ...missed.map((one) => `missed ${JSON.stringify(one)}`),
    ...others.map((one) => `instead ${JSON.stringify(one)}`),
  ];
}

function agrees(one: Told, wanted: Expected, script: string): boolean {
  return (
    one.script === (wanted.script ?? script) &&
    among(one.line, wanted.line) &&
    among(one.op, wanted.op) &&
    among(one.target, wanted.target, isLike) &&
    among(one.host, wanted.host ?? 'local') &&
    among(one.confidence, wanted.confidence ?? 'high') &&
    one.guard === wanted.guard &&
    one.backup === wanted.backup &&
    one.readsTarget === (wanted.readsTarget ?? false)
  );
}

function among<T>(value: T, wanted: Any<T>, same = (a: T, b: T) => a === b): boolean {
  return Array.isArray(wanted) ? wanted.some((one) => same(value, one)) : same(value, wanted as T);
}

function isLike(target: string, pattern: string): boolean {
  const [start, ...rest] = pattern.split('<*>').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${[start, ...rest].join('<[^/>]*>')}$`).test(target);
}
