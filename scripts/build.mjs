// Builds dist/: one entry per action, the command line, shared chunks, collected licences.
//
//   node scripts/build.mjs              writes dist/ and removes what is stale there
//   node scripts/build.mjs --check      writes nothing; exits 1 and names the files that differ from dist/
//   node scripts/build.mjs --out DIR    writes somewhere else
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { collectLicences } from './licences.mjs';
import { TEXT_FILES } from './text-files.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../..');

/** Bundle -> source. A new action adds one line here. */
const ENTRIES = {
  check: 'src/actions/check.ts',
  backup: 'src/actions/backup.ts',
  restore: 'src/actions/restore.ts',
  verify: 'src/actions/verify.ts',
  deploy: 'src/actions/deploy.ts',
  'deploy-post': 'src/actions/deploy-post.ts',
  drill: 'src/actions/drill.ts',
  cli: 'src/cli/main.ts',
};
const EXECUTABLES = new Set(['cli.js']);

/** CommonJS packages inside an ES module bundle call `require` for Node's own modules. */
const BANNER =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

/** @returns {Promise<Map<string, Buffer>>} path inside dist (with `/`) -> content; the same on every machine. */
async function bundle() {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: BANNER },
    loader: TEXT_FILES,
    logLevel: 'warning',
  });
  const files = new Map();
  for (const output of result.outputFiles) {
    const name = toSlashes(path.relative(path.join(ROOT, 'dist'), output.path));
    // Git stores these files with LF; a licence comment with CRLF would make every fresh clone look stale.
    let text = output.text.replaceAll('\r\n', '\n');
    if (EXECUTABLES.has(name) && !text.startsWith('#!')) text = `#!/usr/bin/env node\n${text}`;
    files.set(name, Buffer.from(text));
  }
  files.set('package.json', Buffer.from('{\n  "type": "module"\n}\n'));
  files.set('LICENSES.txt', Buffer.from(await collectLicences(result.metafile, ROOT)));
  refuseMachinePaths(files);
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function refuseMachinePaths(files) {
  const home = process.env.HOME;
  const forbidden = [ROOT, ...(home && home.length > 1 ? [home + path.sep] : [])];
  for (const [name, content] of files) {
    const found = forbidden.find((text) => content.includes(text));
    if (found) throw new Error(`dist/${name} would contain this machine's path ${found}`);
  }
}

async function write(files, directory) {
  for (const stale of await listFiles(directory)) {
    if (!files.has(stale)) await rm(path.join(directory, stale));
  }
  for (const [name, content] of files) {
    const file = path.join(directory, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    await chmod(file, EXECUTABLES.has(name) ? 0o755 : 0o644);
  }
}

/** @returns {Promise<string[]>} one line per file of the directory that is not as it would be built */
async function differences(files, directory) {
  const present = new Set(await listFiles(directory));
  const lines = [];
  for (const [name, content] of files) {
    const file = path.join(directory, name);
    if (!present.has(name)) lines.push(`missing   ${name}`);
    else if (!content.equals(await readFile(file))) lines.push(`differs   ${name}`);
    else if (EXECUTABLES.has(name) && process.platform !== 'win32' && !((await stat(file)).mode & 0o111))
      lines.push(`not executable   ${name}`);
  }
  for (const name of present) if (!files.has(name)) lines.push(`left over ${name}`);
  return lines;
}

async function listFiles(directory) {
  if (!existsSync(directory)) return [];
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      toSlashes(path.relative(directory, path.join(entry.parentPath ?? entry.path, entry.name))),
    )
    .sort();
}

function toSlashes(file) {
  return file.split(path.sep).join('/');
}

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, out: { type: 'string' } },
});
const directory = path.resolve(options.out ?? path.join(ROOT, 'dist'));
const shown = path.relative(process.cwd(), directory) || directory;
const files = await bundle();
if (options.check) {
  const lines = await differences(files, directory);
  if (lines.length > 0) {
    console.error(`${shown} is not what the sources build:\n${lines.map((line) => `  ${line}\n`).join('')}`);
    console.error('Run `npm ci && npm run build` and commit dist/.');
    process.exitCode = 1;
  } else {
    console.log(`${shown} is up to date (${files.size} files).`);
  }
} else {
  await write(files, directory);
  const size = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  console.log(`${shown}: ${files.size} files, ${(size / 1e6).toFixed(2)} MB`);
}
