import { join } from 'node:path';
import { importCommits, type Tree } from '../git.ts';
import { type Bench, CLI, holdfast } from './bench.ts';

const KEYS = 40;
const FILES_OF_A_SERVICE = 4;
/** Files beside the critical ones, for each of them. */
const BESIDE = 15;
const ENVIRONMENTS = ['production', 'staging', 'testing', 'development'];

/** Many critical files in many services, each with its environments and a schema. */
export const drill: Bench = async (scratch, size) => {
  const repository = join(scratch, 'repository.git');
  await importCommits(repository, [
    { branch: 'rules', tree: rulesOf(size) },
    { branch: 'main', parent: 'rules', tree: new Map([...rulesOf(size), ...filesOf(size)]) },
  ]);
  const git = ['--git-dir', repository];
  const trial = ['drill', ...git, '--format', 'json', '--state', join(scratch, 'state.json')];
  // All files are new in it: every critical one is read and judged once.
  const check = ['check', ...git, '--base', 'rules', '--head', 'main', '--format', 'json'];
  return [
    {
      title: `${size} critical files of ${KEYS} keys beside ${size * BESIDE} others`,
      contenders: [
        { name: 'check', command: [process.execPath, CLI, ...check], cwd: scratch },
        { name: 'drill', command: [process.execPath, CLI, ...trial], cwd: scratch },
      ],
      async after() {
        const { trials } = JSON.parse(await holdfast(scratch, [...trial, '--since-last']));
        const proposals = trials.flatMap((one: { proposals: unknown[] }) => one.proposals);
        return [`${trials.length} errors tried; ${proposals.length} proposals that stop one`];
      },
    },
  ];
};

function rulesOf(size: number): Tree {
  const services = Array.from({ length: Math.ceil(size / FILES_OF_A_SERVICE) }, (_, index) =>
    serviceOf(index),
  );
  const rules = services.map(
    (service) =>
      `  - files: config/${service}/*.yml\n    service: ${service}\n    schema: schemas/service.json\n`,
  );
  const policy = `critical:\n${rules.join('')}environments: ['config/*/{environment}.yml']\n`;
  return new Map([
    entry('.github/holdfast.yml', policy),
    entry('schemas/service.json', JSON.stringify(schema())),
  ]);
}

function filesOf(size: number): Tree {
  const tree: Tree = new Map();
  for (let index = 0; index < size; index++) {
    const service = serviceOf(Math.floor(index / FILES_OF_A_SERVICE));
    const environment = ENVIRONMENTS[index % FILES_OF_A_SERVICE]!;
    tree.set(...entry(`config/${service}/${environment}.yml`, settings(service, environment)));
  }
  for (let index = 0; index < size * BESIDE; index++) {
    tree.set(...entry(`src/${index % 97}/module-${index}.ts`, `export const value = ${index};\n`));
  }
  return tree;
}

function entry(path: string, text: string) {
  return [path, { mode: '100644', content: Buffer.from(text) }] as const;
}

function serviceOf(index: number): string {
  return `service-${index}`;
}

function settings(service: string, environment: string): string {
  const groups = Array.from({ length: KEYS / 4 }, (_, group) =>
    [
      `group_${group}:`,
      `  url: https://${service}-${group}.${environment}.example.com`,
      `  pool: ${10 + group}`,
      `  enabled: true`,
      `  owner: team-${group}`,
    ].join('\n'),
  );
  return `${groups.join('\n')}\n`;
}

function schema() {
  const group = {
    type: 'object',
    properties: {
      url: { type: 'string', pattern: '^https://' },
      pool: { type: 'integer', minimum: 1 },
      enabled: { type: 'boolean' },
      owner: { type: 'string' },
    },
    additionalProperties: false,
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    additionalProperties: group,
  };
}
