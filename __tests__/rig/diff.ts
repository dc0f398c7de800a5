import type { BareGit } from './git.ts';

export type ChangedFile = {
  filename: string;
  previous?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  sha: string;
  additions: number;
  deletions: number;
  /** Unified diff from the first `@@` on; none for binary files and renames without a change. */
  patch?: string;
};

export async function mergeBase(git: BareGit, base: string, head: string): Promise<string> {
  const { code, out } = await git.run(['merge-base', base, head]);
  return code === 0 ? out.toString().trim() : base;
}

const cache = new Map<string, Promise<ChangedFile[]>>();

/** What GitHub lists for a pull request: merge base to head, in the order of paths. */
export function changedFiles(git: BareGit, base: string, head: string): Promise<ChangedFile[]> {
  const key = `${git.dir} ${base} ${head}`;
  if (!cache.has(key)) cache.set(key, readChanges(git, base, head));
  return cache.get(key)!;
}

const STATUS = { A: 'added', D: 'removed', R: 'renamed' } as const;

async function readChanges(git: BareGit, base: string, head: string): Promise<ChangedFile[]> {
  const options = ['-r', '-M', '--no-ext-diff', '--no-textconv', '--full-index', '--no-color'];
  const raw = (await git.text('diff-tree', ...options, '-z', '--raw', '--abbrev=40', base, head)).split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; raw[at]?.startsWith(':'); ) {
    const [, , before, after, letter = 'M'] = raw[at]!.split(' ');
    const status = STATUS[letter[0] as keyof typeof STATUS] ?? 'modified';
    const renamed = status === 'renamed';
    const filename = raw[at + (renamed ? 2 : 1)]!;
    const sha = status === 'removed' ? before! : after!;
    const file: ChangedFile = { filename, status, sha, additions: 0, deletions: 0 };
    if (renamed) file.previous = raw[at + 1]!;
    files.push(file);
    at += renamed ? 3 : 2;
  }
  // The sections of one patch come in the same order as the raw lines.
  const patch = await git.text('-c', 'core.quotePath=false', 'diff-tree', ...options, '-p', base, head);
  const sections = `\n${patch}`.split(/\ndiff --git /).slice(1);
  for (const [index, file] of files.entries()) {
    const lines = (sections[index] ?? '').split('\n');
    const first = lines.findIndex((line) => line.startsWith('@@ '));
    if (first === -1) continue;
    const body = lines.slice(first);
    file.additions = body.filter((line) => line.startsWith('+')).length;
    file.deletions = body.filter((line) => line.startsWith('-')).length;
    file.patch = body.join('\n');
  }
  return files;
}

/** Lines that may be commented on, with the hunk they are in: `RIGHT 12` -> 0. */
export function commentable(patch: string): Map<string, number> {
  const lines = new Map<string, number>();
  let left = 0;
  let right = 0;
  let hunk = -1;
  for (const line of patch.split('\n')) {
    const start = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (start) {
      [left, right] = [Number(start[1]), Number(start[2])];
      hunk++;
      continue;
    }
    if (line.startsWith('\\')) continue;
    if (!line.startsWith('+')) lines.set(`LEFT ${left++}`, hunk);
    if (!line.startsWith('-')) lines.set(`RIGHT ${right++}`, hunk);
  }
  return lines;
}
