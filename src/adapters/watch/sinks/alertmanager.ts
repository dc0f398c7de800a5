import { ok, type Result, refuse } from '../../../model/problem.ts';
import { alertmanagerBody } from '../../../watch/messages/alertmanager.ts';
import { httpUrl, send, shownUrl } from '../http.ts';
import type { Sink, SinkOptions } from './sink.ts';

/** An alert that is not sent again ends by itself; several attempts fit into that time. */
const LIFE_MS = 300_000;
const REPEAT_MS = 60_000;

/** The Alertmanager of Prometheus, by the URL of its root. */
export function openAlertmanager({ given, origin }: SinkOptions): Result<Sink> {
  const url = httpUrl(given);
  if (url === undefined) {
    return refuse({
      code: 'usage',
      message: '--alertmanager is no http or https URL.',
      hint: 'Give its root, such as http://localhost:9093.',
    });
  }
  const target = new URL(url);
  target.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/api\/v2(\/alerts)?$/, '')}/api/v2/alerts`;
  return ok({
    id: 'alertmanager',
    shown: shownUrl(url),
    repeat: REPEAT_MS,
    send: (alerts, _open, signal) => {
      const endsAt = new Date(Date.now() + LIFE_MS).toISOString();
      return send(target, { body: alertmanagerBody(alerts, origin, endsAt), signal });
    },
  });
}
