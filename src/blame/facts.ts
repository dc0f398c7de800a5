import { announcesRemoval } from '../changes/announced.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { baseName } from '../model/path.ts';
import type { ChangeSummary, Decision } from '../verdict/decision.ts';
import { type Damage, worstDamage, worstSeverity } from './damage.ts';
import type { Touch } from './rank.ts';
import { wordsOf } from './words.ts';

/** What a decision says about one service. */
export type Judged = {
  changes: ChangeSummary[];
  findings: Finding[];
  /** The share of its keys or lines that the file lost which lost most. */
  lost: number;
};

/** What the findings of a step come to. */
export type Weighed = {
  severity?: Severity;
  damage?: Damage;
  /** The errors are removals and renames, and the commit's own message says that something goes or moves. */
  announced: boolean;
};

/** Errors by design, which are often meant. */
const REMOVALS = ['file-removed', 'file-renamed'];

/** @param touchOf how near a path is to the service. */
export function judgedFor(
  { changes, findings }: Pick<Decision, 'changes' | 'findings'>,
  service: string | undefined,
  touchOf: (path: string) => Touch | undefined,
): Judged {
  const isNear = (path: string) => ['own', 'related'].includes(touchOf(path) ?? '');
  const own = changes.filter(({ path }) => isNear(path));
  return {
    changes: own,
    findings: findings.filter((finding) => isNear(finding.path) || (service && finding.service === service)),
    lost: own
      .filter(({ path }) => touchOf(path) === 'own')
      .reduce((most, change) => Math.max(most, lostOf(change)), 0),
  };
}

/**
 * @param findings those that still count.
 * @param message what the commit says of itself.
 */
export function weigh(findings: readonly Finding[], message: string): Weighed {
  const [severity, damage] = [worstSeverity(findings), worstDamage(findings)];
  return {
    ...(severity !== undefined && { severity }),
    ...(damage !== undefined && { damage }),
    announced: isAnnounced(findings, message),
  };
}

function isAnnounced(findings: readonly Finding[], message: string): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || !errors.every(({ check }) => REMOVALS.includes(check))) return false;
  const names = errors.map(({ path }) => baseName(path).replace(/\.[^.]*$/, ''));
  return announcesRemoval([message], names) === true;
}

/** The share of a file that is gone: all of one that was removed and stands nowhere else. */
function lostOf({ status, to, keysKept, linesKept }: ChangeSummary): number {
  if (status === 'removed') return to === undefined ? 1 : 0;
  return 1 - (keysKept ?? linesKept ?? 1);
}

/** The words of what was changed: paths, keys and values as far as they are shown. */
export function wordsOfChanges(changes: readonly ChangeSummary[], texts: readonly string[]): Set<string> {
  const parts: string[] = [...texts];
  for (const { path, keys = [], lines = [] } of changes) {
    parts.push(path, ...lines.map(({ text }) => text));
    for (const { key, before, after } of keys) {
      parts.push(key);
      for (const value of [before, after])
        if (value !== undefined && value !== null) parts.push(JSON.stringify(value));
    }
  }
  return wordsOf(parts.join('\n'));
}
