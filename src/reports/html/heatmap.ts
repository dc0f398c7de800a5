import type { Severity } from '../../findings/finding.ts';
import { atLeast } from '../../findings/order.ts';
import { grouped, plural } from '../messages.ts';
import { type Html, html } from './template.ts';

/** What became of an attempt, from what is missed to what is stopped; what could not be judged is stopped, too. */
const OUTCOMES = ['missed', 'notice', 'warning', 'unjudged', 'error'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How many attempts came out how; a cell without any was not tried. `href`: an element's id on the same page. */
export type HeatmapCell = { [outcome in Outcome]?: number } & { href?: string };

/**
 * A matrix to look at. `columns` may belong to groups, which stand over them and must follow one another. `title` and
 * `rowTitle` are for people; every row has as many cells as there are columns, `undefined` where nothing was tried.
 * `failOn`: the least severity that stops, `error` unless said.
 */
export type HeatmapData = {
  title: string;
  rowTitle: string;
  failOn?: Severity;
  columns: readonly { label: string; group?: string }[];
  rows: readonly { label: string; cells: readonly (HeatmapCell | undefined)[] }[];
};

const SIGNS: { readonly [outcome in Outcome]: string } = {
  missed: '×',
  notice: 'n',
  warning: 'w',
  unjudged: '?',
  error: 'e',
};
type Meanings = { readonly [outcome in Outcome]: string };

function meaningsOf(failOn: Severity): Meanings {
  const told = (severity: Severity) =>
    atLeast(severity, failOn) ? `${severity}: stopped` : `${severity} only`;
  return {
    missed: 'missed',
    notice: told('notice'),
    warning: told('warning'),
    unjudged: 'not judged: stopped',
    error: told('error'),
  };
}

/** A table whose cells are coloured by their weakest outcome, which a letter and a share say as well. */
export function heatmap({ title, rowTitle, columns, rows, failOn = 'error' }: HeatmapData): Html {
  const meanings = meaningsOf(failOn);
  const body = rows.map(
    ({
      label,
      cells,
    }) => html`<tr><th scope="row">${label}</th>${columns.map((_, index) => cell(cells[index], meanings))}</tr>
`,
  );
  return html`<p class="quiet">${title}</p><div class="scroll" role="group" tabindex="0" aria-label="${title}"><table class="heat"><caption class="vh">${title}</caption><thead>${groups(columns)}<tr><th scope="col">${rowTitle}</th>${columns.map(({ label }) => html`<th scope="col" class="turned"><span>${label}</span></th>`)}</tr></thead><tbody>
${body}</tbody></table></div>
${legend(rows, meanings)}`;
}

function groups(columns: HeatmapData['columns']): Html {
  if (columns.every(({ group }) => group === undefined)) return html``;
  const spans: { name: string | undefined; width: number }[] = [];
  for (const { group } of columns) {
    const last = spans.at(-1);
    if (last !== undefined && last.name === group) last.width += 1;
    else spans.push({ name: group, width: 1 });
  }
  const heads = spans.map(({ name, width }) =>
    name === undefined
      ? html`<td colspan="${width}"></td>`
      : html`<th scope="colgroup" colspan="${width}">${name}</th>`,
  );
  return html`<tr class="groups"><td></td>${heads}</tr>`;
}

function cell(of: HeatmapCell | undefined, meanings: Meanings): Html {
  const total = OUTCOMES.reduce((sum, outcome) => sum + (of?.[outcome] ?? 0), 0);
  const weakest = OUTCOMES.find((outcome) => (of?.[outcome] ?? 0) > 0);
  if (of === undefined || weakest === undefined)
    return html`<td class="untried"><span class="vh">not tried</span></td>`;
  const number = of[weakest]!;
  const share = total === 1 ? '' : number === total ? grouped(total) : `${grouped(number)}/${grouped(total)}`;
  const parts = OUTCOMES.filter((outcome) => (of[outcome] ?? 0) > 0);
  const said = `${plural(total, 'attempt')}: ${parts.map((outcome) => `${of[outcome]} ${meanings[outcome]}`).join(', ')}`;
  const text = html`<b aria-hidden="true">${SIGNS[weakest]}</b><span aria-hidden="true">${share}</span><span class="vh">${said}</span>`;
  return html`<td class="${weakest}" title="${said}">${of.href === undefined ? text : html`<a href="#${of.href}">${text}</a>`}</td>`;
}

function legend(rows: HeatmapData['rows'], meanings: Meanings): Html {
  const used = (outcome: Outcome) => rows.some(({ cells }) => cells.some((of) => (of?.[outcome] ?? 0) > 0));
  const items = OUTCOMES.filter((outcome) => outcome !== 'unjudged' || used(outcome)).map(
    (outcome) =>
      html`<li><span class="swatch ${outcome}" aria-hidden="true">${SIGNS[outcome]}</span> ${meanings[outcome]}</li>`,
  );
  return html`<ul class="legend">${items}<li><span class="swatch untried" aria-hidden="true"></span> not tried</li></ul>`;
}
