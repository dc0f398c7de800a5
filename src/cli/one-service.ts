import { ok, type Result, refuse } from '../model/problem.ts';
import { usage } from './judging.ts';

/**
 * The service that a command is limited to, where it takes one: of an option that is given twice only the last would
 * count, and whoever named two would believe that both were done. Problem: `usage`.
 */
export function oneService(
  command: string,
  given: readonly string[] | undefined,
): Result<string | undefined> {
  if (given === undefined || given.length === 1) return ok(given?.[0]);
  return refuse(
    usage(`${command} takes one --service.`, 'Run it once for each service; or without --service, for all.'),
  );
}
