// Runs a TypeScript script of this project: node scripts/run.mjs scripts/eval/main.ts [--] [arguments]
//
// The script is bundled (packages stay outside) into node_modules/.cache/holdfast/<hash>.mjs and imported.
// It sees its own arguments in process.argv, and its exit code is the exit code.
// With HOLDFAST_THRESHOLDS set, its checks use those thresholds: see thresholds-plugin.mjs.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TEXT_FILES } from './text-files.mjs';
import { replaceableThresholds, VARIABLE } from './thresholds-plugin.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../..');

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error('Usage: node scripts/run.mjs SCRIPT.ts [--] [ARGUMENTS]');
  process.exit(2);
}
const entry = path.resolve(script);
if (!existsSync(entry)) {
  console.error(`There is no ${script}.`);
  process.exit(2);
}

const result = await build({
  absWorkingDir: ROOT,
  entryPoints: [entry],
  bundle: true,
  write: false,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  loader: TEXT_FILES,
  sourcemap: 'inline',
  sourcesContent: false,
  outfile: 'node_modules/.cache/holdfast/script.mjs',
  logLevel: 'warning',
  plugins: process.env[VARIABLE] === undefined ? [] : [replaceableThresholds()],
}).catch(() => process.exit(1));

const [output] = result.outputFiles;
const name = createHash('sha256').update(output.contents).digest('hex').slice(0, 16);
const file = path.join(ROOT, 'node_modules/.cache/holdfast', `${name}.mjs`);
if (!existsSync(file)) {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, output.contents);
  await rename(unfinished, file);
}

process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], entry, ...(rest[0] === '--' ? rest.slice(1) : rest)];
await import(pathToFileURL(file).href);
