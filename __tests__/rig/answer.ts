// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.

/** What a handler knows of a call. `path` is without the query and without `/repos/{owner}/{repo}`. */
export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: any;
  /** Named groups of the route. */
  params: Record<string, string>;
  /** Who calls; `write` is what the token may do. */
  login: string;
  write: boolean;
  /** An installation's token, such as GITHUB_TOKEN. */
  installation: boolean;
};

/** `body` is sent as JSON, a Buffer as it is. */
export type Answer = { status: number; body?: any; headers?: Record<string, string> };
export type Handler = (call: Call) => Promise<Answer | undefined> | Answer | undefined;
export type Route = { method: string; path: RegExp; handler: Handler };

/** `route('GET', '/pulls/:number/files', …)`; a last `*name` takes slashes too. */
export function route(method: string, pattern: string, handler: Handler): Route {
  const source = pattern.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return { method, path: new RegExp(`^${source.replace(/\*(\w+)$/, '(?<$1>.+)')}$`), handler };
}

const DOCS = 'https://docs.github.com/rest';

export function failure(status: number, message: string, errors?: unknown[]): Answer {
  const body = { message, ...(errors && { errors }), documentation_url: DOCS, status: String(status) };
  return { status, body };
}

export const notFound = () => failure(404, 'Not Found');
export const forbidden = () => failure(403, 'Resource not accessible by integration');

/** One page of a list with GitHub's Link header: 30 items, at most 100; `cap` ends the list early. */
export function paged(
  call: Call,
  url: string,
  items: readonly unknown[],
  cap = Number.POSITIVE_INFINITY,
): Answer {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(call.query.get('page') ?? 1) || 1);
  const all = items.slice(0, cap);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `<${url}?${query}>; rel="${rel}"`;
  };
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
  if (page > 1) links.push(link(page - 1, 'prev'), link(1, 'first'));
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}
