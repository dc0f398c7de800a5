import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Entry } from '../../snapshots/entry.ts';
import {
  type History,
  MOST_MESSAGES,
  MOST_VERSIONS,
  type Past,
  type PastCommit,
  type PastVersion,
} from '../../snapshots/history.ts';
import { entryMode, isObjectId } from '../git/modes.ts';
import { checkOut } from './api-tree.ts';
import type { GitHub } from './client.ts';

/** Files that GitHub is asked to look up in one request (paths times commits), and requests in all. */
const MOST_LOOKUPS = 2_500;
const MOST_PAGES = 5;
/** Paths of which the past is asked: more of them would leave too few commits to a request. */
const MOST_PATHS = 500;
/** Commits on one of GitHub's pages. */
const PAGE = 100;

type RawNode = {
  oid: string;
  committedDate: string;
  message: string;
  parents?: { nodes?: { oid: string }[] };
  [file: `f${number}`]: unknown;
};
type Connection = {
  nodes?: (RawNode | null)[];
  pageInfo?: { hasNextPage: boolean; endCursor: string | null };
};
type Answer = { repository?: { object?: { history?: Connection } | null } };

/** One commit with its first parent, and what stands at each of the asked paths. */
type Node = { commit: PastCommit; parent: string | undefined; entries: (Entry | undefined)[] };

/**
 * The same history as git mode's, from GitHub: the first parents of the base, as far as a few requests go.
 * https://docs.github.com/en/graphql/reference/commits, https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export function apiHistory(github: GitHub, { base, head }: { base: string; head: string }): History {
  return {
    async past(all) {
      // GraphQL's strings are Unicode; a path of other bytes cannot be asked for.
      const paths = all.filter((path) => path.isWellFormed()).slice(0, MOST_PATHS);
      const query = queryFor(paths);
      const named = Object.fromEntries(paths.map((path, at) => [`p${at}`, path]));
      const first = Math.min(PAGE, Math.floor(MOST_LOOKUPS / Math.max(1, paths.length)));
      const nodes = new Map<string, Node>();
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const variables: Record<string, unknown> = {
          ...named,
          owner: github.owner,
          repo: github.repo,
          base,
          first,
          after,
        };
        const answer: Result<Answer> = await github.graphql(query, variables);
        if (!answer.ok) return answer;
        const history: Connection | undefined = answer.value.repository?.object?.history;
        const read = history?.nodes?.map((raw) => parseNode(raw, paths)) ?? [undefined];
        for (const node of read) {
          if (node === undefined) return checkOut('github-inexact', 'GitHub gives no history of the base.');
          nodes.set(node.commit.id, node);
        }
        if (history?.pageInfo?.hasNextPage !== true) break;
        after = history.pageInfo.endCursor;
      }
      return ok(pastOf(paths, chain(nodes, base)));
    },
    async messages() {
      const messages: string[] = [];
      for (let page = 1; messages.length < MOST_MESSAGES; page++) {
        const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
        const answer = await github.request(route, { basehead: `${base}...${head}`, per_page: PAGE, page });
        if (!answer.ok) return answer;
        const commits: unknown = answer.value.data?.commits;
        if (!Array.isArray(commits)) break;
        messages.push(...commits.map((each) => String(each?.commit?.message)));
        if (commits.length < PAGE) break;
      }
      return ok(messages.reverse());
    },
  };
}

function queryFor(paths: readonly Path[]): string {
  const given = paths.map((_, at) => `, $p${at}: String!`).join('');
  const files = paths.map((_, at) => `f${at}: file(path: $p${at}) { oid mode }`).join(' ');
  const nodes = `oid committedDate message parents(first: 1) { nodes { oid } } ${files}`;
  const history = `history(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${nodes} } }`;
  return `query ($owner: String!, $repo: String!, $base: GitObjectID!, $first: Int!, $after: String${given}) { repository(owner: $owner, name: $repo) { object(oid: $base) { ... on Commit { ${history} } } } }`;
}

function parseNode(raw: RawNode | null, paths: readonly Path[]): Node | undefined {
  const time = Date.parse(String(raw?.committedDate));
  if (!isObjectId(String(raw?.oid)) || Number.isNaN(time) || typeof raw?.message !== 'string')
    return undefined;
  const parent = raw.parents?.nodes?.[0]?.oid;
  const day = new Date(time).toISOString().split('T')[0]!;
  const entries = paths.map((path, at): Entry | undefined => {
    const file = raw[`f${at}`] as { oid: string; mode: number } | null | undefined;
    const mode = entryMode(Number(file?.mode).toString(8));
    return file && mode && isObjectId(file.oid) ? { path, mode, id: file.oid } : undefined;
  });
  return { commit: { id: raw.oid, day, subject: subjectOf(raw.message) }, parent, entries };
}

/** As git's `%s`: the first paragraph on one line. */
function subjectOf(message: string): string {
  const [first = ''] = message.replace(/^\s*\n/, '').split(/\n\s*\n/);
  return first
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
    .join(' ');
}

function chain(nodes: ReadonlyMap<string, Node>, base: string): Node[] {
  const found: Node[] = [];
  for (let next = nodes.get(base); next !== undefined; next = nodes.get(next.parent ?? '')) found.push(next);
  return found;
}

/** A version begins where a path is not what it is in the commit before. */
function pastOf(paths: readonly Path[], commits: readonly Node[]): Past {
  const cut = commits.at(-1)?.parent !== undefined;
  const begun = commits.map((node, index) =>
    paths.map((_, at) => {
      const older = commits[index + 1];
      const [now, then] = [node.entries[at], older?.entries[at]];
      return older === undefined ? now !== undefined : now?.id !== then?.id || now?.mode !== then?.mode;
    }),
  );
  const touching = commits.flatMap((_, index) => (begun[index]!.includes(true) ? [index] : []));
  const versions = new Map<Path, PastVersion[]>();
  for (const [at, path] of paths.entries()) {
    const own = touching.flatMap((index, commit): PastVersion[] => {
      if (!begun[index]![at]) return [];
      const entry = commits[index]!.entries[at];
      const older = commits[index + 1];
      const isNew = entry !== undefined && (older === undefined ? !cut : older.entries[at] === undefined);
      return [{ commit, ...(entry && { entry }), ...(isNew && { first: true }) }];
    });
    if (own.length > 0) versions.set(path, own.slice(0, MOST_VERSIONS));
  }
  const past = { commits: touching.map((index) => commits[index]!.commit), versions };
  return cut ? { ...past, cutAfter: commits.length } : past;
}
