import { placeToWrite, writeWhole } from '../adapters/whole-file.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import { visible } from '../reports/escape.ts';
import type { Decision } from '../verdict/decision.ts';
import type { CliIo } from './io.ts';
import { problemText } from './problem.ts';

/**
 * The place that `--html` names, seen before anything is judged: that it is a directory should not come out at the end.
 * `undefined` without the option.
 */
export async function pagePlace(file: string | undefined, io: CliIo): Promise<Result<string | undefined>> {
  return file === undefined ? ok(undefined) : placeToWrite(io.cwd, file);
}

/**
 * Writes the page of a decision, or of the problem for which there is none: an older page at that place would tell of
 * another commit. Says where it is, on standard error. False when it could not be written.
 * @param command that made it: `check`.
 */
export async function writePage(
  told: Decision | Problem,
  command: string,
  place: string | undefined,
  io: CliIo,
): Promise<boolean> {
  if (place === undefined) return true;
  const { htmlProblem, htmlReport } = await import('../reports/html/index.ts');
  return putPage('code' in told ? htmlProblem(told, command) : htmlReport(told, { command }), place, io);
}

/** Writes a page of any kind, and says where it is, or why it is not there. */
export async function putPage(text: string, place: string, io: CliIo): Promise<boolean> {
  const written = await writeWhole(place, text);
  io.stderr(written.ok ? `page: ${visible(place)}\n` : problemText(written.problem, io));
  return written.ok;
}
