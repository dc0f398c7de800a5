import { type Allowed, judgeWrites } from './deploy/judge.ts';
import type { DeploySteps } from './deploy/steps.ts';
import { probedServices } from './deploy/vouched.ts';
import { type Changed, writeSet } from './deploy/writes.ts';
import type { Problem, Result } from './model/problem.ts';
import { confirm, end, type Finished, rollBack } from './resume.ts';
import type { CommandEnd, Deployment, Told } from './store/deployments.ts';
import { type Collected, type Manifest, servicesOf } from './store/manifest.ts';

/** What a deployment is, before anything of it has happened. */
export type Order = {
  deployment: Deployment;
  /** What it may write, besides what the commit says. */
  allowed: Omit<Allowed, 'intended'>;
};

/**
 * `refused`: the command was not run, and nothing has changed. Otherwise what has happened: `changes` are the places that
 * differ after the command, `before` and `intended` what stood and what should stand there.
 */
export type Deployed =
  | { refused: Problem[] }
  | (Finished & { before: Manifest; made?: Manifest; allowed: Allowed; changes: Changed[] });

/**
 * The deployment: everything critical is kept, the command runs, what it changed is compared with what it may change, and
 * the services are asked. When any of it fails, what was there before is put back, once.
 */
export async function deploy({ deployment, allowed }: Order, steps: DeploySteps): Promise<Deployed> {
  const unwritten = await steps.save(deployment);
  if (unwritten.length > 0) return { refused: unwritten };
  const ready = await prepare(deployment, steps);
  if (!ready.ok) {
    const closed = await end({ ...deployment, outcome: 'nothing-done' }, steps);
    return { refused: [...ready.problems, ...closed.problems] };
  }
  const { before, intended } = ready;
  const whole: Allowed = { ...allowed, ...(intended && { intended: intended.intended }) };
  const known = { ...deployment, before: before.id, intended: intended?.id ?? null };
  await steps.report(known, 'in_progress');
  const ran = await runCommand(known, steps);
  if ('refused' in ran) return ran;
  const judged = await judge(ran.deployment, before, whole, steps);
  const { changes, made } = judged;
  const found = [...judged.findings, ...ran.problems.map(fromProblem)];
  const isBad = found.some(({ severity }) => severity === 'error');
  // What a deployment that failed did not do is no news.
  const findings = isBad ? found.filter(({ code }) => !LEFT.includes(code)) : found;
  const after: Deployment = { ...ran.deployment, made: made?.id ?? null, findings };
  const changed = made === undefined || changes.length > 0;
  const finished = isBad ? await rollBack(after, { changed }, steps) : await confirm(after, steps);
  return {
    deployment: finished.deployment,
    problems: finished.problems,
    before,
    ...(made && { made }),
    allowed: whole,
    changes,
  };
}

const LEFT: readonly string[] = ['left-behind', 'left-missing'];

type Ready =
  | {
      ok: true;
      before: Manifest;
      intended: Awaited<ReturnType<DeploySteps['intend']>> extends Result<infer T> ? T : never;
    }
  | { ok: false; problems: Problem[] };

/** Keeps what is there, and refuses where it could not be put back. */
async function prepare({ id }: Deployment, steps: DeploySteps): Promise<Ready> {
  const before = await steps.keep(`before the deployment ${id}`);
  if (!before.ok) return { ok: false, problems: [before.problem] };
  const unsaved = before.value.unsaved.map(notKept);
  if (unsaved.length > 0) return { ok: false, problems: unsaved };
  const intended = await steps.intend();
  if (!intended.ok) return { ok: false, problems: [intended.problem] };
  const stuck = await steps.unrestorable(before.value);
  if (stuck.length > 0) return { ok: false, problems: stuck };
  const signal = steps.cancelled();
  if (signal !== undefined) return { ok: false, problems: [cancelledBefore(signal)] };
  return { ok: true, before: before.value, intended: intended.value };
}

type Ran = { deployment: Deployment; problems: Problem[] } | { refused: Problem[] };

/** Runs the command when the record says that it may be running; which process it is follows at once. */
async function runCommand(known: Deployment, steps: DeploySteps): Promise<Ran> {
  const running: Deployment = { ...known, stage: 'running' };
  const unwritten = await steps.save(running);
  if (unwritten.length > 0) return { refused: unwritten };
  const problems: Problem[] = [];
  let current = running;
  const ran = await steps.run(async (process) => {
    current = { ...running, process };
    problems.push(...(await steps.save(current)));
  });
  if (ran.failed !== null) {
    const closed = await end({ ...known, ran, outcome: 'nothing-done' }, steps);
    await steps.report(closed.deployment, 'failure');
    return { refused: [notStarted(ran), ...closed.problems] };
  }
  const deployment: Deployment = { ...current, stage: 'checking', ran };
  problems.push(...(await steps.save(deployment)));
  return { deployment, problems };
}

type Judged = { findings: Told[]; changes: Changed[]; made?: Manifest };

async function judge(
  deployment: Deployment,
  before: Manifest,
  allowed: Allowed,
  steps: DeploySteps,
): Promise<Judged> {
  const findings = endOf(deployment.ran!);
  const made = await steps.keep(`after the deployment ${deployment.id}`);
  if (!made.ok) return { findings: [...findings, fromProblem(made.problem)], changes: [] };
  const set = writeSet(before, made.value);
  findings.push(...judgeWrites(set, made.value, allowed));
  const judged: Judged = { findings, changes: set.changes, made: made.value };
  if (findings.some(({ severity }) => severity === 'error')) return judged;
  const unsaved = await steps.save({ ...deployment, made: made.value.id, findings });
  findings.push(...unsaved.map(fromProblem));
  const changed = new Set(set.changes.map(({ service }) => service));
  const asking = { reload: (name: string) => changed.has(name), soak: true, cancellable: true };
  findings.push(...(await steps.ask(deployment.services, asking)));
  findings.push(...(await lateWrites(made.value, allowed, steps)));
  const signal = steps.cancelled();
  if (signal !== undefined) findings.push(tell('cancelled', { signal }));
  const unprobed = [...servicesOf(made.value)].filter((name) => !isProbed(deployment, name));
  const moved = [...changed, ...(await steps.drifted(made.value, unprobed))];
  findings.push(...unvouched(deployment, moved, emptyServices(made.value)));
  return judged;
}

/** What somebody, or what the command left running, has changed since it was judged. */
async function lateWrites(made: Collected, { rotates }: Allowed, steps: DeploySteps): Promise<Told[]> {
  const now = await steps.look();
  if (!now.ok) return [fromProblem(now.problem)];
  const { changes, unread } = writeSet(made, now.value);
  const late = [...changes.filter(({ path }) => !rotates(path)), ...unread];
  return late.map(
    ({ path, service }): Told => ({ code: 'write-late', severity: 'error', path, service, args: {} }),
  );
}

/** Services of which files should be there, and not one is: a probe that passes speaks for something else. */
function emptyServices({ files, absent }: Manifest): (string | null)[] {
  const there = new Set(files.map(({ service }) => service));
  return [...new Set(absent.map(({ service }) => service))].filter((service) => !there.has(service));
}

/**
 * @param moved services whose files are not what they were, before the deployment or when they were last known good.
 * @param empty services without files, for which a probe cannot speak.
 */
function unvouched(
  deployment: Deployment,
  moved: readonly (string | null)[],
  empty: readonly (string | null)[],
): Told[] {
  const probes = probedServices(deployment).length > 0;
  const silent = new Set([
    ...moved.filter((service) => !isProbed(deployment, service)),
    ...empty.filter((service) => isProbed(deployment, service)),
  ]);
  if (probes && silent.size === 0) return [];
  const services = [...silent].filter((service) => service !== null).sort();
  return [{ ...tell('not-vouched-for', { services, probes }), severity: 'notice' }];
}

function isProbed(deployment: Deployment, service: string | null): boolean {
  return service !== null && probedServices(deployment).includes(service);
}

/** What is wrong with how the command ended. */
function endOf({ code, signal, timedOut, cancelled, failed, ms }: CommandEnd): Told[] {
  if (cancelled !== null) return [tell('cancelled', { signal: cancelled })];
  if (timedOut) return [tell('command-timeout', { seconds: Math.round(ms / 1000) })];
  if (failed !== null) return [tell('command-not-started', { error: failed })];
  if (signal !== null) return [tell('command-killed', { signal })];
  return code === 0 ? [] : [tell('command-failed', { code })];
}

function tell(code: string, args: Told['args']): Told {
  return { code, severity: 'error', path: null, service: null, args };
}

function fromProblem({ code, message, hint, path }: Problem): Told {
  return { ...tell('not-judged', { code, message, hint }), path: path ?? null };
}

function notKept({ path, detail }: Manifest['unsaved'][number]): Problem {
  return {
    code: 'not-kept',
    message: `This critical file cannot be kept${detail === '' ? '' : ` (${detail})`}, and so it could not be put back.`,
    hint: 'Nothing was run. See whether it can be read, what stands there, and what changes it; then deploy again.',
    path,
  };
}

function notStarted({ failed }: CommandEnd): Problem {
  return {
    code: 'command-not-started',
    message: `The command could not be started (${failed ?? 'for no known reason'}).`,
    hint: 'Nothing was run. Check the name of the program, and that it may be executed.',
  };
}

function cancelledBefore(signal: string): Problem {
  return {
    code: 'cancelled',
    message: `${signal} came before the command was run.`,
    hint: 'Nothing was run, and nothing has changed.',
  };
}
