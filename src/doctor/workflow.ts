import { posix } from 'node:path';
import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import type { Place } from '../model/place.ts';
import { child, type Pointer, segmentsOf } from '../model/pointer.ts';

/** A workflow or an `action.yml` that parsed; `value` is its whole content. */
export type Source = { path: Path; document: ParsedDocument; value: JsonObject };
export type Files = ReadonlyMap<Path, Source>;

/** An object of a source: a workflow (`at` is ''), a trigger, a job, a step. */
export type Node = { source: Source; at: Pointer; value: JsonObject };

/** A job that reports a check; reusable workflows and composite actions of the repository are followed one level. */
export type Job = {
  workflow: Node;
  /** Its triggers by name, without `workflow_call`. */
  events: Map<string, Node>;
  /** The job, and the job of the reusable workflow that it calls. */
  holders: Node[];
  /** The name of its check; what is known only when it runs stands there as `${{ … }}`. */
  name: string;
  /** Every step; one inside a composite action after the step that uses it. */
  steps: Node[][];
};

/** Holdfast, run in a job. `holders`: everything that can skip or silence it, from the outside in. */
export type Run = { job: Job; holders: Node[]; step: Node };

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const USES = /\/holdfast(?:\.ya?ml)?(?=[@/]|$)/i;
const COMMAND = /\bholdfast(?:[@#]\S+)?\s+check\b/i;
const UNKNOWN = `\${{ … }}`;

export function isWorkflow(path: Path): boolean {
  return WORKFLOW.test(path);
}

/** Every job of every workflow that something else than another workflow starts. */
export function jobsOf(files: Files): Job[] {
  return [...files.values()].flatMap((source) => {
    const workflow = rootOf(source);
    const events = isWorkflow(source.path) ? eventsOf(workflow) : new Map<string, Node>();
    events.delete('workflow_call');
    return childrenOf(workflow, 'jobs').flatMap((job) => {
      if (events.size === 0) return [];
      return called(job, files).map(({ holders, name }) => {
        const steps = childrenOf(holders.at(-1)!, 'steps').flatMap((step) => inside(step, files));
        return { workflow, events, holders, name, steps };
      });
    });
  });
}

/** Where Holdfast is run: its action, its command, or a workflow of another repository that bears its name. */
export function runsOf(jobs: readonly Job[], files: Files): Run[] {
  return jobs.flatMap((job) =>
    [[], ...job.steps].flatMap((chain) => {
      const holders = [...job.holders, ...chain];
      const step = holders.at(-1)!;
      return runsHoldfast(step, files) ? [{ job, holders, step }] : [];
    }),
  );
}

/** A step's shell lines without comments, continued lines joined. */
export function commandsOf(step: Node): string[] {
  const script = textAt(step, 'run').replace(/(^|\s)#.*$/gm, '$1');
  return script.replace(/\\\r?\n/g, ' ').split('\n');
}

/** The line of a step that runs `holdfast check`; '' when none does. */
export function holdfastLine(step: Node): string {
  return commandsOf(step).find((line) => COMMAND.test(line)) ?? '';
}

/** A scalar as text; '' for anything else. */
export function textAt({ value }: Node, ...keys: string[]): string {
  let held: Json | undefined = value;
  for (const key of keys) held = isObject(held) && Object.hasOwn(held, key) ? held[key] : undefined;
  return typeof held === 'object' || held === undefined ? '' : String(held);
}

/** A scalar, the items of a list or the keys of a map, as texts. */
export function textsOf(value: Json | undefined): string[] {
  return isObject(value) ? Object.keys(value) : [value ?? []].flat().map(String);
}

/** Where a member (`if`, `with/ref`) stands; else the node itself. */
export function placeIn({ source: { document }, at }: Node, key: string): Place {
  return document.place(`${at}/${key}`) ?? document.place(at) ?? { line: 1, column: 1 };
}

export function rootOf(source: Source): Node {
  return { source, at: '', value: source.value };
}

/** The objects in a list or a map. */
export function childrenOf({ source, at, value }: Node, key: string): Node[] {
  return Object.entries(value[key] ?? {}).flatMap(([name, item]: [string, Json]) =>
    isObject(item) ? [{ source, at: child(child(at, key), name), value: item }] : [],
  );
}

export function idOf({ at }: Node): string {
  return segmentsOf(at).at(-1) ?? '';
}

/** `on: push`, `on: [push]` and `on: {push: …}`, each as a node whose value holds the filters. */
function eventsOf({ source, value: { on } }: Node): Map<string, Node> {
  const filters = (name: string) => (isObject(on) && isObject(on[name]) ? on[name] : {});
  return new Map(textsOf(on).map((name) => [name, { source, at: child('/on', name), value: filters(name) }]));
}

/** A job; for one that calls a workflow of this repository, each job in there, named as GitHub names them. */
function called(job: Node, files: Files): { holders: Node[]; name: string }[] {
  const name = checkName(job);
  const uses = textAt(job, 'uses');
  if (uses === '') return [{ holders: [job], name }];
  const target = uses.startsWith('./') ? files.get(posix.normalize(uses)) : undefined;
  if (target === undefined) return [{ holders: [job], name: `${name} / ${UNKNOWN}` }];
  return childrenOf(rootOf(target), 'jobs').map((inner) => ({
    holders: [job, inner],
    name: `${name} / ${checkName(inner)}`,
  }));
}

function checkName(job: Node): string {
  const name = textAt(job, 'name') || idOf(job);
  const { strategy } = job.value;
  const several = isObject(strategy) && strategy.matrix !== undefined && !/\$\{\{/.test(name);
  return several ? `${name} (${UNKNOWN})` : name;
}

/** A step; for one that uses a composite action of this repository, each step in there. */
function inside(step: Node, files: Files): Node[][] {
  const action = localAction(textAt(step, 'uses'), files);
  if (action?.value.runs === undefined || textAt(rootOf(action), 'runs', 'using') !== 'composite') {
    return [[step]];
  }
  const runs = { source: action, at: '/runs', value: action.value.runs as JsonObject };
  return childrenOf(runs, 'steps').map((inner) => [step, inner]);
}

function runsHoldfast(node: Node, files: Files): boolean {
  const uses = textAt(node, 'uses');
  const action = localAction(uses, files);
  if (action !== undefined) return /\bholdfast\b/i.test(textAt(rootOf(action), 'name'));
  const elsewhere = !uses.startsWith('./.github/workflows/');
  return (elsewhere && USES.test(uses)) || holdfastLine(node) !== '';
}

function localAction(uses: string, files: Files): Source | undefined {
  if (!uses.startsWith('./')) return undefined;
  const at = (name: string) => files.get(posix.join(uses, name));
  return at('action.yml') ?? at('action.yaml');
}
