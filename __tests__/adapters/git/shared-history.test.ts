import { expect, test } from '@jest/globals';
import { commitHistory } from '../../../src/adapters/git/history.ts';
import { landedCommits } from '../../../src/adapters/git/landed.ts';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import { sharedHistory } from '../../../src/adapters/git/shared-history.ts';
import { createRepository } from '../../helpers/repository.ts';

test('every step gets the history that its own comparison would have asked git for', async () => {
  const repository = await createRepository();
  const paths = ['a.yml', 'b.yml', 'never.yml'];
  try {
    for (const [path, text] of [
      ['a.yml', '1'],
      ['b.yml', '1'],
      ['other', '1'],
      ['a.yml', '2'],
    ] as const) {
      await repository.write(path, text);
      await repository.commit(`${path} becomes ${text}\n\nAs was said.`);
    }
    await repository.branch('side');
    await repository.write('b.yml', '2');
    await repository.commit('On the side');
    await repository.remove('a.yml');
    await repository.commit('Remove a.yml');
    await repository.checkout('main');
    await repository.write('other', '2');
    await repository.commit('Meanwhile');
    await repository.merge('side', 'Merge side');
    await repository.write('a.yml', '1');
    const head = await repository.commit('Back again');

    const opened = await openRepository({ directory: repository.dir });
    if (!opened.ok) throw new Error(opened.problem.message);
    try {
      const landed = await landedCommits(opened.value, { to: head });
      if (!landed.ok) throw new Error(landed.problem.message);
      const historyOf = sharedHistory(opened.value, landed.value.commits, paths);
      const steps = landed.value.commits.filter(({ parents }) => parents.length > 0);
      expect(steps).toHaveLength(6);
      for (const step of steps) {
        const own = commitHistory(opened.value, { base: step.parents[0]!, head: step.id });
        const shared = historyOf(step);
        expect(await shared.past(paths)).toEqual(await own.past(paths));
        expect(await shared.past(['b.yml'])).toEqual(await own.past(['b.yml']));
        const [said, wanted] = [await shared.messages(), await own.messages()];
        expect(said.ok && said.value.map((text) => text.trim())).toEqual(
          wanted.ok && wanted.value.map((text) => text.trim()),
        );
      }
    } finally {
      await opened.value.close();
    }
  } finally {
    await repository.dispose();
  }
});
