import { notFound, paged, type Route, route } from './answer.ts';
import { commitFacts } from './git-data.ts';
import { userOf } from './people.ts';
import type { World } from './types.ts';

export type Timeline = {
  routes: Route[];
  /** An event by a person, at the next second of the rig's clock. */
  add(number: number, event: string, actor: string, more?: object): void;
  /** Pushed commits; GitHub gives these events no time and no actor of their own. */
  committed(number: number, commits: readonly string[]): Promise<void>;
  /** The time now; never the same second twice, so that "after" is never a tie. */
  now(): string;
};

export function createTimeline(world: World): Timeline {
  const events = new Map<number, object[]>();
  let last = 0;
  let ids = 5000;
  const of = (number: number) => {
    if (!events.has(number)) events.set(number, []);
    return events.get(number)!;
  };
  const timeline: Timeline = {
    now() {
      last = Math.max(Math.floor(Date.now() / 1000), last + 1);
      return new Date(last * 1000).toISOString().replace('.000', '');
    },
    add(number, event, actor, more = {}) {
      const id = ids++;
      of(number).push({
        id,
        node_id: `EV_${id}`,
        url: `${world.repoUrl}/issues/events/${id}`,
        actor: userOf(actor, world.apiUrl),
        event,
        commit_id: null,
        commit_url: null,
        created_at: timeline.now(),
        performed_via_github_app: null,
        ...more,
      });
    },
    async committed(number, commits) {
      for (const sha of commits) of(number).push({ event: 'committed', ...(await commitFacts(world, sha)) });
    },
    routes: [
      route('GET', '/issues/:number/timeline', async (call) => {
        if (!(await world.pulls.heads(Number(call.params.number)))) return notFound();
        return paged(call, `${world.repoUrl}${call.path}`, of(Number(call.params.number)));
      }),
      route('POST', '/issues/:number/labels', async ({ login, params, body }) => {
        const path = `/repos/${world.repository}/issues/${params.number}/labels`;
        const answer = await world.emulate(login, 'POST', path, body);
        const label = { color: 'ededed' };
        if (answer.status < 300) {
          for (const name of body?.labels ?? []) {
            timeline.add(Number(params.number), 'labeled', login, { label: { ...label, name } });
          }
        }
        return answer;
      }),
    ],
  };
  return timeline;
}
