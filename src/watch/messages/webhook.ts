import type { Alert } from '../alert.ts';
import { alertJson } from './json.ts';
import { commandFor, messageLines, type Origin, titleText } from './words.ts';

/**
 * The body for an incoming webhook of Slack, and of whatever takes the same: `text` is what people read, `alerts` is
 * for programs. https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function webhookBody(alerts: readonly Alert[], origin: Origin): string {
  const command = commandFor(alerts, origin);
  const lines = [
    titleText(alerts, origin),
    ...messageLines(alerts),
    ...(command === undefined ? [] : [`Look, then put it back: ${command}`]),
  ];
  return JSON.stringify({
    text: lines.map(escapeSlack).join('\n'),
    alerts: alerts.map((alert) => alertJson(alert, origin)),
  });
}

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
