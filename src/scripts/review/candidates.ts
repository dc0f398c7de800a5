import { baseName, type Path } from '../../model/path.ts';
import { isAside } from '../../policy/defaults.ts';
import { globMatcher } from '../../policy/globs.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Entry } from '../../snapshots/snapshot.ts';

/** A file that is reviewed if it is a script. `asked`: somebody named it, by itself or with a glob of the policy. */
export type Candidate = { entry: Entry; asked: boolean };

/** What changed, as far as scripts are concerned: candidates of either side, and every changed path. */
export type ChangedScripts = { before: Candidate[]; after: Candidate[]; paths: ReadonlySet<Path> };

const NAMES = [
  /\.(sh|bash|dash|ksh|zsh|fish|ps1)$/i,
  /^(gnu)?makefile$|\.(mk|mak)$/i,
  /^(docker|container)file(\.|$)|\.(docker|container)file$/i,
  /^action\.ya?ml$/,
];
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ANSIBLE = /(^|\/)(tasks|handlers|playbooks)\/(.+\/)?[^/]+\.ya?ml$|(^|\/)(site|playbook)[^/]*\.ya?ml$/;
/** Shells, also those that are not supported: that they were not read is told. */
const SHEBANG = /^#!.*\b(sh|bash|dash|ash|ksh|zsh|fish|pwsh|make)\b/;

/** What its name says: a script, perhaps one (its first line tells), or none. */
export function kindByName(path: Path): 'script' | 'perhaps' | 'other' {
  const name = baseName(path);
  if (NAMES.some((pattern) => pattern.test(name))) return 'script';
  if (WORKFLOW.test(path) || ANSIBLE.test(path)) return 'script';
  return name.includes('.') ? 'other' : 'perhaps';
}

/** Whether the first line says that a shell reads the file. */
export function hasShebang(text: string): boolean {
  return SHEBANG.test(text.slice(0, 200).split('\n', 1)[0]!);
}

/** Tells which files of the checkout are reviewed: what the policy declares, or else what looks like a script. */
export function candidateSelector({ scripts }: Policy): (entry: Entry) => Candidate | undefined {
  const declared = scripts === undefined ? undefined : globMatcher(scripts);
  return (entry) => {
    if (!isFile(entry)) return undefined;
    if (declared !== undefined) return declared(entry.path) ? { entry, asked: true } : undefined;
    return kindByName(entry.path) === 'other' || isAside(entry.path) ? undefined : { entry, asked: false };
  };
}

export function isFile({ mode }: Entry): boolean {
  return mode === 'file' || mode === 'executable';
}
