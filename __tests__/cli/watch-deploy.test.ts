import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { saveDeployment } from '../../src/adapters/store/deployments.ts';
import {
  AUTH,
  BILLING,
  COPY_STAGING,
  createSite,
  KEYS,
  NEW,
  OLD,
  type Site,
  STAGING,
} from './deploy-support.ts';
import { createWatches, type Watching } from './watch-support.ts';

const SERVICES = `services:
  auth:
    probe: { command: 'true' }
    passes: 1
    soak: 1s
`;

let site: Site;
let watches: ReturnType<typeof createWatches>;
let watching: Watching;
beforeEach(async () => {
  site = await createSite(SERVICES);
  const policy = join(site.dir, '.github/holdfast.yml');
  watches = createWatches({ dir: site.dir, root: site.root, store: site.store, policy });
  await site.backup('--root', site.root);
  await site.backup('mark', 'latest', '--good');
  watching = await watches.watch();
});
afterEach(async () => {
  await watches.killAll();
  await site.dispose();
});

/** Saved whole beside it and renamed, a hundred times, slowly enough for looks and sweeps in between. */
const SAVES = `i=0; while [ $i -lt 100 ]; do i=$((i+1)); install -m 640 config/auth/production.yml host${AUTH}.tmp; mv host${AUTH}.tmp host${AUTH}; sleep 0.02; done`;

async function save(path: string, text: string): Promise<void> {
  await writeFile(`${site.place(path)}.tmp`, text);
  await rename(`${site.place(path)}.tmp`, site.place(path));
}

test('what the commit says is no alert, and is the known good when the deployment has ended good', async () => {
  const { code, out } = await site.deploy(SAVES);
  expect([code, out]).toEqual([0, expect.stringContaining('GOOD')]);
  await watching.swept();
  expect(await site.text(AUTH)).toBe(NEW);
  expect(watching.lines.map(({ event }) => event)).toEqual(['ready']);
  await save(KEYS, STAGING);
  await watching.alert(KEYS);
  await writeFile(site.place(AUTH), OLD[AUTH]!);
  await watching.alert(AUTH);
});

test('what the commit does not say is one, until it is put back', async () => {
  const deployed = site.deploy(`${COPY_STAGING}; sleep 2`);
  await watching.alert(AUTH);
  expect(watching.resolved()).toEqual([]);
  expect((await deployed).out).toContain('staging');
  await watching.allClear(AUTH);
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
  expect(watching.alerts()).toEqual([AUTH]);
});

test('a file beside those of the commit is one, too', async () => {
  const deployed = site.deploy(`sed -i s/19/7/ host${BILLING}; sleep 2`);
  await watching.alert(BILLING);
  await deployed;
  await watching.allClear(BILLING);
});

test('what it has declared to write is borne with where the commit does not say what', async () => {
  const line = `sed -i s/19/20/ host${BILLING}; sleep 2`;
  const { code } = await site.deploy(line, ['--writes', BILLING]);
  expect([code, watching.alerts()]).toEqual([0, []]);
  // No probe has spoken for it: it is not known to be good.
  await watching.alert(BILLING);
});

test('a deployment that was killed excuses its own files, and nothing else', async () => {
  const unfinished = watches.once;
  await site.deploy('true');
  const [last] = await site.deployments();
  await watching.end();
  await saveDeployment(await site.opened(), {
    ...last!,
    stage: 'running',
    outcome: null,
    endedAt: null,
    writes: [BILLING],
  });
  await save(BILLING, 'vat = 7\n');
  expect(await unfinished()).toMatchObject({ code: 0, out: '' });
  await save(KEYS, STAGING);
  const { code, lines } = await unfinished();
  expect([code, lines.map(({ path }) => path)]).toEqual([1, [KEYS]]);
});
