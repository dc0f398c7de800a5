import { isOnlyContent } from '../changes/drift.ts';
import type { Comparison } from './drift.ts';
import { exposition, type Metric } from './exposition.ts';

/** What a verification found out. `knownGood`: milliseconds since 1970 at which the snapshot of a service was made. */
export type Measured = {
  compared: Comparison;
  serviceOf(path: string): string;
  knownGood: readonly { service: string; at: number }[];
  inconclusive: boolean;
};

/** Files that get a series of their own, those that drifted first: every series costs whoever collects them. */
const MOST_SERIES = 1_000;

/** A verification as metrics. Without `measured` nothing could be judged. Times are milliseconds since 1970. */
export function verifyMetrics({
  measured,
  started,
  ended,
}: {
  measured: Measured | undefined;
  started: number;
  ended: number;
}): string {
  return exposition([
    ...(measured === undefined ? [] : driftMetrics(measured, ended)),
    {
      name: 'holdfast_verify_inconclusive',
      help: '1 when the last verification could not judge everything, or nothing at all.',
      samples: [{ value: Number(measured?.inconclusive ?? true) }],
    },
    {
      name: 'holdfast_last_verify_timestamp_seconds',
      help: 'When the last verification ended, whatever came out, in seconds since 1970.',
      samples: [{ value: ended / 1000 }],
    },
    {
      name: 'holdfast_verify_duration_seconds',
      help: 'How long the last verification took.',
      samples: [{ value: (ended - started) / 1000 }],
    },
  ]);
}

/**
 * What a comparison of live files says, for a verification and for a sweep.
 * @param now milliseconds since 1970.
 */
export function driftMetrics({ compared, serviceOf, knownGood }: Measured, now: number): Metric[] {
  const { drifted, intact, unknown } = compared;
  const labels = (path: string) => ({ service: serviceOf(path), path });
  return [
    {
      name: 'holdfast_config_drift',
      help: '1 for a critical file that is not what it should be, 0 for one that is, or that only rotated.',
      samples: [
        ...drifted.slice(0, MOST_SERIES).map(({ path, drift }) => ({
          labels: labels(path),
          value: Number(!(drift.rotating && isOnlyContent(drift))),
        })),
        ...intact
          .slice(0, Math.max(0, MOST_SERIES - drifted.length))
          .map((path) => ({ labels: labels(path), value: 0 })),
      ],
    },
    {
      name: 'holdfast_config_files',
      help: 'Critical files by what came out: as they should be, drifted, or places that could not be looked at.',
      samples: [
        { labels: { state: 'intact' }, value: intact.length },
        { labels: { state: 'drifted' }, value: drifted.length },
        { labels: { state: 'unknown' }, value: unknown.length },
      ],
    },
    {
      name: 'holdfast_known_good_age_seconds',
      help: 'The age of the known good of a service.',
      samples: knownGood.map(({ service, at }) => ({ labels: { service }, value: (now - at) / 1000 })),
    },
  ];
}
