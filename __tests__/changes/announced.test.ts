import { describe, expect, test } from '@jest/globals';
import { announcesRemoval, announcesRevert } from '../../src/changes/announced.ts';

test.each([
  'Revert "Raise the pool"\n\nThis reverts commit 0123456789.',
  'Reapply "Raise the pool"',
  "Merge branch 'revert-44-pool' into main",
  'payments: rollback to 1.8.0',
  'Rolled back db-2',
  'Emergency: rolling back the new ingress',
  'Back out the change of the timeouts',
  'deploy: backout of #44',
  'fix: undo the move to db-2',
  'Restore the old timeouts',
  'Downgrade the worker to 1.8',
  'Switch production back',
  'Pool back to 20',
  '\nRevert with an empty first line',
  'Tidy up (#48)\n\n* Raise the pool\n* Revert "Move to db-2"',
  'Tidy up\n\nThis partially reverts #44.',
])('announced: %j', (message) => {
  expect(announcesRevert(['Something else', message])).toBe(true);
});

test.each([
  'Add the summer banner',
  'Add the backup and restore jobs',
  'Keep the undo log for a day',
  'Trust the reverse proxy',
  'Fall back on the second region',
  'Backend: a larger pool',
  'Convert the values to YAML',
  'Tidy up\n\nIf it is slow, we can revert it.',
  'Merge abc into def',
  '',
])('not announced: %j', (message) => {
  expect(announcesRevert([message])).toBe(false);
});

test('no message announces nothing', () => {
  expect(announcesRevert([])).toBe(false);
});

describe('a removal is announced', () => {
  test.each([
    ['Remove the LDAP settings', ['ldap'], true],
    ['feat!: drop support', [], true],
    ['Ta bort gamla lager', [], true],
    ['古い設定を削除', [], true],
    ['Configure metron_agent as an addon', ['metron-agent'], true],
    ['Longer sessions', ['ldap'], false],
    ['Add a premise', ['ldap', 'is'], false],
    ["Merge branch 'drop-ldap' into main", ['ldap'], undefined],
    ['Merge 1a2b3c4d5e into 5e4d3c2b1a', [], undefined],
  ])('%s', (message, names, announced) => {
    expect(announcesRemoval([message], names)).toBe(announced);
  });

  test('by one of several messages, and by none at all', () => {
    expect(announcesRemoval(['Longer sessions', 'Clean up'], [])).toBe(true);
    expect(announcesRemoval([], ['ldap'])).toBeUndefined();
  });
});
