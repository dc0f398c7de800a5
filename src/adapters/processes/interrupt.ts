/** Signals with which a terminal, a runner or a service manager asks for the end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something that these signals cancel instead of ending this process at once: commands have process groups of their
 * own, so that nobody but this process stops them. `signal.reason` is the name of the first one.
 */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const cancel = (name: NodeJS.Signals) => controller.abort(name);
  for (const name of SIGNALS) process.on(name, cancel);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, cancel);
  }
}
