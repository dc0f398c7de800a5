import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Writable } from 'node:stream';

/** Path with `/` -> what stands there. */
export type Tree = Map<string, { mode: '100644' | '100755' | '120000'; content: Buffer }>;

/** A commit to make: the whole tree, on top of `parent` and `merged` (branches made before) when given. */
export type Commit = { branch: string; parent?: string; merged?: string; message?: string; tree: Tree };

/** Everything below a directory: files, executables and symbolic links as they are. No directory is no files. */
export async function readTree(directory: string): Promise<Tree> {
  if (!existsSync(directory)) return new Map();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const tree: Tree = new Map();
  for (const entry of entries.filter((one) => !one.isDirectory())) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(directory, file).split(sep).join('/');
    if (entry.isSymbolicLink()) {
      tree.set(path, { mode: '120000', content: Buffer.from(await readlink(file)) });
    } else {
      const executable = ((await stat(file)).mode & 0o111) !== 0;
      tree.set(path, { mode: executable ? '100755' : '100644', content: await readFile(file) });
    }
  }
  return tree;
}

/** Makes a bare repository with these commits. The same trees give the same commit ids. */
export async function importCommits(repository: string, commits: readonly Commit[]): Promise<void> {
  await fastImport(repository, async (write) => {
    for (const { branch, parent, merged, message, tree } of commits) {
      await write(commitHeader(branch, parent, merged, message));
      if (parent !== undefined) await write('deleteall\n');
      for (const [path, { mode, content }] of tree) {
        await write(`M ${mode} inline ${quote(path)}\ndata ${content.length}\n`);
        await write(content);
        await write('\n');
      }
    }
  });
}

/** The head of a commit in the stream of `git fast-import`; its file commands follow. */
export function commitHeader(branch: string, parent?: string, merged?: string, message = ''): string {
  const who = 'Holdfast <holdfast@example.org> 1767225600 +0000';
  const from = parent === undefined ? '' : `from refs/heads/${parent}\n`;
  const merge = merged === undefined ? '' : `merge refs/heads/${merged}\n`;
  const text = `data ${Buffer.byteLength(message)}\n${message}${message === '' ? '' : '\n'}`;
  return `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n${text}${from}${merge}`;
}

/** Makes a bare repository, unless it is there, and feeds `git fast-import` in it. */
export async function fastImport(
  repository: string,
  feed: (write: (part: string | Buffer) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (!existsSync(join(repository, 'HEAD'))) {
    await mkdir(repository, { recursive: true });
    await finished(spawn('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository], CLEAN));
  }
  const child = spawn('git', ['--git-dir', repository, 'fast-import', '--quiet'], CLEAN);
  const ended = finished(child);
  await feed((part) => send(child.stdin!, part));
  child.stdin!.end();
  await ended;
}

/** Nobody's configuration and templates: a hook or a signature of this machine must not take part. */
export const CLEAN_ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TEMPLATE_DIR: '',
};

const CLEAN = {
  stdio: ['pipe', 'ignore', 'inherit'] as ['pipe', 'ignore', 'inherit'],
  env: CLEAN_ENVIRONMENT,
};

async function finished(child: ReturnType<typeof spawn>): Promise<void> {
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`);
}

async function send(stream: Writable, part: string | Buffer): Promise<void> {
  if (!stream.write(part)) await once(stream, 'drain');
}

function quote(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
