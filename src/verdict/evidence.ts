import type { Decision } from './decision.ts';

/** An account as GitHub tells of it; `bot` is anything but a person. */
export type Account = { login: string; bot: boolean };

export type Role = 'none' | 'read' | 'write' | 'maintain' | 'admin';

/**
 * What people did on the pull request, and who they are: plain data, read live from GitHub. Logins compare
 * without case. Times are ISO 8601 in UTC. `undefined` stands for what could not be found out.
 */
export type Evidence = {
  /** The commit that the pull request stands at. */
  head: string;
  /** The author of the pull request, authors, co-authors and committers of its commits, and who pushed them. */
  involved: string[];
  /** In the order of submission. */
  reviews: { by: Account; state: string; commit: string | undefined; at: string }[];
  /** Labels put on and taken off, in order. */
  labelEvents: { by: Account; name: string; added: boolean; at: string }[];
  /** The labels that it carries now. */
  labels: string[];
  /** When the head was pushed. */
  pushed: string | undefined;
  /** When another base was chosen last; what happened before it was about another change. */
  retargeted: string | undefined;
  /** By login in lower case. Who is not in it has no role. */
  roles: { [login: string]: Role };
  /** Members' logins by `@org/team` in lower case. A team that is not in it entitles nobody. */
  teams: { [team: string]: string[] };
  /**
   * The decision for the pull request as it stood at a commit, under the policy that counts now, by commit id.
   * That of the head is the decision itself, except in a merge queue. Without it an acknowledgement is void.
   */
  decisions: { [commit: string]: Decision };
  /** What could not be looked up, and what that means. For the log. */
  notes: string[];
};
