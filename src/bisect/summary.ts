import { hiddenBy } from '../checks/hidden.ts';
import { hiddenNames } from '../checks/hidden-names.ts';
import { textOf } from '../documents/document.ts';
import { maskedLines } from '../findings/excerpt.ts';
import { showValue } from '../findings/show.ts';
import type { Path } from '../model/path.ts';
import type { Selection } from '../policy/policy.ts';
import { compareVersions } from '../subjects/compare.ts';
import { NO_QUESTIONS, toSubject } from '../subjects/subjects.ts';
import type { ChangeSummary, KeySummary, LineSummary } from '../verdict/decision.ts';
import { summarise } from '../verdict/summary.ts';
import type { Span } from './blocks.ts';
import type { FileUnits, Unit } from './units.ts';

/** A unit that is to blame, with both versions of its file. */
export type Culprit = Unit & { documents: FileUnits['documents'] };

/** Lines of one unit that are shown of each side. */
const MOST_LINES = 20;

/** The culprits file by file, as reports show changes: sensitive values masked. */
export async function culpritChanges(
  culprits: readonly Culprit[],
  select: (path: Path) => Selection,
): Promise<ChangeSummary[]> {
  const paths = [...new Set(culprits.map(({ path }) => path))];
  const changes: ChangeSummary[] = [];
  for (const path of paths) {
    const own = culprits.filter((culprit) => culprit.path === path);
    changes.push(await changeOf(path, own, select(path)));
  }
  return changes;
}

async function changeOf(
  path: Path,
  culprits: readonly Culprit[],
  selection: Selection,
): Promise<ChangeSummary> {
  const { good, bad } = culprits[0]!.documents;
  const status = good === undefined ? 'added' : bad === undefined ? 'removed' : 'modified';
  if (culprits.some(({ keys, lines }) => keys.length === 0 && lines === undefined)) {
    const versions = { ...(good && { before: good }), ...(bad && { after: bad }) };
    const compared = await compareVersions({ selection, change: { path, status } }, versions);
    return summarise(toSubject(compared, NO_QUESTIONS), true);
  }
  const { rule, critical, service } = selection;
  const keys = culprits.flatMap((culprit) => keySummaries(culprit, selection));
  const lines = culprits.flatMap((culprit) => lineSummaries(culprit, selection));
  return {
    path,
    status,
    rule,
    critical,
    ...(service !== undefined && { service }),
    ...(keys.length > 0 || lines.length === 0 ? { keys } : { lines }),
  };
}

function keySummaries({ keys, documents: { good, bad } }: Culprit, selection: Selection): KeySummary[] {
  const hides = hiddenBy(selection, good, bad);
  const hide = hiddenNames({ selection, ...(good && { before: good }), ...(bad && { after: bad }) });
  return keys.map(({ kind, name, key, document, segments, before, after }) => {
    const side = kind === 'removed' ? good : bad;
    const line = side?.kind === 'parsed' ? side.place(key, document)?.line : undefined;
    return {
      kind,
      key: hide(name),
      ...(line !== undefined && { line }),
      ...(before !== undefined && { before: showValue(before, segments, hides) }),
      ...(after !== undefined && { after: showValue(after, segments, hides) }),
    };
  });
}

function lineSummaries({ lines, documents: { good, bad } }: Culprit, selection: Selection): LineSummary[] {
  if (lines === undefined || selection.sensitive.length > 0) return [];
  return [...linesAt('-', lines.before, textOf(good)), ...linesAt('+', lines.after, textOf(bad))];
}

function linesAt(sign: LineSummary['sign'], { start, end }: Span, text: string | undefined): LineSummary[] {
  if (text === undefined) return [];
  const shown = maskedLines(text);
  const count = Math.min(MOST_LINES, end - start);
  return Array.from({ length: count }, (_, index) => ({
    sign,
    line: start + index + 1,
    text: shown(start + index),
  }));
}
