import { excerptOf } from '../findings/excerpt.ts';
import type { Args, Finding, Severity } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { atLeast } from '../findings/order.ts';
import type { PolicyOrigin } from '../policy/policy.ts';
import type { Check, Report, Subject } from './check.ts';
import { foldFindings } from './fold.ts';
import { hiddenBy, hidesComments, showsLines } from './hidden.ts';
import { hiddenNames, numberedNames, withHiddenNames } from './hidden-names.ts';
import { declaredSeverity, keyPathOf } from './key-severity.ts';

/** Findings of one file that carry an excerpt; nobody reads more of them with their surroundings. */
const MOST_EXCERPTS = 20;

/** Runs the checks on one file: findings with severity, fingerprint and excerpt, consequences folded. */
export function runChecks(subject: Subject, checks: readonly Check[], origin: PolicyOrigin): Finding[] {
  const findings: Keyed[] = [];
  for (const check of checks) {
    for (const report of check.run(subject)) {
      const declared = declaredSeverity(subject, report);
      if (declared === 'off') continue;
      const severity = declared ?? severityOf(check, report, subject, origin);
      if (severity === undefined) continue;
      const finding = toFinding(check, report, severity, subject, findings.length);
      findings.push({ finding, id: idOf(subject, report), key: report.key });
    }
  }
  const keys = new Map(findings.map(({ finding, key }) => [finding, key]));
  return foldFindings(withoutRepeats(findings, checks), checks, (finding) => keys.get(finding));
}

/** The YAML document that a name begins with, and the path of the key, which checks may name otherwise. */
function idOf(subject: Subject, report: Report): string {
  const document = /^[\w#/.-]+:/.exec(report.key ?? '')?.[0];
  return JSON.stringify([document, keyPathOf(subject, report)?.segments ?? report.key]);
}

/**
 * A finding, and what is equal for findings about the same key however they write it. `key`: with the names that its
 * finding hides, for keys of several items may not be told apart without them.
 */
type Keyed = { finding: Finding; id: string; key: string | undefined };

/** Leaves out what only says that a key changed where another finding says more about the key. */
function withoutRepeats(findings: readonly Keyed[], checks: readonly Check[]): Finding[] {
  const yielding = new Set(checks.filter((check) => check.yields).map((check) => check.id));
  const said = new Map<string, Severity>();
  for (const { finding, id } of findings) {
    const known = said.get(id);
    if (yielding.has(finding.check) || (known !== undefined && atLeast(known, finding.severity))) continue;
    said.set(id, finding.severity);
  }
  return findings.flatMap(({ finding, id }) => {
    const other = yielding.has(finding.check) ? said.get(id) : undefined;
    return other !== undefined && atLeast(other, finding.severity) ? [] : [finding];
  });
}

/**
 * Files that nobody declared critical are judged more mildly: up to the check's own limit, never an error
 * where an owner has written a policy and left them out, and never for what a new file looks like.
 */
function severityOf(
  check: Check,
  report: Report,
  { selection, change }: Subject,
  origin: PolicyOrigin,
): Severity | undefined {
  const severity = report.severity ?? check.severity;
  if (selection.critical) return severity;
  if (check.uncritical === 'off') return undefined;
  const limit = atLeast(severity, check.uncritical) ? check.uncritical : severity;
  const declared = selection.rule !== 'default';
  const mild = !declared && (origin.kind !== 'defaults' || change.status === 'added');
  return mild && limit === 'error' ? 'warning' : limit;
}

function toFinding(
  check: Check,
  report: Report,
  severity: Severity,
  subject: Subject,
  index: number,
): Finding {
  const { path } = subject.change;
  const hide = hiddenNames(subject);
  const number = numberedNames(subject);
  const key = report.key === undefined ? undefined : hide(report.key);
  const facts = withHiddenNames(report.args, number) as Args;
  const finding: Finding = {
    check: check.id,
    severity,
    path,
    args: withHiddenNames(report.args, hide) as Args,
    fingerprint: fingerprint(check.id, path, report.key && number(report.key), facts),
  };
  if (key !== undefined) finding.key = key;
  if (subject.selection.service !== undefined) finding.service = subject.selection.service;
  if (report.side === 'before') finding.side = 'before';
  if (report.place === undefined) return finding;
  finding.line = report.place.line;
  finding.column = report.place.column;
  const document = report.side === 'before' ? subject.before : subject.after;
  if (severity === 'notice' || check.wholeFile || index >= MOST_EXCERPTS) return finding;
  if (document === undefined || !showsLines(subject.selection, document)) return finding;
  const { selection, before, after } = subject;
  const excerpt = excerptOf(document, report.place.line, {
    hides: hiddenBy(selection, before, after),
    comments: !hidesComments(selection, before, after),
  });
  if (excerpt !== undefined) finding.excerpt = excerpt;
  return finding;
}
