import { parseTimestamp } from '../../cel/time.ts';
import { compareText } from '../../model/text.ts';
import { plural } from '../messages.ts';
import { clipped, type Html, html } from './template.ts';
import { stepsOf, timeLabel } from './time-axis.ts';

/** What a mark stands for; `pass` and `failure` are moments, drawn through the whole height. */
export type MarkKind = 'commit' | 'deployment' | 'drift' | 'pass' | 'failure';

/**
 * Something that happened. `at`: RFC 3339. `score`: how much it is suspected, 0..1, from which its height comes; those
 * without one stand at the bottom. `href`: an element's id on the same page.
 */
export type TimelineMark = {
  at: string;
  kind: MarkKind;
  label: string;
  detail?: string;
  score?: number;
  href?: string;
};

/**
 * Marks in any order. `title` is for people; `scoreTitle` says what height means; `words` what kinds are called here,
 * where that is something else than usually.
 */
export type TimelineData = {
  title: string;
  scoreTitle: string;
  marks: readonly TimelineMark[];
  words?: { readonly [kind in MarkKind]?: string };
};

type Placed = TimelineMark & { x: number; y: number; rank: number };

const WIDTH = 900;
const [LEFT, RIGHT, TOP, BOTTOM] = [16, 884, 34, 190];
const HEIGHT = 222;
/** So many of the highest marks get a number beside them. */
const RANKED = 5;
/** More marks are a band of ink; those with the lowest scores are left to the table. */
const MOST_DRAWN = 400;
const MOST_ROWS = 500;

const KINDS: { readonly [kind in MarkKind]: string } = {
  commit: 'commit',
  deployment: 'deployment',
  drift: 'drift',
  pass: 'last good',
  failure: 'first failure',
};

/** When what happened, and what of it is suspected most: a plot, and the same as a table with the most suspected first. */
export function timeline(data: TimelineData): Html {
  const ranked = [...data.marks].sort(
    (one, other) => (other.score ?? -1) - (one.score ?? -1) || compareText(one.at, other.at),
  );
  const timed = ranked.flatMap((mark, index) => {
    const ns = parseTimestamp(mark.at);
    return ns === undefined ? [] : [{ mark, index, time: Number(ns / 1_000_000n) }];
  });
  const moments = timed.filter(({ mark }) => isMoment(mark));
  const drawn = [...moments, ...timed.filter(({ mark }) => !isMoment(mark)).slice(0, MOST_DRAWN)];
  const without = data.marks.length - drawn.length;
  return html`${drawn.length > 0 && plot(data, drawn)}
${without > 0 && html`<p class="left">${plural(without, 'mark')} not drawn (without a time, or too many to see); the table lists them.</p>`}
${table(data, ranked)}`;
}

function plot(
  data: TimelineData,
  drawn: readonly { mark: TimelineMark; index: number; time: number }[],
): Html {
  const times = drawn.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(1, last - first);
  const xOf = (time: number) =>
    first === last ? WIDTH / 2 : LEFT + 8 + ((time - first) / span) * (RIGHT - LEFT - 16);
  const placed = drawn.map(
    ({ mark, index, time }): Placed => ({
      ...mark,
      rank: index + 1,
      x: short(xOf(time)),
      y: short(BOTTOM - clamp(mark.score) * (BOTTOM - TOP - 22)),
    }),
  );
  const ticks = stepsOf(first, last).map(
    (time) =>
      html`<line class="tick" x1="${short(xOf(time))}" x2="${short(xOf(time))}" y1="${BOTTOM}" y2="${BOTTOM + 5}"/><text class="axis" x="${short(xOf(time))}" y="${BOTTOM + 19}" text-anchor="${anchorAt(xOf(time))}">${timeLabel(time, span)}</text>`,
  );
  const said = `${plural(drawn.length, 'mark')} from ${drawn.find(({ time }) => time === first)!.mark.at} to ${drawn.find(({ time }) => time === last)!.mark.at}. Height is ${data.scoreTitle}. The table below says the same.`;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${data.title}"><svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="tl-t tl-d"><title id="tl-t">${data.title}</title><desc id="tl-d">${said}</desc>
<text class="axis" x="${LEFT}" y="12">${data.scoreTitle} ↑</text><line class="base" x1="${LEFT}" x2="${RIGHT}" y1="${BOTTOM}" y2="${BOTTOM}"/>${ticks}
${placed.filter(isMoment).map(moment)}${placed
  .filter((mark) => !isMoment(mark))
  .reverse()
  .map(stem)}</svg></div>
<ul class="legend">${Object.entries({ ...KINDS, ...data.words })
    .filter(([kind]) => placed.some((mark) => mark.kind === kind))
    .map(
      ([kind, word]) =>
        html`<li><svg class="swatch timeline" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">${sign(kind as MarkKind, 0, 0)}</svg> ${word}</li>`,
    )}</ul>`;
}

/** Labels at the edges stay inside of the drawing. */
function anchorAt(x: number): string {
  if (x < LEFT + 40) return 'start';
  return x > RIGHT - 40 ? 'end' : 'middle';
}

function isMoment({ kind }: Pick<TimelineMark, 'kind'>): boolean {
  return kind === 'pass' || kind === 'failure';
}

/** The label goes to the side on which there is room. */
function moment({ kind, label, x }: Placed): Html {
  const right = x < WIDTH / 2;
  return html`<g class="${kind}"><line x1="${x}" x2="${x}" y1="${TOP - 12}" y2="${BOTTOM}"/>${sign(kind, x, TOP - 12)}<text x="${right ? x + 10 : x - 10}" y="${TOP - 8}"${!right && html` text-anchor="end"`}>${clipped(label, 48)}</text></g>
`;
}

function stem({ kind, label, detail, score, rank, x, y }: Placed): Html {
  const top = score !== undefined && rank <= RANKED;
  const number = top && html`<text class="rank" x="${x}" y="${y - 10}" text-anchor="middle">${rank}</text>`;
  return html`<g class="${kind}${top && ' top'}"><title>${label}${detail !== undefined && `: ${detail}`}</title><line x1="${x}" x2="${x}" y1="${y}" y2="${BOTTOM}"/>${sign(kind, x, y)}${number}</g>
`;
}

/** Kinds differ by shape, not only by colour. */
function sign(kind: MarkKind, x: number, y: number): Html {
  if (kind === 'deployment') return html`<rect x="${x - 5}" y="${y - 5}" width="10" height="10"/>`;
  if (kind === 'drift') return html`<path d="M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z"/>`;
  if (kind === 'failure')
    return html`<path class="cross" d="M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}"/>`;
  if (kind === 'pass')
    return html`<path class="cross" d="M${x - 5} ${y}L${x - 1} ${y + 4}L${x + 5} ${y - 4}"/>`;
  return html`<circle cx="${x}" cy="${y}" r="5"/>`;
}

function table({ scoreTitle, words }: TimelineData, ranked: readonly TimelineMark[]): Html {
  const kinds = { ...KINDS, ...words };
  const rows = ranked.slice(0, MOST_ROWS).map(
    (
      { at, kind, label, detail, score, href },
      index,
    ) => html`<tr><td class="num">${score === undefined ? '' : index + 1}</td><td class="num">${score === undefined ? '' : score.toFixed(2)}</td><td>${at}</td><td>${kinds[kind]}</td><th scope="row">${href === undefined ? label : html`<a href="#${href}">${label}</a>`}</th><td>${detail}</td></tr>
`,
  );
  const more = ranked.length - MOST_ROWS;
  return html`<details class="sub"><summary>The same as a table</summary><table class="data stack"><thead><tr><th scope="col">Rank</th><th scope="col">${scoreTitle}</th><th scope="col">When</th><th scope="col">Kind</th><th scope="col">What</th><th scope="col">More</th></tr></thead><tbody>
${rows}</tbody></table>${more > 0 && html`<p class="left">${plural(more, 'more mark')} with lower scores.</p>`}</details>`;
}

function clamp(score = 0): number {
  return Math.min(1, Math.max(0, score));
}

function short(number: number): number {
  return Math.round(number * 10) / 10;
}
