// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { type Answer, type Call, failure, notFound, paged, type Route, route } from './answer.ts';
import { changedFiles, commentable, mergeBase } from './diff.ts';
import { userOf } from './people.ts';
import type { Rig, World } from './types.ts';

type Review = {
  id: number;
  number: number;
  user: string;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  commit: string;
  at: string;
};

/** An inline comment; `line` is `null` for one on a whole file. */
type Inline = {
  id: number;
  number: number;
  review: number;
  user: string;
  body: string;
  path: string;
  commit: string;
  line: number | null;
  side: 'LEFT' | 'RIGHT';
  startLine?: number;
  startSide?: 'LEFT' | 'RIGHT';
  at: string;
};

/** A conversation that an inline comment began. */
export type Thread = Inline & { thread: string; resolved: boolean; outdated: boolean };

export type Reviews = {
  routes: Route[];
  add(review: Parameters<Rig['approve']>[0]): Promise<{ id: number }>;
  list(number: number): any[];
  threads(number: number): Thread[];
  resolve(thread: string, resolved: boolean): Thread | undefined;
};

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

export function createReviews(world: World): Reviews {
  const { git, repoUrl, apiUrl } = world;
  const all: Review[] = [];
  const inline: Inline[] = [];
  const resolved = new Set<string>();
  let ids = 9000;
  const html = (number: number) => `https://github.com/${world.repository}/pull/${number}`;

  const reviewJson = (review: Review) => ({
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: userOf(review.user, apiUrl),
    body: review.body,
    state: review.state,
    html_url: `${html(review.number)}#pullrequestreview-${review.id}`,
    pull_request_url: `${repoUrl}/pulls/${review.number}`,
    author_association: 'MEMBER',
    _links: {
      html: { href: `${html(review.number)}#pullrequestreview-${review.id}` },
      pull_request: { href: `${repoUrl}/pulls/${review.number}` },
    },
    commit_id: review.commit,
    ...(review.state !== 'PENDING' && { submitted_at: review.at }),
  });

  const commentJson = (comment: Inline) => ({
    url: `${repoUrl}/pulls/comments/${comment.id}`,
    id: comment.id,
    node_id: `PRRC_${comment.id}`,
    pull_request_review_id: comment.review,
    diff_hunk: '',
    path: comment.path,
    position: comment.line === null ? null : 1,
    original_position: 1,
    commit_id: comment.commit,
    original_commit_id: comment.commit,
    user: userOf(comment.user, apiUrl),
    body: comment.body,
    created_at: comment.at,
    updated_at: comment.at,
    html_url: `${html(comment.number)}#discussion_r${comment.id}`,
    pull_request_url: `${repoUrl}/pulls/${comment.number}`,
    author_association: 'MEMBER',
    _links: {
      self: { href: `${repoUrl}/pulls/comments/${comment.id}` },
      html: { href: `${html(comment.number)}#discussion_r${comment.id}` },
      pull_request: { href: `${repoUrl}/pulls/${comment.number}` },
    },
    side: comment.side,
    subject_type: comment.line === null ? 'file' : 'line',
    ...(comment.line !== null && { line: comment.line, original_line: comment.line }),
    ...(comment.startLine && { start_line: comment.startLine, start_side: comment.startSide }),
  });

  /** What GitHub would refuse of one inline comment; `undefined` when it stands in the diff. */
  async function refusal(
    number: number,
    commit: string,
    comment: any,
    fileToo: boolean,
  ): Promise<string | undefined> {
    const now = (await world.pulls.heads(number))!;
    const files = await changedFiles(git, await mergeBase(git, now.base, commit), commit);
    const file = files.find(({ filename }) => filename === comment.path);
    if (file === undefined) return 'Path could not be resolved';
    if (fileToo && comment.subject_type === 'file') return undefined;
    if (comment.line === undefined) return 'Position is missing';
    const lines = commentable(file.patch ?? '');
    const side = comment.side ?? 'RIGHT';
    const hunk = lines.get(`${side} ${comment.line}`);
    if (hunk === undefined) return 'Line could not be resolved';
    if (comment.start_line == null) return undefined;
    const start = lines.get(`${comment.start_side ?? side} ${comment.start_line}`);
    if (start === undefined) return 'Start line could not be resolved';
    if (start !== hunk) return 'Start line must be part of the same hunk as the line.';
    const sameSide = (comment.start_side ?? side) === side;
    if (sameSide && comment.start_line >= comment.line) return 'Start line must precede the end line.';
    return undefined;
  }

  const remember = (number: number, review: number, user: string, commit: string, comment: any) => {
    const made: Inline = {
      id: ids++,
      number,
      review,
      user,
      commit,
      body: comment.body,
      path: comment.path,
      line: comment.line ?? null,
      side: comment.side ?? 'RIGHT',
      at: world.timeline.now(),
    };
    if (comment.start_line != null) {
      made.startLine = comment.start_line;
      made.startSide = comment.start_side ?? made.side;
    }
    inline.push(made);
    return made;
  };

  async function create({ params, body, login }: Call): Promise<Answer> {
    const number = Number(params.number);
    const now = await world.pulls.heads(number);
    if (!now) return notFound();
    const { event, comments = [], commit_id: commit = now.head } = body ?? {};
    const refuse = (message: string) => failure(422, 'Unprocessable Entity', [message]);
    const state = event === undefined ? 'PENDING' : STATES[event as keyof typeof STATES];
    if (state === undefined) return refuse('Variable $event was invalid');
    if (!(await world.pulls.commits(number)).includes(commit))
      return refuse('The commit is not part of the pull request');
    const empty = !body?.body?.trim();
    if (empty && (event === 'REQUEST_CHANGES' || (event === 'COMMENT' && comments.length === 0))) {
      return refuse('Body cannot be blank');
    }
    if (login === world.pulls.author(number) && event !== 'COMMENT' && event !== undefined) {
      const what = event === 'APPROVE' ? 'approve' : 'request changes on';
      return refuse(`Can not ${what} your own pull request`);
    }
    for (const comment of comments) {
      const problem = await refusal(number, commit, comment, false);
      if (problem) return refuse(problem);
    }
    const review: Review = {
      id: ids++,
      number,
      user: login,
      body: body?.body ?? '',
      state,
      commit,
      at: world.timeline.now(),
    };
    all.push(review);
    for (const comment of comments) remember(number, review.id, login, commit, comment);
    return { status: 200, body: reviewJson(review) };
  }

  async function createSingle({ params, body, login }: Call): Promise<Answer> {
    const number = Number(params.number);
    const now = await world.pulls.heads(number);
    if (!now) return notFound();
    const problem = await refusal(number, body?.commit_id ?? now.head, body ?? {}, true);
    if (problem)
      return failure(422, 'Validation Failed', [
        { resource: 'PullRequestReviewComment', code: 'custom', message: problem },
      ]);
    const review: Review = {
      id: ids++,
      number,
      user: login,
      body: '',
      state: 'COMMENTED',
      commit: now.head,
      at: world.timeline.now(),
    };
    all.push(review);
    return {
      status: 201,
      body: commentJson(remember(number, review.id, login, body.commit_id ?? now.head, body)),
    };
  }

  const of = (number: number) => all.filter((review) => review.number === number);
  const find = (params: Record<string, string>) =>
    of(Number(params.number)).find(({ id }) => id === Number(params.id));
  const seen = ({ login }: Call, review: Review) => review.state !== 'PENDING' || review.user === login;
  const toThread = (comment: Inline): Thread => {
    const thread = `PRRT_${comment.id}`;
    return { ...comment, thread, resolved: resolved.has(thread), outdated: false };
  };

  return {
    list: (number) => of(number).map(reviewJson),
    threads: (number) => inline.filter((comment) => comment.number === number).map(toThread),
    resolve(thread, state) {
      const comment = inline.find(({ id }) => `PRRT_${id}` === thread);
      if (state) resolved.add(thread);
      else resolved.delete(thread);
      return comment && toThread(comment);
    },
    async add({ number, user, commit, state = 'APPROVED', body = '' }) {
      const head = (await world.pulls.heads(number))?.head;
      if (head === undefined) throw new Error(`no pull request ${number}`);
      const at = world.timeline.now();
      all.push({ id: ids++, number, user, body, state, commit: commit ?? head, at });
      return { id: ids - 1 };
    },
    routes: [
      route('POST', '/pulls/:number/reviews', create),
      route('GET', '/pulls/:number/reviews', async (call) => {
        if (!(await world.pulls.heads(Number(call.params.number)))) return notFound();
        const list = of(Number(call.params.number)).filter((review) => seen(call, review));
        return paged(call, `${repoUrl}${call.path}`, list.map(reviewJson));
      }),
      route('GET', '/pulls/:number/reviews/:id', ({ params }) => {
        const review = find(params);
        return review ? { status: 200, body: reviewJson(review) } : notFound();
      }),
      route('PUT', '/pulls/:number/reviews/:id', ({ params, body, login }) => {
        const review = find(params);
        if (!review) return notFound();
        if (review.user !== login) return failure(422, 'Unprocessable Entity', ['Cannot edit this review']);
        review.body = body?.body ?? '';
        return { status: 200, body: reviewJson(review) };
      }),
      route('PUT', '/pulls/:number/reviews/:id/dismissals', ({ params, body }) => {
        const review = find(params);
        if (!review) return notFound();
        if (!body?.message) return failure(422, 'Validation Failed', ['Message cannot be blank']);
        if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
          const state = review.state.toLowerCase();
          return failure(422, 'Unprocessable Entity', [`Can not dismiss a ${state} pull request review`]);
        }
        review.state = 'DISMISSED';
        return { status: 200, body: reviewJson(review) };
      }),
      route('GET', '/pulls/:number/reviews/:id/comments', (call) => {
        const review = find(call.params);
        if (!review) return notFound();
        const list = inline.filter((comment) => comment.review === review.id);
        return paged(call, `${repoUrl}${call.path}`, list.map(commentJson));
      }),
      route('POST', '/pulls/:number/comments', createSingle),
      route('GET', '/pulls/:number/comments', (call) => {
        const list = inline.filter((comment) => comment.number === Number(call.params.number));
        return paged(call, `${repoUrl}${call.path}`, list.map(commentJson));
      }),
    ],
  };
}
