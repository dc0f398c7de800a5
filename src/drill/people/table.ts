import { markdownCode, markdownText } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import { durationText } from './duration.ts';
import type { Times } from './times.ts';

/** One drill for people, with what its issue tells. */
export type PeopleDrill = Times & {
  /** Of the issue. */
  number: number;
  url: string;
  /** `2026-01-31T12:00:00Z` */
  opened: string;
  /** Nobody is expected to say more. */
  closed: boolean;
  service?: string;
};

const TITLES = ['Date', 'Drill', 'Service', 'Detected after', 'Restored after', 'By'];

/** The drills of one year as Markdown: a row for each, and the medians of those that were finished. */
export function yearTable(drills: readonly PeopleDrill[], year: string): string {
  const own = drills
    .filter(({ opened }) => opened.startsWith(`${year}-`))
    .sort((one, other) => Date.parse(one.opened) - Date.parse(other.opened) || one.number - other.number);
  const title = `## Drills of ${year}`;
  if (own.length === 0) return `${title}\n\nThere was none.\n`;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = [row(TITLES), row(TITLES.map(() => '---')), ...own.map((drill) => row(cellsOf(drill)))];
  return `${[title, '', ...rows, '', summary(own)].join('\n')}\n`;
}

function cellsOf(drill: PeopleDrill): string[] {
  const { number, url, opened, closed, service, detected, restored } = drill;
  const people = [detected, restored].flatMap((said) => said?.by ?? []);
  return [
    opened.slice(0, 10),
    `[${number}](${url})`,
    service === undefined ? '' : markdownText(service),
    detected ? durationText(detected.ms) : 'not said',
    restored ? durationText(restored.ms) : closed ? 'given up' : 'open',
    [...new Set(people)].map(markdownCode).join(', '),
  ];
}

function summary(drills: readonly PeopleDrill[]): string {
  const detected = drills.flatMap((drill) => drill.detected?.ms ?? []);
  const restored = drills.flatMap((drill) => drill.restored?.ms ?? []);
  const givenUp = drills.filter((drill) => drill.closed && !drill.restored).length;
  const open = drills.length - restored.length - givenUp;
  const rest = [givenUp > 0 ? `${givenUp} given up` : '', open > 0 ? `${open} open` : ''];
  const parts = [
    plural(drills.length, 'drill'),
    ...(detected.length > 0 ? [`median to detect ${durationText(median(detected))}`] : []),
    ...(restored.length > 0 ? [`median to restore ${durationText(median(restored))}`] : []),
    ...rest.filter((part) => part !== ''),
  ];
  return `${parts.join('; ')}.`;
}

/** Of an even number of them the mean of the two in the middle. */
function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
