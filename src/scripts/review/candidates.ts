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
  /\.(sh|bash|dash|ash|[a-z]*ksh|zsh|fish|t?csh|command|ps1|psm1|bat|cmd|bats)$|^\.envrc$/i,
  /^(gnu)?makefile([.-]|$)|\.(mk|mak|make)$/i,
  /^(docker|container)file([.-]|$)|\.(docker|container)file$/i,
];
const TEMPLATE = /\.(j2|jinja2?|erb|tpl|tmpl|gotmpl|mustache|ejs|epp)$/i;
const YAML =
  /(^|\/)\.(github|gitea|forgejo)\/|(^|\/)action\.ya?ml$|(^|\/)(tasks|handlers|playbooks?|roles)\/|(^|\/)(site|main|playbook|deploy)[^/]*\.ya?ml$/i;

/**
 * A first choice by the name alone, without anything that reads scripts: at least what `sources/` takes for a script by
 * its name. `perhaps`: its first line tells.
 */
export function kindByName(path: Path): 'script' | 'perhaps' | 'other' {
  const name = baseName(path).replace(TEMPLATE, '');
  if (NAMES.some((pattern) => pattern.test(name))) return 'script';
  if (/\.ya?ml$/i.test(name) && YAML.test(path)) return 'script';
  return name.includes('.') ? 'other' : 'perhaps';
}

/** A first line that names an interpreter. */
export function hasShebang(text: string): boolean {
  return text.startsWith('#!');
}

/** Tells which files of the checkout are reviewed: what the policy declares, or else what looks like a script. */
export function candidateSelector({ scripts }: Policy): (entry: Entry) => Candidate | undefined {
  const declared = scripts === undefined ? undefined : globMatcher(scripts);
  return (entry) => {
    if (!isFile(entry)) return undefined;
    if (declared !== undefined) return declared(entry.path) ? { entry, asked: true } : undefined;
    const runs = entry.mode === 'executable' || kindByName(entry.path) !== 'other';
    return runs && !isAside(entry.path) ? { entry, asked: false } : undefined;
  };
}

export function isFile({ mode }: Entry): boolean {
  return mode === 'file' || mode === 'executable';
}
