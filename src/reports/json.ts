import type { Arg, Finding, NotLookedAt } from '../findings/finding.ts';
import type { EffectSummary, ScriptSummary } from '../scripts/summary.ts';
import type { Acknowledgement } from '../verdict/acknowledgement.ts';
import type { ChangeSummary, Decision, KeySummary } from '../verdict/decision.ts';
import { visibleJson } from './escape.ts';
import type { Report } from './report.ts';

/**
 * The decision as `decision.schema.json` describes it: fixed order of keys, two spaces, one newline at the
 * end; the same decision gives the same bytes. A path's bytes that are not UTF-8 stand as `\udc80`..`\udcff`
 * (Python's `surrogateescape` turns them back), and invisible characters as escapes.
 */
export const jsonReport: Report = (decision) =>
  `${visibleJson(JSON.stringify(published(decision), undefined, 2))}\n`;

/** The order of the keys is the order in which they are written here. */
function published(decision: Decision): object {
  const { counts } = decision;
  return {
    version: decision.version,
    verdict: decision.verdict,
    base: decision.base,
    head: decision.head,
    policy: decision.policy,
    failOn: decision.failOn,
    warnOnly: decision.warnOnly,
    counts: {
      errors: counts.errors,
      warnings: counts.warnings,
      notices: counts.notices,
      changed: counts.changed,
      critical: counts.critical,
    },
    findings: decision.findings.map(finding),
    changes: decision.changes.map(changeJson),
    notLookedAt: decision.notLookedAt.map(notLookedAt),
    verified: decision.verified,
    scripts: decision.scripts?.map(script),
    effects: decision.effects?.map(effect),
    acknowledged: decision.acknowledged?.map(acknowledgement),
  };
}

function finding(found: Finding): object {
  return {
    check: found.check,
    severity: found.severity,
    path: found.path,
    line: found.line,
    column: found.column,
    side: found.side,
    key: found.key,
    service: found.service,
    args: sorted(found.args),
    fingerprint: found.fingerprint,
    excerpt: found.excerpt && { first: found.excerpt.first, lines: found.excerpt.lines },
    folded: found.folded?.map(finding),
  };
}

/** One changed file, with its keys in a fixed order. */
export function changeJson(summary: ChangeSummary): object {
  return {
    path: summary.path,
    status: summary.status,
    from: summary.from,
    to: summary.to,
    service: summary.service,
    rule: summary.rule,
    critical: summary.critical,
    format: summary.format,
    keys: summary.keys?.map(key),
    keysTotal: summary.keysTotal,
    lines: summary.lines?.map(({ sign, line, text }) => ({ sign, line, text })),
    linesTotal: summary.linesTotal,
    keysKept: summary.keysKept,
    linesKept: summary.linesKept,
  };
}

function key(summary: KeySummary): object {
  return {
    kind: summary.kind,
    key: summary.key,
    line: summary.line,
    before: summary.before === undefined ? undefined : sorted(summary.before),
    after: summary.after === undefined ? undefined : sorted(summary.after),
  };
}

function notLookedAt(item: NotLookedAt): object {
  return {
    path: item.path,
    line: item.line,
    reason: item.reason,
    detail: item.detail,
    hint: item.hint,
    blocks: item.blocks,
  };
}

function script({ path, effects, critical }: ScriptSummary): object {
  return { path, effects, critical };
}

function effect(summary: EffectSummary): object {
  return {
    script: summary.script,
    line: summary.line,
    column: summary.column,
    command: summary.command,
    op: summary.op,
    targets: summary.targets,
    host: summary.host,
    surroundings: summary.surroundings,
    confidence: summary.confidence,
    guards: summary.guards,
    via: summary.via,
    backup: summary.backup,
    critical: summary.critical,
  };
}

function acknowledgement({ by, at, how, fingerprints, reason }: Acknowledgement): object {
  return { by, at, how, fingerprints, reason };
}

/** Equal values give equal text, in whatever order their keys were set. */
function sorted(arg: Arg): Arg {
  if (arg === null || typeof arg !== 'object') return arg;
  if (Array.isArray(arg)) return arg.map(sorted);
  return Object.fromEntries(
    Object.keys(arg)
      .sort()
      .map((name) => [name, sorted(arg[name]!)]),
  );
}
