import { connection } from './connection.ts';
import type { BareGit } from './git.ts';

type First = { first?: number; after?: string };

/** A commit with its history in the order of `git log`, and the entry at a path of its tree, from real git. */
export async function commitOf(git: BareGit, oid: string) {
  const [committedDate, parents, message] = (
    await git.text('log', '-1', '--format=%cI%x00%P%x00%B', oid)
  ).split('\0');
  let files: ReturnType<typeof filesOf> | undefined;
  const above = (parents ?? '').split(' ').filter(Boolean);
  return {
    __typename: 'Commit',
    id: oid,
    oid,
    committedDate,
    message: message?.replace(/\n+$/, ''),
    parents: ({ first, after }: First) =>
      connection(
        above.map((id) => ({ __typename: 'Commit', oid: id })),
        first,
        after,
      ),
    async history({ first, after }: First): Promise<object> {
      const ids = (await git.text('rev-list', oid)).split('\n');
      // Only those of the page are looked up.
      const page = connection(ids, first, after);
      return { ...page, nodes: await Promise.all(page.nodes.map((id: string) => commitOf(git, id))) };
    },
    async file({ path }: { path: string }) {
      files ??= filesOf(git, oid);
      return (await files).get(path) ?? null;
    },
  };
}

/** Directories are entries too on GitHub; nobody asks for one. */
async function filesOf(git: BareGit, oid: string) {
  const lines = (await git.text('ls-tree', '-r', '-z', oid)).split('\0').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [facts = '', path = ''] = line.split(/\t(.*)/s);
      const [mode = '', type, id] = facts.split(' ');
      const entry = { __typename: 'TreeEntry', oid: id, type, path, mode: Number.parseInt(mode, 8) };
      return [path, entry];
    }),
  );
}
