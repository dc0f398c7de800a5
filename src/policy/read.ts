import { formatById } from '../documents/formats/index.ts';
import type { Json } from '../model/json.ts';
import type { Place } from '../model/place.ts';
import { type Pointer, parentOf } from '../model/pointer.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { type Fault, type FieldsOf, flag, type Input, list, mapping, oneOf, text } from './fields.ts';
import { forbid, keySeverity } from './key-values.ts';
import type { Accepted, AcknowledgePolicy, Policy, PolicyOrigin, Rule } from './policy.ts';
import { backup } from './recipients.ts';
import { placeWithin, ruleFaults, toValueRules, valueRules } from './rules.ts';
import { unpinnedSchema } from './schema.ts';
import { services, unknownServices } from './service-values.ts';
import {
  criticalGlobs,
  day,
  environmentPattern,
  fingerprintStart,
  format,
  globs,
  hostName,
  identity,
  keyPatterns,
  liveDirectories,
  people,
  schemaSource,
} from './values.ts';

/** The whole policy file, as `policy.schema.json` describes it; a test keeps the two in agreement. */
const CRITICAL = {
  files: criticalGlobs,
  live: liveDirectories,
  service: text,
  schema: schemaSource,
  protect: keyPatterns,
  freeze: keyPatterns,
  sensitive: keyPatterns,
  format,
  identity,
  forbid,
  severity: keySeverity,
  approvers: people,
  rules: valueRules,
};
const LABEL = { name: text, role: oneOf(['write', 'maintain', 'admin']) };
const ACKNOWLEDGE = {
  label: mapping(LABEL, ['name', 'role']),
  'keep-approval-when-unchanged': flag,
  inconclusive: people,
};
const ACCEPT = { finding: fingerprintStart, reason: text, expires: day };
const SCHEMA = { files: globs, schema: schemaSource };
const POLICY = {
  version: readVersion,
  critical: list(mapping(CRITICAL, ['files']), '`- files: config/**`'),
  environments: list(environmentPattern, '`- config/{environment}.yml`'),
  schemas: list(mapping(SCHEMA, ['files', 'schema']), '`- files: config/**`'),
  scripts: globs,
  services,
  'schema-hosts': list(hostName, '`- json.schemastore.org`'),
  'fail-on-severity': oneOf(['error', 'warning', 'notice']),
  'warn-only': flag,
  acknowledge: mapping(ACKNOWLEDGE),
  accept: list(mapping(ACCEPT, ['finding', 'reason', 'expires']), "`- finding: '3f9c21d0'`"),
  backup,
};

/**
 * Reads a policy file.
 * @param path for messages: the path in the snapshot, or the file that the user named.
 * @returns the policy, or its first problem with its place; the message says how many more there are.
 */
export async function readPolicy(
  source: string,
  path: string,
  origin: PolicyOrigin,
): Promise<Result<Policy>> {
  const parse = await formatById('yaml')!.load();
  const parsed = parse(source);
  if (!parsed.ok) {
    return refuse({
      code: 'policy-syntax',
      message: `The policy is not valid YAML: ${parsed.problem.detail}`,
      hint: 'Correct the YAML; an editor with YAML support shows the place.',
      path,
      place: parsed.problem.place,
    });
  }
  const faults: Fault[] = [];
  const value: Json = parsed.values.length === 0 ? null : parsed.values[0]!;
  const problems: Problem[] = parsed.duplicates.map((duplicate) => ({
    code: 'policy-duplicate-key',
    message: `The key at line ${duplicate.place.line} already stands at line ${duplicate.first.line}: one of the two would be ignored.`,
    hint: 'Keep one of them, or make one list of both.',
    path,
    place: duplicate.place,
  }));
  if (parsed.values.length > 1) faults.push(severalDocuments());
  const policy = toPolicy({ value, key: '', faults }, origin);
  faults.push(...(await ruleFaults(policy)));
  const place = (key: Pointer, part: 'key' | 'value') => nearestPlace(parsed.place, key, part);
  for (const fault of faults) {
    const at = placeWithin(source, place(fault.key, fault.part), fault.within);
    problems.push({
      code: fault.code,
      message: fault.message,
      hint: fault.hint,
      path,
      ...(at && { place: at }),
    });
  }
  return firstOf(problems) ?? ok(policy);
}

function readVersion(input: Input): 1 | undefined {
  if (input.value === 1) return 1;
  input.faults.push({
    code: 'policy-version',
    key: input.key,
    part: 'value',
    message: `The policy is of version ${JSON.stringify(input.value)}; this Holdfast reads version 1.`,
    hint: 'Write `version: 1`, or use the Holdfast for which the policy was written.',
  });
  return undefined;
}

function toPolicy(input: Input, origin: PolicyOrigin): Policy {
  const empty =
    input.value === null || (typeof input.value === 'object' && Object.keys(input.value).length === 0);
  const fields: FieldsOf<typeof POLICY> = (empty ? undefined : mapping(POLICY)(input)) ?? {};
  const policy: Policy = {
    origin,
    critical: (fields.critical ?? []).map((rule, index) => toRule(rule, `critical[${index}]`)),
    schemas: (fields.schemas ?? []).map((rule, index) => toRule(rule, `schemas[${index}]`)),
    environments: fields.environments ?? [],
    schemaHosts: fields['schema-hosts'] ?? [],
  };
  if (fields.scripts !== undefined) policy.scripts = fields.scripts;
  if (fields.services !== undefined) policy.services = fields.services;
  input.faults.push(...unknownServices(policy));
  if (fields['fail-on-severity'] !== undefined) policy.failOn = fields['fail-on-severity'];
  if (fields['warn-only'] !== undefined) policy.warnOnly = fields['warn-only'];
  if (fields.acknowledge !== undefined) policy.acknowledge = toAcknowledge(fields.acknowledge);
  // A faulty entry was told above, and then the policy is refused as a whole.
  if (fields.accept !== undefined) policy.accept = fields.accept as Accepted[];
  if (fields.backup !== undefined) policy.backup = fields.backup;
  if (empty || (input.faults.length === 0 && policy.critical.length + policy.schemas.length === 0)) {
    input.faults.push(guardsNothing());
  }
  const unpinned = input.faults.length === 0 ? unpinnedSchema(policy) : undefined;
  if (unpinned !== undefined) input.faults.push(unpinnedFault(unpinned));
  return policy;
}

function toAcknowledge(read: FieldsOf<typeof ACKNOWLEDGE>): AcknowledgePolicy {
  return {
    ...(read.label && { label: read.label as Required<typeof read.label> }),
    keepWhenUnchanged: read['keep-approval-when-unchanged'] ?? false,
    inconclusive: read.inconclusive ?? [],
  };
}

/** A rule from what was read of it. */
function toRule(read: FieldsOf<typeof CRITICAL>, id: string): Rule {
  const { files = [], protect = [], freeze = [], sensitive = [], identity = {}, rules, ...others } = read;
  const named = rules && { rules: toValueRules(rules, id) };
  return { id, files, protect, freeze, sensitive, identity, ...others, ...named };
}

function guardsNothing(): Fault {
  return {
    code: 'policy-empty',
    key: '',
    part: 'value',
    message: 'The policy guards nothing: it has neither `critical` nor `schemas`.',
    hint: 'Declare a critical file: `critical:` and below it `  - files: config/**`.',
  };
}

function severalDocuments(): Fault {
  return {
    code: 'policy-syntax',
    key: '',
    part: 'value',
    message: 'The policy holds several YAML documents, and only one is allowed.',
    hint: 'Remove the `---` between them and make one list of the rules.',
  };
}

function unpinnedFault(unpinned: { rule: string; host: string }): Fault {
  return {
    code: 'policy-schema',
    key: `/${unpinned.rule.replace('[', '/').replace(']', '')}/schema`,
    part: 'value',
    message: `The schema of ${unpinned.rule} has neither a pinned sha256 nor a listed host, so it may not be fetched.`,
    hint: `Write \`url:\` and \`sha256:\` below \`schema:\`, or list ${unpinned.host} under \`schema-hosts\`.`,
  };
}

/** Values that an alias brings in have no place of their own: the nearest key above them has. */
function nearestPlace(
  place: (pointer: Pointer, document?: number, part?: 'key' | 'value') => Place | undefined,
  key: Pointer,
  part: 'key' | 'value',
): Place | undefined {
  const found = place(key, 0, part);
  if (found !== undefined || key === '') return found;
  return nearestPlace(place, parentOf(key), part);
}

function firstOf(problems: Problem[]): Result<never> | undefined {
  const order = (problem: Problem) => (problem.place?.line ?? 0) * 1e6 + (problem.place?.column ?? 0);
  const [first, ...rest] = problems.toSorted((left, right) => order(left) - order(right));
  if (first === undefined) return undefined;
  if (rest.length === 0) return refuse(first);
  const more = rest.length === 1 ? 'one more problem' : `${rest.length} more problems`;
  return refuse({ ...first, message: `${first.message} (and ${more} in this policy)` });
}
