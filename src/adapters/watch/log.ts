import { visibleJson } from '../../reports/escape.ts';

/** One line of JSON on standard output; `event` is stable. */
export type Log = (level: 'info' | 'error' | 'alert' | 'resolved', event: string, more?: object) => void;

export function jsonLog(write: (text: string) => void): Log {
  return (level, event, more = {}) => {
    write(`${visibleJson(JSON.stringify({ time: new Date().toISOString(), level, event, ...more }))}\n`);
  };
}
