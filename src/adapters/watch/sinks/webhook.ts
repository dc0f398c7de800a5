import { ok, type Result, refuse } from '../../../model/problem.ts';
import { webhookBody } from '../../../watch/messages/webhook.ts';
import { httpUrl, send, shownUrl } from '../http.ts';
import type { Sink, SinkOptions } from './sink.ts';

/** An incoming webhook of Slack, or whatever takes `{"text": …}`. */
export function openWebhook({ given, origin }: SinkOptions): Result<Sink> {
  const url = httpUrl(given);
  if (url === undefined) {
    return refuse({ code: 'usage', message: '--webhook is no http or https URL.', hint: 'Copy it whole.' });
  }
  return ok({
    id: 'webhook',
    shown: shownUrl(url),
    send: (alerts, _open, signal) => send(url, { body: webhookBody(alerts, origin), signal }),
  });
}
