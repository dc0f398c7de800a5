import { bounded, inChunks, leftOut } from '../../reports/html/bounded.ts';
import { commandBlock } from '../../reports/html/finding.ts';
import { heatmap } from '../../reports/html/heatmap.ts';
import { htmlPage, type Section } from '../../reports/html/page.ts';
import { type Html, html } from '../../reports/html/template.ts';
import { pageTop } from '../../reports/html/verdict.ts';
import { plural, policySentence, shortId } from '../../reports/messages.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drilled.ts';
import { matrixOf, NO_SERVICE } from './matrix.ts';
import { idsOf, survivorBlock } from './page-survivor.ts';
import { headlines, pasteText, scopeOf } from './words.ts';

/** Characters of markup. */
const ROOM = 5_000_000;
/** A longer block to paste stands in its own section alone. */
const MOST_AT_TOP = 16;
const VALUE: readonly Trial['group'][] = ['value'];

/** What would pass, with the rules to paste, and what was tried, as one HTML document; the same drill gives the same bytes. */
export function drillPage(drilled: Drilled): string {
  const { commit, policy } = drilled;
  const ids = idsOf(drilled);
  const word = wordOf(drilled);
  return htmlPage({
    command: 'drill',
    title: `${word} - holdfast drill`,
    about: html`<code>${shortId(commit)}</code> <span>${policySentence(policy)}</span>`,
    top: top(drilled, word),
    sections: [
      ...survivors(drilled, STRUCTURAL, { id: 'passes', title: 'Would pass' }, ids),
      ...paste(drilled, STRUCTURAL, { id: 'paste', title: 'To paste into the policy' }),
      ...matrix(drilled, STRUCTURAL, { id: 'matrix', title: 'Files and keys' }, ids),
      ...survivors(drilled, VALUE, { id: 'values', title: 'Values that would pass' }, ids),
      ...paste(drilled, VALUE, { id: 'paste-values', title: 'To paste for values' }),
      ...matrix(drilled, VALUE, { id: 'value-matrix', title: 'Values' }, ids),
      ...notDrilled(drilled),
      about(drilled),
    ],
    noun: 'error',
  });
}

const triedOf = ({ trials }: Drilled, groups: readonly Trial['group'][]) =>
  trials.filter(({ group }) => groups.includes(group)).length;

function wordOf(drilled: Drilled): string {
  const passed = survivorsOf(drilled, STRUCTURAL).length;
  if (triedOf(drilled, STRUCTURAL) === 0) return 'No structural error was tried';
  return passed === 0 ? 'None would pass' : `${passed} would pass`;
}

function top(drilled: Drilled, word: string): Html {
  const [passed, tried] = [survivorsOf(drilled, STRUCTURAL).length, triedOf(drilled, STRUCTURAL)];
  const open = drilled.notDrilled.length > 0 || tried === 0;
  const values =
    triedOf(drilled, VALUE) > 0 && html`<p class="quiet">Apart: ${headlines(drilled).at(-1)}</p>`;
  return pageTop({
    verdict: passed > 0 ? 'fail' : open ? 'inconclusive' : 'pass',
    word,
    found: tried === 0 ? '' : `of ${plural(tried, 'error')} that damage a file or a key`,
    meaning: html`${scopeOf(drilled)}`,
    more: html`${toDo(drilled, passed)}${values}`,
  });
}

function toDo(drilled: Drilled, passed: number): Html {
  const lines = pasteLines(drilled, STRUCTURAL);
  const items = [
    ...(lines.length === 0
      ? []
      : [
          html`<a href="#paste">Paste the rules that stop them into the policy</a>, or have it done: <code>holdfast drill --write-policy</code>${lines.length <= MOST_AT_TOP && commandBlock(lines)}`,
        ]),
    ...(passed === 0
      ? []
      : [
          html`<a href="#passes">Read ${plural(passed, 'error')} that would pass</a>: each with the rule that stops it, where there is one.`,
        ]),
    ...(drilled.notDrilled.length === 0
      ? []
      : [
          html`<a href="#not-drilled">Look at ${plural(drilled.notDrilled.length, 'critical file')} that could not be drilled</a>.`,
        ]),
  ];
  if (items.length === 0) return html``;
  return html`<h2 class="do">What to do</h2><ol class="do">${items.map((item) => html`<li>${item}</li>`)}</ol>`;
}

type Heading = Pick<Section, 'id' | 'title'>;

function survivors(
  drilled: Drilled,
  groups: readonly Trial['group'][],
  heading: Heading,
  ids: ReadonlyMap<Trial, string>,
): Section[] {
  const all = survivorsOf(drilled, groups);
  if (all.length === 0) return [];
  const list = bounded(all, ROOM, (trial, index) => survivorBlock(trial, ids.get(trial)!, index));
  const left =
    list.left === 0
      ? undefined
      : `${plural(list.left, 'more error')} would make this page too large to open; holdfast drill --format json lists them all.`;
  return [{ ...heading, count: all.length, body: html`${inChunks(list.shown)}${leftOut(left)}` }];
}

function pasteLines(drilled: Drilled, groups: readonly Trial['group'][]): string[] {
  const text = pasteText(drilled, groups);
  return text === '' ? [] : text.trimEnd().split('\n');
}

function paste(drilled: Drilled, groups: readonly Trial['group'][], heading: Heading): Section[] {
  const lines = pasteLines(drilled, groups);
  if (lines.length === 0) return [];
  const each =
    groups === VALUE
      ? ' Each also stops changes that are meant: only where a value must not change unseen.'
      : '';
  const body = html`<p>Added at the end of the lists of the same name; of several entries that select a file, all count.${each}</p>${commandBlock(lines)}`;
  return [{ ...heading, body }];
}

function matrix(
  { trials, failOn }: Drilled,
  groups: readonly Trial['group'][],
  heading: Heading,
  ids: ReadonlyMap<Trial, string>,
): Section[] {
  const { services, rows } = matrixOf(trials, groups);
  if (rows.length === 0) return [];
  const first = new Map<string, string>();
  for (const [{ operator, service = NO_SERVICE }, id] of ids) {
    const name = JSON.stringify([operator, service]);
    if (!first.has(name)) first.set(name, id);
  }
  const hrefOf = (operator: string, service: string) => {
    const href = first.get(JSON.stringify([operator, service]));
    return href === undefined ? {} : { href };
  };
  const body = heatmap({
    title:
      'What the check says of each error, by service; a cell shows the weakest, and leads to what passes',
    rowTitle: 'Service',
    failOn,
    columns: rows.map(({ operator }) => ({
      label: operator.title,
      ...(groups === VALUE ? {} : { group: operator.group === 'file' ? 'the whole file' : 'keys' }),
    })),
    rows: services.map((service, index) => ({
      label: service,
      cells: rows.map(
        ({ operator, cells }) => cells[index] && { ...cells[index], ...hrefOf(operator.id, service) },
      ),
    })),
  });
  return [{ ...heading, body }];
}

function notDrilled({ notDrilled: files }: Drilled): Section[] {
  if (files.length === 0) return [];
  const list = bounded(
    files,
    ROOM,
    ({ path, reason }) =>
      html`<li class="item"><p><code class="path">${path}</code> ${reason}</p></li>
`,
  );
  const left = list.left === 0 ? undefined : plural(list.left, 'more file');
  const body = html`<ul class="plain">${list.shown}</ul>${leftOut(left)}`;
  return [{ id: 'not-drilled', title: 'Not drilled', count: files.length, body }];
}

function about({ commit, policy, seed, files, failOn, trials, reused }: Drilled): Section {
  const rows: [string, Html][] = [
    ['Commit', html`<code>${commit}</code>, against itself and one error at a time`],
    ['Policy', html`${policySentence(policy).replace(/^policy /, '')}`],
    ['Fails on', html`${failOn}${failOn !== 'error' && ' and what is more severe'}`],
    ['Tried', html`${plural(trials.length, 'error')} in ${plural(files, 'critical file')}; seed ${seed}`],
    ...(reused === 0
      ? []
      : ([['Unchanged', html`${plural(reused, 'file')} since the last drill`]] as [string, Html][])),
    ['Data', html`<code>holdfast drill --format json</code>`],
  ];
  const body = html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  return { id: 'about', title: 'About this drill', body };
}
