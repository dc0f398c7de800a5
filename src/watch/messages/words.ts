import { plainLine } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import { type Alert, sentenceOf } from '../alert.ts';

/** Where alerts come from. */
export type Origin = { host: string; environment: string | null };

/** What is shown of one message to people; receivers that take data get all. */
const MOST_SHOWN = 10;
const MOST_DETAILS = 12;
const LONGEST_LINE = 300;

/** `web1 (production)`. */
export function originText({ host, environment }: Origin): string {
  return plainLine(environment === null ? host : `${host} (${environment})`);
}

/** `Holdfast on web1: 2 alerts, 1 resolved`. */
export function titleText(alerts: readonly Alert[], origin: Origin): string {
  const over = alerts.filter(({ until }) => until !== null).length;
  const firing = alerts.length - over;
  const parts = [...(firing > 0 ? [plural(firing, 'alert')] : []), ...(over > 0 ? [`${over} resolved`] : [])];
  return `Holdfast on ${originText(origin)}: ${parts.join(', ')}`;
}

/** One alert in plain lines, the first of them a sentence. Nothing is escaped for a medium yet. */
export function alertLines(alert: Alert): string[] {
  const { path, key, service, until, since, details } = alert;
  const about = service === null ? '' : ` [${service}]`;
  if (until !== null) {
    return [
      cut(
        plainLine(
          `Resolved: ${path ?? key}${about} is as it should be again, since ${time(until)}; it was not from ${time(since)} on`,
        ),
      ),
    ];
  }
  const shown = details.slice(0, MOST_DETAILS).map((line) => `    ${cut(plainLine(line))}`);
  const more = details.length - shown.length;
  return [
    cut(plainLine(`${sentenceOf(alert)}${about}, since ${time(since)}`)),
    ...shown,
    ...(more > 0 ? [`    … and ${plural(more, 'more line')}`] : []),
  ];
}

/** Several alerts for a person: the first ones, and how many more there are. */
export function messageLines(alerts: readonly Alert[]): string[] {
  const shown = alerts.slice(0, MOST_SHOWN);
  const more = alerts.length - shown.length;
  const lines = shown.flatMap((alert) => {
    const [first, ...rest] = alertLines(alert);
    return [`• ${first}`, ...rest];
  });
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])];
}

/** How what is wrong is put right; none for alerts about the watch itself. */
export function commandFor(alerts: readonly Alert[], { environment }: Origin): string | undefined {
  if (!alerts.some(({ path, until }) => path !== null && until === null)) return undefined;
  const where = environment === null ? '' : ` --environment ${environment}`;
  return plainLine(`holdfast restore --known-good${where} --dry-run`);
}

function time(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}

function cut(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}
