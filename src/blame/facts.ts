import { announcesRemoval } from '../changes/announced.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import { atLeast } from '../findings/order.ts';
import { baseName } from '../model/path.ts';
import type { ChangeSummary, Decision } from '../verdict/decision.ts';
import type { Touch } from './rank.ts';
import { wordsOf } from './words.ts';

/** What a decision says about one service. */
export type Judged = {
  changes: ChangeSummary[];
  findings: Finding[];
  severity?: Severity;
  lost: number;
  /** The errors are removals and renames, and the commit's own message says that something goes or moves. */
  announced: boolean;
};

/** What these say of a file: nothing of it can be read any more. */
const UNREADABLE = ['syntax-error', 'conflict-marker', 'file-emptied'];
/** Errors by design, which are often meant. */
const REMOVALS = ['file-removed', 'file-renamed'];

/**
 * @param touchOf how near a path is to the service.
 * @param message what the commit says of itself.
 */
export function judgedFor(
  { changes, findings }: Pick<Decision, 'changes' | 'findings'>,
  service: string | undefined,
  touchOf: (path: string) => Touch | undefined,
  message: string,
): Judged {
  const isNear = (path: string) => ['own', 'related'].includes(touchOf(path) ?? '');
  const near = findings.filter((finding) => isNear(finding.path) || (service && finding.service === service));
  const own = changes.filter(({ path }) => isNear(path));
  const severity = near.reduce<Severity | undefined>(
    (worst, found) => (worst !== undefined && atLeast(worst, found.severity) ? worst : found.severity),
    undefined,
  );
  const unreadable = new Set(
    near
      .filter(({ check, severity }) => severity === 'error' && UNREADABLE.includes(check))
      .map(({ path }) => path),
  );
  return {
    changes: own,
    findings: near,
    ...(severity !== undefined && { severity }),
    lost: own
      .filter(({ path }) => touchOf(path) === 'own')
      .reduce((most, change) => Math.max(most, unreadable.has(change.path) ? 1 : lostOf(change)), 0),
    announced: isAnnounced(near, message),
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
