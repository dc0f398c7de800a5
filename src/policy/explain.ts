import { formatById } from '../documents/formats/index.ts';
import { formatOf } from '../documents/formats/of-path.ts';
import type { Path } from '../model/path.ts';
import { sourceName } from '../schemas/source.ts';
import { serviceFacts } from './explain-service.ts';
import { environmentFamilies } from './families.ts';
import { escapeGlob, globMatcher } from './globs.ts';
import { createLiveSelector, createLocator } from './live.ts';
import type { Forbidden, Policy, PolicyOrigin, Selection } from './policy.ts';
import { createSelector } from './select.ts';
import { yamlScalar } from './yaml.ts';

type Level = 'error' | 'warning' | 'notice';

/** What has to be known of a check to say whether it looks at a path, and how severely. */
export type CheckFacts = { id: string; severity: Level; uncritical: Level | 'off' };

export type Facts = {
  /** All paths of the commit that is looked at. */
  paths: readonly Path[];
  checks: readonly CheckFacts[];
  /** The line of a rule (by its id) in the policy file. */
  lineOf(rule: string): number | undefined;
};

const LEVELS: readonly Level[] = ['error', 'warning', 'notice'];

/** All that a policy says about one path, existing or not, as lines of plain text. */
export function explainPath(policy: Policy, path: Path, facts: Facts): string[] {
  const selection = createSelector(policy)(path);
  const lines = [
    path,
    ...(facts.paths.includes(path) ? [] : ['  is not in this commit: this is how it would be treated']),
  ];
  const script = policy.scripts !== undefined && globMatcher(policy.scripts)(path);
  if (script) lines.push('  reviewed as a deployment script, named by scripts');
  if (selection === undefined) {
    return [
      ...lines,
      script ? '  No rule selects it.' : '  Nothing selects it: changes to it are not looked at.',
      ...howToAdd(policy, path),
    ];
  }
  const family = environmentFamilies(policy.environments, facts.paths).get(path);
  const others = family?.others.map((other) => `${other.path} (${other.environment})`) ?? [];
  lines.push(
    ...selectedBy(policy, selection, facts),
    ...field('service', selection.service),
    ...serviceLines(policy, selection),
    ...field('read as', readAs(path, selection)),
  );
  lines.push(...field('on hosts', ...createLocator(policy)(path)));
  lines.push(...field('schema', ...selection.schemas.map(sourceName)));
  lines.push(
    ...field('protect', ...selection.protect),
    ...field('freeze', ...selection.freeze),
    ...field('sensitive', ...selection.sensitive),
    ...field('forbid', ...(selection.forbid ?? []).map(forbiddenText)),
    ...field('severity', ...(selection.severity ?? []).map(({ key, severity }) => `${key} ${severity}`)),
    ...(selection.rules ?? []).flatMap(({ rule, key, severity }) =>
      field(key === undefined ? 'rule' : `rule for ${key}`, severity ? `${rule} (${severity})` : rule),
    ),
  );
  lines.push(...encrypted(policy, selection));
  if (family !== undefined) {
    lines.push(
      ...field('environment', family.environment),
      ...field('the same file for', ...(others.length > 0 ? others : ['no other environment'])),
    );
  }
  lines.push(...checkLines(policy, selection, others.length > 0, facts.checks));
  return selection.critical ? lines : [...lines, ...howToAdd(policy, path)];
}

/** All that a policy says about a place outside of the checkout; `undefined` when that is nothing. */
export function explainLocation(policy: Policy, location: string, facts: Facts): string[] | undefined {
  const live = createLiveSelector(policy)(location);
  if (live === undefined) return undefined;
  return [
    location,
    ...selectedBy(policy, live.selection, facts),
    ...field('service', live.selection.service),
    ...field('in the checkout', live.path),
    ...serviceLines(policy, live.selection),
    ...encrypted(policy, live.selection),
    '  Scripts that would write it are findings; its content is not in the checkout.',
  ];
}

/** Only files with sensitive keys are, unless a backup encrypts everything. */
function encrypted({ backup }: Policy, { sensitive }: Selection): string[] {
  return sensitive.length === 0 ? [] : field('encrypted in backups for', ...(backup?.recipients ?? []));
}

/** A slash in front makes a path of the repository one of the host. */
function takenForLive(policy: Policy, path: Path): string[] {
  const live = createLiveSelector({ ...policy, critical: policy.critical.map(withoutMapping) })(`/${path}`);
  if (live === undefined) return [];
  return [`  ${live.selection.rule} names /${path} on hosts: without the slash it would be this file.`];
}

function withoutMapping({ live, ...rule }: Policy['critical'][number]): Policy['critical'][number] {
  return rule;
}

function field(name: string, ...values: (string | undefined)[]): string[] {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0 ? [] : [`  ${name}: ${given.join(', ')}`];
}

function serviceLines(policy: Policy, { service }: Selection): string[] {
  return serviceFacts(policy, service).flatMap(([name, text]) => field(`  ${name}`, text));
}

function forbiddenText({ key, values }: Forbidden): string {
  return `${key} ${values.map((value) => JSON.stringify(value)).join(' | ')}`;
}

function selectedBy(policy: Policy, selection: Selection, { lineOf }: Facts): string[] {
  if (selection.rule === 'default')
    return ['  watched by default as a configuration file, by no rule; it is not critical'];
  const rules = selection.rule.split(', ').map((id) => {
    const line = lineOf(id);
    return line === undefined ? id : `${id} (${originName(policy.origin)}:${line})`;
  });
  return [`  ${selection.critical ? 'critical' : 'not critical'}, selected by ${rules.join(', ')}`];
}

/** The policy's name for messages. */
export function originName(origin: PolicyOrigin): string {
  if (origin.kind === 'inputs') return 'the inputs';
  return origin.kind === 'defaults' ? 'the defaults' : origin.path;
}

function readAs(path: Path, selection: Selection): string {
  if (selection.format === 'text') return 'text, compared by line (declared)';
  if (selection.format !== undefined)
    return `${formatById(selection.format)?.name ?? selection.format} (declared)`;
  const format = formatOf(path);
  return format === undefined
    ? 'what its content shows, otherwise text compared by line'
    : `${format.name} (by its name)`;
}

function checkLines(
  policy: Policy,
  selection: Selection,
  siblings: boolean,
  checks: readonly CheckFacts[],
): string[] {
  const byLevel = new Map<Level, string[]>(LEVELS.map((level) => [level, []]));
  for (const check of checks) {
    const level = levelOf(check, policy, selection);
    if (level !== undefined && applies(check.id, policy, selection, siblings))
      byLevel.get(level)!.push(check.id);
  }
  const lines = [...byLevel]
    .filter(([, ids]) => ids.length > 0)
    .map(([level, ids]) => `    ${level}: ${ids.join(', ')}`);
  return lines.length === 0 ? [] : ['  checks, with the severity that they usually have here:', ...lines];
}

/** Keys that nobody protects may go: their removal is a notice. What a policy does not name is never an error. */
function levelOf(
  { id, severity, uncritical }: CheckFacts,
  { origin }: Policy,
  selection: Selection,
): Level | undefined {
  if (id === 'key-removed' && selection.critical && selection.protect.length === 0) return 'notice';
  if (selection.critical) return severity;
  if (uncritical === 'off') return undefined;
  const mildest: Level = selection.rule === 'default' && origin.kind !== 'defaults' ? 'warning' : 'error';
  return LEVELS[Math.max(...[severity, uncritical, mildest].map((level) => LEVELS.indexOf(level)))];
}

/** Some checks have nothing to say until the policy names what they compare with. */
function applies(id: string, policy: Policy, selection: Selection, siblings: boolean): boolean {
  if (id === 'rule-violation') return selection.schemas.length + (selection.rules ?? []).length > 0;
  if (id.startsWith('schema-')) return selection.schemas.length > 0;
  if (id === 'key-frozen') return selection.freeze.length > 0;
  if (id === 'key-retyped') return selection.protect.length > 0;
  if (id === 'value-forbidden') return selection.forbid !== undefined;
  if (id === 'key-changed') return selection.severity !== undefined;
  if (id === 'environment-parity') return siblings;
  if (id === 'accept-expired') return policy.accept !== undefined;
  return id !== 'policy-changed';
}

function howToAdd(policy: Policy, path: Path): string[] {
  return [
    ...takenForLive(policy, path),
    '',
    'To declare it critical, add to the policy:',
    '  critical:',
    `    - files: ${yamlScalar(escapeGlob(path))}`,
  ];
}

/** The lines on which the rules of a policy file start. */
export async function ruleLines(text: string): Promise<(rule: string) => number | undefined> {
  const parsed = (await formatById('yaml')!.load())(text);
  return (rule) => {
    const [, list, index] = /^(critical|schemas)\[(\d+)\]$/.exec(rule) ?? [];
    return parsed.ok && list !== undefined ? parsed.place(`/${list}/${index}`, 0, 'value')?.line : undefined;
  };
}
