// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { failure, notFound, paged, type Route, route } from './answer.ts';
import { changedFiles, mergeBase } from './diff.ts';
import { commitJson } from './git-data.ts';
import { userOf } from './people.ts';
import type { World } from './types.ts';

export type NewPull = {
  /** A branch, or a commit for which a branch is made. */
  head: string;
  base: string;
  title?: string;
  body?: string;
  author?: string;
  /** The login under which the head's repository is a fork. */
  fork?: string;
};

/** Ids of commits now; `merge` is the test merge commit, `null` while there are conflicts. */
export type Heads = { number: number; head: string; base: string; merge: string | null };

export type Pulls = {
  routes: Route[];
  create(pull: NewPull): Promise<Heads>;
  get(number: number): Promise<any>;
  heads(number: number): Promise<Heads | undefined>;
  author(number: number): string | undefined;
  /** Every commit that is in the head and not in the base, oldest first. */
  commits(number: number): Promise<string[]>;
  push(push: { branch: string; commit: string; user?: string }): Promise<void>;
};

type Pull = { number: number; headRef: string; author: string; fork: string | undefined; merged?: Heads };

export function createPulls(world: World): Pulls {
  const { git, apiUrl, repoUrl } = world;
  const all = new Map<number, Pull>();
  const pushes: object[] = [];
  const stored = async (number: number) => {
    const answer = await world.emulate('root', 'GET', `/repos/${world.repository}/pulls/${number}`);
    return answer.status === 200 ? answer.body : undefined;
  };

  async function branch(revision: string, name: string): Promise<string> {
    if (await git.id(`refs/heads/${revision}`)) return revision;
    const commit = await git.id(revision, 'commit');
    if (commit === undefined) throw new Error(`${revision} is no branch and no commit`);
    await git.text('update-ref', `refs/heads/${name}`, commit);
    return name;
  }

  /** As GitHub does: refs/pull/N/head and refs/pull/N/merge, whose parents are the base's tip and the head. */
  async function heads(number: number): Promise<Heads | undefined> {
    const pull = all.get(number);
    const json = pull && (await stored(number));
    if (!pull || !json) return undefined;
    const head = (await git.id(`refs/heads/${pull.headRef}`)) ?? (await git.id(`refs/pull/${number}/head`));
    const base = (await git.id(`refs/heads/${json.base.ref}`)) ?? json.base.sha;
    if (head === undefined) throw new Error(`pull request ${number} has no head`);
    const known = pull.merged;
    if (json.state === 'closed' && known) return known;
    if (known?.head === head && known.base === base) return known;
    await git.text('update-ref', `refs/pull/${number}/head`, head);
    const tree = await git.run(['merge-tree', '--write-tree', base, head]);
    let merge: string | null = null;
    if (tree.code === 0) {
      const id = tree.out.toString().trim();
      merge = await git.text('commit-tree', id, '-p', base, '-p', head, '-m', `Merge ${head} into ${base}`);
      await git.text('update-ref', `refs/pull/${number}/merge`, merge);
    }
    pull.merged = { number, head, base, merge };
    return pull.merged;
  }

  async function commits(number: number): Promise<string[]> {
    const now = (await heads(number))!;
    const list = await git.text('rev-list', '--reverse', '--topo-order', `${now.base}..${now.head}`);
    return list.split('\n').filter(Boolean);
  }

  async function get(number: number): Promise<any> {
    const now = await heads(number);
    const json = now && (await stored(number));
    return json && overlay(json, now);
  }

  async function overlay(json: any, now: Heads): Promise<any> {
    const pull = all.get(now.number)!;
    const files = await changedFiles(git, await mergeBase(git, now.base, now.head), now.head);
    const sum = (key: 'additions' | 'deletions') => files.reduce((total, file) => total + file[key], 0);
    const owner = pull.fork && userOf(pull.fork, apiUrl);
    const repo = pull.fork
      ? { ...json.head.repo, id: 77, full_name: `${pull.fork}/shop`, owner, fork: true }
      : json.head.repo;
    return {
      ...json,
      user: userOf(pull.author, apiUrl),
      head: {
        ...json.head,
        ref: pull.headRef,
        label: `${pull.fork ?? 'acme'}:${pull.headRef}`,
        sha: now.head,
        ...(owner && { user: owner, repo }),
      },
      base: { ...json.base, sha: now.base },
      merge_commit_sha: now.merge,
      mergeable: now.merge !== null,
      mergeable_state: now.merge === null ? 'dirty' : 'clean',
      commits: (await commits(now.number)).length,
      additions: sum('additions'),
      deletions: sum('deletions'),
      changed_files: files.length,
      maintainer_can_modify: false,
    };
  }

  const number = (params: Record<string, string>) => Number(params.number);
  return {
    heads,
    get,
    commits,
    author: (wanted) => all.get(wanted)?.author,
    async create({ title = 'A change', body, author = 'ada', fork, ...pull }) {
      const name = `${all.size + 1}`;
      const headRef = await branch(pull.head, `head-${name}`);
      const base = await branch(pull.base, `base-${name}`);
      const path = `/repos/${world.repository}/pulls`;
      const answer = await world.emulate(author, 'POST', path, {
        title,
        head: headRef,
        base,
        ...(body && { body }),
      });
      if (answer.status !== 201) throw new Error(`emulate: ${answer.status} ${JSON.stringify(answer.body)}`);
      const created: number = answer.body.number;
      all.set(created, { number: created, headRef, author, fork });
      const now = (await heads(created))!;
      await world.timeline.committed(created, await commits(created));
      return now;
    },
    async push({ branch: name, commit, user = 'ada' }) {
      const id = await git.id(commit, 'commit');
      const before = await git.id(`refs/heads/${name}`);
      if (id === undefined) throw new Error(`no commit ${commit}`);
      await git.text('update-ref', `refs/heads/${name}`, id);
      const forward = before && (await git.run(['merge-base', '--is-ancestor', before, id])).code === 0;
      for (const pull of all.values()) {
        if (pull.headRef !== name) continue;
        const old = new Set(before ? (await git.text('rev-list', before)).split('\n') : []);
        const fresh = (await commits(pull.number)).filter((one) => !old.has(one));
        await world.timeline.committed(pull.number, fresh);
        if (!forward) world.timeline.add(pull.number, 'head_ref_force_pushed', user, { commit_id: id });
      }
      pushes.unshift({
        id: pushes.length + 1,
        node_id: `PSH_${pushes.length + 1}`,
        before: before ?? '0'.repeat(40),
        after: id,
        ref: `refs/heads/${name}`,
        timestamp: world.timeline.now(),
        activity_type: before === undefined ? 'branch_creation' : forward ? 'push' : 'force_push',
        actor: userOf(user, apiUrl),
      });
    },
    routes: [
      route('GET', '/activity', (call) => {
        const ref = call.query.get('ref')?.replace(/^(refs\/heads\/)?/, 'refs/heads/');
        return paged(
          call,
          `${repoUrl}/activity`,
          pushes.filter((push: any) => !ref || push.ref === ref),
        );
      }),
      route('GET', '/pulls/:number', async ({ params }) => {
        const json = await get(number(params));
        return json ? { status: 200, body: json } : notFound();
      }),
      route('PATCH', '/pulls/:number', async ({ params, body, login }) => {
        if (!(await heads(number(params)))) return notFound();
        const path = `/repos/${world.repository}/pulls/${number(params)}`;
        const answer = await world.emulate(login, 'PATCH', path, body);
        return answer.status === 200 ? { status: 200, body: await get(number(params)) } : answer;
      }),
      route('GET', '/pulls', async (call) => {
        const query = new URLSearchParams(call.query);
        const answer = await world.emulate('root', 'GET', `/repos/${world.repository}/pulls?${query}`);
        if (answer.status !== 200) return answer;
        return { ...answer, body: await Promise.all(answer.body.map((json: any) => get(json.number))) };
      }),
      route('GET', '/pulls/:number/files', async (call) => {
        const now = await heads(number(call.params));
        if (!now) return notFound();
        const files = await changedFiles(git, await mergeBase(git, now.base, now.head), now.head);
        const json = files.map((file) => ({
          sha: file.sha,
          filename: file.filename,
          status: file.status,
          additions: file.additions,
          deletions: file.deletions,
          changes: file.additions + file.deletions,
          blob_url: `https://github.com/${world.repository}/blob/${now.head}/${encodeURI(file.filename)}`,
          raw_url: `https://github.com/${world.repository}/raw/${now.head}/${encodeURI(file.filename)}`,
          contents_url: `${repoUrl}/contents/${encodeURI(file.filename)}?ref=${now.head}`,
          ...(file.patch !== undefined && { patch: file.patch }),
          ...(file.previous && { previous_filename: file.previous }),
        }));
        return paged(call, `${repoUrl}${call.path}`, json, world.limits.pullFiles);
      }),
      route('GET', '/pulls/:number/commits', async (call) => {
        if (!(await heads(number(call.params)))) return notFound();
        const list = (await commits(number(call.params))).slice(0, 250);
        const json = await Promise.all(list.map((id) => commitJson(world, id)));
        return paged(call, `${repoUrl}${call.path}`, json);
      }),
      route('GET', '/commits/:sha/pulls', async (call) => {
        const id = await git.id(call.params.sha!, 'commit');
        if (id === undefined) return failure(422, `No commit found for SHA: ${call.params.sha}`);
        const found = [];
        for (const pull of all.keys()) if ((await commits(pull)).includes(id)) found.push(await get(pull));
        return paged(call, `${repoUrl}${call.path}`, found);
      }),
    ],
  };
}
