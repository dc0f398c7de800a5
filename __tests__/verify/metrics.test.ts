import { describe, expect, test } from '@jest/globals';
import type { Drift } from '../../src/changes/drift.ts';
import { exposition } from '../../src/verify/exposition.ts';
import { type Measured, verifyMetrics } from '../../src/verify/metrics.ts';

const drift: Drift = {
  against: { kind: 'known-good' },
  good: 'file',
  live: 'file',
  content: true,
  emptied: false,
  rotating: false,
};

function measured(parts: Partial<Measured['compared']>, more: Partial<Measured> = {}): Measured {
  return {
    compared: { drifted: [], intact: [], unknown: [], ...parts },
    serviceOf: () => 'auth',
    knownGood: [],
    inconclusive: false,
    ...more,
  };
}

const at = { started: 1_000, ended: 3_500 };

/** The samples of one metric. */
function samplesOf(text: string, name: string): string[] {
  return text.split('\n').filter((line) => line.startsWith(name));
}

describe('the text format', () => {
  test('has help, type and samples of each metric, and ends with a line break', () => {
    const samples = [{ labels: { service: 'auth', path: '/etc/a' }, value: 1 }, { value: 0.5 }];
    expect(exposition([{ name: 'drift', help: 'a\\b\nc', samples }])).toBe(
      '# HELP drift a\\\\b\\nc\n# TYPE drift gauge\ndrift{service="auth",path="/etc/a"} 1\ndrift 0.5\n',
    );
  });

  test('escapes what would end a label, and is UTF-8 whatever a path is', () => {
    const path = 'a\\b"c\nd\udcff\ud800é';
    const text = exposition([{ name: 'm', help: '', samples: [{ labels: { path }, value: 1 }] }]);
    expect(text.split('\n')[2]).toBe('m{path="a\\\\b\\"c\\nd\\\\xff\ufffdé"} 1');
    expect(text.isWellFormed()).toBe(true);
  });

  test('never has a series twice', () => {
    const samples = [0, 1, 0].map((value) => ({ labels: { path: '/a' }, value }));
    const text = exposition([{ name: 'm', help: 'h', samples }]);
    expect(samplesOf(text, 'm')).toEqual(['m{path="/a"} 1']);
  });

  test('leaves a metric without samples out', () => {
    expect(exposition([{ name: 'm', help: 'h', samples: [] }])).toBe('');
  });
});

describe('a verification', () => {
  test('tells what drifted, what did not, and how old the known good is', () => {
    const compared = {
      drifted: [
        { path: '/etc/auth/a', drift },
        { path: '/etc/auth/token', drift: { ...drift, rotating: true } },
        { path: '/etc/auth/token2', drift: { ...drift, rotating: true, emptied: true } },
      ],
      intact: ['/etc/auth/b'],
    };
    const text = verifyMetrics({
      measured: measured(compared, { knownGood: [{ service: 'auth', at: 500 }] }),
      ...at,
    });
    expect(samplesOf(text, 'holdfast_')).toEqual([
      'holdfast_config_drift{service="auth",path="/etc/auth/a"} 1',
      'holdfast_config_drift{service="auth",path="/etc/auth/token"} 0',
      'holdfast_config_drift{service="auth",path="/etc/auth/token2"} 1',
      'holdfast_config_drift{service="auth",path="/etc/auth/b"} 0',
      'holdfast_config_files{state="intact"} 1',
      'holdfast_config_files{state="drifted"} 3',
      'holdfast_config_files{state="unknown"} 0',
      'holdfast_known_good_age_seconds{service="auth"} 3',
      'holdfast_verify_inconclusive 0',
      'holdfast_last_verify_timestamp_seconds 3.5',
      'holdfast_verify_duration_seconds 2.5',
    ]);
  });

  test('that judged nothing says so, and claims nothing', () => {
    const text = verifyMetrics({ measured: undefined, ...at });
    expect(samplesOf(text, 'holdfast_')).toEqual([
      'holdfast_verify_inconclusive 1',
      'holdfast_last_verify_timestamp_seconds 3.5',
      'holdfast_verify_duration_seconds 2.5',
    ]);
  });

  test('of very many files gives the first series to what drifted', () => {
    const intact = Array.from({ length: 5_000 }, (_, index) => `/etc/auth/${index}`);
    const text = verifyMetrics({
      measured: measured({ drifted: [{ path: '/z', drift }], intact }),
      ...at,
    });
    const series = samplesOf(text, 'holdfast_config_drift');
    expect([series.length, series[0]]).toEqual([1_000, 'holdfast_config_drift{service="auth",path="/z"} 1']);
    expect(text).toContain('holdfast_config_files{state="intact"} 5000\n');
  });
});
