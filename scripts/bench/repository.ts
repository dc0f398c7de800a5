import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { commitHeader, fastImport } from '../git.ts';
import { deployment, type Plan, replacedFile, toYaml } from './content.ts';
import { deploymentSchema } from './schema.ts';

const run = promisify(execFile);

export const SCHEMA = 'schemas/deployment.schema.json';
const REPLACED = 'config/large.yml';
const POLICY = `critical:
  - files: services/**/deployment.*
    service: shop
    schema: ${SCHEMA}
  - files: ${REPLACED}
`;
/** Three files in ten are configuration; the rest is source code. */
const CONFIGURATION_SHARE = 0.3;
/** Three configuration files in ten are JSON, the rest YAML. */
const isJson = (index: number) => index % 10 < 3;

type Write = (part: string) => Promise<void>;

/**
 * Makes a bare, packed repository of `files` files: branch `main`, for every count a branch `changed-<count>` in
 * which that many configuration files changed a little, and `replaced`, in which one large file has nothing left
 * of the old one. The same numbers give the same commits.
 */
export async function buildRepository(
  directory: string,
  files: number,
  counts: readonly number[],
): Promise<void> {
  const configurations = Math.floor(files * CONFIGURATION_SHARE);
  const most = Math.max(...counts);
  if (most > configurations) {
    throw new Error(`--changed ${most} needs --files ${Math.ceil(most / CONFIGURATION_SHARE)} or more`);
  }
  await fastImport(directory, async (write) => {
    await write(commitHeader('main'));
    await file(write, '.github/holdfast.yml', POLICY);
    await file(write, SCHEMA, `${JSON.stringify(deploymentSchema())}\n`);
    await file(write, REPLACED, replacedFile('old'));
    for (let index = 0; index < configurations; index++) await file(write, ...configuration(index, 'main'));
    for (let index = configurations + 3; index < files; index++) {
      await file(
        write,
        `src/${index % 97}/${index % 31}/module-${index}.ts`,
        `export const value = ${index};\n`,
      );
    }
    for (const count of counts) {
      await write(commitHeader(`changed-${count}`, 'main'));
      for (const index of spread(count, configurations))
        await file(write, ...configuration(index, 'changed'));
    }
    await write(commitHeader('replaced', 'main'));
    await file(write, REPLACED, replacedFile('new'));
  });
  await run('git', ['--git-dir', directory, 'repack', '-adq']);
}

/** Writes the schema and the changed files of a branch as plain files, for programs that read no git. */
export async function exportChanged(directory: string, files: number, count: number): Promise<void> {
  const configurations = Math.floor(files * CONFIGURATION_SHARE);
  const wanted: [string, string][] = [[SCHEMA, `${JSON.stringify(deploymentSchema())}\n`]];
  for (const index of spread(count, configurations)) wanted.push(configuration(index, 'changed'));
  for (const [path, text] of wanted) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
}

/** `count` indexes below `total`, evenly, with YAML and JSON in their shares. */
function spread(count: number, total: number): number[] {
  const blocks = Math.floor(total / 10);
  const step = Math.max(1, Math.floor(blocks / Math.ceil(count / 10)));
  return Array.from({ length: count }, (_, at) => (Math.floor(at / 10) * step * 10 + (at % 10)) % total);
}

function configuration(index: number, plan: Plan): [path: string, text: string] {
  const folder = `services/team-${index % 41}/service-${index}`;
  const value = deployment(index, plan);
  return isJson(index)
    ? [`${folder}/deployment.json`, `${JSON.stringify(value, null, 2)}\n`]
    : [`${folder}/deployment.yml`, toYaml(value)];
}

async function file(write: Write, path: string, text: string): Promise<void> {
  await write(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
}
