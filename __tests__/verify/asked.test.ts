import { expect, test } from '@jest/globals';
import { reachesAsked } from '../../src/verify/asked.ts';

test.each<[string[], string, boolean]>([
  [[], '/etc/app/sub', true],
  [['/etc/app/a.yml'], '/etc/app/sub', false],
  [['/etc/app/a.yml'], '/etc/app', true],
  [['/etc/app/sub/deep'], '/etc/app/sub', true],
  [['/etc/app/sub/deep/'], '/etc/app/sub', true],
  [['/etc/app'], '/etc/app/sub', true],
  [['/etc/app/*/deep/**'], '/etc/app/sub', true],
  [['/etc/*.yml'], '/etc/app', false],
  [['/srv/x', '/etc/app/sub/x.yml'], '/etc/app/sub', true],
])('%j could name something at or below %s: %s', (paths, place, expected) => {
  expect(reachesAsked(paths)(place)).toBe(expected);
});
