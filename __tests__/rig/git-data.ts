// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { failure, notFound, type Route, route } from './answer.ts';
import { changedFiles, mergeBase } from './diff.ts';
import { userOf } from './people.ts';
import type { World } from './types.ts';

/** Git's own objects by REST, read by real git. */
export function gitDataRoutes(world: World): Route[] {
  const { git, repoUrl, limits } = world;
  const ref = async (name: string) => {
    const id = await git.id(`refs/${name}`);
    if (id === undefined) return notFound();
    const object = { sha: id, type: 'commit', url: `${repoUrl}/git/commits/${id}` };
    const body = { ref: `refs/${name}`, node_id: `REF_${name}`, url: `${repoUrl}/git/refs/${name}`, object };
    return { status: 200, body };
  };
  return [
    route('GET', '/git/ref/*name', ({ params }) => ref(params.name!)),
    route('GET', '/branches/*name', async ({ params }) => {
      const id = await git.id(`refs/heads/${params.name}`, 'commit');
      if (id === undefined) return failure(404, 'Branch not found');
      const url = `${repoUrl}/branches/${params.name}`;
      const protection = {
        enabled: false,
        required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
      };
      const more = {
        protected: false,
        protection,
        protection_url: `${url}/protection`,
        _links: { self: url, html: url },
      };
      return { status: 200, body: { name: params.name, commit: await commitJson(world, id), ...more } };
    }),
    route('GET', '/git/commits/:sha', async ({ params }) => {
      const id = /^[0-9a-f]{40}$/.test(params.sha!) ? await git.id(params.sha!, 'commit') : undefined;
      return id === undefined ? notFound() : { status: 200, body: await commitFacts(world, id) };
    }),
    route('GET', '/commits/*ref', async ({ params }) => {
      const id = await git.id(params.ref!, 'commit');
      if (id === undefined) return failure(422, `No commit found for SHA: ${params.ref}`);
      return { status: 200, body: await commitJson(world, id) };
    }),
    route('GET', '/compare/*basehead', async ({ params, query }) => {
      const [from = '', to = ''] = params.basehead!.split('...');
      const [base, head] = [await git.id(from, 'commit'), await git.id(to, 'commit')];
      if (!base || !head) return notFound();
      const common = await git.run(['merge-base', base, head]);
      if (common.code !== 0) return failure(404, `No common ancestor between ${from} and ${to}.`);
      const merge = await mergeBase(git, base, head);
      const count = async (range: string) => Number(await git.text('rev-list', '--count', range));
      const [ahead, behind] = [await count(`${base}..${head}`), await count(`${head}..${base}`)];
      const files = (await changedFiles(git, merge, head)).slice(0, 300).map(({ previous, ...file }) => ({
        ...file,
        changes: file.additions + file.deletions,
        blob_url: `https://github.com/${world.repository}/blob/${head}/${encodeURI(file.filename)}`,
        raw_url: `https://github.com/${world.repository}/raw/${head}/${encodeURI(file.filename)}`,
        contents_url: `${repoUrl}/contents/${encodeURI(file.filename)}?ref=${head}`,
        ...(previous && { previous_filename: previous }),
      }));
      const url = `${repoUrl}/compare/${from}...${to}`;
      const urls = {
        url,
        html_url: url,
        permalink_url: url,
        diff_url: `${url}.diff`,
        patch_url: `${url}.patch`,
      };
      const status = ahead && behind ? 'diverged' : ahead ? 'ahead' : behind ? 'behind' : 'identical';
      const counts = { status, ahead_by: ahead, behind_by: behind, total_commits: ahead };
      const ends = {
        base_commit: await commitJson(world, base),
        merge_base_commit: await commitJson(world, merge),
      };
      const list = (await git.text('rev-list', '--reverse', `${base}..${head}`)).split('\n').filter(Boolean);
      const size = Number(query.get('per_page') ?? 250);
      const start = (Number(query.get('page') ?? 1) - 1) * size;
      const commits = await Promise.all(list.slice(start, start + size).map((id) => commitJson(world, id)));
      return { status: 200, body: { ...urls, ...counts, ...ends, commits, files } };
    }),
    route('GET', '/git/trees/:sha', async ({ params, query }) => {
      const id = await git.id(params.sha!, 'tree');
      if (id === undefined) return notFound();
      const deep = query.has('recursive') ? ['-r', '-t'] : [];
      const lines = (await git.text('ls-tree', '-z', '-l', ...deep, id)).split('\0').filter(Boolean);
      const tree = lines.slice(0, limits.treeEntries).map((line) => {
        const [facts, path] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)];
        const [mode, type, sha, size] = facts.split(/ +/) as [string, string, string, string];
        const kind = type === 'tree' ? 'trees' : 'blobs';
        const entry = { path, mode, type, sha, ...(type === 'blob' && { size: Number(size) }) };
        return type === 'commit' ? entry : { ...entry, url: `${repoUrl}/git/${kind}/${sha}` };
      });
      const truncated = deep.length > 0 && lines.length > limits.treeEntries;
      return { status: 200, body: { sha: id, url: `${repoUrl}/git/trees/${id}`, tree, truncated } };
    }),
    route('GET', '/git/blobs/:sha', async ({ params, headers }) => {
      const id = /^[0-9a-f]{40}$/.test(params.sha!) ? await git.id(params.sha!, 'blob') : undefined;
      if (id === undefined) return notFound();
      const bytes = await git.bytes('cat-file', 'blob', id);
      if (/[.]raw\b/.test(headers.accept ?? '')) return { status: 200, body: bytes };
      const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
      const facts = { sha: id, node_id: `B_${id}`, size: bytes.length, url: `${repoUrl}/git/blobs/${id}` };
      return { status: 200, body: { ...facts, content, encoding: 'base64' } };
    }),
    route('GET', '/contents/*path', async ({ params, query, headers }) => {
      const path = params.path!.replace(/\/$/, '');
      const ref = query.get('ref') ?? 'main';
      const id = await git.id(`${ref}:${path}`);
      if (id === undefined) return notFound();
      const describe = (type: 'file' | 'dir', name: string, sha: string, size: number) => {
        const url = `${repoUrl}/contents/${encodeURI(name)}?ref=${ref}`;
        const html = `https://github.com/${world.repository}/blob/${ref}/${encodeURI(name)}`;
        const git_url = `${repoUrl}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`;
        const links = { url, html_url: html, git_url, download_url: type === 'file' ? html : null };
        const _links = { self: url, git: git_url, html };
        return { type, name: name.split('/').at(-1)!, path: name, sha, size, ...links, _links };
      };
      if ((await git.text('cat-file', '-t', id)) === 'tree') {
        const lines = (await git.text('ls-tree', '-z', '-l', id)).split('\0').filter(Boolean);
        const body = lines.map((line) => {
          const [facts = '', name = ''] = line.split('\t');
          const [, type, sha, size] = facts.split(/ +/) as [string, string, string, string];
          return describe(type === 'tree' ? 'dir' : 'file', `${path}/${name}`, sha, Number(size) || 0);
        });
        return { status: 200, body };
      }
      const bytes = await git.bytes('cat-file', 'blob', id);
      if (/[.]raw\b/.test(headers.accept ?? '')) return { status: 200, body: bytes };
      const large = bytes.length > 1024 * 1024;
      const content = large ? '' : bytes.toString('base64').replace(/.{60}/g, '$&\n');
      const body = {
        ...describe('file', path, id, bytes.length),
        content,
        encoding: large ? 'none' : 'base64',
      };
      return { status: 200, body };
    }),
  ];
}

async function readCommit(world: World, id: string) {
  const format = '%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';
  const text = await world.git.text('show', '-s', `--format=${format}`, id);
  const [tree, parents, an, ae, ad, cn, ce, cd, message = ''] = text.split('\0') as string[];
  const utc = (date: string) => new Date(date).toISOString().replace('.000', '');
  return {
    tree: { sha: tree!, url: `${world.repoUrl}/git/trees/${tree}` },
    parents: parents!.split(' ').filter(Boolean),
    author: { name: an!, email: ae!, date: utc(ad!) },
    committer: { name: cn!, email: ce!, date: utc(cd!) },
    message: message.replace(/\n$/, ''),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** `git/commits/{sha}` */
export async function commitFacts(world: World, id: string) {
  const { parents, ...facts } = await readCommit(world, id);
  const link = (sha: string) => ({
    sha,
    url: `${world.repoUrl}/git/commits/${sha}`,
    html_url: `https://github.com/${world.repository}/commit/${sha}`,
  });
  return { node_id: `C_${id}`, ...link(id), ...facts, parents: parents.map(link) };
}

/** `commits/{sha}`: with the people whom GitHub knows by the commit's addresses, `null` for others. */
export async function commitJson(world: World, id: string): Promise<any> {
  const { parents, ...commit } = await readCommit(world, id);
  const person = ({ email }: { email: string }) => {
    const login = email.replace(/@(example\.com|users\.noreply\.github\.com)$/, '').replace(/^\d+\+/, '');
    return login in world.people ? userOf(login, world.apiUrl) : null;
  };
  const url = `${world.repoUrl}/commits/${id}`;
  const html = 'https://github.com';
  return {
    sha: id,
    node_id: `C_${id}`,
    commit: { ...commit, url: `${world.repoUrl}/git/commits/${id}`, comment_count: 0 },
    url,
    html_url: `${html}/${world.repository}/commit/${id}`,
    comments_url: `${url}/comments`,
    author: person(commit.author),
    committer: person(commit.committer),
    parents: parents.map((sha) => ({
      sha,
      url: `${world.repoUrl}/commits/${sha}`,
      html_url: `${html}/${world.repository}/commit/${sha}`,
    })),
  };
}
