import { resolve } from 'node:path';
import { context } from '@actions/github';
import type { GitHub } from '../adapters/github/client.ts';
import { choosePolicy } from '../adapters/policy.ts';
import { schemaLoader } from '../adapters/schemas.ts';
import { check } from '../check.ts';
import { ok, type Result } from '../model/problem.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import type { Policy } from '../policy/policy.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import type { Decision } from '../verdict/decision.ts';
import { withAcknowledgements } from './acknowledge.ts';
import type { CheckInputs } from './inputs.ts';
import { openPair } from './open-pair.ts';
import type { PullRequest } from './pull-request.ts';

/** `members`: a client whose token may see the members of teams. */
export type GitHubClients = { own: GitHub; members?: GitHub };

/** A decision under its policy; `notes` tell why an acknowledgement does not count. */
export type Judged = { decision: Decision; policy: Policy; notes: string[] };

/**
 * Runs the check for the event that started the workflow, and lets count what people acknowledged.
 * `nothing`: why there is nothing to compare.
 */
export async function runCheck(
  inputs: CheckInputs,
  github: GitHubClients | undefined,
  pullRequest: PullRequest | undefined,
): Promise<Result<Judged | { nothing: string }>> {
  const directory = resolve(process.env.GITHUB_WORKSPACE ?? '.', inputs.workingDirectory ?? '.');
  const { eventName: name, payload, sha, ref } = context;
  const pair = await openPair(directory, { name, payload, sha, ref }, inputs, github?.own);
  if (!pair.ok) return pair;
  const opened = pair.value;
  if ('nothing' in opened) return ok(opened);
  try {
    const judged = await judge(opened, inputs, directory);
    const failure = opened.failure?.();
    if (failure !== undefined) return { ok: false, problem: failure };
    if (!judged.ok) return judged;
    const again = async (other: SnapshotPair) => {
      const then = await judge(other, inputs, directory);
      return then.ok ? then.value.decision : undefined;
    };
    return ok(await withAcknowledgements(judged.value, github, pullRequest, again));
  } finally {
    await opened.close();
  }
}

async function judge(
  pair: SnapshotPair,
  inputs: CheckInputs,
  directory: string,
): Promise<Result<{ decision: Decision; policy: Policy }>> {
  let policy = defaultPolicy();
  const decision = await check(pair, {
    async policy(before) {
      const chosen = await choosePolicy(before, chosenPolicy(inputs), directory);
      if (chosen.ok) policy = chosen.value;
      return chosen;
    },
    schemas: ({ schemaHosts }, side) => schemaLoader(pair[side], { hosts: schemaHosts, side }),
  });
  return decision.ok ? ok({ decision: decision.value, policy }) : decision;
}

function chosenPolicy(inputs: CheckInputs) {
  return {
    path: inputs.policyFile,
    criticalFiles: inputs.criticalFiles,
    schemas: inputs.schemas,
    failOn: inputs.failOnSeverity,
    warnOnly: inputs.warnOnly,
  };
}
