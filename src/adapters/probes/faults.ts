const WORDS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'the name of the host is not known',
  EAI_AGAIN: 'the name of the host could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EPIPE: 'the connection was closed',
};

/** Why nothing came over a connection, as a phrase with the system's code for it. */
export function connectionFault(error: NodeJS.ErrnoException): string {
  // Several addresses were tried, and each failed.
  const first =
    error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException | undefined) : error;
  const code = first?.code ?? error.code;
  if (code === undefined) return 'the connection failed';
  const words = WORDS[code];
  return words === undefined ? `the connection failed (${code})` : `${words} (${code})`;
}
