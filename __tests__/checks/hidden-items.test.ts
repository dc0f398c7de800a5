import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hiddenBy } from '../../src/checks/hidden.ts';
import { readDocument } from '../../src/documents/read.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { bareSelection } from '../../src/policy/select.ts';
import { checkCommits } from '../helpers/fixtures.ts';
import { createRepository } from '../helpers/repository.ts';

const HOSTS = ['velvet-otter', 'copper-finch', 'amber-heron', 'quiet-badger', 'silver-lynx'];

/** What becomes of a key of an item: as it was, another value, nothing, a placeholder, gone. */
type Fate = 'kept' | 'other' | 'emptied' | 'placeholder' | 'gone';
type Item = { port: Fate; pool: Fate };

function lineOf(key: string, old: number, fate: Fate): string {
  if (fate === 'gone') return '';
  const value = { kept: old, other: old + 1, emptied: '""', placeholder: 'changeme' }[fate];
  return `    ${key}: ${value}\n`;
}

function peers(items: readonly Item[]): string {
  const texts = items.map(
    ({ port, pool }, index) =>
      `  - host: ${HOSTS[index]}.acme.net\n${lineOf('port', 5432, port)}${lineOf('pool', 10 + index, pool)}`,
  );
  return `peers:\n${texts.join('')}`;
}

const POLICY = `critical:
  - files: peers.yml
    protect: ['peers.*.port', 'peers.*.pool']
`;

async function findingsOf(items: readonly Item[], policy: string): Promise<Finding[]> {
  const repository = await createRepository();
  try {
    await repository.write('.github/holdfast.yml', policy);
    await repository.write('peers.yml', peers(items.map(() => ({ port: 'kept', pool: 'kept' }))));
    const base = await repository.commit();
    await repository.write('peers.yml', peers(items));
    return (await checkCommits(repository.dir, base, await repository.commit())).findings;
  } finally {
    await repository.dispose();
  }
}

/** A finding without what names the item, and with what is folded under it. */
type Shape = { check: string; severity: string; line: number | undefined; folded: Shape[] };

function shapeOf({ check, severity, line, folded = [] }: Finding): Shape {
  return { check, severity, line, folded: folded.map(shapeOf) };
}

function all(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...all(finding.folded ?? [])]);
}

const fate = fc.constantFrom<Fate>('kept', 'other', 'emptied', 'placeholder', 'gone');
const item = fc.record({ port: fate, pool: fate });

describe('items whose names are hidden', () => {
  test('have the findings that they would have with their names, each with a mark of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 2, maxLength: HOSTS.length }), async (items) => {
        const named = await findingsOf(items, POLICY);
        const hidden = await findingsOf(items, `${POLICY}    sensitive: ['peers.*.host']\n`);
        expect(hidden.map(shapeOf)).toEqual(named.map(shapeOf));
        const marks = all(hidden).map(({ fingerprint }) => fingerprint);
        expect(marks.filter((mark, index) => marks.indexOf(mark) < index)).toEqual([]);
        expect(HOSTS.filter((host) => JSON.stringify(hidden).includes(host))).toEqual([]);
      }),
      { seed: 20261128, numRuns: 25, endOnFailure: true },
    );
  }, 60_000);

  test('keep their marks when others are added behind them and lines move', async () => {
    const items: Item[] = [
      { port: 'kept', pool: 'kept' },
      { port: 'emptied', pool: 'kept' },
    ];
    const policy = `${POLICY}    sensitive: ['peers.*.host']\n`;
    const [before, after] = [
      await findingsOf(items, policy),
      await findingsOf([{ port: 'kept', pool: 'gone' }, items[1]!, { port: 'kept', pool: 'kept' }], policy),
    ];
    const mark = before[0]!.fingerprint;
    expect(before.map(({ key }) => key)).toEqual(['peers[host=«hidden»].port']);
    expect(after.map(({ fingerprint }) => fingerprint)).toContain(mark);
    const first = await findingsOf(
      [
        { port: 'emptied', pool: 'kept' },
        { port: 'kept', pool: 'kept' },
      ],
      policy,
    );
    expect(first.map(({ key }) => key)).toEqual(['peers[host=«hidden»].port']);
    expect(first[0]!.fingerprint).not.toBe(mark);
  });
});

describe('a value behind a pattern that names an item', () => {
  /** Every name that the item has for a pattern, and for a difference. */
  const names = [
    'users[id=7].pin',
    'users.id=7.pin',
    'users[0].pin',
    'users.0.pin',
    '/users/0/pin',
    'users.*.pin',
  ];
  const paths = [
    ['users', 'id=7', 'pin'],
    ['users', '0', 'pin'],
    ['users', 'name=ada', 'pin'],
  ];

  test.each(names)('%s: a short one is hidden where it stands, a long one everywhere', async (pattern) => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 99_999 }), async (pin) => {
        const bytes = Buffer.from(`users:\n  - id: 7\n    name: ada\n    pin: ${pin}\nretries: ${pin}\n`);
        const document = await readDocument({ path: 'users.yml', mode: 'file' }, { id: '', bytes });
        const hides = hiddenBy({ ...bareSelection('users', true), sensitive: [pattern] }, document);
        for (const path of paths) expect(hides(path, pin)).toBe(true);
        expect(hides(['retries'], pin)).toBe(String(pin).length >= 4);
      }),
      { seed: 20261128, numRuns: 20, endOnFailure: true },
    );
  });
});
