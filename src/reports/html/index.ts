import type { Problem } from '../../model/problem.ts';
import type { Decision } from '../../verdict/decision.ts';
import { headline, isReview, policyOf, snapshotsOf } from '../headline.ts';
import { plural } from '../messages.ts';
import { effectsSection } from './effects.ts';
import { filesSection } from './files.ts';
import { findingIds, findingsSection } from './findings.ts';
import { htmlPage, type PageParts, type Section } from './page.ts';
import { html } from './template.ts';
import { acknowledgedSection, notLookedAtSection, policySection } from './unseen.ts';
import { problemTop, verdictTop } from './verdict.ts';

/**
 * `command`: what made the decision, `check` or `review` unless said. `docsUrl`: where the documentation stands; only
 * a plain https address becomes a link. `first`: sections of the command's own, before those of the decision.
 */
export type HtmlOptions = { command?: string; docsUrl?: string; first?: readonly Section[] };

/**
 * A decision as one HTML document that needs nothing else. The same decision gives the same bytes; what is left out
 * because of its size is told where it is missing.
 */
export function htmlReport(decision: Decision, options: HtmlOptions = {}): string {
  const { sections, entries } = decisionParts(decision, options.docsUrl);
  const command = options.command ?? (isReview(decision) ? 'review' : 'check');
  return htmlPage({
    command,
    title: `${headline(decision).replace('  ', ': ')} - holdfast ${command}`,
    about: aboutLine(decision),
    top: verdictTop(decision),
    sections: [...(options.first ?? []), ...sections],
    ...(entries === undefined ? {} : { entries }),
  });
}

/** The page for which there is no decision: nothing could be judged, and why. */
export function htmlProblem(problem: Problem, command: string): string {
  const title = `INCONCLUSIVE: nothing could be judged - holdfast ${command}`;
  return htmlPage({ command, title, about: html``, top: problemTop(problem), sections: [] });
}

function aboutLine(decision: Decision) {
  const ids = snapshotsOf(decision).map((id, index) => [index > 0 && ' → ', html`<code>${id}</code>`]);
  return html`${ids} <span>${policyOf(decision)}</span>`;
}

/** The sections of a decision, for pages that have more than these. */
function decisionParts(decision: Decision, docsUrl?: string): Pick<PageParts, 'sections' | 'entries'> {
  const ids = findingIds(decision.findings);
  const { section: findings, shown } = findingsSection(decision, ids, plainAddress(docsUrl));
  const linked = ids.slice(0, shown);
  const { section: files, entries, left } = filesSection(decision, linked);
  const byMark = new Map(linked.map((id, index) => [decision.findings[index]!.fingerprint, id]));
  const unseen = notLookedAtSection(decision);
  const blocked = decision.notLookedAt.some(({ blocks }) => blocks);
  const sections = [
    findings,
    ...(blocked ? [unseen, files] : [files, unseen]),
    acknowledgedSection(decision, (mark) => byMark.get(mark)),
    effectsSection(decision),
    policySection(decision),
  ].filter((section) => section !== undefined);
  if (entries.length === 0) return { sections };
  const more = left > 0 ? { more: `and ${plural(left, 'more file')}` } : {};
  return { sections, entries: { title: 'Files', items: entries, ...more } };
}

function plainAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https:\/\/[\w.:/~-]{1,200}$/.test(address) ? address : undefined;
}
