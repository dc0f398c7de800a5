import type { Finding } from '../findings/finding.ts';
import { byPath } from '../reports/group.ts';
import { bounded, leftOut } from '../reports/html/bounded.ts';
import { counts, difference } from '../reports/html/files.ts';
import { commandBlock } from '../reports/html/finding.ts';
import { type Html, html } from '../reports/html/template.ts';
import { retentionText } from '../reports/keys.ts';
import { describe, plural, titleOf, whatInFile } from '../reports/messages.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { Candidate } from './candidate.ts';
import { byWorst, nameText, reasonText, whoText, whyText } from './told.ts';

/** Characters of markup that the files of one candidate may have. */
const ROOM = 600_000;
/** Keys of the likeliest candidate that are seen first. */
const MOST_FIRST = 6;
const MOST_OPEN = 3;
const MOST_FINDINGS = 30;
const MOST_PATHS = 20;

/** Where a candidate stands on the page, by its place from 0. */
export const idOf = (index: number) => `c-${index + 1}`;

export function subjectText({ subject }: Pick<Candidate, 'subject'>): string {
  return subject === '' ? '(no message)' : subject;
}

/** What is read first of all: what the likeliest candidate changed, who did it, when, and the command that undoes it. */
export function firstCandidate(candidate: Candidate): Html {
  const { changes, findings, undo, paths } = candidate;
  const [worst] = changes.toSorted(byWorst(findings));
  const rows: [string, Html][] = [
    ['What', whatLine(candidate, worst)],
    ['Who', html`<bdi>${whoText(candidate)}</bdi>`],
    ['When', html`${whenText(candidate)}`],
    ['Why', html`${whyText(candidate)}`],
  ];
  return html`${factList(rows)}
<h2 class="do">Undo</h2>${commandBlock([undo])}
${worst !== undefined && firstKeys(worst, changes.length)}${changes.length === 0 && paths.length > 0 && html`<p class="quiet">It was not read by key.</p>`}`;
}

function whatLine({ findings, paths }: Candidate, worst: ChangeSummary | undefined): Html {
  if (worst === undefined) return pathList(paths);
  const said = titlesOf(byPath(findings).get(worst.path) ?? []);
  const more = paths.length - 1;
  return html`<code class="path">${worst.path}</code> ${worst.status}${more > 0 && `, and ${plural(more, 'more file')}`}${said !== '' && html`: <b>${said}</b>`}`;
}

function titlesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ check, severity }) => `${titleOf(check)} (${severity})`))].join(', ');
}

function firstKeys(change: ChangeSummary, files: number): Html {
  const { keys, lines } = change;
  const shown: ChangeSummary = {
    ...change,
    ...(keys && { keys: keys.slice(0, MOST_FIRST), keysTotal: 0 }),
    ...(lines && { lines: lines.slice(0, MOST_FIRST), linesTotal: 0 }),
  };
  const all =
    keys === undefined ? (change.linesTotal ?? lines?.length ?? 0) : (change.keysTotal ?? keys.length);
  const rest = all > MOST_FIRST || files > 1;
  return html`<h2 class="do">What changed in <code>${change.path}</code></h2>${difference(shown, new Map())}${rest && html`<p class="left"><a href="#${idOf(0)}">All of it</a>: ${plural(all, keys === undefined ? 'line' : 'key')}${files > 1 && `, and ${plural(files - 1, 'more file')}`}</p>`}`;
}

/** One candidate, folded: what it is; inside of it why it is suspected, how to undo it, and each file by key. */
export function candidateBlock(candidate: Candidate, index: number): Html {
  const { id, others, inner, undo } = candidate;
  const rows: [string, Html][] = [
    ['Who', html`<bdi>${whoText(candidate)}</bdi>`],
    ['When', html`${whenText(candidate)}`],
    ['Id', html`<code>${id}</code>`],
    ['Undo', commandBlock([undo])],
    ...(inner.length === 0 ? [] : ([['Brought', innerList(candidate)]] as [string, Html][])),
    ...(others === 0
      ? []
      : ([['Also', html`${plural(others, 'file')} of other things`]] as [string, Html][])),
  ];
  return html`<details class="f candidate" id="${idOf(index)}"${index < MOST_OPEN && html` open`}><summary><span class="rank">${index + 1}</span><span class="what">${subjectText(candidate)}</span><span class="where"><bdi>${whoText(candidate)}</bdi><span>${candidate.at.slice(0, 16).replace('T', ' ')} UTC</span><span>${Math.round(candidate.score)} points</span></span></summary>
<div class="body">${factList(rows)}
${reasonTable(candidate)}${fileParts(candidate)}</div></details>
`;
}

function factList(rows: readonly [string, Html][]): Html {
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function whenText(candidate: Candidate): string {
  return `${candidate.at.slice(0, 16).replace('T', ' ')} UTC · ${nameText(candidate)}`;
}

function innerList({ inner }: Candidate): Html {
  const items = inner
    .slice(0, MOST_PATHS)
    .map(
      ({ id, author, subject }) =>
        html`<li><code>${id.slice(0, 12)}</code> ${subject} <span class="quiet"><bdi>${author}</bdi></span></li>`,
    );
  const more = inner.length - MOST_PATHS;
  return html`<ul>${items}${more > 0 && html`<li>and ${plural(more, 'more commit')}</li>`}</ul>`;
}

/** Every reason with what it is worth; they add up to the points. */
function reasonTable({ reasons, score }: Candidate): Html {
  const rows = reasons.map(
    (reason) =>
      html`<tr><td class="num">${signed(reason.points)}</td><td>${reasonText(reason).join('') || reason.kind}</td></tr>`,
  );
  return html`<details class="sub"><summary>Why: ${whyText({ reasons })}</summary><table class="data"><thead><tr><th scope="col">Points</th><th scope="col">Reason</th></tr></thead><tbody>${rows}<tr><td class="num"><b>${signed(score)}</b></td><td><b>in all</b></td></tr></tbody></table></details>
`;
}

function signed(points: number): string {
  const rounded = points.toFixed(1);
  return points < 0 ? rounded.replace('-', '−') : rounded;
}

function fileParts(candidate: Candidate): Html {
  const { changes, findings, paths, id, kind } = candidate;
  if (changes.length === 0) return html`<p class="quiet">Known by its paths only:</p>${pathList(paths)}`;
  const before = kind === 'commit' ? `${id.slice(0, 12)}^` : id;
  const own = byPath(findings);
  const list = bounded(changes.toSorted(byWorst(findings)), ROOM, (change) =>
    filePart(change, own.get(change.path) ?? [], before),
  );
  const left =
    list.left === 0
      ? undefined
      : `${plural(list.left, 'more file')}; holdfast blame --format json lists them all.`;
  return html`${list.shown}${leftOut(left)}`;
}

function filePart(change: ChangeSummary, findings: readonly Finding[], before: string): Html {
  const { path, status, service, critical, from, to } = change;
  const kept = retentionText(change);
  const said = findings
    .slice(0, MOST_FINDINGS)
    .map(
      (finding) =>
        html`<li><span class="sev ${finding.severity}">${finding.severity}</span> ${whatInFile(finding, before)} <span class="quiet">${describe(finding, before).why}</span></li>`,
    );
  const more = findings.length - MOST_FINDINGS;
  return html`<div class="part"><p class="where"><code class="path">${path}</code><span>${status}</span>${from !== undefined && html`<span>was <code>${from}</code></span>`}${to !== undefined && html`<span>now <code>${to}</code></span>`}${critical && html`<span class="tag">critical</span>`}${service !== undefined && html`<span>service ${service}</span>`}${counts(change)}${kept !== undefined && html`<span>${kept} kept</span>`}</p>
${said.length > 0 && html`<ul class="said">${said}${more > 0 && html`<li>and ${plural(more, 'more finding')}</li>`}</ul>`}${difference(change, new Map())}</div>
`;
}

function pathList(paths: readonly string[]): Html {
  const more = paths.length - MOST_PATHS;
  return html`${paths.slice(0, MOST_PATHS).map((path, index) => [index > 0 && ', ', html`<code class="path">${path}</code>`])}${more > 0 && `, and ${plural(more, 'more file')}`}`;
}
