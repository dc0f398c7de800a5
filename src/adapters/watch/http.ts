import type { Sent } from '../../watch/queue.ts';

const TIMEOUT_MS = 10_000;

/** Answers that another attempt may change: https://www.rfc-editor.org/rfc/rfc9110#section-15.5 */
const PASSING = new Set([408, 409, 421, 423, 425, 429]);

/** A URL without what may be a secret in it: user, path and query. */
export function shownUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname === '/' && url.search === '' ? '' : '/…'}`;
}

/** A URL as a person gave it, or `undefined` when it is none for HTTP. */
export function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** Sends a request and waits for the status alone. Redirects are not followed: they could lead a secret elsewhere. */
export async function send(
  url: URL,
  { body, signal, timeout = TIMEOUT_MS }: { body?: string; signal: AbortSignal; timeout?: number },
): Promise<Sent> {
  const bare = new URL(url);
  const headers: Record<string, string> = { 'user-agent': 'holdfast' };
  if (url.username !== '' || url.password !== '') {
    const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(user).toString('base64')}`;
    bare.username = '';
    bare.password = '';
  }
  if (body !== undefined) headers['content-type'] = 'application/json';
  // Not `AbortSignal.any` with `AbortSignal.timeout`: Node 20 may collect them before the time is over, and waits for ever.
  const aborter = new AbortController();
  const giveUp = () => aborter.abort();
  const timer = setTimeout(() => aborter.abort(new DOMException('no answer', 'TimeoutError')), timeout);
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  try {
    const response = await fetch(bare, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      redirect: 'manual',
      signal: aborter.signal,
      ...(body === undefined ? {} : { body }),
    });
    await response.body?.cancel().catch(() => {});
    return sentBy(response.status, response.headers.get('retry-after'));
  } catch (error) {
    return { ok: false, again: true, reason: reasonOf(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function sentBy(status: number, retryAfter: string | null): Sent {
  if (status >= 200 && status < 300) return { ok: true };
  const reason = `status ${status}`;
  if (status < 500 && !PASSING.has(status)) return { ok: false, again: false, reason };
  const after = waitOf(retryAfter);
  return { ok: false, again: true, reason, ...(after === undefined ? {} : { after }) };
}

/** Seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function waitOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/** The messages of errors hold the URL; their codes do not. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  if (name === 'TimeoutError') return 'no answer in time';
  return cause?.code ?? (name === 'AbortError' ? 'given up' : 'no connection');
}
