import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { defaultPolicy } from './defaults.ts';
import { globFault } from './globs.ts';
import type { Policy, Rule } from './policy.ts';
import { schemaFault, unpinnedSchema } from './schema.ts';

/**
 * The Action's inputs that declare something without a policy file, one line each:
 *
 * - `criticalFiles`: globs; a leading `!` excludes. Together they are one rule.
 * - `schemas`: `GLOB=PATH`, or `GLOB=URL sha256=HEX`. A `=` in the glob is written `\=`.
 */
export type PolicyInputs = { criticalFiles: string[]; schemas: string[] };

/** A policy of the inputs alone. */
export function policyFromInputs(inputs: PolicyInputs): Result<Policy> {
  const policy = addInputs({ ...defaultPolicy(), origin: { kind: 'inputs' } }, inputs);
  if (policy.ok && policy.value.critical.length + policy.value.schemas.length === 0) {
    return refuse(
      inputProblem('policy-empty', 'The inputs declare nothing.', 'Write a glob under `critical-files`.'),
    );
  }
  return policy;
}

/** The policy with the rules of the inputs added to its own. */
export function addInputs(policy: Policy, inputs: PolicyInputs): Result<Policy> {
  const files = linesOf(inputs.criticalFiles);
  const wrong = files.length === 0 ? undefined : criticalFault(files);
  if (wrong !== undefined) return refuse(wrong);
  const schemas: Rule[] = [];
  for (const [index, line] of linesOf(inputs.schemas).entries()) {
    const rule = schemaRule(line, `inputs.schemas[${index}]`);
    if (!rule.ok) return rule;
    schemas.push(rule.value);
  }
  const critical = files.length === 0 ? [] : [{ ...NO_KEYS, id: 'inputs.critical-files', files }];
  const added = {
    ...policy,
    critical: [...policy.critical, ...critical],
    schemas: [...policy.schemas, ...schemas],
  };
  const unpinned = unpinnedSchema(added);
  if (unpinned === undefined) return ok(added);
  return refuse(
    inputProblem(
      'policy-schema',
      `The schema of ${unpinned.rule} has no pinned sha256, so it may not be fetched.`,
      `Add the digest behind the URL, \`sha256=<64 hexadecimal digits>\`, or list ${unpinned.host} under \`schema-hosts\` in the policy.`,
    ),
  );
}

const NO_KEYS = { protect: [], freeze: [], sensitive: [], identity: {} };

function linesOf(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function criticalFault(files: readonly string[]): Problem | undefined {
  for (const glob of files) {
    const wrong = globFault(glob);
    if (wrong !== undefined) {
      return inputProblem(
        'policy-glob',
        `The glob ${JSON.stringify(glob)} in critical-files ${wrong.fault}.`,
        wrong.hint,
      );
    }
  }
  if (!files.every((glob) => glob.startsWith('!'))) return undefined;
  return inputProblem(
    'policy-glob',
    'The input critical-files only excludes files, so it selects none.',
    'Add a glob without `!`, such as `config/**`.',
  );
}

function schemaRule(line: string, id: string): Result<Rule> {
  const split = /(?<!\\)=/.exec(line)?.index ?? -1;
  const glob = line.slice(0, Math.max(0, split)).trim();
  const [, name = '', sha256] = /^(.*?)(?:(?:^|\s+)sha256=(\S*))?$/s.exec(line.slice(split + 1).trim()) ?? [];
  if (glob === '' || name === '') {
    return refuse(
      inputProblem(
        'policy-schema',
        `The line ${JSON.stringify(line)} in schemas does not name files and a schema.`,
        'Write `GLOB=PATH`, for example `config/*.yml=schemas/app.schema.json`.',
      ),
    );
  }
  const wrong = globFault(glob);
  if (wrong !== undefined || glob.startsWith('!')) {
    const { fault, hint } = wrong ?? { fault: 'only excludes files', hint: 'Write a glob without `!`.' };
    return refuse(inputProblem('policy-glob', `The glob ${JSON.stringify(glob)} in schemas ${fault}.`, hint));
  }
  const schema = schemaFault(name, sha256);
  if ('source' in schema) return ok({ ...NO_KEYS, id, files: [glob], schema: schema.source });
  return refuse(
    inputProblem(
      'policy-schema',
      `The schema ${JSON.stringify(name)} in schemas ${schema.fault}.`,
      schema.hint,
    ),
  );
}

function inputProblem(code: string, message: string, hint: string): Problem {
  return { code, message, hint };
}
