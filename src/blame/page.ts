import { filesSection } from '../reports/html/files.ts';
import { commandBlock } from '../reports/html/finding.ts';
import { htmlPage, type Section } from '../reports/html/page.ts';
import { type Html, html } from '../reports/html/template.ts';
import { type TimelineMark, timeline } from '../reports/html/timeline.ts';
import { pageTop } from '../reports/html/verdict.ts';
import { plural } from '../reports/messages.ts';
import { nothingFound } from '../restore/show.ts';
import type { Blame, Candidate } from './candidate.ts';
import { endText, nameText, reasonText, whoText } from './show.ts';

/** What was found as one page: when it happened, and each candidate with its difference. The same input, the same bytes. */
export function blamePage(blame: Blame): string {
  const { service, since, until, candidates } = blame;
  const [first] = candidates;
  const whose = service ?? 'all critical files';
  const files = filesSection(
    { ...nothingFound([]), changes: first?.changes ?? [], findings: first?.findings ?? [] },
    [],
  );
  return htmlPage({
    command: 'blame',
    title: `${whose}: ${first?.subject ?? 'nothing found'} - holdfast blame`,
    about: html`<code>${endText(since)}</code> → <code>${endText(until)}</code>`,
    top: topOf(blame, first),
    sections: [
      ...(candidates.length === 0 ? [] : [timelineSection(blame), candidatesSection(candidates)]),
      ...(files.section === undefined ? [] : [{ ...files.section, title: 'What the first one changed' }]),
      lookedSection(blame),
    ],
  });
}

function topOf({ service }: Blame, first: Candidate | undefined): Html {
  if (first === undefined)
    return pageTop({
      verdict: 'inconclusive',
      word: 'NOTHING FOUND',
      found: 'That is no all-clear',
      meaning: html`Nothing that was looked at can be the cause.`,
    });
  return pageTop({
    verdict: 'fail',
    word: 'LIKELIEST',
    found: first.subject === '' ? '(no message)' : first.subject,
    meaning: html`${whoText(first)}, ${first.at}, ${nameText(first)}. What changed for ${service ?? 'all critical files'} since, the likeliest cause first.`,
    more: html`<h2 class="do">To undo it</h2>${commandBlock([first.undo])}`,
  });
}

function timelineSection({ since, until, candidates }: Blame): Section {
  const most = Math.max(1, ...candidates.map(({ score }) => score));
  const marks: TimelineMark[] = candidates.map((candidate, index) => ({
    at: candidate.at,
    kind: candidate.kind === 'commit' ? 'commit' : candidate.deployment === null ? 'drift' : 'deployment',
    label: candidate.subject === '' ? candidate.id.slice(0, 12) : candidate.subject,
    detail: candidate.reasons.flatMap(reasonText).join(' · '),
    score: Math.max(0, candidate.score) / most,
    href: idOf(index),
  }));
  const ends: TimelineMark[] = [
    { at: since.at, kind: 'pass', label: since.name },
    { at: until.at, kind: 'failure', label: until.name },
  ];
  const body = timeline({ title: 'When it changed', scoreTitle: 'suspected', marks: [...ends, ...marks] });
  return { id: 'when', title: 'When', body };
}

function candidatesSection(candidates: readonly Candidate[]): Section {
  const rows = candidates.map(
    (
      candidate,
      index,
    ) => html`<article class="finding" id="${idOf(index)}"><h3>${index + 1}. ${candidate.subject === '' ? '(no message)' : candidate.subject}</h3>
<p>${whoText(candidate)} · ${candidate.at} · ${nameText(candidate)}</p>
<p>${candidate.reasons.flatMap(reasonText).join(' · ')}</p>
<p><code>${candidate.paths.slice(0, 5).join(', ')}</code>${candidate.paths.length > 5 && ` and ${candidate.paths.length - 5} more`}</p>
${commandBlock([candidate.undo])}</article>
`,
  );
  return { id: 'candidates', title: 'Candidates', count: candidates.length, body: html`${rows}` };
}

function lookedSection({ looked, missing, policy }: Blame): Section {
  const unseen = missing.map(({ detail, hint }) => html`<li>${detail} ${hint}</li>`);
  const body = html`<p>${plural(looked.steps, 'commit')}: ${looked.own} touch the service, ${looked.related} its schemas, scripts or policy, ${looked.critical} other critical files, ${looked.other} other configuration, ${looked.none} no configuration; ${plural(looked.snapshots, 'change')} between backups. Read and judged: ${looked.judged}. Policy: <code>${policy}</code>.</p>
${unseen.length > 0 && html`<ul>${unseen}</ul>`}`;
  return { id: 'looked', title: 'What was looked at', body };
}

function idOf(index: number): string {
  return `c-${index + 1}`;
}
