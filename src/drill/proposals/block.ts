import { escapeGlob } from '../../policy/globs.ts';
import { yamlScalar } from '../../policy/yaml.ts';
import type { Entry, Proposal } from './proposal.ts';

/** What several proposals say together: one entry per file, and the environments. */
export type Block = { critical: Entry[]; environments: string[] };

/** Proposals for the policy as one block; those for schemas are left out. */
export function blockOf(proposals: readonly Proposal[]): Block {
  const byFile = new Map<string, Entry>();
  const environments = new Set<string>();
  for (const proposal of proposals) {
    if (proposal.kind === 'environments') environments.add(proposal.pattern);
    if (!('entry' in proposal)) continue;
    const { files, ...parts } = proposal.entry;
    const known: Entry = byFile.get(files) ?? { files };
    byFile.set(files, {
      files,
      ...joined('protect', known, parts),
      ...joined('freeze', known, parts),
      ...joined('forbid', known, parts),
      ...joined('rules', known, parts),
    });
  }
  const critical = [...byFile.values()].sort((one, other) => (one.files < other.files ? -1 : 1));
  return { critical, environments: [...environments].sort() };
}

type Parts = Omit<Entry, 'files'>;

/** The members of both, in the order of their text, each once. */
function joined<Name extends keyof Parts>(name: Name, one: Parts, other: Parts): Pick<Parts, Name> | object {
  const all = [...(one[name] ?? []), ...(other[name] ?? [])];
  if (all.length === 0) return {};
  const distinct = new Map(all.map((member) => [JSON.stringify(member), member]));
  return {
    [name]: [...distinct].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, member]) => member),
  };
}

/** The block as YAML, as it stands in a policy: entries are indented by two spaces. */
export function blockText({ critical, environments }: Block): string {
  const lines = [
    ...(critical.length === 0 ? [] : ['critical:', ...critical.flatMap(entryLines)]),
    ...(environments.length === 0
      ? []
      : ['environments:', ...environments.map((pattern) => `  - ${yamlScalar(pattern)}`)]),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function entryLines({ files, protect, freeze, forbid, rules }: Entry): string[] {
  return [
    `  - files: ${yamlScalar(escapeGlob(files))}`,
    ...(protect === undefined ? [] : [`    protect: ${flow(protect)}`]),
    ...(freeze === undefined ? [] : [`    freeze: ${flow(freeze)}`]),
    ...(forbid === undefined
      ? []
      : [
          '    forbid:',
          ...byKey(forbid).map(([key, values]) => `      ${yamlScalar(key)}: ${flow(values)}`),
        ]),
    ...(rules === undefined
      ? []
      : [
          '    rules:',
          ...rules.flatMap(({ key, rule, message }) => [
            `      - key: ${yamlScalar(key)}`,
            `        rule: ${yamlScalar(rule)}`,
            `        message: ${yamlScalar(message)}`,
          ]),
        ]),
  ];
}

/** Characters of a list in one line; a longer one is broken into lines of these many, between two scalars. */
const LONGEST_LIST = 150;
const LONGEST_LINE = 100;

/** Scalars that hold a comma or a bracket are quoted by `yamlScalar`, which a list in one line needs. */
function flow(texts: readonly string[]): string {
  const scalars = texts.map(yamlScalar);
  const whole = scalars.join(', ');
  if (whole.length <= LONGEST_LIST) return `[${whole}]`;
  const lines: string[] = [];
  for (const scalar of scalars) {
    const last = lines.at(-1);
    const longer = `${last}, ${scalar}`;
    if (last === undefined || longer.length > LONGEST_LINE) lines.push(scalar);
    else lines[lines.length - 1] = longer;
  }
  return `[${lines.join(',\n        ')}]`;
}

function byKey(forbid: NonNullable<Entry['forbid']>): [string, string[]][] {
  const keys = [...new Set(forbid.map(({ key }) => key))];
  return keys.map((key) => [key, forbid.filter((one) => one.key === key).map(({ value }) => value)]);
}
