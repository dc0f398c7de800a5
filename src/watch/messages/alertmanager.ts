import { visible } from '../../reports/escape.ts';
import { type Alert, KINDS, sentenceOf } from '../alert.ts';
import { commandFor, type Origin } from './words.ts';

/**
 * The body of `POST /api/v2/alerts`. Labels tell alerts apart, so that nothing that changes is in them; without
 * `endsAt` in time an alert ends by itself.
 * https://prometheus.io/docs/alerting/latest/alerts_api/
 * @param endsAt of alerts that are not over, `2026-01-31T12:00:00.000Z`.
 */
export function alertmanagerBody(alerts: readonly Alert[], origin: Origin, endsAt: string): string {
  return JSON.stringify(
    alerts.map((alert) => {
      const { key, path, service, kind, since, until, details } = alert;
      const command = commandFor([alert], origin);
      return {
        labels: {
          alertname: path === null ? 'HoldfastWatch' : 'HoldfastConfigDrift',
          severity: 'critical',
          host: origin.host,
          ...(origin.environment === null ? {} : { environment: origin.environment }),
          ...(path === null ? { about: key } : { path: visible(path) }),
          ...(service === null ? {} : { service }),
        },
        annotations: {
          summary: visible(sentenceOf(alert)),
          kind: KINDS[kind],
          ...(details.length === 0 ? {} : { description: details.map(visible).join('\n') }),
          ...(command === undefined ? {} : { command }),
        },
        startsAt: since,
        endsAt: until ?? endsAt,
      };
    }),
  );
}
