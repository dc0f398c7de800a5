import { expect, test } from '@jest/globals';
import { announcesRevert } from '../../src/changes/announced.ts';

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
