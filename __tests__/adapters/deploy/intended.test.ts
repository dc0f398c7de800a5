import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { collectIntended } from '../../../src/adapters/deploy/intended.ts';
import { openSnapshot } from '../../../src/adapters/git/open-snapshot.ts';
import { createEncryption } from '../../../src/adapters/store/sealed.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import { readPolicy } from '../../../src/policy/read.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/**\n    live: /etc/auth\n    sensitive: [pin]\n';

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
});
afterEach(() => repository.dispose());

test('a template that cannot be decrypted is one by its name: what it becomes is not known', async () => {
  await repository.write('config/door.yml.j2', 'pin: {{ pin }}\n');
  await repository.write('config/site.yml', 'pin: 4711\n');
  await repository.commit();
  const policy = await readPolicy(POLICY, 'policy.yml', { kind: 'file', path: 'policy.yml' });
  const store = await createStore(join(repository.dir, '.git/store'));
  const opened = await openSnapshot({ directory: repository.dir, commit: 'HEAD' });
  const encryption = await createEncryption(
    [await identityToRecipient(await generateX25519Identity())],
    false,
  );
  if (!policy.ok || !store.ok || !opened.ok || !encryption.ok) throw new Error('not opened');
  const found = await collectIntended(store.value, opened.value.snapshot, policy.value, {
    encryption: encryption.value,
  });
  await opened.value.close();
  if (!found.ok) throw new Error(found.problem.message);
  const { collected, intended } = found.value;
  expect(collected.files.map(({ stored }) => stored !== undefined)).toEqual([true, true]);
  expect([...intended.unknown].sort()).toEqual(['/etc/auth/door.yml', '/etc/auth/door.yml.j2']);
});
