import { ok, type Problem } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { rotatingFiles } from '../../services/affected.ts';
import { isAtOrBelow, type LiveScope } from '../../store/scope.ts';
import { rulesFor, verifyScope } from '../../verify/scope.ts';
import { blind, type Health, interrupted, limited, uncovered, withoutKnownGood } from '../../watch/health.ts';
import { judge, type Seen, type Window } from '../../watch/judge.ts';
import { addedTo } from '../../watch/known.ts';
import type { Observation } from '../../watch/machine.ts';
import {
  directoriesAbove,
  directoriesToStarts,
  matters,
  startsAbove,
  startsFor,
} from '../../watch/places.ts';
import type { Decrypt } from '../age/age.ts';
import { nodeFs } from '../store/fs.ts';
import { guarded } from '../store/problems.ts';
import { type FindWindows, followDeployments } from './deployments.ts';
import { detailsOf } from './details.ts';
import { watchDirectories } from './directories.ts';
import type { Source } from './source.ts';
import { missingFrom, readPlaces, survey } from './survey.ts';

/** Files that are read before other work has its turn. */
const CHUNK = 64;

export type ExaminerOptions = {
  source: Source;
  root: string;
  findWindows: FindWindows;
  /** Shows the keys of what is encrypted in the store. */
  decrypt: Decrypt | undefined;
  /** Something that matters has happened at a place. */
  happened(place: string): void;
  /** Places about which something is remembered, besides those of the known good. */
  remembered(): Iterable<string>;
};

/** Looks at the host and holds what it finds against the known good. */
export type Examiner = ReturnType<typeof createExaminer>;

export function createExaminer({
  source,
  root,
  findWindows,
  decrypt,
  happened,
  remembered,
}: ExaminerOptions) {
  let policy: Policy | undefined;
  let policyProblem: Problem | undefined;
  let scope: LiveScope | undefined;
  let above = new Set<string>();
  let isRotating: (place: string) => boolean = () => false;
  const deployments = followDeployments(source, root, findWindows);
  const dark = new Set<string>();
  const directories = watchDirectories(nodeFs, root, (place) => {
    if (scope !== undefined && matters(scope, above, place)) happened(place);
  });

  const rescope = () => {
    const known = source.known();
    if (policy === undefined && known === undefined) return;
    const parts = known?.parts ?? [];
    scope = verifyScope(parts, rulesFor(parts, policy, []));
    isRotating = policy === undefined ? () => false : rotatingFiles(policy);
    above = directoriesToStarts(scope);
    dark.clear();
  };

  const seesNothing = () => {
    const [known, now] = [source.known(), scope];
    if (known === undefined || now === undefined) return false;
    return ![...known.files.keys(), ...known.absent].some((place) => now.at(place) !== undefined);
  };

  const refresh = async (all = false) => {
    const changed = await source.refresh(all);
    if (changed || (scope === undefined && source.known() !== undefined)) rescope();
    return changed;
  };

  const judged = (seen: ReadonlyMap<string, Seen>, windows: readonly Window[]): Observation[] => {
    const [known, now] = [source.known(), scope];
    if (known === undefined || now === undefined) return [];
    const strange = [...seen].filter(([place, { kind }]) => kind === 'content' && !known.files.has(place));
    const added = addedTo(
      known,
      strange.map(([place]) => place),
    );
    return [...seen].map(([key, state]): Observation => {
      const about = {
        key,
        path: key,
        service: now.at(key)?.service ?? known.files.get(key)?.service ?? null,
      };
      // The policy of today does not call it critical any more.
      if (state.kind === 'absent' && now.at(key) === undefined) return { ...about, verdict: 'good' };
      const judgement = judge(key, state, known, {
        covered: added.has(key),
        rotating: isRotating(key),
        windows,
      });
      if (judgement.verdict === 'unknown') dark.add(key);
      else dark.delete(key);
      if (judgement.verdict === 'bad') return { ...about, ...judgement, instance: instanceOf(state) };
      return { ...about, verdict: judgement.verdict === 'unknown' ? 'tolerated' : judgement.verdict };
    });
  };

  /** Before anything is called wrong, the store is asked whether it is right by now, or for now. */
  const observationsOf = async (seen: ReadonlyMap<string, Seen>): Promise<Observation[]> => {
    const first = judged(seen, []);
    if (!first.some(({ verdict, key }) => verdict === 'bad' || dark.has(key))) return first;
    // A deployment that ends has its verdict by then: whoever asked the other way round could miss both.
    const windows = await deployments.find();
    await refresh();
    return judged(seen, windows);
  };

  const expected = function* () {
    for (const place of source.known()?.files.keys() ?? []) if (scope?.at(place) !== undefined) yield place;
    yield* dark;
    for (const place of remembered()) if (place.startsWith('/')) yield place;
  };

  /** Everything at or below these places, a few files at a time. */
  async function* examined(now: LiveScope, starts: string[]): AsyncGenerator<Map<string, Seen>> {
    const found = await survey(directories.fs, root, now, starts);
    const odd = new Map(found.odd);
    for (const place of new Set(missingFrom(found, expected()))) odd.set(place, { kind: 'absent' });
    yield odd;
    for (let at = 0; at < found.found.length; at += CHUNK) {
      yield await readPlaces(directories.fs, root, found.found.slice(at, at + CHUNK));
    }
  }

  return {
    /** What is watched from now on; with a problem, what was watched before goes on. */
    usePolicy(given: Policy | undefined, problem?: Problem) {
      policyProblem = problem;
      if (problem !== undefined) return;
      policy = given;
      rescope();
    },
    refresh,
    /** All there is to see, a few files at a time; `files` is how many were read. */
    async *sweep(): AsyncGenerator<{ observations: Observation[]; files: number }> {
      await refresh();
      await deployments.find();
      if (scope === undefined) return;
      const now = scope;
      directories.begin();
      const gone = [...remembered()].filter(
        (key) => key.startsWith('/') && startsAbove(now, key).length === 0,
      );
      const observations = gone.map(
        (key): Observation => ({ key, path: key, service: null, verdict: 'good' }),
      );
      yield { observations, files: 0 };
      for (const directory of above) await directories.ensure(directory);
      for await (const seen of examined(now, now.starts)) {
        const files = [...seen.values()].filter(({ kind }) => kind === 'content').length;
        yield { observations: await observationsOf(seen), files };
      }
      directories.end();
    },
    /** What is at these places and below them. */
    async look(places: readonly string[]): Promise<{ observations: Observation[]; seen: Map<string, Seen> }> {
      const all = new Map<string, Seen>();
      if (scope === undefined) return { observations: [], seen: all };
      const now = scope;
      const starts = [...new Set(places.flatMap((place) => startsFor(now, place)))];
      for (const directory of new Set(starts.flatMap(directoriesAbove))) {
        if (places.some((place) => isAtOrBelow(directory, place))) await directories.ensure(directory);
      }
      for await (const seen of examined(now, starts))
        for (const [place, state] of seen) all.set(place, state);
      return { observations: await observationsOf(all), seen: all };
    },
    /** The difference by key, where there is one to show. */
    async details(place: string, state: Seen | undefined): Promise<string[]> {
      const [store, known] = [source.store(), source.known()];
      if (store === undefined || known === undefined || state?.kind !== 'content') return [];
      const { content } = state;
      const found = await guarded(store.directory, async () =>
        ok(await detailsOf(place, content, { store, root, known, policy, decrypt })),
      );
      return found.ok ? found.value : [];
    },
    health(): Health {
      const limit = directories.limit();
      const parts: { [kind in keyof Health]: Problem | undefined } = {
        store: source.storeProblem(),
        'known-good': source.knownProblem() ?? withoutKnownGood(source.known()?.missing ?? []),
        coverage: seesNothing() ? blind() : uncovered(dark),
        watches: limit === undefined ? undefined : limited(limit),
        policy: policyProblem,
        deployment: interrupted(deployments.left()),
      };
      return Object.fromEntries(Object.entries(parts).filter(([, problem]) => problem !== undefined));
    },
    watched: () => directories.count(),
    close: () => directories.close(),
  };
}

function instanceOf(state: Seen): string {
  return state.kind === 'content' ? `${state.content.sha256} ${state.content.mtime}` : state.kind;
}
