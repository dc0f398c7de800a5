import { expect, test } from '@jest/globals';
import { headline, policyOf, snapshotsOf, verdictSentence } from '../../src/reports/headline.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import { decision, finding, incident, reviewed } from './samples.ts';

const scripts = [
  { path: 'deploy/a.sh', effects: 1, critical: 0 },
  { path: 'deploy/b.sh', effects: 0, critical: 0 },
];
const once = { base: 'worktree', head: 'worktree' };
const change = { path: 'config/a.yml', status: 'modified', rule: 'default', critical: false } as const;
const script = finding('critical-overwrite', 'deploy/a.sh', { target: 'config/a.yml' });
const key = finding('key-frozen', 'config/a.yml', { pattern: 'a' });
const unread = {
  path: 'deploy/b.sh',
  line: 3,
  reason: 'script-syntax',
  detail: 'It is not valid here.',
  hint: 'Correct it.',
};

test.each<[string, Partial<Decision>, string, string]>([
  [
    'a review without scripts',
    { ...once, scripts: [] },
    'PASS  No deployment script was found',
    'There was nothing to check.',
  ],
  [
    'a review that finds nothing',
    { ...once, scripts },
    'PASS  Nothing found in 2 scripts',
    'What the scripts would write was held against the critical files.',
  ],
  [
    'a review that could not read everything',
    { ...once, scripts, notLookedAt: [{ ...unread, blocks: false }] },
    'PASS  Nothing found in 2 scripts, 1 of which was not wholly read',
    'What the scripts would write was held against the critical files.',
  ],
  [
    'a review that had to',
    { ...once, scripts, verdict: 'inconclusive', notLookedAt: [{ ...unread, blocks: true }] },
    'INCONCLUSIVE  1 file could not be judged (2 scripts in all)',
    'Holdfast could not judge everything that it has to, so it does not call these scripts safe.',
  ],
  [
    'a review that fails',
    { ...once, scripts, verdict: 'fail', findings: [script] },
    'FAIL  1 error in 1 script (2 scripts in all)',
    'These scripts should not run as they are.',
  ],
  [
    'a review with warnings only',
    { ...once, scripts, findings: [{ ...script, severity: 'warning' }] },
    'PASS  1 warning in 1 script (2 scripts in all)',
    'Nothing here is as severe as this repository fails on (error); read it before you run them.',
  ],
  [
    'a check of scripts alone',
    { scripts },
    'PASS  Nothing found in 2 changed scripts',
    'What the scripts would write was held against the critical files.',
  ],
  [
    'a check of both',
    { scripts, changes: [change] },
    'PASS  Nothing found in 1 changed configuration file and 2 scripts',
    'Every changed configuration file was compared with its base, and what the scripts would write was held against the critical files.',
  ],
  [
    'a check that fails for its scripts',
    { scripts, changes: [change], verdict: 'fail', findings: [script] },
    'FAIL  1 error in 1 script (1 configuration file and 2 scripts changed)',
    'The scripts of this change should not run as they are.',
  ],
  [
    'a check that fails for both',
    { scripts, changes: [change], verdict: 'fail', findings: [key, script] },
    'FAIL  2 errors in 1 file and 1 script (1 configuration file and 2 scripts changed)',
    'This change should not be deployed as it is.',
  ],
])('%s', (_, parts, line, sentence) => {
  const told = decision(parts);
  expect([headline(told), verdictSentence(told)]).toEqual([line, sentence]);
});

test('a review has one snapshot and its own policy; a comparison has two, and the policy of the base', () => {
  expect([snapshotsOf(reviewed), policyOf(reviewed)]).toEqual([['worktree'], 'policy .github/holdfast.yml']);
  expect([snapshotsOf(incident).length, policyOf(incident)]).toEqual([
    2,
    'policy .github/holdfast.yml of the base',
  ]);
});
