import type { Problem } from '../model/problem.ts';
import type { Deployment } from '../store/deployments.ts';
import type { Kind } from './alert.ts';
import type { Observation } from './machine.ts';

const PARTS = [
  'store',
  'known-good',
  'coverage',
  'watches',
  'policy',
  'deployment',
] as const satisfies readonly Kind[];

/** What is wrong besides files; kinds that are not named are right. */
export type Health = { readonly [kind in (typeof PARTS)[number]]?: Problem };

/** A watch that cannot see is told as loudly as what it would have seen. */
export function healthObservations(health: Health): Observation[] {
  return PARTS.map((kind): Observation => {
    const about = { key: `watch:${kind}`, path: null, service: null };
    const problem = health[kind];
    if (problem === undefined) return { ...about, verdict: 'good' };
    const what = problem.path === undefined ? problem.message : `${problem.path}: ${problem.message}`;
    const drift = { kind, state: problem.code, what };
    return { ...about, verdict: 'bad', drift, instance: '' };
  });
}

/** How many critical files nothing can be said about, with the first ones. */
export function uncovered(places: ReadonlySet<string>): Problem | undefined {
  if (places.size === 0) return undefined;
  const first = [...places].sort().slice(0, 3);
  return {
    code: 'not-covered',
    message: `${places.size}: ${first.join(', ')}${places.size > first.length ? ', …' : ''}`,
    hint: 'Take a backup and have it known to be good.',
  };
}

/** The policy of today selects none of the places that the last known good knows of. */
export function blind(): Problem {
  return {
    code: 'nothing-watched',
    message: 'the policy calls nothing critical of what the last known good holds',
    hint: 'Check --policy, and `live` of its rules; then take a backup and have it known to be good.',
  };
}

/** Deployments of which the process was gone before they had ended. */
export function interrupted([first, ...others]: readonly Deployment[]): Problem | undefined {
  if (first === undefined) return undefined;
  const many = others.length === 0 ? '' : `, and ${others.length} more`;
  const hint = 'holdfast resume finishes it, or rolls it back';
  return {
    code: 'deployment-unfinished',
    message: `${first.id} of ${first.at.slice(0, 16)}Z, stage ${first.stage}${many}; ${hint}`,
    hint: `${hint}.`,
  };
}

export function limited(code: string): Problem {
  return {
    code: 'watch-limit',
    message: `the system gives no more watches: ${code}`,
    hint: 'Raise fs.inotify.max_user_watches or fs.inotify.max_user_instances.',
  };
}

/** Services that have no known good, while others have one. */
export function withoutKnownGood(missing: readonly Problem[]): Problem | undefined {
  const [first] = missing;
  if (first === undefined) return undefined;
  return { ...first, message: missing.map(({ message }) => message).join(' ') };
}
