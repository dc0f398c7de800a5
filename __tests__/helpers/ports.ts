import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that refuses every connection: the near end of a connection has it, so that nobody else can be
 * given it, as they can the port of a server that was closed.
 */
export async function refusingPort(): Promise<{ port: number; close(): void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [[far]] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  return {
    port: socket.localPort!,
    close() {
      for (const end of [socket, far, server]) 'destroy' in end ? end.destroy() : end.close();
    },
  };
}
