import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Case } from '../eval/cases.ts';
import { fastImport } from '../git.ts';

const run = promisify(execFile);

/** One line of `git diff-tree --raw`: a path, and what it becomes. */
type Line = { path: string; mode: string; id: string };
/** A commit to be made. */
type Step = { subject: string; lines: Line[] };

/** An accident among ordinary commits, as a branch of a repository that holds nothing else. */
export type Incident = {
  /** The branch, and the commits before and after everything. */
  ref: string;
  start: string;
  accident: string;
  /** The critical path of the accident, and those of the ordinary commits. */
  path: string;
  others: string[];
};

/** Commits around the accident. */
export const ORDINARY = 50;
/** Seconds of the first commit, and the mean between two. */
const START = 1_700_000_000;
const MEAN_GAP = 4 * 3600;
const RAW = ['diff-tree', '-r', '--raw', '-z', '--no-renames', '--no-abbrev'];

/** A repository that borrows all contents from `gitDir`: commits and trees are its own. */
export async function createBorrower(directory: string, gitDir: string): Promise<string> {
  await run('git', ['init', '--quiet', '--bare', directory]);
  await writeFile(join(directory, 'objects/info/alternates'), `${resolve(gitDir)}/objects\n`);
  return directory;
}

/**
 * Builds the branch. The history of the accident's own file comes in its real order before it; what is missing to 50
 * are ordinary changes of other cases, below directories of their own, before and after it.
 */
export async function buildIncident(
  repository: string,
  source: Source,
  one: Case,
  ordinary: readonly Case[],
  random: () => number,
  name: string,
): Promise<Incident> {
  const { git } = source;
  const refs = `refs/cases/${one.id}`;
  const own = await historyOf(git, `${refs}/base`);
  const wanted = ORDINARY - (own.length - 1);
  const drawn = draw(
    ordinary.filter(({ path, group }) => path !== one.path || group !== one.group),
    wanted,
    random,
  );
  const beside: Beside[] = [];
  for (const each of drawn) beside.push(await source.beside(each));

  const after = Math.floor(random() * (beside.length + 1));
  const before = shuffle(
    [...beside.slice(after).map(() => 'other'), ...own.slice(1).map(() => 'own')],
    random,
  );
  const waiting = {
    own: own.slice(1).map(({ step }) => step),
    other: beside.slice(after).map(({ step }) => step),
  };
  const accident = await stepOf(git, `${refs}/base`, `${refs}/head`);
  const steps = [
    ...before.map((kind) => waiting[kind as 'own' | 'other'].shift()!),
    accident,
    ...beside.slice(0, after).map(({ step }) => step),
  ];
  const first: Step = {
    subject: 'Start',
    lines: [...(await treeOf(git, own[0]!.id)), ...beside.flatMap(({ base }) => base)],
  };
  const ids = await importSteps(repository, `refs/incidents/${name}`, [first, ...steps], random);
  return {
    ref: `refs/incidents/${name}`,
    start: ids[0]!,
    accident: ids[1 + steps.indexOf(accident)]!,
    path: one.path,
    others: beside.map(({ path }) => path),
  };
}

type Git = (args: string[]) => Promise<Buffer>;
/** `gone`: the change deletes or renames its file. */
type Beside = { step: Step; base: Line[]; path: string; gone: boolean };

/** The recorded cases. `beside` remembers. */
export type Source = { git: Git; beside(one: Case): Promise<Beside> };

export function openSource(gitDir: string): Source {
  const git: Git = async (args) =>
    (await run('git', ['--git-dir', gitDir, ...args], { encoding: 'buffer', maxBuffer: 1 << 28 })).stdout;
  const known = new Map<string, Promise<Beside>>();
  return {
    git,
    beside(one) {
      if (!known.has(one.id)) known.set(one.id, besideOf(git, one));
      return known.get(one.id)!;
    },
  };
}

/** The commits up to a base, oldest first; the first one only with what stood there. */
async function historyOf(git: Git, base: string): Promise<{ id: string; step: Step }[]> {
  const ids = (await git(['rev-list', '--first-parent', '--reverse', base])).toString().trim().split('\n');
  const history: { id: string; step: Step }[] = [];
  for (const [index, id] of ids.entries()) {
    const step = index === 0 ? { subject: '', lines: [] } : await stepOf(git, ids[index - 1]!, id);
    history.push({ id, step });
  }
  return history;
}

async function stepOf(git: Git, from: string, to: string): Promise<Step> {
  const subject = (await git(['log', '-1', '--format=%s', to])).toString().trim();
  const parts = (await git([...RAW, from, to])).toString('latin1').split('\0');
  const lines: Line[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , id = ''] = parts[at]!.split(' ');
    lines.push({ path: parts[at + 1]!, mode, id });
  }
  return { subject, lines };
}

async function treeOf(git: Git, commit: string): Promise<Line[]> {
  const listing = (await git(['ls-tree', '-r', '-z', commit])).toString('latin1').split('\0').filter(Boolean);
  return listing.map((line) => {
    const [head = '', path = ''] = line.split('\t');
    const [mode = '', , id = ''] = head.split(' ');
    return { path, mode, id };
  });
}

/** An ordinary change below a directory of its own, and what it finds there. */
async function besideOf(git: Git, one: Case): Promise<Beside> {
  const refs = `refs/cases/${one.id}`;
  const below = (line: Line) => ({ ...line, path: `apps/${one.id}/${line.path}` });
  const step = await stepOf(git, `${refs}/base`, `${refs}/head`);
  const touched = new Set(step.lines.map(({ path }) => path));
  const base = (await treeOf(git, `${refs}/base`)).filter(({ path }) => touched.has(path));
  return {
    step: { ...step, lines: step.lines.map(below) },
    base: base.map(below),
    path: `apps/${one.id}/${one.path}`,
    gone: step.lines.some(({ path, mode }) => path === one.path && mode === '000000'),
  };
}

/** Gives the ids of the commits, in their order. */
async function importSteps(
  repository: string,
  ref: string,
  steps: readonly Step[],
  random: () => number,
): Promise<string[]> {
  let time = START;
  await fastImport(repository, async (write) => {
    for (const [index, { subject, lines }] of steps.entries()) {
      time += Math.ceil(-Math.log(1 - random()) * MEAN_GAP);
      const message = Buffer.from(subject);
      await write(`commit ${ref}\nmark :${index + 1}\n`);
      await write(`committer Dev <dev@example.com> ${time} +0000\ndata ${message.length}\n`);
      await write(message);
      await write(`\n${index === 0 ? '' : `from :${index}\n`}`);
      for (const { path, mode, id } of lines) {
        const quoted = `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
        const line = mode === '000000' ? `D ${quoted}\n` : `M ${mode} ${id} ${quoted}\n`;
        await write(Buffer.from(line, 'latin1'));
      }
      await write('\n');
    }
  });
  const { stdout } = await run('git', [
    '--git-dir',
    repository,
    'rev-list',
    '--first-parent',
    '--reverse',
    ref,
  ]);
  return stdout.trim().split('\n');
}

function draw<T>(items: readonly T[], count: number, random: () => number): T[] {
  return shuffle([...items], random).slice(0, count);
}

function shuffle<T>(items: T[], random: () => number): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}
