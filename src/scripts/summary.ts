import { maskCommand } from '../findings/mask-command.ts';
import { withoutSecrets } from '../findings/redact.ts';
import type { Path } from '../model/path.ts';
import { compareText } from '../model/text.ts';
import type { Effect, Guard, Host, Op, Surroundings, Target } from './effect.ts';
import type { Confidence } from './location.ts';
import { shown } from './text.ts';

/** A script that was looked at: how much it does, and how much of that is done to critical targets. */
export type ScriptSummary = { path: Path; effects: number; critical: number };

/** One thing that a script would do, as reports show it: texts without secrets, long ones shortened. */
export type EffectSummary = {
  script: Path;
  line: number;
  column: number;
  command: string;
  op: Op;
  /** Alternatives; unknown parts as `<NAME>`. What ends in `/**` is everything below it. */
  targets: string[];
  /** `local`, `ssh web1`, `bucket acme-assets`; the kind alone where the name is not known. */
  host: string;
  surroundings: Surroundings;
  /** That of the least known target. */
  confidence: Confidence;
  guards: string[];
  /** How it is reached inside of the script: `deploy()`, `ssh web1`. */
  via: string[];
  /** What keeps the old content: `line 5`, or an option such as `--backup`. */
  backup?: string;
  critical: boolean;
};

const LONGEST = 200;
const LEVELS: readonly Confidence[] = ['high', 'medium', 'low'];

/**
 * Effects for reports, by script and line. One that says no more than another at the same place is left out: a
 * library says less when it is read by itself than where a script calls it.
 */
export function summariseEffects(effects: readonly Effect[], touching: ReadonlySet<Effect>): EffectSummary[] {
  const distinct = new Map<string, EffectSummary>();
  for (const effect of effects) {
    const summary = toSummary(effect, touching.has(effect));
    distinct.set(JSON.stringify(summary), summary);
  }
  const all = [...distinct.values()];
  const clear = new Set(all.filter(({ confidence }) => confidence !== 'low').map(placeOf));
  return all
    .filter((one) => one.critical || one.confidence !== 'low' || !clear.has(placeOf(one)))
    .sort(byPlace);
}

/** How much each of these scripts does by itself. */
export function summariseScripts(paths: Iterable<Path>, effects: readonly EffectSummary[]): ScriptSummary[] {
  const counts = new Map(
    [...paths].sort(compareText).map((path) => [path, { path, effects: 0, critical: 0 }]),
  );
  for (const { script, critical } of effects) {
    const count = counts.get(script);
    if (count === undefined) continue;
    count.effects += 1;
    if (critical) count.critical += 1;
  }
  return [...counts.values()];
}

function toSummary(effect: Effect, critical: boolean): EffectSummary {
  const { script, place, targets, guards, via, backup } = effect;
  return {
    script,
    line: place.line,
    column: place.column,
    command: short(maskCommand(effect.command)),
    op: effect.op,
    targets: [...new Set(targets.map(targetName))],
    host: hostName(effect.host),
    surroundings: effect.surroundings,
    confidence: LEVELS[Math.max(...targets.map(({ confidence }) => LEVELS.indexOf(confidence)))] ?? 'low',
    guards: guards.map(guardName),
    via: via.map((step) => short(maskCommand(step))),
    ...(backup === undefined ? {} : { backup: backup.line > 0 ? `line ${backup.line}` : short(backup.text) }),
    critical,
  };
}

function targetName({ path, tree }: Target): string {
  const name = shown(path) || '.';
  return short(tree ? `${name.replace(/\/$/, '')}/**` : name);
}

function hostName({ kind, name }: Host): string {
  return short(name === undefined ? kind : `${kind} ${name}`);
}

function guardName({ kind, path, text }: Guard): string {
  return short(kind === 'condition' || path === undefined ? maskCommand(text) : `${shown(path)} ${kind}`);
}

function short(text: string): string {
  const clean = withoutSecrets(text);
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).toWellFormed()}…`;
}

function placeOf({ script, line, column, command }: EffectSummary): string {
  return JSON.stringify([script, line, column, command]);
}

function byPlace(one: EffectSummary, other: EffectSummary): number {
  return (
    compareText(one.script, other.script) ||
    one.line - other.line ||
    one.column - other.column ||
    compareText(JSON.stringify(one), JSON.stringify(other))
  );
}
