import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** The files of one commit: path -> object id of the content. */
export type Tree = ReadonlyMap<string, string>;

const run = promisify(execFile);
const MOST_BYTES = 1 << 30;

/** Symbolic links and submodules are left out. */
export async function readTree(gitDir: string, ref: string): Promise<Tree> {
  const { stdout } = await run('git', ['--git-dir', gitDir, 'ls-tree', '-r', '-z', ref], {
    maxBuffer: MOST_BYTES,
  });
  const tree = new Map<string, string>();
  for (const entry of stdout.split('\0')) {
    const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (mode?.startsWith('100')) tree.set(path!, id!);
  }
  return tree;
}

/** The contents of these objects, as text; bytes that are no UTF-8 become U+FFFD. */
export function readContents(gitDir: string, ids: Iterable<string>): Map<string, string> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const output = execFileSync('git', ['--git-dir', gitDir, 'cat-file', '--batch'], {
    input: `${wanted.join('\n')}\n`,
    maxBuffer: MOST_BYTES,
  });
  const contents = new Map<string, string>();
  let at = 0;
  for (const id of wanted) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2]);
    if (!Number.isInteger(size)) throw new Error(`${id} cannot be read`);
    contents.set(id, output.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}
