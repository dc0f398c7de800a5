import { resolve } from 'node:path';
import { context } from '@actions/github';
import { openEventPair } from '../adapters/git/open-pair.ts';
import { choosePolicy } from '../adapters/policy.ts';
import { schemaLoader } from '../adapters/schemas.ts';
import { check } from '../check.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Decision } from '../verdict/decision.ts';
import { type CheckInputs, readInputs } from './inputs.ts';

/** Runs the check for the event that started the workflow. `nothing`: why there is nothing to compare. */
export async function runCheck(): Promise<Result<Decision | { nothing: string }>> {
  const inputs = readInputs();
  if (!inputs.ok) return inputs;
  const directory = resolve(process.env.GITHUB_WORKSPACE ?? '.', inputs.value.workingDirectory ?? '.');
  const pair = await openEventPair({ directory, event: event(), ...refs(inputs.value) });
  if (!pair.ok) return pair;
  const opened = pair.value;
  if ('nothing' in opened) return ok(opened);
  try {
    return await check(opened, {
      policy: (before) => choosePolicy(before, chosenPolicy(inputs.value), directory),
      schemas: (policy) => schemaLoader(opened.before, { hosts: policy.schemaHosts }),
    });
  } finally {
    await opened.close();
  }
}

function event() {
  return { name: context.eventName, payload: context.payload, sha: context.sha, ref: context.ref };
}

function refs({ baseRef, headRef }: CheckInputs): { base?: string; head?: string } {
  return {
    ...(baseRef === undefined ? {} : { base: baseRef }),
    ...(headRef === undefined ? {} : { head: headRef }),
  };
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
