import type { Severity } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { type Job, type Node, placeIn, type Run } from './workflow.ts';

/** What GitHub demands before a branch changes; read by `adapters/github/rulesets.ts`. */
export type Settings = {
  branch: string;
  /** Names of required checks. */
  checks: string[];
  /** Workflows that a ruleset requires; `here`: of this repository. */
  workflows: { path: Path; here: boolean }[];
  mergeQueue: boolean;
};

/** Everything that the rules look at. */
export type Facts = {
  jobs: readonly Job[];
  runs: readonly Run[];
  /** Workflows that speak of Holdfast and could not be read. */
  broken: readonly { path: Path; place?: Place; detail: string }[];
  /** The policies that the runs read; no `path` when there is none. */
  policies: readonly { path?: Path; warnOnly?: boolean; problem?: Problem }[];
  owners: { path: Path; of(path: Path): readonly string[] } | undefined;
  branch: string | undefined;
  /** `undefined` when nobody looked. */
  settings: Settings | undefined;
};

/** What a rule says. `severity` and `fix` stand for the rule's own where they differ. */
export type Report = { path?: Path; place?: Place; severity?: Severity; what: string; fix?: string };

/** One way in which the check is disarmed. `summary` says why it matters. The registry is `doctor/index.ts`. */
export type Rule = {
  id: string;
  severity: Severity;
  summary: string;
  fix: string;
  run(facts: Facts): Report[];
};

/** The events that decide whether something may be merged. */
export const GATES = ['pull_request', 'pull_request_target', 'merge_group'];

/** A report about a member of a node: `if`, `with/ref`. */
export function about(node: Node, key: string, what: string, severity?: Severity): Report {
  const where = { path: node.source.path, place: placeIn(node, key), what };
  return severity === undefined ? where : { ...where, severity };
}

/** Whether a check name, with `${{ … }}` for what is not known, can be this text. */
export function canBe(name: string, text: string): boolean {
  const [first = '', ...rest] = name.split(/\$\{\{.*?\}\}/s);
  const last = rest.at(-1);
  if (last === undefined) return text === name;
  const known = first.length + last.length;
  return known > 0 && text.length > known && text.startsWith(first) && text.endsWith(last);
}
