import { describe, expect, test } from '@jest/globals';
import type { Trial } from '../../../src/drill/drilled.ts';
import { type Candidate, drawOrder } from '../../../src/drill/people/draw.ts';
import { randomFrom } from '../../../src/drill/random.ts';

const candidate = (service: string | undefined, operator: string, more: Partial<Trial> = {}): Candidate => ({
  trial: {
    path: `config/${service}.yml`,
    ...(service !== undefined && { service }),
    operator,
    group: 'key',
    level: 'missed',
    stopped: false,
    checks: [],
    proposals: [],
    ...more,
  },
  edits: new Map(),
});
const first = (candidates: Candidate[], earlier: [string, number][] = [], seed = 1) =>
  drawOrder(candidates, new Map(earlier), randomFrom(seed))[0]?.trial;

describe('an error is drawn', () => {
  test('of a service what the check lets pass, when there is some', () => {
    const stopped = { stopped: true, level: 'error' as const };
    const all = [
      ...Array.from({ length: 50 }, () => candidate('auth', 'truncated', stopped)),
      candidate('auth', 'key-deleted'),
    ];
    for (let seed = 0; seed < 20; seed++) expect(first(all, [], seed)?.operator).toBe('key-deleted');
    expect(first(all.slice(0, 50))?.operator).toBe('truncated');
  });

  test('of the service that was drilled least', () => {
    const all = ['auth', 'mail', undefined].map((service) => candidate(service, 'key-deleted'));
    const earlier: [string, number][] = [
      ['auth', 2],
      ['mail', 1],
      ['', 3],
    ];
    for (let seed = 0; seed < 20; seed++) expect(first(all, earlier, seed)?.service).toBe('mail');
  });

  test('of any kind, however many there are of one', () => {
    const all = [
      ...Array.from({ length: 500 }, () => candidate('auth', 'key-typo')),
      candidate('auth', 'truncated'),
    ];
    const kinds = Array.from({ length: 60 }, (_, seed) => first(all, [], seed)?.operator);
    expect(kinds.filter((kind) => kind === 'truncated').length).toBeGreaterThan(15);
    expect(kinds.filter((kind) => kind === 'key-typo').length).toBeGreaterThan(15);
  });

  test('never one that could not be judged', () => {
    expect(first([candidate('auth', 'utf-16', { level: 'unjudged', stopped: true })])).toBeUndefined();
  });

  test('also of a service of which everything would be stopped', () => {
    const all = [
      candidate('auth', 'truncated', { stopped: true, level: 'error' }),
      candidate('mail', 'key-deleted'),
    ];
    expect(first(all, [['mail', 1]])?.service).toBe('auth');
  });

  test('never in a file whose name is no text', () => {
    const odd = { ...candidate('auth', 'truncated'), edits: new Map([['config/\udcff.yml', 'x']]) };
    expect(first([odd])).toBeUndefined();
  });

  test('the same for the same seed', () => {
    const all = Array.from({ length: 30 }, (_, index) => candidate(`s${index % 5}`, `o${index % 3}`));
    expect(first(all, [], 7)).toEqual(first(all, [], 7));
  });
});
