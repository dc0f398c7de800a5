import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Decision } from '../../src/verdict/decision.ts';
import { checkCommits } from '../helpers/fixtures.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    service: auth\n';
const LIVE = 'config/auth/production.yml';
const COPY = `cp build/auth.yml ${LIVE}`;

let repository: TestRepository;

beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write(LIVE, 'environment: production\n');
  await repository.write('deploy/push.sh', '#!/bin/sh\nset -eu\necho start\n');
});

afterEach(() => repository.dispose());

/** Commits what stands there, changes it, and checks the change. */
async function change(edit: () => Promise<void>): Promise<Decision> {
  const base = await repository.commit();
  await edit();
  return checkCommits(repository.dir, base, await repository.commit());
}

const push = (text: string) => repository.write('deploy/push.sh', `#!/bin/sh\nset -eu\n${text}\n`);
const places = ({ findings }: Decision) =>
  findings.map(({ check, severity, path, line }) => [check, severity, path, line]);
const unread = ({ notLookedAt }: Decision) =>
  notLookedAt
    .filter(({ reason }) => reason.startsWith('script-'))
    .map(({ path, line, reason, blocks }) => [path, line, reason, blocks]);

describe('what a change makes its scripts do', () => {
  test('is found, where the base did not do it', async () => {
    const decision = await change(() => push(COPY));
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'deploy/push.sh', 3]]);
    expect(decision).toMatchObject({
      verdict: 'fail',
      scripts: [{ path: 'deploy/push.sh', effects: 1, critical: 1 }],
      effects: [{ script: 'deploy/push.sh', line: 3, command: 'cp', targets: [LIVE], critical: true }],
    });
    expect(decision.findings[0]).toMatchObject({ service: 'auth' });
    expect(decision.findings[0]?.excerpt?.lines).toContain(COPY);
  });

  test.each<[string, () => Promise<void>]>([
    ['stands on another line', () => push(`echo one\necho two\n${COPY}`)],
    ['stands in a script that moved', () => move('deploy/push.sh', 'deploy/roll-out.sh')],
    ['went from one script into another', () => split()],
    ['has something else beside it', () => push(`${COPY}\ncp a.txt b.txt`)],
  ])('is silent where it %s', async (_, edit) => {
    await push(COPY);
    expect(places(await change(edit))).toEqual([]);
  });

  async function move(from: string, to: string) {
    await repository.remove(from);
    await repository.write(to, `#!/bin/sh\nset -eu\necho moved\n${COPY}\n`);
  }

  async function split() {
    await push('echo start');
    await repository.write('deploy/copy.sh', `#!/bin/sh\n${COPY}\n`);
  }

  test('is found where a guard goes: the same command has become worse', async () => {
    await push(`[ -e ${LIVE} ] || ${COPY}`);
    const decision = await change(() => push(COPY));
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'deploy/push.sh', 3]]);
  });

  test('is silent where a guard comes', async () => {
    await push(COPY);
    expect(places(await change(() => push(`[ -e ${LIVE} ] || ${COPY}`)))).toEqual([]);
  });

  test('is found in a library that a declared script uses', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [deploy/push.sh]\n`);
    await push('. deploy/lib/functions.inc\ncopy');
    const library = (body: string) => repository.write('deploy/lib/functions.inc', `copy() { ${body}; }\n`);
    await library('echo nothing');
    const decision = await change(() => library(COPY));
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'deploy/lib/functions.inc', 1]]);
    expect(decision.scripts?.map(({ path }) => path)).toEqual(['deploy/lib/functions.inc', 'deploy/push.sh']);
  });

  test('is found through a library of its own side', async () => {
    await repository.write('deploy/lib.sh', `TARGET=build/out.yml\n`);
    await push('. deploy/lib.sh\ncp build/auth.yml "$TARGET"');
    const decision = await change(async () => {
      await repository.write('deploy/lib.sh', `TARGET=${LIVE}\n`);
      await push('. deploy/lib.sh\necho once more\ncp build/auth.yml "$TARGET"');
    });
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'deploy/push.sh', 5]]);
  });

  test('is acknowledged by its fingerprint', async () => {
    const open = await change(() => push(COPY));
    const accept = `accept:\n  - finding: '${open.findings[0]!.fingerprint}'\n    reason: the build owns it\n    expires: 2027-01-31\n`;
    await repository.write('.github/holdfast.yml', `${POLICY}${accept}`);
    await push('echo start');
    const decision = await change(() => push(COPY));
    expect(places(decision)).toHaveLength(1);
    expect(decision).toMatchObject({ verdict: 'pass', acknowledged: [{ how: 'accept' }] });
  });

  test('has another fingerprint for another target', async () => {
    const one = await change(() => push(COPY));
    await push('echo start');
    const other = await change(() => push('cp build/auth.yml config/auth/other.yml'));
    expect(one.findings[0]?.fingerprint).not.toBe(other.findings[0]?.fingerprint);
  });
});

describe('which scripts', () => {
  test.each<[string, string, boolean]>([
    ['a name', 'tools/deploy.bash', true],
    ['a first line', 'bin/deploy', true],
    ['a directory of others', 'vendor/tool/install.sh', false],
    ['a directory of tests', 'tests/setup.sh', false],
    ['neither', 'bin/notes.txt', false],
  ])('without a declaration: %s', async (_, path, found) => {
    const decision = await change(() => repository.write(path, `#!/bin/sh\n${COPY}\n`));
    expect(places(decision).map(([check]) => check)).toEqual(found ? ['critical-overwrite'] : []);
    expect('scripts' in decision).toBe(found);
  });

  test('an executable file of any name, by its first line', async () => {
    const decision = await change(async () => {
      await repository.write('bin/deploy.prod', `#!/bin/sh\n${COPY}\n`);
      await repository.write('bin/other.prod', `#!/bin/sh\n${COPY}\n`);
      await repository.chmod('bin/deploy.prod', 0o755);
    });
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'bin/deploy.prod', 2]]);
  });

  test('a file without a first line for a shell is none', async () => {
    const decision = await change(() => repository.write('LICENSE', `${COPY}\n`));
    expect('scripts' in decision).toBe(false);
  });

  test('with a declaration: these only', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [deploy/**, '!deploy/old/**']\n`);
    const decision = await change(async () => {
      for (const path of ['tools/a.sh', 'deploy/old/c.sh', 'deploy/d'])
        await repository.write(path, `#!/bin/sh\n${COPY}\n`);
    });
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'deploy/d', 2]]);
  });

  test('a policy in the head does not choose them', async () => {
    const decision = await change(async () => {
      await repository.write('.github/holdfast.yml', `${POLICY}scripts: [none/**]\n`);
      await push(COPY);
    });
    expect(places(decision).map(([check]) => check)).toContain('critical-overwrite');
  });
});

describe('what cannot be read', () => {
  const broken = '#!/bin/bash\necho "a\nif then fi (\n';

  test('of a declared script makes the change inconclusive, with the place', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [deploy/**]\n`);
    const decision = await change(() => repository.write('deploy/push.sh', broken));
    expect(decision.verdict).toBe('inconclusive');
    expect(unread(decision)).toEqual([['deploy/push.sh', expect.any(Number), 'script-syntax', true]]);
  });

  test('of another script is told, and stops nothing', async () => {
    const decision = await change(() => repository.write('deploy/push.sh', broken));
    expect(decision.verdict).toBe('pass');
    expect(unread(decision)).toEqual([['deploy/push.sh', expect.any(Number), 'script-syntax', false]]);
  });

  test('a file that is sourced and is not there is told, also of a declared script', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [deploy/**]\n`);
    const decision = await change(() => push('. ./not-there.sh\necho go'));
    expect(decision.verdict).toBe('pass');
    expect(unread(decision)).toEqual([['deploy/push.sh', 3, 'script-missing', false]]);
  });

  test('is told once, when the change brings it', async () => {
    await push('. ./not-there.sh\necho go');
    expect(unread(await change(() => push('. ./not-there.sh\necho went')))).toEqual([]);
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: [deploy/**]\n`);
    await repository.write('deploy/push.sh', broken);
    const decision = await change(() => repository.write('deploy/push.sh', `${broken}# more\n`));
    expect(decision.verdict).toBe('inconclusive');
  });

  test('NUL bytes, and comments that are not UTF-8', async () => {
    await repository.write('.github/holdfast.yml', `${POLICY}scripts: ['**/*.sh']\n`);
    const decision = await change(async () => {
      await repository.write('deploy/nul.sh', Buffer.from(`#!/bin/sh\n\0${COPY}\n`));
      await repository.write('deploy/latin.sh', Buffer.from(`#!/bin/sh\n# f\xfcr\n${COPY}\n`, 'latin1'));
    });
    expect(unread(decision)).toEqual([['deploy/nul.sh', 2, 'script-syntax', true]]);
    expect(places(decision)).toEqual([['critical-overwrite', 'error', 'deploy/latin.sh', 3]]);
  });
});

test('a change without a script says nothing of scripts', async () => {
  const decision = await change(() => repository.write(LIVE, 'environment: production\nport: 1\n'));
  expect([decision.scripts, decision.effects]).toEqual([undefined, undefined]);
});
