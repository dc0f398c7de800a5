import { createHash } from 'node:crypto';
import { groupBy } from '../eval/sets.ts';
import { wilson } from '../eval/statistics.ts';
import { table } from '../eval/table.ts';
import type { Placed } from './search.ts';

export type Found = Placed & { label: string; id: string; incident: string };

/** Accidents that change a file as a whole, as in `npm run eval`. */
const STRUCTURAL = ['replaced', 'emptied', 'deleted', 'wrong-env', 'reverted-stale', 'invalid-syntax'];

const GOALS = { first: 0.9, three: 0.99 };

/**
 * The half of an accident, by a hash of the commit that it is of: the reasons of the order were chosen while looking at one
 * half, so that the figures of the other one are the honest ones.
 */
export type Half = 'looked-at' | 'held-out';

export function halfOf(incident: string): Half {
  return (createHash('sha256').update(incident).digest()[0]! & 1) === 1 ? 'looked-at' : 'held-out';
}

/** First, in the first three, and where the others are: of all, and of each half. */
export function report(found: readonly Found[]): string {
  const halves = groupBy(found, ({ incident }) => halfOf(incident));
  const missed = found.filter(({ label, place }) => STRUCTURAL.includes(label) && place > 1);
  const lines = missed.map(
    ({ id, incident, label, place, of, why, before }) =>
      `${id} ${label} (${halfOf(incident)}): ${place} of ${of} (${why}), after ${before.map((reasons) => `(${reasons})`).join(' ')}`,
  );
  return `${placesOf(found)}
${halves.map(([half, members]) => `\nThe half that was ${half.replace('-', ' ')}:\n\n${placesOf(members)}\n`).join('')}
Goals for structural damage: first in ${GOALS.first * 100}%, in the first three in ${GOALS.three * 100}%.
Structural damage that is not first:${lines.length === 0 ? ' none' : `\n${lines.join('\n')}`}`;
}

function placesOf(found: readonly Found[]): string {
  const structural = found.filter(({ label }) => STRUCTURAL.includes(label));
  const rows = [
    row('structural damage', structural),
    ...groupBy(structural, ({ label }) => label).map(([label, cases]) => row(`  ${label}`, cases)),
    row(
      'keys lost',
      found.filter(({ label }) => label === 'key-lost'),
    ),
    row(
      'values',
      found.filter(({ label }) => label === 'value-wrong'),
    ),
  ];
  const head = ['', 'incidents', 'first', '95% Wilson', 'first three', '95% Wilson', 'median', 'worst'];
  return table(head, rows);
}

function row(name: string, cases: readonly Found[]): string[] {
  const places = cases.map(({ place }) => place).sort((one, other) => one - other);
  const within = (most: number) => places.filter((place) => place <= most).length;
  return [
    name,
    String(cases.length),
    share(within(1), cases.length),
    range(within(1), cases.length),
    share(within(3), cases.length),
    range(within(3), cases.length),
    String(places[places.length >> 1] ?? '-'),
    String(places.at(-1) ?? '-'),
  ];
}

function share(hits: number, total: number): string {
  return total === 0 ? '-' : `${((100 * hits) / total).toFixed(1)}%`;
}

function range(hits: number, total: number): string {
  const interval = wilson(hits, total);
  return interval === undefined ? '-' : interval.map((end) => `${(100 * end).toFixed(0)}%`).join('-');
}
