import { plainLine } from '../reports/escape.ts';
import { paint, wrap } from '../reports/layout.ts';
import { plural, shortId } from '../reports/messages.ts';
import { labelled, MARGIN, sectionsText } from '../reports/page.ts';
import type { Ailment } from './index.ts';

/** What `holdfast doctor --json` prints. `branch` is null when it is not known. */
export type Diagnosis = {
  version: 1;
  commit: string;
  branch: string | null;
  findings: Ailment[];
  /** What could not be seen, in words. Nothing found is then no proof that the check is armed. */
  notLookedAt: { what: string; fix: string }[];
};

/** A diagnosis for people at a terminal, the answer last. */
export function diagnosisText(diagnosis: Diagnosis, color: boolean): string {
  const style = paint(color);
  const page = { width: 80 };
  const colors = { error: style.red, warning: style.yellow, notice: style.blue };
  const { commit, branch, findings, notLookedAt } = diagnosis;
  const sections = findings.map((one) => [
    ...labelled(page, colors[one.severity], one.severity, one.what, style.strong),
    ...wrap(plainLine(whereabouts(one)), page.width - MARGIN.length).map(
      (line) => MARGIN + style.quiet(line),
    ),
    ...labelled(page, style.quiet, 'why', one.why),
    ...labelled(page, style.quiet, 'fix', one.fix),
  ]);
  const unseen = notLookedAt.flatMap(({ what, fix }) => [
    ...labelled(page, style.yellow, 'unseen', what),
    ...labelled(page, style.quiet, 'fix', fix),
  ]);
  const title = plainLine(
    `Holdfast doctor  ${shortId(commit)}${branch === null ? '' : `  branch ${branch}`}`,
  );
  return sectionsText([[style.quiet(title)], ...sections, unseen, [style.strong(answer(diagnosis))]]);
}

function whereabouts({ path, line, column, id }: Ailment): string {
  if (path === undefined) return id;
  return `${path}${line === undefined ? '' : `:${line}:${column}`} · ${id}`;
}

function answer({ findings, notLookedAt }: Diagnosis): string {
  const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  const found = counts.length === 0 ? 'Nothing that disarms the check was found' : counts.join(', ');
  return notLookedAt.length === 0 ? `${found}.` : `${found}; not everything was looked at.`;
}
