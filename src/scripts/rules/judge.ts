import type { Finding, Severity } from '../../findings/finding.ts';
import { atLeast } from '../../findings/order.ts';
import type { Effect, Target } from '../effect.ts';
import { shown, type Text } from '../text.ts';
import type { Critical, Touched } from '../touched.ts';
import { spared } from './exclusions.ts';
import { type Draft, findingMaker, type SaferOf } from './finding.ts';
import { gatesOf } from './gates.ts';
import { scriptRules } from './index.ts';
import type { Found, Judged, Script, ScriptRule, ScriptSubject } from './rule.ts';
import { suppressing } from './suppressing.ts';

export type JudgeOptions = {
  /** How severe a suppressed finding about a critical place stays. */
  suppressed?: 'notice' | 'warning';
  saferOf?: SaferOf;
};

/** Judges what scripts would do. Effects of files that they use are judged as those of the file in which they stand. */
export function judgeScripts(
  scripts: readonly Script[],
  critical: Critical,
  options: JudgeOptions = {},
): Judged {
  const suppressions = suppressing(scripts);
  const toFinding = findingMaker(scripts, options.saferOf);
  const touching = new Set<Effect>();
  const drafts = new Map<string, Draft[]>();
  const said = new Set<string>();
  for (const subject of subjectsOf(scripts, critical)) {
    if (subject.touched.some((each) => !isCopyElsewhere(each))) touching.add(subject.effect);
    for (const rule of scriptRules) {
      const severity = severityOf(rule, rule.finds(subject), subject);
      if (severity === undefined) continue;
      const draft: Draft = { rule, subject, ...severity };
      const reason = suppressions.reasonFor(rule.id, subject.effect);
      if (reason !== undefined) {
        if (!rule.critical) continue;
        draft.suppressed = reason;
        draft.severity = milder(draft.severity, options.suppressed ?? 'notice');
      }
      const { effect, target } = subject;
      // A loop over sites or hosts is one command: only what is critical is told for each of them.
      const command = [rule.id, effect.script, effect.place.line, effect.place.column].join('\n');
      if (!rule.critical && said.has(command)) continue;
      said.add(command);
      const place = [effect.script, effect.place.line, hostKey(effect), shown(target.path)].join('\n');
      drafts.set(place, withWorst(drafts.get(place) ?? [], draft));
    }
  }
  const findings = [...drafts.values()].flatMap((group) => fold(group, toFinding));
  return { findings: [...findings, ...suppressions.findings()], touching: [...touching] };
}

/** A function may be called under a guard, and again without: the worse call counts. */
function withWorst(known: readonly Draft[], draft: Draft): Draft[] {
  const same = known.find(({ rule }) => rule.id === draft.rule.id);
  if (same === undefined) return [...known, draft];
  return atLeast(same.severity, draft.severity)
    ? [...known]
    : known.map((each) => (each === same ? draft : each));
}

/** Each target of each effect, with what the same script has written before. */
function* subjectsOf(scripts: readonly Script[], critical: Critical): Generator<ScriptSubject> {
  for (const { analysis } of scripts) {
    const made = new Set<string>();
    for (const effect of analysis.effects) {
      const key = (path: Text) => `${hostKey(effect)}\n${shown(path)}`;
      const subjects = effect.targets.map((target): ScriptSubject => {
        const touched = spared(critical.touched(target, effect), effect);
        const gates = gatesOf(effect, target, touched, critical.roots);
        const madeSource =
          effect.sources.length > 0 && effect.sources.every((source) => made.has(key(source)));
        return {
          effect,
          target,
          touched,
          gates,
          made: made.has(key(target.path)),
          madeSource,
          files: critical.files,
        };
      });
      yield* alternatives(subjects);
      if (effect.op === 'discard') for (const { path } of effect.targets) made.add(key(path));
      if (effect.op === 'truncate' || effect.op === 'replace')
        for (const { path, tree } of effect.targets) if (!tree) made.add(key(path));
    }
  }
}

/** `cp a b` may write `b`, or `b/a` when `b` is a directory: where both are critical, the first says it. */
function alternatives(subjects: readonly ScriptSubject[]): ScriptSubject[] {
  const path = ({ target }: ScriptSubject) => shown(target.path);
  return subjects.filter(
    (subject) => !subjects.some((other) => path(subject).startsWith(`${path(other)}/`) && speaks(other)),
  );
}

function speaks({ target, touched }: { target: Target; touched: readonly Touched[] }): boolean {
  return touched.length > 0 || target.confidence !== 'low';
}

function severityOf(
  rule: ScriptRule,
  found: Found | undefined,
  subject: ScriptSubject,
): { severity: Severity; found: Found } | undefined {
  const { effect, target, gates, touched } = subject;
  if (found === undefined) return undefined;
  const severity = found.severity ?? rule.severity;
  if (rule.critical) {
    if (touched.every(isCopyElsewhere) || isSafeDeployment(gates) || isNewBackup(subject)) return undefined;
    const known = touched.some(({ confidence }) => confidence !== 'low');
    return { severity: gates.length > 0 || !known ? 'notice' : severity, found };
  }
  if (gates.length > 0 || effect.declaredOnly) return undefined;
  if (target.confidence === 'low') return rule.anyTarget ? { severity: 'notice', found } : undefined;
  return { severity, found };
}

/** A critical file of the checkout that is copied to a directory of the same shape: it is not what is written. */
function isCopyElsewhere({ own, how }: Touched): boolean {
  return own === true && how === 'suffix';
}

/** A backup beside the file is in its directory, and so what a glob selects: nothing is lost by making it. */
function isNewBackup({ gates, touched, files }: ScriptSubject): boolean {
  if (!gates.some(({ kind }) => kind === 'copy')) return false;
  return touched.every(
    ({ path, inside }) => inside === undefined && (path === undefined || !files.has(path)),
  );
}

/** The policy's own file to its own place, and the old one is kept: that is how it should be. */
function isSafeDeployment(gates: ScriptSubject['gates']): boolean {
  const kinds = gates.map(({ kind }) => kind);
  return kinds.includes('own') && (kinds.includes('backup') || kinds.includes('guarded'));
}

function milder(severity: Severity, limit: 'notice' | 'warning'): Severity {
  return atLeast(severity, limit) ? limit : severity;
}

/** Of what is said of one command on one target, the first explains the others that are no worse. */
function fold(
  drafts: readonly Draft[],
  toFinding: (draft: Draft) => { finding: Finding; identity: string },
): Judged['findings'] {
  const rank = ({ rule }: Draft) => scriptRules.indexOf(rule);
  const [first, ...others] = drafts.toSorted((one, other) => rank(one) - rank(other)).map(toFinding);
  const follows = others.filter(({ finding }) => atLeast(first!.finding.severity, finding.severity));
  if (follows.length > 0) first!.finding.folded = follows.map(({ finding }) => finding);
  return [first!, ...others.filter((each) => !follows.includes(each))];
}

function hostKey({ host }: Effect): string {
  return host.name === undefined ? host.kind : `${host.kind} ${host.name}`;
}
