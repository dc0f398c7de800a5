import { writeMetrics } from '../../adapters/verify/metrics.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { type Measured, verifyMetrics } from '../../verify/metrics.ts';
import { type Verified, verify } from '../../verify.ts';
import type { CliIo } from '../io.ts';
import { readArguments, reportOf, tell } from '../judging.ts';
import { problemText } from '../problem.ts';
import { type Arguments, contradiction, OPTIONS } from './arguments.ts';
import { openRequest, type Request } from './request.ts';

/** `holdfast verify`: prints the report and gives the exit code; metrics are written whatever comes out. */
export async function runVerify(argv: string[], io: CliIo): Promise<number> {
  const started = Date.now();
  const fail = (problem: Problem): number => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  const wrong = contradiction(args, positionals);
  if (wrong !== undefined) return fail(wrong);
  const judged = await judge(args, io);
  const code = judged.ok ? tellDecision(judged.value, args, io) : fail(judged.problem);
  if (args.metrics === undefined) return code;
  const measured = judged.ok ? measuredOf(judged.value) : undefined;
  const text = verifyMetrics({ measured, started, ended: Date.now() });
  const written = await writeMetrics(args.metrics, io.cwd, text);
  if (written.ok) return code;
  const failed = fail(written.problem);
  return code === 0 ? failed : code;
}

type Judged = Verified & Pick<Request, 'options' | 'policy'>;

async function judge(args: Arguments, io: CliIo): Promise<Result<Judged>> {
  const request = await openRequest(args, io);
  if (!request.ok) return request;
  const { options, policy, close } = request.value;
  try {
    const verified = await verify(options);
    return verified.ok ? ok({ ...verified.value, options, policy }) : verified;
  } finally {
    await close();
  }
}

function tellDecision({ decision, policy }: Judged, args: Arguments, io: CliIo): number {
  return tell(decision, policy, reportOf(args), io);
}

function measuredOf({ compared, decision, serviceOf, options }: Judged): Measured {
  const { parts, against } = options;
  const knownGood =
    against.kind !== 'known-good'
      ? []
      : parts.flatMap(({ manifest, services = [null] }) =>
          services.map((service) => ({ service: service ?? '', at: Date.parse(manifest.at) })),
        );
  const inconclusive = decision.notLookedAt.some(({ blocks }) => blocks);
  return { compared, serviceOf, knownGood, inconclusive };
}
