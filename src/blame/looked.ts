import { plural } from '../reports/messages.ts';
import type { Blame, Looked } from './candidate.ts';
import { MOST_JUDGED, type Step, type Touching } from './step.ts';
import type { Touch } from './touch.ts';

/** Steps by how near they come to the service. */
export function lookedAt(steps: readonly Step[], touched: readonly Touching[], judged: number): Looked {
  const commits = touched.filter(({ step }) => step.kind === 'commit');
  const count = (wanted: Touch) => commits.filter(({ touch }) => touch === wanted).length;
  const all = steps.filter(({ kind }) => kind === 'commit').length;
  return {
    steps: all,
    own: count('own'),
    related: count('related'),
    critical: count('critical'),
    other: count('other'),
    none: all - commits.length,
    judged,
    snapshots: steps.length - all,
  };
}

/** That not all were read. */
export function tooMany(left: number): Blame['missing'][number] {
  return {
    reason: 'too-many-candidates',
    detail: `${plural(left, 'more change')} of the service or what belongs to it beyond the ${MOST_JUDGED} that were read: of ${left === 1 ? 'it' : 'them'} only paths and messages are known.`,
    hint: 'Name a later moment with --since.',
  };
}
