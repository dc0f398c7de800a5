import type { Problem } from '../../model/problem.ts';
import type { CliIo } from '../io.ts';
import { readArguments, reportOf, tell } from '../judging.ts';
import { pagePlace, writePage } from '../page.ts';
import { problemText } from '../problem.ts';
import { contradiction, OPTIONS } from './arguments.ts';
import { verifyHost } from './host.ts';

/** `holdfast verify`: prints the report and gives the exit code; metrics are written whatever comes out. */
export async function runVerify(argv: string[], io: CliIo): Promise<number> {
  let page: string | undefined;
  const fail = async (problem: Problem): Promise<number> => {
    io.stderr(problemText(problem, io));
    await writePage(problem, 'verify', page, io);
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  const wrong = contradiction(args, positionals);
  if (wrong !== undefined) return fail(wrong);
  const place = await pagePlace(args.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const { judged, unwritten } = await verifyHost(args, io);
  const code = judged.ok
    ? await tell(judged.value.decision, judged.value.policy, reportOf(args), io, { command: 'verify', page })
    : await fail(judged.problem);
  if (unwritten === undefined) return code;
  io.stderr(problemText(unwritten, io));
  return code === 0 ? 2 : code;
}
