import { exposition } from '../verify/exposition.ts';
import type { Alert } from './alert.ts';

/** One sweep. Times are milliseconds; `ended` since 1970. */
export type Sweep = { files: number; took: number; ended: number; open: readonly Alert[] };

/** Files as they should be have no series of their own: there may be many, and none may be left out of a sum. */
export function watchMetrics({ files, took, ended, open }: Sweep): string {
  const drifted = open.flatMap(({ path, service }) =>
    path === null ? [] : [{ path, service: service ?? '' }],
  );
  const blind = open.filter(({ path }) => path === null);
  return exposition([
    {
      name: 'holdfast_config_drift',
      help: '1 for a critical file that is not what it should be.',
      samples: drifted.map((labels) => ({ labels, value: 1 })),
    },
    {
      name: 'holdfast_watch_drifted_files',
      help: 'How many critical files are not what they should be.',
      samples: [{ value: drifted.length }],
    },
    {
      name: 'holdfast_watch_impaired',
      help: '1 for what is wrong besides files: the store, the known good, the policy, a deployment that was interrupted.',
      samples: blind.map(({ kind }) => ({ labels: { about: kind }, value: 1 })),
    },
    {
      name: 'holdfast_watch_files',
      help: 'How many critical files the last sweep has compared.',
      samples: [{ value: files }],
    },
    {
      name: 'holdfast_last_sweep_timestamp_seconds',
      help: 'When the last sweep ended, in seconds since 1970.',
      samples: [{ value: ended / 1000 }],
    },
    {
      name: 'holdfast_last_sweep_duration_seconds',
      help: 'How long the last sweep took.',
      samples: [{ value: took / 1000 }],
    },
  ]);
}
