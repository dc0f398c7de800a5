import { commitSteps } from '../../adapters/blame/commit-steps.ts';
import { hostSteps } from '../../adapters/blame/host-steps.ts';
import { openRange, type Range } from '../../adapters/blame/range.ts';
import { readSymptom } from '../../adapters/blame/symptom.ts';
import { commitSnapshot } from '../../adapters/git/commit.ts';
import { openRepository, type Repository } from '../../adapters/git/repository.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { schemaLoader } from '../../adapters/schemas.ts';
import type { Blame } from '../../blame/candidate.ts';
import { blameJson, blameText } from '../../blame/show.ts';
import type { Step } from '../../blame/step.ts';
import { createTouch, servicesOf } from '../../blame/touch.ts';
import { type BlameOptions, blame } from '../../blame.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { existingStore } from '../backup/options.ts';
import { chosenDecrypt } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import { pagePlace, putPage, writePage } from '../page.ts';
import { problemText } from '../problem.ts';
import { progressLine } from '../progress.ts';
import { type BlameArguments, readBlameArguments } from './arguments.ts';
import { withPulls } from './pulls.ts';

/**
 * `holdfast blame`: 1 when there are candidates, 2 when there are none: then the cause was not looked at. 2 as well when
 * the page that was asked for could not be written.
 */
export async function runBlame(argv: string[], io: CliIo): Promise<number> {
  let page: string | undefined;
  const fail = async (problem: Problem): Promise<number> => {
    io.stderr(problemText(problem, io));
    await writePage(problem, 'blame', page, io);
    return 2;
  };
  const args = readBlameArguments(argv);
  if (!args.ok) return fail(args.problem);
  const place = await pagePlace(args.value.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const found = await blameIn(args.value, io);
  if (!found.ok) return fail(found.problem);
  io.stdout(args.value.json ? blameJson(found.value) : blameText(found.value, reportOptions(io)));
  if (page !== undefined) {
    const { blamePage } = await import('../../blame/page.ts');
    if (!(await putPage(blamePage(found.value), page, io))) return 2;
  }
  return found.value.candidates.length > 0 ? 1 : 2;
}

async function blameIn(args: BlameArguments, io: CliIo): Promise<Result<Blame>> {
  const symptom =
    args.symptomFile === undefined ? ok(args.symptom ?? '') : await readSymptom(args.symptomFile, io.cwd);
  if (!symptom.ok) return symptom;
  const { gitDir } = args;
  const repository = await openRepository({ directory: io.cwd, ...(gitDir !== undefined && { gitDir }) });
  if (!repository.ok) return repository;
  try {
    const store = await existingStore(args, io);
    const range = await openRange(repository.value, {
      since: args.since,
      until: args.until,
      service: args.service,
      environment: args.environment,
      store,
      now: Date.now(),
    });
    if (!range.ok) return range;
    const policy = await policyOf(repository.value, range.value, args, io.cwd);
    if (!policy.ok) return policy;
    const decrypt = await chosenDecrypt(args, io);
    if (!decrypt.ok) return decrypt;
    const hosts = store.ok
      ? await hostSteps(repository.value, store.value, policy.value, range.value.host, decrypt.value)
      : ok([]);
    if (!hosts.ok) return hosts;
    const found = await search(
      repository.value,
      range.value,
      policy.value,
      hosts.value,
      args,
      symptom.value,
      io,
    );
    return ok(await withPulls(found, io));
  } finally {
    await repository.value.close();
  }
}

async function search(
  repository: Repository,
  range: Range,
  policy: Policy,
  hosts: readonly Step[],
  { service, most, store, identity }: BlameArguments,
  symptom: string,
  io: CliIo,
): Promise<Blame> {
  const touchOf = createTouch(policy, service);
  const end = commitSnapshot(repository, range.head);
  const steps = commitSteps(repository, range.commits, end, (path) => touchOf(path) !== undefined);
  const { since, until, missing } = range;
  const options: BlameOptions = {
    ...(service !== undefined && { service }),
    policy,
    since,
    until,
    steps: [...hosts, ...steps],
    symptom,
    most,
    missing,
    good: range.good,
    named: { store, identity },
  };
  const progress = progressLine(io);
  const found = await blame(options, {
    // What stands on a host brings no schemas: those of the checkout count.
    schemas: (step, side) =>
      schemaLoader(step.kind === 'host' ? end : step.pair()[side], { hosts: policy.schemaHosts, side }),
    progress: progress.show,
  });
  progress.clear();
  return found;
}

/** The policy before the range, or after it where the service is new in it. */
async function policyOf(
  repository: Repository,
  { since, commits, head }: Range,
  { policy: file, criticalFiles, service }: BlameArguments,
  cwd: string,
): Promise<Result<Policy>> {
  const chosen = { file, criticalFiles, schemas: [] };
  const oldest = commits.at(-1)?.parents[0];
  const before = since.id !== null && /^[0-9a-f]{40,64}$/.test(since.id) ? since.id : (oldest ?? head);
  const known = new Set<string>();
  for (const commit of [before, head]) {
    const policy = await choosePolicy(commitSnapshot(repository, commit), chosen, cwd);
    if (!policy.ok) {
      if (commit === head) return policy;
      continue;
    }
    const services = servicesOf(policy.value);
    const isDeclared = policy.value.origin.kind !== 'defaults';
    if (service === undefined ? isDeclared || commit === head : services.includes(service)) return policy;
    for (const name of services) known.add(name);
  }
  return refuse(unknownService(service ?? '', [...known]));
}

function unknownService(service: string, known: readonly string[]): Problem {
  return {
    code: 'service-unknown',
    message: `The policy names no service ${JSON.stringify(service)}.`,
    hint:
      known.length === 0
        ? 'Name services in the policy, or leave the name out to look at all critical files.'
        : `Services: ${known.join(', ')}.`,
  };
}
