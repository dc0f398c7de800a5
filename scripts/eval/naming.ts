import type { Arg, Finding } from '../../src/findings/finding.ts';
import type { ChangeSummary, KeySummary } from '../../src/verdict/decision.ts';

/**
 * How well the findings tell what went wrong, given the label:
 * - `whole`: the cause is named, or every key that the label can be about;
 * - `part`: at least one such key is named, but others are only counted;
 * - `no`: nothing is said, or something else.
 */
export type Naming = 'whole' | 'part' | 'no';

const OTHER_CONTENT = [
  'file-replaced',
  'replaced-by-sibling',
  'file-emptied',
  'file-retyped',
  'stale-revert',
];
const GONE = ['file-removed', 'file-renamed'];

/**
 * The checks whose finding states the cause that a label stands for, so that a reader knows what happened to the
 * file. A finding of any other check about the same change does not count as the cause: a file replaced by another
 * one that also breaks a schema rule is `replaced`, and the broken rule alone does not say so.
 */
const CAUSES: Record<string, readonly string[]> = {
  'invalid-syntax': [
    'syntax-error',
    'conflict-marker',
    'duplicate-key',
    'embedded-broken',
    'brackets-unbalanced',
  ],
  deleted: GONE,
  emptied: ['file-emptied', 'mass-comment'],
  // Commented out as a whole, a file has nothing in force of what it held.
  replaced: [...OTHER_CONTENT, ...GONE, 'mass-comment'],
  'wrong-env': ['replaced-by-sibling', 'file-replaced', 'environment-mismatch'],
  'reverted-stale': ['stale-revert'],
  // Files without keys lose settings, which the finding names.
  'key-lost': [...OTHER_CONTENT, ...GONE, 'mass-comment', 'setting-removed'],
  'value-wrong': ['replaced-by-sibling', 'stale-revert', 'environment-mismatch', 'placeholder-value'],
};

/**
 * The kinds of key difference that a label can be about. No label says which key it was: of a change that removes
 * five keys, the lost one is among them. So a finding counts that names one of them (`part`), and the stricter
 * figure wants all of them named (`whole`). A revert undoes keys of every kind.
 */
const KINDS: Record<string, readonly KeySummary['kind'][]> = {
  'key-lost': ['removed'],
  'value-wrong': ['changed', 'retyped'],
  'wrong-env': ['changed', 'retyped'],
  'reverted-stale': ['removed', 'changed', 'retyped', 'added'],
};

/** Checks that report nothing but keys which this change removes or changes. */
const ONLY_DIFFERENCES = new Set(['key-removed', 'key-retyped', 'key-frozen', 'key-changed']);

/** Judges the findings on the file in question; `change` is the decision's summary of it. */
export function naming(
  label: string,
  findings: readonly Finding[],
  change: ChangeSummary | undefined,
): Naming {
  const all = findings.flatMap((finding) => [finding, ...(finding.folded ?? [])]);
  if (all.some(({ check }) => CAUSES[label]?.includes(check)) || isNewlyBroken(all)) return 'whole';
  const kinds = KINDS[label];
  if (kinds === undefined || change?.keys === undefined) return 'no';
  const wanted = change.keys.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => plain(key));
  const names = all.flatMap(namesIn);
  const named = wanted.filter((key) => names.some((name) => isAtOrBelow(name, key)));
  if (named.length === 0) return 'no';
  const listed = change.keysTotal === undefined || change.keysTotal <= change.keys.length;
  return listed && named.length === wanted.length ? 'whole' : 'part';
}

/** A file that can no longer be read has lost all of its keys and values, and the finding names the line. */
function isNewlyBroken(findings: readonly Finding[]): boolean {
  return findings.some(({ check, severity }) => check === 'syntax-error' && severity === 'error');
}

/** Every key that a finding names: its own, the missing member of its object, and those that it lists. */
function namesIn({ check, severity, key, args }: Finding): string[] {
  // What was wrong before already names keys that this change left alone.
  if (severity === 'notice' && !ONLY_DIFFERENCES.has(check) && args.keyword !== undefined) return [];
  const own = key === undefined ? [] : [key];
  const member = typeof args.name === 'string' ? [key ? `${key}.${args.name}` : args.name] : [];
  return [...own, ...member, ...texts(args.keys), ...texts(args.gone)]
    .map(plain)
    .filter((name) => name !== '');
}

function texts(arg: Arg | undefined): string[] {
  return Array.isArray(arg) ? arg.filter((item) => typeof item === 'string') : [];
}

/** Without the positions in lists: `containers[name=api].image` and `containers[0].image` are the same key here. */
function plain(name: string): string {
  return name.replace(/\[[^\]]*\]/g, '[]');
}

/** A finding below a removed object names a part of it; one about an object above says too little. */
function isAtOrBelow(name: string, key: string): boolean {
  return name === key || name.startsWith(`${key}.`) || name.startsWith(`${key}[`);
}
