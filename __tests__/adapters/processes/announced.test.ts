import { expect, test } from '@jest/globals';
import { learningMask, withoutAnnounced } from '../../../src/adapters/processes/announced.ts';
import { maskedLines } from '../../../src/adapters/processes/masked-lines.ts';
import { secretMask } from '../../../src/adapters/processes/secrets.ts';

const GITHUB = 'gho_abcdefghijklmnopqrstuvwxyz012345';

test('an announced secret is hidden from its line on, and the line itself is whole', () => {
  const mask = learningMask(secretMask());
  expect(mask(`before tulip-7\n::add-mask::tulip-7\nafter tulip-7\n`)).toBe(
    'before tulip-7\n::add-mask::tulip-7\nafter «hidden»\n',
  );
  expect(mask('later tulip-7')).toBe('later «hidden»');
  expect(mask(`  ::ADD-MASK::${GITHUB}\r\nwith ${GITHUB}\n`)).toBe(
    `  ::ADD-MASK::${GITHUB}\r\nwith «hidden»\n`,
  );
});

test('values are read as the runner reads them, and each of their lines is hidden', () => {
  const mask = learningMask(secretMask());
  expect(mask('::add-mask::50%25 of it%0Asecond line\n50% of it\nthe second line\n')).toBe(
    '::add-mask::50%25 of it%0Asecond line\n«hidden»\nthe «hidden»\n',
  );
});

test('an announcement is only what stands at the beginning of a line, and an empty one hides nothing', () => {
  const mask = learningMask(secretMask());
  expect(mask('see ::add-mask::tulip-7\n::add-mask::\nuse tulip-7\n')).toBe(
    'see ::add-mask::tulip-7\n::add-mask::\nuse tulip-7\n',
  );
});

test('a private key between announcements is hidden whole', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\n';
  const shown: string[] = [];
  const lines = maskedLines(learningMask(secretMask()), (text) => shown.push(text));
  for (const byte of `::add-mask::tulip-7\n${key}tulip-7`) lines.write(Buffer.from(byte));
  lines.end();
  expect(shown.join('')).toBe('::add-mask::tulip-7\n«hidden»\n«hidden»');
});

test('where nobody reads announcements their secrets are hidden', () => {
  expect(withoutAnnounced(`::add-mask::tulip-7\nfine\r\n ::add-mask::${GITHUB}`)).toBe(
    '::add-mask::«hidden»\nfine\r\n ::add-mask::«hidden»',
  );
});
