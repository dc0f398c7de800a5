// biome-ignore-all lint/suspicious/noExplicitAny: values of any shape, as the query asks for them.
import type { Answer, Call } from './answer.ts';
import { connection } from './connection.ts';
import { commitOf } from './graphql-commit.ts';
import { fill, type Operation, parseQuery } from './graphql-query.ts';
import type { Thread } from './reviews.ts';
import type { World } from './types.ts';

/** `POST /graphql`: viewer, blobs by id or expression, review threads; errors come with 200, as GitHub gives them. */
export async function graphql(world: World, call: Call): Promise<Answer> {
  const errors = (message: string, type?: string): Answer => ({
    status: 200,
    body: { data: null, errors: [{ ...(type && { type }), message }] },
  });
  let operation: Operation;
  try {
    operation = parseQuery(String(call.body?.query), call.body?.variables ?? {});
  } catch (error) {
    return errors((error as Error).message);
  }
  if (operation.kind === 'mutation' && !call.write)
    return errors('Resource not accessible by integration', 'FORBIDDEN');
  const roots = operation.kind === 'mutation' ? mutations(world) : queries(world, call);
  try {
    return { status: 200, body: { data: await fill(operation.fields, roots) } };
  } catch (error) {
    const message = (error as Error).message;
    return errors(message, /^Could not resolve/.test(message) ? 'NOT_FOUND' : 'undefinedField');
  }
}

function queries(world: World, call: Call) {
  return {
    __typename: 'Query',
    viewer: { __typename: 'User', login: call.login },
    rateLimit: {
      __typename: 'RateLimit',
      cost: 1,
      remaining: 4999,
      limit: 5000,
      resetAt: world.timeline.now(),
    },
    repository({ owner, name }: { owner: string; name: string }) {
      if (`${owner}/${name}` !== world.repository) {
        throw new Error(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return {
        __typename: 'Repository',
        nameWithOwner: world.repository,
        object: ({ oid, expression }: { oid?: string; expression?: string }) =>
          object(world, oid ?? expression ?? ''),
        pullRequest: ({ number }: { number: number }) => pullRequest(world, number),
      };
    },
  };
}

/** `text` is `null` for binary files, and cut at 512,000 bytes with `isTruncated`. */
async function object(world: World, name: string) {
  const oid = await world.git.id(name);
  if (oid === undefined) return null;
  const type = await world.git.text('cat-file', '-t', oid);
  if (type === 'commit') return commitOf(world.git, oid);
  if (type !== 'blob') return { __typename: 'Tree', oid, id: oid };
  const bytes = await world.git.bytes('cat-file', 'blob', oid);
  const isBinary = bytes.subarray(0, 8000).includes(0);
  const isTruncated = !isBinary && bytes.length > world.limits.blobText;
  return {
    __typename: 'Blob',
    id: oid,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: bytes.length,
    isBinary,
    isTruncated,
    text: isBinary ? null : bytes.subarray(0, world.limits.blobText).toString('utf8'),
  };
}

async function pullRequest(world: World, number: number) {
  const json = await world.pulls.get(number);
  if (!json) throw new Error(`Could not resolve to a PullRequest with the number of ${number}.`);
  return {
    __typename: 'PullRequest',
    number,
    id: json.node_id,
    state: json.merged ? 'MERGED' : json.state.toUpperCase(),
    title: json.title,
    headRefOid: json.head.sha,
    baseRefOid: json.base.sha,
    headRefName: json.head.ref,
    baseRefName: json.base.ref,
    changedFiles: json.changed_files,
    author: actor(json.user.login),
    commits: async ({ first, after }: { first?: number; after?: string }) =>
      connection(await commitsOf(world, json.base.sha, json.head.sha), first, after),
    reviewThreads: ({ first, after }: { first?: number; after?: string }) =>
      connection(world.reviews.threads(number).map(threadOf), first, after),
  };
}

/** People are found by their addresses, `<login>@example.com`; co-authors are authors too. */
async function commitsOf(world: World, base: string, head: string) {
  const format = '%H%x00%ce%x00%ae%x00%(trailers:key=Co-authored-by,valueonly)%x01';
  const log = await world.git.text('log', `--format=${format}`, `${base}..${head}`);
  const person = (text: string) => {
    const login = /([\w-]+)@example\.com/.exec(text)?.[1];
    return { __typename: 'GitActor', user: login === undefined ? null : { __typename: 'User', login } };
  };
  return log.split('\x01').flatMap((entry) => {
    const [oid = '', committer = '', author = '', others = ''] = entry.trim().split('\0');
    if (oid === '') return [];
    const people = [author, ...others.split('\n').filter(Boolean)].map(person);
    const authors = ({ first, after }: { first?: number; after?: string }) =>
      connection(people, first, after);
    const commit = { __typename: 'Commit', oid, committer: person(committer), authors };
    return [{ __typename: 'PullRequestCommit', commit }];
  });
}

const threadOf = (thread: Thread) => ({
  __typename: 'PullRequestReviewThread',
  id: thread.thread,
  isResolved: thread.resolved,
  isOutdated: thread.outdated,
  path: thread.path,
  line: thread.line,
  startLine: thread.startLine ?? null,
  diffSide: thread.side,
  subjectType: thread.line === null ? 'FILE' : 'LINE',
  viewerCanResolve: true,
  comments: ({ first, after }: { first?: number; after?: string }) =>
    connection([commentOf(thread)], first, after),
});

const commentOf = (thread: Thread) => ({
  __typename: 'PullRequestReviewComment',
  id: `PRRC_${thread.id}`,
  databaseId: thread.id,
  body: thread.body,
  path: thread.path,
  line: thread.line,
  createdAt: thread.at,
  author: actor(thread.user),
  pullRequestReview: { __typename: 'PullRequestReview', databaseId: thread.review },
});

/** GraphQL names a bot without the `[bot]` that REST puts after it. */
function actor(login: string) {
  const bot = login.endsWith('[bot]');
  return { __typename: bot ? 'Bot' : 'User', login: login.replace(/\[bot\]$/, '') };
}

function mutations(world: World) {
  const set =
    (state: boolean) =>
    ({ input }: { input: { threadId: string } }) => {
      const thread = world.reviews.resolve(input.threadId, state);
      if (!thread) throw new Error(`Could not resolve to a node with the global id of '${input.threadId}'.`);
      return { __typename: 'Payload', thread: threadOf(thread), clientMutationId: null };
    };
  return { __typename: 'Mutation', resolveReviewThread: set(true), unresolveReviewThread: set(false) };
}
