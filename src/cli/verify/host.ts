import { writeMetrics } from '../../adapters/verify/metrics.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { type Measured, verifyMetrics } from '../../verify/metrics.ts';
import { type Verified, verify } from '../../verify.ts';
import type { Surroundings } from '../io.ts';
import type { Arguments } from './arguments.ts';
import { openRequest, type Request } from './request.ts';

/** What came out, and the policy for acknowledgements. */
type Judged = Verified & Pick<Request, 'options' | 'policy'>;

/** `unwritten`: why the metrics, which were asked for, are not those of this run. */
type VerifiedHost = { judged: Result<Judged>; unwritten: Problem | undefined };

/** Judges the host that the arguments name, and writes its metrics where they are asked for. */
export async function verifyHost(args: Arguments, io: Surroundings): Promise<VerifiedHost> {
  const started = Date.now();
  const judged = await judge(args, io);
  if (args.metrics === undefined) return { judged, unwritten: undefined };
  const measured = judged.ok ? measuredOf(judged.value) : undefined;
  const text = verifyMetrics({ measured, started, ended: Date.now() });
  const written = await writeMetrics(args.metrics, io.cwd, text);
  return { judged, unwritten: written.ok ? undefined : written.problem };
}

async function judge(args: Arguments, io: Surroundings): Promise<Result<Judged>> {
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
