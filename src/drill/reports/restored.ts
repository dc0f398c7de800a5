import { pastedWord, withStop } from '../../checks/words.ts';
import { inert, markdownFence, markdownText, plainLine } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import { jsonText } from '../../reports/snapshots.ts';
import { columns, sizeText } from '../../reports/table.ts';
import type { StoredDrill } from '../../store/drills.ts';
import type { LookBack } from '../look-back.ts';

/**
 * A trial restore, what failing commands printed (masked), and the year that ends with it. `untried`: services of which
 * the known good has no file; `null` stands for files without a service. `note`: why nothing was run. `unread`: earlier
 * drills whose records cannot be read, which say nothing about this one; `place` is where they are on this host.
 */
export type Told = {
  drill: StoredDrill;
  outputs: readonly { service: string; output: string }[];
  year: LookBack;
  untried: readonly (string | null)[];
  unread: readonly { file: string; code: string; message: string; place: string }[];
  note?: string;
};

/** Every report of a trial restore, by the name that people type. */
export const restoreReports: { readonly [format: string]: (told: Told) => string } = {
  terminal: (told) =>
    inert(`${[...lines(told).map(plainLine), ...outputLines(told), '', ...yearTable(told)].join('\n')}\n`),
  markdown: (told) =>
    `${['# Restore drill', ...lines(told).map((line) => `- ${markdownText(line)}`), ...outputMarkdown(told), '', ...yearMarkdown(told)].join('\n')}\n`,
  json: ({ drill, year, untried, unread, note }) =>
    jsonText({
      version: 1,
      ...drill,
      untried: [...untried],
      ...(note !== undefined && { note }),
      ...(unread.length > 0 && { unread: unread.map(({ file, code }) => ({ file, code })) }),
      year,
    }),
};

const MOST_SHOWN = 20;

function lines({ drill, untried, unread, note }: Told): string[] {
  const from = `${plural(drill.snapshots.length, 'snapshot')} (${drill.snapshots.join(', ')})`;
  const what = drill.onlyService === null ? '' : ` of the service ${drill.onlyService}`;
  const more = drill.faults.length - MOST_SHOWN;
  return [
    `Restored the known good${what} from ${from} into a scratch directory.`,
    `${plural(drill.files, 'file')}, ${sizeText(drill.bytes)}, ${drill.faults.length === 0 ? `read again and compared in ${secondsOf(drill.ms)}: all are as they were saved` : `tried in ${secondsOf(drill.ms)}: ${plural(drill.faults.length, 'fault')}`}.`,
    ...drill.faults.slice(0, MOST_SHOWN),
    ...(more > 0 ? [`… and ${plural(more, 'more fault')}`] : []),
    ...drill.checks.map(
      ({ service, ms, fault }) => `check of ${service}: ${fault ?? 'passed'} (${secondsOf(ms)})`,
    ),
    ...untried.map(
      (service) =>
        `Nothing was tried of ${service ?? 'the files without a service'}: the known good holds no file of it.`,
    ),
    ...(note === undefined ? [] : [note]),
    ...unread
      .slice(0, MOST_SHOWN)
      .map(
        ({ file, message, place }) =>
          `${file} in the store cannot be read, and is not counted: ${withStop(message)} To take it away: rm ${pastedWord(place)}`,
      ),
    ...(unread.length > MOST_SHOWN
      ? [`… and ${unread.length - MOST_SHOWN} more: holdfast backup check lists them.`]
      : []),
    drill.ok ? 'It could be restored.' : 'It could not be restored as it should.',
  ];
}

function outputLines({ outputs }: Told): string[] {
  return printed(outputs).flatMap(({ service, last }) => [
    '',
    `${plainLine(service)} printed:`,
    ...last.map((line) => `  ${plainLine(line)}`),
  ]);
}

function outputMarkdown({ outputs }: Told): string[] {
  return printed(outputs).flatMap(({ service, last }) => [
    '',
    `${markdownText(service)} printed:`,
    '',
    markdownFence(last, ''),
  ]);
}

/** The last lines of what printed anything. */
function printed(outputs: Told['outputs']): { service: string; last: string[] }[] {
  return outputs
    .filter(({ output }) => output.trim() !== '')
    .map(({ service, output }) => ({ service, last: output.trimEnd().split('\n').slice(-MOST_SHOWN) }));
}

function secondsOf(ms: number | undefined): string {
  return ms === undefined ? '-' : `${(ms / 1000).toFixed(2)} s`;
}

function yearLine({ year }: Told): string {
  const fault = year.lastFault === undefined ? '' : `, the last fault on ${year.lastFault.slice(0, 10)}`;
  return `Twelve months: ${plural(year.drills, 'restore drill')}, ${year.whole} without a fault${fault}${year.median === undefined ? '' : `; median ${secondsOf(year.median)}`}.`;
}

const TITLES = ['Month', 'Drills', 'Without fault', 'Fastest', 'Slowest'];

function rows({ year }: Told): string[][] {
  return year.months.map(({ month, drills, whole, fastest, slowest }) => [
    month,
    String(drills),
    String(whole),
    secondsOf(fastest),
    secondsOf(slowest),
  ]);
}

function yearTable(told: Told): string[] {
  return [yearLine(told), ...columns(TITLES, rows(told))];
}

function yearMarkdown(told: Told): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [yearLine(told), '', row(TITLES), row(TITLES.map(() => '---')), ...rows(told).map(row)];
}
