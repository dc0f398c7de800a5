import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HttpProbe } from '../../policy/service.ts';
import type { ProbeResult } from '../../services/ports.ts';
import { seconds } from '../../services/seconds.ts';
import { connectionFault } from './faults.ts';

/** Bytes of an answer; one that says whether a service is well is short. */
const LARGEST_BODY = 1024 * 1024;

/** Asks once, over a new connection. Redirects are not followed, and proxies are not used. */
export function probeHttp(probe: HttpProbe, signal?: AbortSignal): Promise<ProbeResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (reason?: string) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      request.destroy();
      const ms = performance.now() - started;
      resolve(reason === undefined ? { ok: true, ms } : { ok: false, ms, reason });
    };
    const cancel = () => finish('it was cancelled');
    const send = /^https:/i.test(probe.url) ? requestHttps : requestHttp;
    const request = send(probe.url, {
      agent: false,
      headers: {
        'user-agent': 'holdfast',
        accept: '*/*',
        'accept-encoding': 'identity',
        connection: 'close',
      },
    });
    const timer = setTimeout(() => finish(`no whole answer within ${seconds(probe.timeout)}`), probe.timeout);
    // What comes after the end changes nothing: a promise is settled once.
    request.on('error', (error: NodeJS.ErrnoException) => finish(connectionFault(error)));
    request.on('response', (response) => {
      const body = collect(response, () =>
        finish(`the answer is larger than ${LARGEST_BODY / 1024 / 1024} MiB`),
      );
      response.on('error', () => finish('the answer ended in the middle'));
      response.on('aborted', () => finish('the answer ended in the middle'));
      response.on('end', () => {
        finish(faultOf(probe, response.statusCode ?? 0, body(), performance.now() - started));
      });
    });
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
    else request.end();
  });
}

function collect(response: IncomingMessage, tooLarge: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LARGEST_BODY) tooLarge();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function faultOf(
  { status, body, within }: HttpProbe,
  code: number,
  text: string,
  ms: number,
): string | undefined {
  const right = status === undefined ? code >= 200 && code < 300 : status.includes(code);
  if (!right) return `status ${code} instead of ${status?.join(' or ') ?? '2xx'}`;
  if (body !== undefined && !text.includes(body)) return 'the body does not contain what it should';
  if (within !== undefined && ms > within)
    return `the whole answer took ${Math.ceil(ms)} ms, more than ${within} ms`;
  return undefined;
}
