import type { Finding } from '../../findings/finding.ts';
import { SEVERITIES } from '../../findings/order.ts';
import { addTo } from '../../model/lists.ts';
import type { ChangeSummary, Decision, KeySummary } from '../../verdict/decision.ts';
import { isVerification } from '../headline.ts';
import { retentionText } from '../keys.ts';
import { plural } from '../messages.ts';
import { bounded, inChunks, leftOut } from './bounded.ts';
import type { Entry, Section } from './page.ts';
import { keyRow, lineRow, pairLines, type Told } from './rows.ts';
import { type Html, html } from './template.ts';

/** Characters of markup. */
const ROOM = 4_000_000;
const MOST_OPEN = 10;
const MOST_OPEN_ROWS = 60;
const MOST_ENTRIES = 200;

/** What the two sides of a difference are called, and what is said where there is nothing to show of either. */
type Sides = { name: string; before: string; after: string; withoutRows(change: ChangeSummary): string };

const COMMITS: Sides = { name: '', before: 'Before', after: 'After', withoutRows };
const HOST: Sides = {
  name: ' live',
  before: 'As it should be',
  after: 'On the host',
  withoutRows: withoutRowsOnHost,
};

/** Where the keys' findings stand: by path and key. */
export type ToldKeys = Map<string, Told>;

/** Every selected file with its difference side by side; files with findings first, and in their order. */
export function filesSection(
  decision: Decision,
  ids: readonly string[],
): { section: Section | undefined; entries: Entry[]; left: number } {
  const files = inOrder(decision);
  if (files.length === 0) return { section: undefined, entries: [], left: 0 };
  const told = toldKeys(decision.findings, ids);
  const found = findingsOf(decision.findings, ids);
  const sides = isVerification(decision) ? HOST : COMMITS;
  const list = bounded(files, ROOM, (change, index) =>
    fileBlock(change, {
      id: `d-${index + 1}`,
      findings: found.get(change.path) ?? [],
      told,
      open: index < MOST_OPEN,
      sides,
    }),
  );
  const left =
    list.left === 0
      ? undefined
      : `${plural(list.left, 'more file')} would make this page too large to open; holdfast --format json lists them all.`;
  const entries = files.slice(0, Math.min(list.shown.length, MOST_ENTRIES)).map((change, index) => {
    const findings = found.get(change.path) ?? [];
    return {
      href: `d-${index + 1}`,
      text: change.path,
      ...(findings.length === 0 ? {} : { mark: countMark(findings) }),
    };
  });
  const section = {
    id: 'files',
    title: 'Files',
    count: files.length,
    body: html`${inChunks(list.shown)}${leftOut(left)}`,
  };
  return { section, entries, left: files.length - entries.length };
}

function inOrder({ changes, findings }: Decision): ChangeSummary[] {
  const rank = new Map<string, number>();
  findings.forEach(({ path }, index) => {
    if (!rank.has(path)) rank.set(path, index);
  });
  const of = ({ path }: ChangeSummary) => rank.get(path) ?? findings.length;
  return [...changes].sort((one, other) => of(one) - of(other));
}

function findingsOf(findings: readonly Finding[], ids: readonly string[]): Map<string, Told[]> {
  const groups = new Map<string, Told[]>();
  for (const [index, finding] of findings.entries()) {
    const id = ids[index];
    if (id === undefined) continue;
    addTo(groups, finding.path, { id, severity: finding.severity, check: finding.check });
  }
  return groups;
}

/** A consequence is told by the finding that it is folded under. */
function toldKeys(findings: readonly Finding[], ids: readonly string[]): ToldKeys {
  const told: ToldKeys = new Map();
  for (const [index, finding] of findings.entries()) {
    const id = ids[index];
    if (id === undefined) continue;
    for (const { path, key, severity, check } of [finding, ...(finding.folded ?? [])]) {
      const name = JSON.stringify([path, key]);
      if (key !== undefined && !told.has(name)) told.set(name, { id, severity, check });
    }
  }
  return told;
}

type FileOptions = { id: string; findings: Told[]; told: ToldKeys; open: boolean; sides: Sides };

function fileBlock(change: ChangeSummary, { id, findings, told, open, sides }: FileOptions): Html {
  const { path, status, from, to, service, critical, keys = [], lines = [] } = change;
  const moved =
    from !== undefined
      ? html`<span>was <code>${from}</code></span>`
      : to !== undefined && html`<span>now <code>${to}</code></span>`;
  const kept = retentionText(change);
  const short = keys.length + lines.length <= MOST_OPEN_ROWS;
  return html`<details class="file" id="${id}"${open && short && html` open`}><summary><code class="path">${path}</code><span class="where"><span>${status}</span>${moved}${critical && html`<span class="tag">critical</span>`}${service !== undefined && html`<span>service ${service}</span>`}${counts(change)}${kept !== undefined && html`<span>${kept} kept</span>`}</span></summary>
<div class="body">${links(findings)}${difference(change, told, sides)}</div></details>
`;
}

/** How many keys or lines came, went and changed. */
export function counts({ keys, lines }: ChangeSummary): Html {
  const kinds =
    keys === undefined
      ? (lines ?? []).map(({ sign }) => (sign === '-' ? 'removed' : 'added'))
      : keys.map(({ kind }) => kind);
  const count = (...of: KeySummary['kind'][]) => kinds.filter((kind) => of.includes(kind)).length;
  const part = (name: string, sign: string, number: number) =>
    number > 0 &&
    html`<span class="${name}" title="${number} ${name}">${sign}${number}<span class="vh"> ${name}</span></span>`;
  return html`<span class="counts">${part('added', '+', count('added'))}${part('removed', '−', count('removed'))}${part('changed', '~', count('changed', 'retyped'))}</span>`;
}

function links(findings: readonly Told[]): Html {
  if (findings.length === 0) return html``;
  const shown = findings
    .slice(0, 10)
    .map(
      ({ id, severity, check }) =>
        html`<span class="sev ${severity}">${severity}</span> <a href="#${id}">${check}</a> `,
    );
  return html`<p class="links">Findings: ${shown}${findings.length > 10 && html`and ${findings.length - 10} more`}</p>`;
}

function countMark(findings: readonly Told[]): Html {
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity))!;
  const what = plural(findings.length, 'finding');
  return html`<span class="n ${worst}" title="${what}, worst: ${worst}">${findings.length}<span class="vh"> ${what}, worst: ${worst}</span></span>`;
}

/** Its keys before and after, side by side; lines where there are no keys; or why there is nothing to show. */
export function difference(change: ChangeSummary, told: ToldKeys, sides: Sides = COMMITS): Html {
  const { path, keys, lines, keysTotal = 0, linesTotal = 0 } = change;
  if (lines !== undefined && lines.length > 0) {
    const more = linesTotal - lines.length;
    return html`<table class="diff bylines${sides.name}"><caption class="vh">Lines that differ in ${path}</caption><thead><tr><th scope="col"><span class="vh">What</span></th><th scope="col"><span class="vh">Old line</span></th><th scope="col">${sides.before}</th><th scope="col"><span class="vh">New line</span></th><th scope="col">${sides.after}</th></tr></thead><tbody>
${pairLines(lines).map(lineRow)}</tbody></table>${leftOut(more > 0 ? `${plural(more, 'more line')} came or went; only the first are kept in a decision.` : undefined)}`;
  }
  if (keys === undefined || keys.length === 0) return html`<p class="quiet">${sides.withoutRows(change)}</p>`;
  const more = keysTotal - keys.length;
  const rows = keys.map((key) => keyRow(key, told.get(JSON.stringify([path, key.key]))));
  return html`<table class="diff${sides.name}"><caption class="vh">Keys that differ in ${path}</caption><thead><tr><th scope="col">What</th><th scope="col">Key</th><th scope="col">${sides.before}</th><th scope="col">${sides.after}</th></tr></thead><tbody>
${rows}</tbody></table>${leftOut(more > 0 ? `${plural(more, 'more key')} differ; only the first are kept in a decision.` : undefined)}`;
}

function withoutRows({ status, keys }: ChangeSummary): string {
  if (keys !== undefined) return 'No key differs: only comments, order or layout changed.';
  if (status === 'added') return 'The file is new.';
  if (status === 'removed' || status === 'renamed') return 'There is nothing at this path any more.';
  return 'It has no keys that could be compared, and no lines that may be shown.';
}

function withoutRowsOnHost({ status, keys }: ChangeSummary): string {
  if (status === 'added') return 'Nothing should be here.';
  if (status === 'removed') return 'There is nothing at this place.';
  return keys === undefined
    ? 'No key or line of it is shown; the finding says what differs.'
    : 'No key differs; the finding says what does.';
}
