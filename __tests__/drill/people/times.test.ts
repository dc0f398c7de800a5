import { describe, expect, test } from '@jest/globals';
import { durationText } from '../../../src/drill/people/duration.ts';
import { LONGEST_BODY } from '../../../src/drill/people/issue.ts';
import { RESULT_MARKER, recordedIn, recordLine } from '../../../src/drill/people/record.ts';
import { resultComment } from '../../../src/drill/people/result.ts';
import { type PeopleDrill, yearTable } from '../../../src/drill/people/table.ts';
import { commandsIn, type DrillComment, timesOf } from '../../../src/drill/people/times.ts';

const OPENED = '2026-03-02T09:00:00Z';
let ids = 1;
const said = (by: string, at: string, body: string, more: Partial<DrillComment> = {}): DrillComment => ({
  id: ids++,
  by,
  bot: false,
  created: at,
  updated: at,
  body,
  ...more,
});
const times = (comments: DrillComment[], ...entitled: string[]) =>
  timesOf(commandsIn(comments, OPENED), { heard: [], entitled: new Set(entitled) });

describe('what people say on the issue of a drill', () => {
  test('the first of each word counts, from when the issue was opened', () => {
    const told = times(
      [
        said('ada', '2026-03-02T09:40:00Z', '/restored'),
        said('grace', '2026-03-02T09:14:00Z', '/detected config/auth/production.yml: the issuer\nmore of it'),
        said('ada', '2026-03-02T09:20:00Z', '/detected'),
        said('ada', '2026-03-02T09:50:00Z', '/restored again'),
      ],
      'ada',
      'grace',
    );
    expect(told).toMatchObject({
      detected: {
        word: 'detected',
        by: 'grace',
        at: '2026-03-02T09:14:00Z',
        ms: 14 * 60_000,
        text: 'config/auth/production.yml: the issuer',
      },
      restored: { word: 'restored', by: 'ada', at: '2026-03-02T09:40:00Z', ms: 40 * 60_000, text: '' },
      refused: [],
    });
  });

  test('who may not write, and who is no person, says nothing that counts', () => {
    const told = times(
      [
        said('linus', '2026-03-02T09:01:00Z', '/detected'),
        said('robot[bot]', '2026-03-02T09:02:00Z', '/restored', { bot: true }),
      ],
      'ada',
      'robot[bot]',
    );
    expect(told).toEqual({ refused: ['linus'] });
  });

  test('a comment that was changed counts at the time of its last change', () => {
    const changed = said('ada', '2026-03-02T09:01:00Z', '/detected', { updated: '2026-03-02T10:00:00Z' });
    expect(times([changed], 'ada').detected?.ms).toBe(60 * 60_000);
  });

  test('what is detected after it was restored was not detected', () => {
    const told = times(
      [
        said('ada', '2026-03-02T09:30:00Z', '/restored'),
        said('ada', '2026-03-02T09:31:00Z', '/detected late'),
      ],
      'ada',
    );
    expect([told.detected, told.restored?.ms]).toEqual([undefined, 30 * 60_000]);
  });

  test.each([
    ['I have /detected it', 0],
    ['> /detected', 0],
    ['/detectedly', 0],
    ['/restore', 0],
    ['/restored-not', 0],
    ['    /restored', 0],
    ['/restored!', 1],
    ['/detected: the issuer', 1],
    ['  \n/Detected  \n', 1],
    ['/DETECTED\r\nbecause', 1],
  ])('%j is %d commands', (body, count) => {
    expect(commandsIn([said('ada', OPENED, body)], OPENED)).toHaveLength(count);
  });
});

describe('what has counted', () => {
  const [first, second] = [
    said('ada', '2026-03-02T09:14:00Z', '/detected teh issuer'),
    said('ada', '2026-03-02T09:30:00Z', '/restored'),
  ];
  const then = times([first!, second!], 'ada');
  const heard = recordedIn(`${RESULT_MARKER}\n${recordLine(then)}\n\n| | After |`);

  test('is kept in the comment that tells it', () => {
    expect(heard).toEqual([then.detected, then.restored]);
    expect(recordedIn(`x\n${recordLine(then)}`)).toEqual([]);
    expect(recordedIn(`${RESULT_MARKER}\n${recordLine(then).replace('"detected"', '"guessed"')}`)).toEqual(
      [],
    );
    expect(recordedIn(`${RESULT_MARKER}\n<!-- holdfast-drill-said [{] -->`)).toEqual([]);
  });

  test('counts when its author has left, and when the comment is changed', () => {
    const edited = { ...first!, body: '/detected the issuer', updated: '2026-03-02T11:00:00Z' };
    const commands = commandsIn([edited, second!], OPENED);
    expect(timesOf(commands, { heard, entitled: new Set() })).toEqual({ ...then, refused: [] });
  });

  test('is not replaced by what is said later', () => {
    const again = said('grace', '2026-03-03T09:00:00Z', '/restored at last');
    const commands = commandsIn([first!, second!, again], OPENED);
    expect(timesOf(commands, { heard, entitled: new Set(['grace']) }).restored).toEqual(then.restored);
  });
});

test('what is said after the issue was closed does not count', () => {
  const commands = commandsIn([said('ada', '2026-03-02T09:30:00Z', '/restored')], OPENED);
  const hearing = { heard: [], entitled: new Set(['ada']) };
  expect(timesOf(commands, { ...hearing, closed: '2026-03-02T09:29:59Z' }).restored).toBeUndefined();
  expect(timesOf(commands, { ...hearing, closed: '2026-03-02T09:30:00Z' }).restored).toBeDefined();
});

test('the year may end in between', () => {
  const comments = [
    said('ada', '2026-12-31T23:59:59Z', '/detected the issuer'),
    said('grace', '2027-01-01T00:00:01Z', '/restored'),
  ];
  const commands = commandsIn(comments, '2026-12-31T22:00:00Z');
  expect(timesOf(commands, { heard: [], entitled: new Set(['ada', 'grace']) })).toMatchObject({
    detected: { by: 'ada', ms: 7_199_000 },
    restored: { by: 'grace', ms: 7_201_000 },
  });
});

test('of a long guess the beginning is kept', () => {
  const [command] = commandsIn([said('ada', OPENED, `/detected ${'*_'.repeat(9000)}`)], OPENED);
  expect(command?.text).toHaveLength(300);
});

describe('the table of a year', () => {
  const drill = (number: number, opened: string, more: Partial<PeopleDrill> = {}): PeopleDrill => ({
    number,
    url: `https://github.com/acme/shop/issues/${number}`,
    opened,
    closed: false,
    service: 'auth',
    refused: [],
    ...more,
  });
  const took = (minutes: number, by = 'ada') => ({
    word: 'detected' as const,
    id: 1,
    by,
    at: '2026-03-02T10:00:00Z',
    ms: minutes * 60_000,
    text: '',
  });

  test('has a row for each drill of it, in their order, and the medians', () => {
    const table = yearTable(
      [
        drill(40, '2026-10-05T09:00:00Z'),
        drill(12, '2026-03-02T09:00:00Z', {
          detected: took(14),
          restored: took(125, 'grace'),
          closed: true,
        }),
        drill(30, '2026-07-06T09:00:00Z', {
          detected: took(20),
          restored: took(30),
          closed: true,
          service: 'a|b <x>',
        }),
        drill(35, '2026-08-03T09:00:00Z', { closed: true }),
        drill(2, '2025-12-01T09:00:00Z', { detected: took(1) }),
      ],
      '2026',
    );
    expect(table.split('\n')).toEqual([
      '## Drills of 2026',
      '',
      '| Date | Drill | Service | Detected after | Restored after | By |',
      '| --- | --- | --- | --- | --- | --- |',
      '| 2026-03-02 | [12](https://github.com/acme/shop/issues/12) | auth | 14 min | 2 h 05 min | <code>ada</code>, <code>grace</code> |',
      '| 2026-07-06 | [30](https://github.com/acme/shop/issues/30) | a&#124;b &#60;x&#62; | 20 min | 30 min | <code>ada</code> |',
      '| 2026-08-03 | [35](https://github.com/acme/shop/issues/35) | auth | not said | given up |  |',
      '| 2026-10-05 | [40](https://github.com/acme/shop/issues/40) | auth | not said | open |  |',
      '',
      '4 drills; median to detect 17 min; median to restore 1 h 18 min; 1 given up; 1 open.',
      '',
    ]);
  });

  test('has a drill in the year in which it was opened, however long it took', () => {
    const newYearsEve = drill(50, '2026-12-31T23:59:59Z', {
      detected: took(14),
      restored: { ...took(26 * 60, 'grace'), at: '2027-01-02T01:59:59Z' },
      closed: true,
    });
    const all = [newYearsEve, drill(51, '2027-01-01T00:00:00Z')];
    expect(yearTable(all, '2026')).toMatch(
      /^\| 2026-12-31 \| \[50\].* \| 14 min \| 26 h 00 min \| .*\n\n1 drill; .*restore 26 h 00 min\.\n$/m,
    );
    expect(yearTable(all, '2027')).toMatch(
      /^\| 2027-01-01 \| \[51\].* \| open \| {2}\|\n\n1 drill; 1 open\.\n$/m,
    );
  });

  test('has drills of the same second in the order of their numbers', () => {
    const pair = [drill(9, '2026-03-02T09:00:00Z'), drill(10, '2026-03-02T09:00:00Z')];
    expect(yearTable([...pair].reverse(), '2026')).toBe(yearTable(pair, '2026'));
    expect(yearTable(pair, '2026')).toMatch(/\[9\][\s\S]*\[10\]/);
  });

  test('says that there was none', () => {
    expect(yearTable([drill(2, '2025-12-01T09:00:00Z')], '2026')).toMatch(/There was none/);
  });
});

test('the comment with the times leaves out a table that GitHub would not take', () => {
  const comment = (table: string) =>
    resultComment({ refused: [] }, { number: 7, repository: 'acme/shop', cause: undefined, table });
  const room = LONGEST_BODY - comment('').length;
  expect(comment('x'.repeat(room))).toMatch(/<summary>The year<\/summary>\n\nx+\n\n<\/details>\n$/);
  const short = comment('x'.repeat(room + 1));
  expect(short).toMatch(/too long for a comment.*holdfast drill table --repository acme\/shop/);
  expect(short).not.toMatch(/xx/);
});

test.each([
  [0, '0 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [14 * 60_000, '14 min'],
  [59.6 * 60_000, '1 h 00 min'],
  [125 * 60_000, '2 h 05 min'],
  [50 * 3_600_000, '50 h 00 min'],
])('%d ms are %s', (ms, text) => expect(durationText(ms)).toBe(text));
