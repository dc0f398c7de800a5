import type { CommandResult } from './ports.ts';
import { seconds } from './seconds.ts';

/** Why a command did not do what it should, as a phrase; `undefined` when it ended with 0 by itself. */
export function commandFault(result: CommandResult): string | undefined {
  const { code, signal, timedOut, cancelled, failed, ms } = result;
  if (failed === 'ENOENT')
    return 'it could not be started: the program or the directory is not there (ENOENT)';
  if (failed !== undefined) return `it could not be started (${failed})`;
  if (cancelled) return 'it was cancelled';
  if (timedOut) return `it had not ended after ${seconds(ms)} and was stopped`;
  if (signal !== undefined) return `it was ended by ${signal}`;
  return code === 0 ? undefined : `it ended with code ${code}`;
}
