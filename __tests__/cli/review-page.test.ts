import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runReview } from '../../src/cli/review.ts';
import { createRepository } from '../helpers/repository.ts';

/** The fenced blocks of the page, without fences. */
function blocks(language: string): string[] {
  const page = readFileSync(new URL('../../docs/review.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text!);
}

test('the example of docs/review.md prints what the page says', async () => {
  const repository = await createRepository();
  const [, push, library] = blocks('sh');
  await repository.write('.github/holdfast.yml', blocks('yaml')[0]!);
  await repository.write('config/auth/production.yml', 'environment: production\n');
  await repository.write('config/auth/staging.yml', 'environment: staging\n');
  await repository.write('deploy/push.sh', push!);
  await repository.write('deploy/lib.sh', library!);
  await repository.commit();
  const review = async (...argv: string[]) => {
    let printed = '';
    const io = {
      cwd: repository.dir,
      env: { COLUMNS: '90' },
      color: false,
      stdout(text: string) {
        printed += text;
      },
      stderr() {},
    };
    expect(await runReview(argv, io)).toBe(1);
    return printed;
  };
  const [report, table] = blocks('text');
  expect(await review()).toBe(report);
  expect(await review('--effects')).toBe(table);
  expect(await review('--graph')).toBe(blocks('mermaid')[0]);
  const { effects } = JSON.parse(await review('--effects', '--format', 'json'));
  expect(effects).toContainEqual(JSON.parse(blocks('json')[0]!));
  await repository.dispose();
});
