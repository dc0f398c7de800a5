import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDeployments } from '../../../src/adapters/store/deployments.ts';
import { openStore } from '../../../src/adapters/store/store.ts';
import { runBackup } from '../../../src/cli/backup/index.ts';
import { runDeploy } from '../../../src/cli/deploy/index.ts';
import { runResume } from '../../../src/cli/deploy/resume.ts';
import { type Files, leftovers, storeState, type Tree, treeOf, writeFiles } from './machine.ts';
import { finishing, hostOptions, type Operation } from './operation.ts';

const POLICY = `critical:
  - files: /etc/**
    service: all
services:
  all: {check: 'true', probe: {command: 'true'}, passes: 1, soak: 0ms}
`;

const OLD: Files = {
  '/etc/auth/production.yml': { text: 'issuer: https://login.example.com\n', mode: 0o640 },
  '/etc/auth/keys.pem': { text: 'old key\n'.repeat(2_000), mode: 0o600 },
  '/etc/auth/current.yml': '-> production.yml',
  '/etc/billing/prices.toml': 'vat = 19\n',
};
const NEW: Files = {
  '/etc/auth/production.yml': { text: 'issuer: https://sso.example.com\n', mode: 0o640 },
  '/etc/auth/keys.pem': { text: 'new key\n'.repeat(2_000), mode: 0o600 },
  '/etc/auth/added.yml': 'added: true\n',
};
/** Every file takes its place by a rename: what is torn then is not the command's doing. */
const COMMAND = Object.keys(NEW).map((path) => `mv new${path} root${path}; sleep 0.02`);

/** `holdfast deploy` of a command that replaces and adds files, and removes one; the second one fails at its end. */
export async function deploying(name: string, base: string, program: string[]): Promise<Operation> {
  const fails = name !== 'deploy';
  await writeFiles(join(base, 'root'), OLD);
  const old = await treeOf(join(base, 'root'));
  await writeFiles(join(base, 'new'), NEW);
  await writeFile(join(base, 'policy.yml'), POLICY);
  const wanted = new Map(old);
  for (const [path, about] of await treeOf(join(base, 'new'))) wanted.set(path, about);
  wanted.delete('etc/billing/prices.toml');
  const line = [...COMMAND, 'rm root/etc/billing/prices.toml', `exit ${fails ? 1 : 0}`].join('; ');
  const policy = ['--policy', 'policy.yml'];
  const deploy = (directory: string, command: string) => [
    ...['deploy', ...policy, '--writes', '/etc/**', ...hostOptions(directory)],
    ...['--', 'sh', '-c', command],
  ];
  return {
    name,
    base,
    oneIn: 2,
    end: fails ? 1 : 0,
    command: (directory) => [...program, ...deploy(directory, line)],
    async judge(directory) {
      const root = join(directory, 'root');
      const store = ['--store', join(directory, 'store')];
      const found = await treeBetweenWrites(root);
      const unfinished = await finishing(runResume, directory, [], store, [0, 1]);
      const tree = await treeOf(root);
      const isGood = (await outcomesOf(directory)).at(-1) === 'good';
      unfinished.push(...differences(tree, isGood ? wanted : old));
      const torn = [...found, ...tree].filter(
        ([path, is]) => ![old.get(path), wanted.get(path)].includes(is),
      );
      const { faults, held, journals } = await storeOf(directory);
      const gone = [...found].filter(([path, was]) => was !== tree.get(path) && !was.startsWith('-> '));
      const lost = gone.filter(([, was]) => !held.has(was.split(' ')[2]!)).map(([path]) => path);
      unfinished.push(...journals, ...(await leftovers(root)));
      const again = deploy(directory, 'true').slice(1);
      unfinished.push(...(await finishing(runDeploy, directory, again, [])));
      unfinished.push(...(await finishing(runBackup, directory, ['check'], store)));
      if ((await outcomesOf(directory)).includes(undefined)) unfinished.push('a deployment has not ended');
      return { torn: torn.map(([path]) => path), lost: [...lost, ...faults], unfinished };
    },
  };
}

/** What the command left running may remove a file between the look at its directory and that at itself. */
async function treeBetweenWrites(root: string): Promise<Tree> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await treeOf(root);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === 10) throw error;
    }
  }
}

/** `undefined` for a deployment that has not ended. */
async function outcomesOf(directory: string): Promise<(string | null | undefined)[]> {
  const store = await openStore(join(directory, 'store'));
  if (!store.ok) return [];
  const listing = await readDeployments(store.value);
  if (!listing.ok || listing.value.damaged.length > 0) throw new Error('the deployments cannot be read');
  return listing.value.items.map(({ stage, outcome }) => (stage === 'ended' ? outcome : undefined));
}

/** Killed before the store was made, there is nothing in it. */
async function storeOf(directory: string): Promise<Awaited<ReturnType<typeof storeState>>> {
  const place = join(directory, 'store');
  if ((await openStore(place)).ok) return storeState(place);
  return { ids: [], faults: [], held: new Set<string>(), journals: [] };
}

function differences(tree: Tree, wanted: Tree): string[] {
  const paths = new Set([...tree.keys(), ...wanted.keys()]);
  return [...paths].filter((path) => tree.get(path) !== wanted.get(path));
}
