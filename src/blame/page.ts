import { bounded, inChunks, leftOut } from '../reports/html/bounded.ts';
import { htmlPage, type Section } from '../reports/html/page.ts';
import { type Html, html } from '../reports/html/template.ts';
import { type TimelineMark, timeline } from '../reports/html/timeline.ts';
import { pageTop } from '../reports/html/verdict.ts';
import { plural, policySentence } from '../reports/messages.ts';
import type { Blame, Candidate, End, Further } from './candidate.ts';
import { candidateBlock, firstCandidate, idOf, subjectText } from './page-candidate.ts';
import { endText, lookedText, NO_CANDIDATE } from './told.ts';

/** Characters of markup. */
const ROOM = 8_000_000;

/** What changed, who did it, when, and how to undo it, as one HTML document. The same blame gives the same bytes. */
export function blamePage(blame: Blame): string {
  const { service, since, until, candidates, policy } = blame;
  const what = service ?? 'all critical files';
  return htmlPage({
    command: 'blame',
    title: `${candidates[0] === undefined ? 'No cause found' : subjectText(candidates[0])} - holdfast blame ${what}`,
    about: html`<span>${what}</span> <span>${endText(since)} → ${endText(until)}</span> <span>${policySentence(policy)}</span>`,
    top: top(blame),
    sections: [...when(blame), ...candidateSection(candidates), lookedSection(blame)],
    noun: 'candidate',
  });
}

function top(blame: Blame): Html {
  const { candidates, missing } = blame;
  const [first, ...others] = candidates;
  const unseen =
    missing.length > 0 &&
    html`<p><a href="#looked-at">Not everything was looked at</a>: ${missing[0]!.detail}${missing.length > 1 && ` And ${missing.length - 1} more.`}</p>`;
  if (first === undefined)
    return pageTop({
      verdict: 'inconclusive',
      word: 'No cause found',
      found: '',
      meaning: html`${NO_CANDIDATE}`,
      more: html`<p>${lookedText(blame.looked)}</p>${unseen}`,
    });
  return pageTop({
    verdict: 'fail',
    word: 'Likeliest cause',
    found: subjectText(first),
    meaning: html`The first of ${plural(candidates.length + blame.further.length, 'candidate')} by points, which are no proof.`,
    more: html`${firstCandidate(first)}${nextOnes(others)}${unseen}`,
  });
}

/** What to look at when the first one is not it. */
function nextOnes(others: readonly Candidate[]): Html {
  if (others.length === 0) return html``;
  const items = others
    .slice(0, 4)
    .map(
      (one, index) =>
        html`<li value="${index + 2}"><a href="#${idOf(index + 1)}">${subjectText(one)}</a> <span class="quiet">${points(one)}</span></li>`,
    );
  return html`<h2 class="do">If it is not that</h2><ol class="do">${items}</ol>`;
}

const points = ({ score }: Pick<Candidate, 'score'>) => `${Math.round(score)} points`;

function candidateSection(candidates: readonly Candidate[]): Section[] {
  if (candidates.length === 0) return [];
  const list = bounded(candidates, ROOM, candidateBlock);
  const left =
    list.left === 0
      ? undefined
      : `${plural(list.left, 'more candidate')} would make this page too large to open; holdfast blame --format json lists them all.`;
  return [
    {
      id: 'candidates',
      title: 'Candidates',
      count: candidates.length,
      body: html`${inChunks(list.shown)}${leftOut(left)}`,
    },
  ];
}

function when({ candidates, further, since, until }: Blame): Section[] {
  if (candidates.length === 0) return [];
  const best = Math.max(1, ...candidates.map(({ score }) => score));
  const marks = [
    ...candidates.map((one, index) => ({
      ...markOf({ ...one, outsidePlan: one.reasons.some(({ kind }) => kind === 'outside-plan') }, best),
      href: idOf(index),
    })),
    ...further.map((one) => markOf(one, best)),
    { kind: 'pass' as const, ...endMark(since) },
    { kind: 'failure' as const, ...endMark(until) },
  ];
  const body = timeline({
    title: 'What changed when, and how much it is suspected',
    scoreTitle: 'points, as a share of those of the likeliest',
    marks,
    words: { pass: since.name, failure: until.name },
  });
  return [{ id: 'timeline', title: 'Timeline', body }];
}

const endMark = ({ at, name }: End) => ({ at, label: name });

function markOf(one: Further, best: number): TimelineMark {
  const { kind, at, author, deployment, outsidePlan, score, id } = one;
  return {
    at,
    kind: kind === 'commit' ? 'commit' : deployment === null && outsidePlan ? 'drift' : 'deployment',
    label: subjectText(one),
    detail: [author, kind === 'commit' ? id.slice(0, 12) : id, points(one)]
      .filter((part) => part !== null)
      .join(' · '),
    score: score / best,
  };
}

function lookedSection({ looked, missing, policy, since, until }: Blame): Section {
  const rows: [string, string][] = [
    ['Range', `${endText(since)} → ${endText(until)}`],
    ['Looked at', lookedText(looked).replace('Looked at ', '')],
    ['Judged', `${plural(looked.judged, 'step')} read and judged by key`],
    ['Policy', policySentence(policy).replace(/^policy /, '')],
  ];
  const items = missing.map(
    ({ reason, detail, hint }) =>
      html`<li class="item"><p><span class="quiet">${reason}</span></p><p>${detail} ${hint}</p></li>
`,
  );
  const body = html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${missing.length > 0 && html`<h3>Not looked at <span class="n">${missing.length}</span></h3><ul class="plain">${items}</ul>`}`;
  return { id: 'looked-at', title: 'Looked at', body };
}
