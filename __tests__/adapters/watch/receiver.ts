import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one request is answered; `hang`: never, `drop`: the connection is broken off. */
export type Reply =
  | number
  | 'hang'
  | 'drop'
  | { status: number; headers?: Record<string, string>; delay?: number };

export type Received = { method: string; path: string; authorization: string | undefined; body: string };

/** A real server for webhooks. `replies` are used up in their order; then it answers 200. */
export async function startReceiver(replies: Reply[] = []) {
  const received: Received[] = [];
  let away = false;
  let news = () => {};
  const server = createServer(async (request, response) => {
    if (away) return void request.socket.destroy();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { method = '', url: path = '', headers } = request;
    received.push({
      method,
      path,
      authorization: headers.authorization,
      body: Buffer.concat(parts).toString('utf8'),
    });
    news();
    const reply = replies.shift() ?? 200;
    if (reply === 'hang') return;
    if (reply === 'drop') return void request.socket.destroy();
    const { status, headers: more = {}, delay = 0 } = typeof reply === 'number' ? { status: reply } : reply;
    setTimeout(() => response.writeHead(status, more).end('answer'), delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    replies,
    received,
    /** Whether it breaks off every request, unheard. It keeps its port meanwhile. */
    setAway(is: boolean) {
      away = is;
    },
    /** Waits for so many requests, or throws. */
    async requests(count: number, patience = 30_000): Promise<Received[]> {
      const deadline = Date.now() + patience;
      while (received.length < count) {
        const left = deadline - Date.now();
        if (left <= 0) throw new Error(`${received.length} requests instead of ${count}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          news = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return received;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
