import { commentJson, markdownCode, markdownFence, markdownText } from '../../reports/escape.ts';
import { plural } from '../../reports/messages.ts';
import { type Alert, KINDS } from '../alert.ts';
import { alertLines, commandFor, type Origin, originText } from './words.ts';

/** GitHub refuses bodies above 65,536 characters. */
const MOST_LISTED = 50;
const LONGEST = 60_000;

/** The first line of the issue's body, by which it is found again. */
export function issueMarker({ host, environment }: Origin): string {
  return `<!-- holdfast-watch ${commentJson([host, environment])} -->`;
}

export function issueTitle(origin: Origin): string {
  return `Critical configuration has drifted on ${originText(origin)}`;
}

/** Everything that is wrong now. */
export function issueBody(open: readonly Alert[], origin: Origin): string {
  const shown = open.slice(0, MOST_LISTED);
  const command = commandFor(open, origin);
  const sections = shown.map(({ path, key, service, kind, what, since, details }) => {
    const name = path === null ? markdownText(key) : markdownCode(path);
    const about = [service === null ? '' : `service ${markdownText(service)}`, `since ${since}`];
    const words = markdownText(what === '' ? KINDS[kind] : `${KINDS[kind]} (${what})`);
    const fence = details.length === 0 ? '' : `\n\n${markdownFence(details, 'diff')}`;
    return `- ${name}: ${words} · ${about.filter((part) => part !== '').join(' · ')}${fence === '' ? '' : fence.replaceAll('\n', '\n  ')}`;
  });
  const kept: string[] = [];
  let length = 0;
  for (const section of sections) {
    length += section.length;
    if (length > LONGEST) break;
    kept.push(section);
  }
  const more = open.length - kept.length;
  return [
    issueMarker(origin),
    `**${plural(open.length, 'alert')}** on ${markdownText(originText(origin))}.`,
    '',
    ...kept,
    ...(more > 0 ? [`- … and ${more} more`] : []),
    '',
    ...(command === undefined ? [] : [`Look, then put it back on the host: ${markdownCode(command)}`, '']),
    'Holdfast keeps this issue up to date, and closes it when everything is as it should be again.',
  ].join('\n');
}

/** What has happened since, as a comment. */
export function issueComment(alerts: readonly Alert[]): string {
  const lines = alerts.slice(0, MOST_LISTED).map((alert) => `- ${markdownText(alertLines(alert)[0]!)}`);
  const more = alerts.length - lines.length;
  return [...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n');
}
