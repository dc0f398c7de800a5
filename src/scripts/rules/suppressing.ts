import type { Finding } from '../../findings/finding.ts';
import { fingerprint } from '../../findings/fingerprint.ts';
import type { Path } from '../../model/path.ts';
import type { Effect } from '../effect.ts';
import { readSuppressions, type Suppression } from '../suppressions.ts';
import { scriptRules } from './index.ts';
import type { Judged, Script } from './rule.ts';
import { suppressionUnused, suppressionWithoutReason } from './suppression-rules.ts';

export type Suppressing = {
  /** The reason with which the script turns the rule off for this command. */
  reasonFor(rule: string, effect: Effect): string | undefined;
  /** About the comments themselves, once all findings were asked for. */
  findings(): Judged['findings'];
};

const KNOWN = new Set(scriptRules.map(({ id }) => id));

/** The comments of scripts that turn rules off, and which of them were used. */
export function suppressing(scripts: readonly Script[]): Suppressing {
  const read = new Map(scripts.map(({ path, text }) => [path, readSuppressions(text)]));
  const used = new Set<string>();
  return {
    reasonFor(rule, { script, place, endLine }) {
      const found = (read.get(script) ?? []).filter(
        ({ rules, reason, from, to }) =>
          reason !== '' && rules.includes(rule) && from <= Math.max(place.line, endLine) && to >= place.line,
      );
      for (const each of found) used.add(keyOf(script, each, rule));
      return found.at(-1)?.reason;
    },
    findings: () =>
      [...read].flatMap(([path, suppressions]) =>
        suppressions.flatMap((each) => [...withoutReason(path, each), ...unused(path, each, used)]),
      ),
  };
}

function keyOf(path: Path, { line }: Suppression, rule: string): string {
  return `${path}\n${line}\n${rule}`;
}

function withoutReason(path: Path, suppression: Suppression): Judged['findings'] {
  const { rules, reason } = suppression;
  const named = rules.length === 0 ? 'nothing' : rules.join(', ');
  const { id, severity } = suppressionWithoutReason;
  if (reason === '' || rules.length === 0) return [about(id, severity, path, suppression, { rules: named })];
  return rules
    .filter((rule) => !KNOWN.has(rule))
    .map((unknown) => about(id, severity, path, suppression, { rules: named, unknown }));
}

function unused(path: Path, suppression: Suppression, used: ReadonlySet<string>): Judged['findings'] {
  if (suppression.reason === '') return [];
  const idle = suppression.rules.filter(
    (rule) => KNOWN.has(rule) && !used.has(keyOf(path, suppression, rule)),
  );
  const { id, severity } = suppressionUnused;
  return idle.length === 0 ? [] : [about(id, severity, path, suppression, { rules: idle.join(', ') })];
}

function about(
  check: string,
  severity: Finding['severity'],
  path: Path,
  { line, column }: Suppression,
  args: Finding['args'],
): Judged['findings'][number] {
  const finding: Finding = {
    check,
    severity,
    path,
    line,
    column,
    args,
    fingerprint: fingerprint(check, path, undefined, args),
  };
  return { finding, identity: JSON.stringify([check, path, args]) };
}
