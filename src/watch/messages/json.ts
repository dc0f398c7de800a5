import type { Alert } from '../alert.ts';
import { KINDS } from '../alert.ts';
import type { Origin } from './words.ts';

/** An alert as data, for the log and for receivers that take JSON. */
export function alertJson(alert: Alert, { host, environment }: Origin) {
  const { path, key, service, kind, what, details, since, changed, until } = alert;
  return {
    status: until === null ? 'firing' : 'resolved',
    key,
    path,
    service,
    host,
    environment,
    kind,
    summary: what === '' ? KINDS[kind] : `${KINDS[kind]} (${what})`,
    details,
    since,
    changed,
    until,
  };
}
