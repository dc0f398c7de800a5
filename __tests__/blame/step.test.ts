import { describe, expect, test } from '@jest/globals';
import { MOST_JUDGED, type Step, type Touching, toJudge } from '../../src/blame/step.ts';
import type { Touch } from '../../src/blame/touch.ts';

const at = (hours: number) => new Date(Date.parse('2026-01-02T00:00:00Z') + hours * 3_600_000).toISOString();

function touching(kind: Step['kind'], hours: number, touch: Touch): Touching {
  const step: Step = {
    ...{ kind, id: `${kind}-${hours}`, at: at(hours), author: null, subject: '', message: '', parents: [] },
    ...{ changes: [], deployment: null, outsidePlan: false, undone: false, putBack: false },
    pair: () => {
      throw new Error('It is not read.');
    },
    placeOf: (path) => path,
    end: { id: '', entry: noEntry, entries: noEntry, read: noEntry },
    inner: async () => [],
  };
  return { step, touch, paths: [] };
}

function noEntry(): never {
  throw new Error('It is not read.');
}

const ids = (all: readonly Touching[]) => all.map(({ step }) => step.id);

describe('what is read of more than can be', () => {
  const hosts = Array.from({ length: MOST_JUDGED }, (_, index) => touching('host', 1000 - index, 'own'));
  const commits = [1000, 999, 10].map((hours) => touching('commit', hours, 'own'));

  test('is the newest of both commits and hosts', () => {
    const judged = ids(toJudge([...hosts, ...commits]));
    expect(judged).toHaveLength(MOST_JUDGED);
    expect(judged).toEqual(expect.arrayContaining(['commit-1000', 'commit-999', 'host-1000', 'host-803']));
    expect(judged).not.toContain('commit-10');
    expect(judged).not.toContain('host-802');
  });

  test('keeps the order of commits whose clocks go backwards', () => {
    const mixed = [touching('commit', 5, 'own'), touching('commit', 900, 'own'), touching('host', 7, 'own')];
    const order = ids(toJudge(mixed)).filter((id) => id.startsWith('commit'));
    expect(order).toEqual(['commit-5', 'commit-900']);
  });

  test('is what touches the service first', () => {
    const judged = ids(
      toJudge([touching('commit', 2000, 'related'), touching('commit', 3000, 'other'), ...hosts]),
    );
    expect(judged).toEqual(ids(hosts));
    expect(ids(toJudge([touching('commit', 9, 'related'), touching('host', 1, 'own')]))).toEqual([
      'host-1',
      'commit-9',
    ]);
  });
});
