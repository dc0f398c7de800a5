// biome-ignore-all lint/suspicious/noExplicitAny: callers say which of GitHub's shapes they expect.
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { type Exchange, isLimit, pauses } from './retry.ts';

const TRIES = 3;

/** What the rest of Holdfast knows of GitHub's API. No call throws; no message holds the token. */
export type GitHub = {
  owner: string;
  repo: string;
  /**
   * One call, by octokit's route (`GET /repos/{owner}/{repo}/pulls/{pull_number}`); `owner` and `repo` are filled in,
   * `headers` may ask for another media type. `data` is parsed JSON, a `Uint8Array` when another type was asked for,
   * `undefined` without a body.
   */
  request<T = any>(route: string, parameters?: Parameters): Promise<Result<Answer<T>>>;
  /** All pages of a list, or `github-too-many` when there are more than `most` items. */
  list<T = any>(route: string, parameters?: Parameters, most?: number): Promise<Result<T[]>>;
  /** `data` of a GraphQL answer; an answer with errors is a problem, even when it has data too. */
  graphql<T = any>(query: string, variables?: Record<string, unknown>): Promise<Result<T>>;
  /** The login under which this token writes: `github-actions[bot]` for GITHUB_TOKEN. */
  login(): Promise<Result<string>>;
};

type Parameters = Record<string, unknown>;
type Answer<T> = { status: number; data: T; headers: Record<string, string> };

export type GitHubOptions = {
  token: string;
  /** `owner/name` */
  repository: string;
  /** Default: GITHUB_API_URL, then github.com. */
  apiUrl?: string;
  /** Default: GITHUB_GRAPHQL_URL, then `apiUrl`'s own. */
  graphqlUrl?: string;
  /** How long rate limits may hold up all calls together; default 60,000. */
  budgetMs?: number;
  /** How long one attempt may take; default 30,000. It is not repeated. */
  timeoutMs?: number;
  /** Before the second attempt, and three times that before the third; default 300. */
  backoffMs?: number;
};

/** By status; what else GitHub refuses is `github-invalid`. */
const CODES: Record<number, string> = {
  401: 'github-unauthorized',
  403: 'github-forbidden',
  404: 'github-not-found',
  409: 'github-conflict',
  410: 'github-gone',
};

const HINTS: Record<string, string> = {
  'github-unauthorized': 'Pass a token that is valid and has not expired.',
  'github-forbidden': 'Give the job the permission that this call needs.',
  'github-not-found': 'Check the name, and whether the token may read this repository.',
  'github-locked': 'Unlock the conversation, and run the job again.',
  'github-gone': 'It was deleted, or issues are disabled for the repository: its settings enable them.',
  'github-invalid': 'Mend what GitHub names: the same request is refused again.',
};

/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api and …/pagination */
export function openGitHub(options: GitHubOptions): GitHub {
  const [owner = '', repo = ''] = options.repository.split('/');
  const apiUrl = trim(options.apiUrl ?? process.env.GITHUB_API_URL ?? '') || 'https://api.github.com';
  const graphqlUrl =
    trim(options.graphqlUrl ?? (options.apiUrl ? '' : process.env.GITHUB_GRAPHQL_URL) ?? '') ||
    `${apiUrl.replace(/\/v3$/, '')}/graphql`;
  const limits = pauses(options.budgetMs ?? 60_000);
  const token = options.token.trim();

  function problem(code: string, route: string, message: string): Problem {
    const safe = token ? message.replaceAll(token, '***') : message;
    const hint = HINTS[code] ?? 'Run the job again later; if it stays, see https://www.githubstatus.com.';
    return { code, message: `GitHub: ${safe.replace(/\s+/g, ' ').slice(0, 500)} (${route})`, hint };
  }

  async function once(route: string, parameters: Parameters): Promise<Exchange> {
    const aborter = new AbortController();
    const timer = setTimeout(() => aborter.abort(), options.timeoutMs ?? 30_000);
    try {
      const github = await import('@actions/github');
      const octokit = github.getOctokit(token || 'none', { baseUrl: apiUrl });
      const named = route.includes('{owner}') && { owner, repo };
      const { method, url, headers, body, request } = octokit.request.endpoint(route, {
        ...named,
        ...parameters,
      });
      // Its `fetch` honours https_proxy; the rest of octokit would turn a body that breaks off into an empty one.
      const response = await (request!.fetch as typeof fetch)(url, {
        method,
        headers: { ...headers, authorization: `token ${token}`, 'x-github-api-version': '2022-11-28' },
        signal: aborter.signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      } as RequestInit);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const kind = String(response.headers.get('content-type'));
      const { status } = response;
      const answer = { status, headers: Object.fromEntries(response.headers) };
      if (bytes.length === 0 && (status === 202 || status === 204 || status >= 300)) {
        return { ...answer, data: undefined };
      }
      if (/^application\/(scim\+)?json/.test(kind)) {
        return { ...answer, data: JSON.parse(new TextDecoder().decode(bytes)) };
      }
      const asked = !/v3\+json|github\+json/.test(String(headers.accept));
      if (asked || status >= 300) return { ...answer, data: bytes };
      return { failed: 'network', message: `an answer of type ${kind} instead of JSON`, sent: true };
    } catch (error) {
      if (aborter.signal.aborted) return { failed: 'timeout', message: 'no answer in time', sent: true };
      const cause = ((error as Error).cause ?? error) as Error & { code?: string };
      const sent = !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(cause.code));
      return { failed: 'network', message: cause.message || String(cause.code), sent };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Repeats what may pass by itself; what a POST may already have done is repeated only after a 5xx. */
  async function send(route: string, shown: string, parameters: Parameters, again: boolean) {
    for (let tries = 1; ; ) {
      if (!(await limits.pass())) {
        return refuse(problem('github-rate-limit', shown, 'the rate limit outlasts the time budget'));
      }
      const got = await once(route, parameters);
      if ('failed' in got) {
        const final = got.failed === 'timeout' || tries >= TRIES || (got.sent && !again);
        if (final) return refuse(problem(`github-${got.failed}`, shown, got.message));
      } else if (isLimit(got)) {
        limits.limit(got);
        continue;
      } else if (got.status < 300) {
        return ok(got as Answer<any>);
      } else if (got.status < 500 || tries >= TRIES) {
        const said = told(got.data);
        return refuse(problem(codeOf(got.status, said), shown, `${got.status} ${said}`));
      }
      await sleep((options.backoffMs ?? 300) * 3 ** (tries++ - 1));
    }
  }

  const request: GitHub['request'] = (route, parameters = {}) =>
    send(route, route, parameters, !route.startsWith('POST'));

  const list: GitHub['list'] = async <T>(route: string, parameters: Parameters = {}, most = 100_000) => {
    const items: T[] = [];
    let page: Parameters = { per_page: 100 };
    for (;;) {
      const answer = await request(route, { ...parameters, ...page });
      if (!answer.ok) return answer;
      const { data, headers } = answer.value;
      // Some lists come with a count: `{ total_count, check_runs: [] }`.
      const more = Array.isArray(data) ? data : Object.values(data ?? {}).find(Array.isArray);
      if (more === undefined) return refuse(problem('github-unavailable', route, 'no list in the answer'));
      items.push(...more);
      if (items.length > most) return refuse(problem('github-too-many', route, `more than ${most} items`));
      const next = /<([^<>]+)>;\s*rel="?next"?/.exec(headers.link ?? '')?.[1];
      if (next === undefined) return ok(items);
      // Only the parameters of the next page are taken, so that the token goes nowhere else.
      const following = { ...page, ...Object.fromEntries(new URL(next, apiUrl).searchParams) };
      if (JSON.stringify(following) === JSON.stringify(page)) {
        return refuse(problem('github-unavailable', route, 'the next page is the same page'));
      }
      page = following;
    }
  };

  const graphql: GitHub['graphql'] = async (query, variables = {}) => {
    const answer = await send(`POST ${graphqlUrl}`, 'POST /graphql', { query, variables }, true);
    if (!answer.ok) return answer;
    const { data, errors } = answer.value.data ?? {};
    if (errors === undefined && data != null) return ok(data);
    const type = String(errors?.[0]?.type);
    const code = CODES[/NOT_FOUND/.test(type) ? 404 : /FORBIDDEN|SCOPES/.test(type) ? 403 : 422];
    return refuse(problem(code ?? 'github-invalid', 'POST /graphql', told(errors?.[0])));
  };

  let known: Promise<Result<string>> | undefined;
  const ask = async (): Promise<Result<string>> => {
    const user = await request<{ login: string }>('GET /user');
    if (user.ok) return ok(user.value.data.login);
    if (user.problem.code !== 'github-forbidden') return user;
    // Installation tokens have no user; GraphQL's viewer tells an App's own bot from `github-actions[bot]`.
    const viewer = await graphql<{ viewer?: { login?: string } }>('query { viewer { login } }');
    return ok((viewer.ok && viewer.value.viewer?.login) || 'github-actions[bot]');
  };
  const login = async () => {
    known ??= ask();
    const result = await known;
    if (!result.ok) known = undefined;
    return result;
  };

  return { owner, repo, request, list, graphql, login };
}

/** No permission helps against a lock: https://docs.github.com/en/communities/moderating-comments-and-conversations/locking-conversations */
function codeOf(status: number, said: string): string {
  if (status >= 500) return 'github-unavailable';
  if (status === 403 && /\b(issue|pull request|conversation) is locked\b/i.test(said)) return 'github-locked';
  return CODES[status] ?? 'github-invalid';
}

/** What GitHub says of an error, with its details: `Validation Failed: body is too long`. */
function told(data: any): string {
  if (typeof data?.message !== 'string') return 'without a message';
  const details = Array.isArray(data.errors)
    ? data.errors.map((e: any) => e?.message ?? JSON.stringify(e))
    : [];
  return [data.message, ...details].join(': ');
}

function trim(url: string): string {
  return url.replace(/\/+$/, '');
}
