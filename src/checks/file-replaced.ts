import type { KeyChange } from '../diff/difference.ts';
import { keptAnywhere } from '../diff/moved.ts';
import type { Document } from '../documents/document.ts';
import type { Args } from '../findings/finding.ts';
import { isObject } from '../model/json.ts';
import type { Check, Report, Subject } from './check.ts';
import { OF_OTHER_CONTENT } from './consequences.ts';
import { THRESHOLDS } from './thresholds.ts';
import { list, percent, putBack, serviceOf } from './words.ts';

export const fileReplaced: Check = {
  id: 'file-replaced',
  wholeFile: true,
  severity: 'error',
  uncritical: 'warning',
  folds: OF_OTHER_CONTENT,
  summary: "A file keeps little of what it held: it is another file's content",
  help: 'Measured as retention, the share of the **old** file that is kept; growth never counts against a change. Error: less than 30% of the old keys are left, or less than half of the keys and of the lines; for text without keys, less than 40% of the lines. Warning: less than half of the keys, less than half of the size, half of the top-level keys gone, or all keys there with hardly one value kept. The new file may be perfectly valid: that is the point.',
  configure:
    'A planned rewrite is acknowledged by a person, not by an option. Encrypted files are exempt: all of their lines change with every edit.',
  run(subject) {
    const { before, after, change } = subject;
    if (before === undefined || after === undefined) return [];
    if (before.kind === 'opaque' && before.reason !== 'template') return [];
    if (after.kind === 'opaque' && after.reason !== 'template') return [];
    const content = { content: change.after?.id.slice(0, 12) ?? '' };
    const found = subject.difference === undefined ? byLines(subject) : byKeys(subject, before, after);
    return found.map((report) => ({
      place: { line: 1, column: 1 },
      ...report,
      args: { ...report.args, ...content },
    }));
  },
  message(finding, base) {
    const { how, keysKept, keysBefore, linesKept, gone, goneTotal } = finding.args;
    const keys = `${percent(Number(keysKept))} of its ${Number(keysBefore)} keys`;
    const lines = linesKept === undefined ? '' : `${percent(Number(linesKept))} of its lines`;
    const lost = Array.isArray(gone) && gone.length > 0 ? ` Gone: ${list(gone, Number(goneTotal))}.` : '';
    const what: Record<string, string> = {
      keys: `${finding.path} keeps ${keys}${lines === '' ? '' : ` and ${lines}`}: it is replaced.${lost}`,
      lines: `${finding.path} keeps ${lines}: it is replaced.`,
      moved: `${finding.path} keeps ${keys} where they were; most of its values stand below other keys now.${lost}`,
      doubtful: `${finding.path} keeps ${keys}${lines === '' ? '' : ` and ${lines}`}.${lost}`,
      shrunk: `${finding.path} shrinks to ${percent(Number(finding.args.size))} of its size.${lost}`,
      sections: `${finding.path} loses ${Number(goneTotal)} of its ${Number(finding.args.sections)} top-level keys: ${list(Array.isArray(gone) ? gone : [], Number(goneTotal))}.`,
      values: `${finding.path} has most of its keys, but only ${percent(Number(finding.args.valuesKept))} of its ${Number(keysBefore)} values.`,
    };
    return {
      what: what[String(how)]!,
      why: `${serviceOf(finding.service)} gets another configuration, which may well be valid: no schema or syntax check sees it.`,
      fix: `Find what wrote it (a copy between environments, a generator, a wrong merge) and put the old one back: ${putBack(base, finding.path)}. If the rewrite is meant, have it reviewed against the list of changed keys.`,
    };
  },
};

/** Text, templates, and files of which one side cannot be parsed. */
function byLines({ lines, before, after }: Subject): Report[] {
  // A file that breaks is told as that, and one that is repaired may change as much as it needs.
  if (lines === undefined || (before?.kind === 'broken') !== (after?.kind === 'broken')) return [];
  if (lines.before < THRESHOLDS.leastLines || lines.share >= THRESHOLDS.linesReplaced) return [];
  return [{ args: { how: 'lines', linesKept: round(lines.share) } }];
}

function byKeys({ difference, lines }: Subject, before: Document, after: Document): Report[] {
  if (difference === undefined || difference.keys.before < THRESHOLDS.leastKeys) return [];
  const { keys, values, topLevel } = difference;
  /** A file on one line has no line that is kept after an ordinary edit. */
  const linesShare = lines === undefined || lines.before < THRESHOLDS.leastLines ? undefined : lines.share;
  const gone = difference.changes.filter((change) => change.kind === 'removed').map((change) => change.name);
  const args: Args = {
    keysBefore: keys.before,
    keysKept: round(keys.share),
    ...(linesShare === undefined ? {} : { linesKept: round(linesShare) }),
    gone: gone.slice(0, 10),
    goneTotal: gone.length,
  };
  if (keys.share < THRESHOLDS.keysDoubtful && isWrapped(difference.changes) && isMoved(before, after)) {
    return [{ severity: 'warning', args: { how: 'moved', ...args } }];
  }
  const otherLarge = keys.before >= THRESHOLDS.largeKeys && values.share < THRESHOLDS.valuesReplaced;
  if (keys.share < THRESHOLDS.keysReplaced) return [{ args: { how: 'keys', ...args } }];
  if (keys.share < THRESHOLDS.keysDoubtful) {
    const certain = otherLarge || (linesShare !== undefined && linesShare < THRESHOLDS.linesDoubtful);
    return certain
      ? [{ args: { how: 'keys', ...args } }]
      : [{ severity: 'warning', args: { how: 'doubtful', ...args } }];
  }
  const size = share(before, after);
  if (size < 0.5) return [{ severity: 'warning', args: { how: 'shrunk', size: round(size), ...args } }];
  if (topLevel.before >= 2 && topLevel.gone.length * 2 >= topLevel.before) {
    const sections = {
      sections: topLevel.before,
      gone: topLevel.gone.slice(0, 10),
      goneTotal: topLevel.gone.length,
    };
    return [{ severity: 'warning', args: { how: 'sections', ...args, ...sections } }];
  }
  const otherValues =
    values.before >= THRESHOLDS.leastValues &&
    values.share < THRESHOLDS.valuesDoubtful &&
    (linesShare ?? 0) < THRESHOLDS.linesDoubtful;
  return otherLarge || otherValues
    ? [{ severity: 'warning', args: { how: 'values', valuesKept: round(values.share), ...args } }]
    : [];
}

/** A key that is gone stands right below a new one: `auth:` became `services.auth:`. */
function isWrapped(changes: readonly KeyChange[]): boolean {
  const gone = new Set(
    changes.flatMap(({ kind, segments }) => (kind === 'removed' ? (segments.at(-1) ?? []) : [])),
  );
  return changes.some(
    ({ kind, after }) =>
      kind === 'added' && isObject(after) && Object.keys(after).some((name) => gone.has(name)),
  );
}

/** Most of the content is still there, below other keys. */
function isMoved(before: Document, after: Document): boolean {
  if (before.kind !== 'parsed' || after.kind !== 'parsed') return false;
  return keptAnywhere(before, after).share >= THRESHOLDS.movedShare;
}

function share(before: Document, after: Document): number {
  return before.text === undefined || before.text.length === 0
    ? 1
    : (after.text ?? '').length / before.text.length;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
