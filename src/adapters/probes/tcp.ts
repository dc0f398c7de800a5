import { connect } from 'node:net';
import type { TcpProbe } from '../../policy/service.ts';
import type { ProbeResult } from '../../services/ports.ts';
import { seconds } from '../../services/seconds.ts';
import { connectionFault } from './faults.ts';

/** Opens a connection and closes it; nothing is sent. */
export function probeTcp({ host, port, timeout }: TcpProbe, signal?: AbortSignal): Promise<ProbeResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (reason?: string) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      socket.destroy();
      const ms = performance.now() - started;
      resolve(reason === undefined ? { ok: true, ms } : { ok: false, ms, reason });
    };
    const cancel = () => finish('it was cancelled');
    const socket = connect({ host, port });
    const timer = setTimeout(() => finish(`no connection within ${seconds(timeout)}`), timeout);
    socket.on('connect', () => finish());
    socket.on('error', (error: NodeJS.ErrnoException) => finish(connectionFault(error)));
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
  });
}
