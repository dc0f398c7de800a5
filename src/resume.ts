import type { RollbackSteps } from './deploy/steps.ts';
import { probedServices, vouchedFor } from './deploy/vouched.ts';
import type { Problem } from './model/problem.ts';
import type { Deployment, Told } from './store/deployments.ts';

/** The record as it is on the disk at last. `problems`: what could not be written down. */
export type Finished = { deployment: Deployment; problems: Problem[] };

/** What the command left behind, as far as it is known. */
export type Made = { changed: boolean };

/**
 * Finishes a deployment that an earlier run left: one whose command never ran is closed, one that was found good is
 * written down as that, and everything else is rolled back.
 */
export async function resumeDeployment(deployment: Deployment, steps: RollbackSteps): Promise<Finished> {
  if (deployment.stage === 'started') return end({ ...deployment, outcome: 'nothing-done' }, steps);
  if (deployment.outcome === 'good') return confirm(deployment, steps);
  const running = deployment.ran === null ? await steps.stop(deployment) : [];
  if (running.length > 0) return { deployment, problems: running };
  const interrupted: Told = {
    code: 'interrupted',
    severity: 'error',
    path: null,
    service: null,
    args: { stage: deployment.stage },
  };
  const before = deployment.findings.filter(({ code }) => code !== 'interrupted' && !isOfRollback(code));
  return rollBack({ ...deployment, findings: [...before, interrupted] }, { changed: true }, steps);
}

/** Writes down that a deployment is good: decided first, so that whoever finishes it does not roll it back. */
export async function confirm(deployment: Deployment, steps: RollbackSteps): Promise<Finished> {
  const decided = { ...deployment, outcome: 'good' as const };
  const problems = await steps.save(decided);
  if (problems.length > 0) return { deployment: decided, problems };
  const probed = probedServices(decided);
  if (decided.made !== null && vouchedFor(decided)) {
    problems.push(...(await steps.mark(decided.made, 'good', `the probes of ${probed.join(', ')} passed`)));
  }
  const ended = await end(decided, steps);
  await steps.report(ended.deployment, 'success');
  return { ...ended, problems: [...problems, ...ended.problems] };
}

/**
 * Puts back what was there before, once, and asks the services again. Whatever they say then, nothing more is done: a
 * second attempt would find the same.
 */
export async function rollBack(
  given: Deployment,
  { changed }: Made,
  steps: RollbackSteps,
): Promise<Finished> {
  const held = given.commit !== null && saysOfCommit(given.findings);
  const deployment: Deployment = { ...given, stage: 'restoring', held };
  const problems = await steps.save(deployment);
  if (deployment.made !== null && changed) {
    problems.push(...(await steps.mark(deployment.made, 'bad', 'a deployment left it, and was rolled back')));
  }
  steps.say('The deployment failed. What was there before is put back.');
  const back = await steps.putBack(deployment);
  if (deployment.made === null && back.kept !== null) {
    problems.push(...(await steps.mark(back.kept, 'bad', 'an interrupted deployment left it')));
  }
  const findings = [...deployment.findings, ...back.problems.map(notPutBack), ...back.foreign.map(notOwned)];
  const touched = changed || back.written.length + back.removed.length > 0;
  const asking = { reload: () => touched, soak: false, cancellable: false };
  const sick = await steps.ask(deployment.services, asking);
  findings.push(...sick.map((told) => ({ ...told, code: `after-rollback-${told.code}` })));
  const isDone = back.problems.length === 0;
  const isWell = sick.every(({ severity }) => severity !== 'error');
  const outcome = !isDone || !isWell ? 'inconclusive' : touched ? 'rolled-back' : 'failed';
  if (!isDone) {
    const left = { ...deployment, findings, outcome: null };
    problems.push(...(await steps.save(left)));
    await steps.report({ ...left, outcome }, 'failure');
    return { deployment: { ...left, outcome }, problems };
  }
  const ended = await end({ ...deployment, findings, outcome }, steps);
  await steps.report(ended.deployment, 'failure');
  return { deployment: ended.deployment, problems: [...problems, ...ended.problems] };
}

/** Closes the record. What the commit says is kept only while it is needed for judging what happens. */
export async function end(
  deployment: Deployment,
  steps: Pick<RollbackSteps, 'save' | 'now' | 'drop'>,
): Promise<Finished> {
  const ended: Deployment = { ...deployment, stage: 'ended', intended: null, endedAt: steps.now() };
  const problems = await steps.save(ended);
  const { intended } = deployment;
  if (problems.length === 0 && intended !== null) problems.push(...(await steps.drop(intended)));
  return { deployment: ended, problems };
}

/** A deployment that was stopped from outside, or could not be judged, says nothing about the commit. */
function saysOfCommit(findings: readonly Told[]): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (errors.some((code) => ['cancelled', 'interrupted', 'service-cancelled'].includes(code))) return false;
  return errors.some((code) => code !== 'not-judged');
}

function isOfRollback(code: string): boolean {
  return code === 'not-put-back' || code === 'owner-not-set' || code.startsWith('after-rollback-');
}

function notPutBack({ code, message, hint, path }: Problem): Told {
  return {
    code: 'not-put-back',
    severity: 'error',
    path: path ?? null,
    service: null,
    args: { code, message, hint },
  };
}

function notOwned(path: string): Told {
  return { code: 'owner-not-set', severity: 'warning', path, service: null, args: {} };
}
