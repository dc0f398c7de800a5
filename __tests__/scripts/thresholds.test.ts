import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { THRESHOLDS } from '../../src/checks/thresholds.ts';
import { createDirectory } from '../helpers/repository.ts';

let place: Awaited<ReturnType<typeof createDirectory>>;
beforeAll(async () => {
  place = await createDirectory();
});
afterAll(() => place.dispose());

/** A script that prints the thresholds it runs with. */
async function thresholdsWith(replaced: string | undefined): Promise<typeof THRESHOLDS> {
  const script = join(place.dir, 'print.ts');
  const source = join(process.cwd(), 'src/checks/thresholds.ts');
  await writeFile(
    script,
    `import { THRESHOLDS } from ${JSON.stringify(source)};\nconsole.log(JSON.stringify(THRESHOLDS));\n`,
  );
  const env = { ...process.env };
  delete env.HOLDFAST_THRESHOLDS;
  if (replaced !== undefined) env.HOLDFAST_THRESHOLDS = replaced;
  return promisify(execFile)(process.execPath, ['scripts/run.mjs', script], { env }).then(
    ({ stdout }) => JSON.parse(stdout),
    ({ stderr }) => Promise.reject(new Error(stderr)),
  );
}

test('a script runs with the thresholds in force, or with others in their place', async () => {
  expect(await thresholdsWith(undefined)).toEqual(THRESHOLDS);
  expect(await thresholdsWith('{"keysReplaced":0.125}')).toEqual({ ...THRESHOLDS, keysReplaced: 0.125 });
});

test('a name that is no threshold, and a value that is no number, are refused', async () => {
  await expect(thresholdsWith('{"keysReplacde":0.1}')).rejects.toThrow('There is no threshold keysReplacde');
  await expect(thresholdsWith('{"keysReplaced":"0.1"}')).rejects.toThrow('keysReplaced is not a number');
});
