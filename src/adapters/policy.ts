import { resolve } from 'node:path';
import type { Path } from '../model/path.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import { addInputs, policyFromInputs } from '../policy/inputs.ts';
import { findPolicy } from '../policy/locations.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import { readFile } from './files.ts';

/** What a person asked for besides, or instead of, the policy of the base. */
export type ChosenPolicy = {
  /** A policy file on disk, for trials on the command line. */
  file?: string | undefined;
  /** Where the policy stands in the repository, when it is not one of the usual places. */
  path?: Path | undefined;
  criticalFiles: string[];
  schemas: string[];
  failOn?: string | undefined;
  warnOnly?: boolean | undefined;
};

const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** The policy that counts: the file or the before side's, with the inputs added; the inputs alone; or the defaults. */
export async function choosePolicy(
  before: Snapshot,
  chosen: ChosenPolicy,
  directory: string,
): Promise<Result<Policy>> {
  const failOn = SEVERITIES.find((severity) => severity === chosen.failOn);
  if (chosen.failOn !== undefined && failOn === undefined) {
    return refuse({
      code: 'usage',
      message: `fail-on-severity is ${JSON.stringify(chosen.failOn)}.`,
      hint: `It is one of ${SEVERITIES.join(', ')}.`,
    });
  }
  const policy = await declaredPolicy(before, chosen, directory);
  if (!policy.ok) return policy;
  return ok({
    ...policy.value,
    ...(failOn === undefined ? {} : { failOn }),
    ...(chosen.warnOnly === undefined ? {} : { warnOnly: chosen.warnOnly }),
  });
}

async function declaredPolicy(
  before: Snapshot,
  chosen: ChosenPolicy,
  directory: string,
): Promise<Result<Policy>> {
  const found = await (chosen.file === undefined
    ? findPolicy(before, chosen.path)
    : readPolicyFile(chosen.file, directory));
  if (!found.ok) return found;
  const policy = found.value;
  const inputs = { criticalFiles: chosen.criticalFiles, schemas: chosen.schemas };
  if (policy !== undefined) return addInputs(policy, inputs);
  return inputs.criticalFiles.length + inputs.schemas.length > 0
    ? policyFromInputs(inputs)
    : ok(defaultPolicy());
}

/** A policy file on disk, for trials and for hosts without a checkout. Problem: `policy-not-found`, or what is wrong in it. */
export async function readPolicyFile(file: string, directory: string): Promise<Result<Policy>> {
  let text: string;
  try {
    text = await readFile(resolve(directory, file), 'utf8');
  } catch (error) {
    return refuse({
      code: 'policy-not-found',
      message: `The policy ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      hint: 'Check the path given with --policy.',
    });
  }
  return readPolicy(text, file, { kind: 'file', path: file });
}
