import { expect, test } from '@jest/globals';
import { type Found, halfOf, report } from '../../../scripts/eval-blame/report.ts';

function found(incident: string, place: number, label = 'replaced'): Found {
  return { id: `C-${incident}`, incident, label, place, of: 51, why: 'touch 100', before: ['touch 90'] };
}

/** The cells of the rows with this name, in their order. */
function rows(text: string, name: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim().startsWith(name))
    .map((line) =>
      line
        .trim()
        .slice(name.length)
        .trim()
        .split(/\s{2,}/),
    );
}

test('an incident is always in the same half, and both have some', () => {
  const names = Array.from({ length: 40 }, (_, index) => `incident-${index}`);
  const halves = names.map(halfOf);
  expect(names.map(halfOf)).toEqual(halves);
  expect([...new Set(halves)].sort()).toEqual(['held-out', 'looked-at']);
});

test('all incidents are told, and then each half alone', () => {
  const names = Array.from({ length: 40 }, (_, index) => `incident-${index}`);
  const [out, at] = (['held-out', 'looked-at'] as const).map((half) =>
    names.filter((one) => halfOf(one) === half),
  );
  const all = [...out!.map((name) => found(name, 1)), ...at!.map((name) => found(name, 4))];
  const text = report([...all, found(out![0]!, 9, 'key-lost')]);
  expect(text.indexOf('held out')).toBeGreaterThan(0);
  expect(text.indexOf('looked at')).toBeGreaterThan(text.indexOf('held out'));
  const counts = rows(text, 'structural damage').map(([count, first]) => [count, first]);
  const share = `${((100 * out!.length) / 40).toFixed(1)}%`;
  expect(counts).toEqual([
    ['40', share],
    [String(out!.length), '100.0%'],
    [String(at!.length), '0.0%'],
  ]);
  expect(rows(text, 'keys lost').map(([count]) => count)).toEqual(['1', '1', '0']);
});

test('structural damage that is not first is listed with its half and with what stood before it', () => {
  const text = report([found('incident-1', 2), found('incident-2', 1), found('incident-3', 5, 'key-lost')]);
  expect(text).toContain(
    `C-incident-1 replaced (${halfOf('incident-1')}): 2 of 51 (touch 100), after (touch 90)`,
  );
  expect(text).not.toMatch(/C-incident-[23]/);
});
