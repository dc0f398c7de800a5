// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import type { Answer, Handler } from './answer.ts';
import type { BareGit } from './git.ts';
import type { Role } from './people.ts';
import type { NewPull, Pulls } from './pulls.ts';
import type { Reviews } from './reviews.ts';
import type { Timeline } from './timeline.ts';

export type RigOptions = {
  /** More people, or other roles, beside `PEOPLE`; everybody else may read. */
  people?: Record<string, Role>;
  /** Teams of the organisation by slug. */
  teams?: Record<string, string[]>;
};

/** GitHub's limits; a test lowers one instead of making thousands of files. */
export type Limits = { pullFiles: number; treeEntries: number; blobText: number; body: number };

export type FailRule = {
  method?: string;
  /** Matches path and query, as in `/repos/acme/shop/pulls/1/files?page=2`. */
  path: RegExp;
  /** 0 breaks the connection off. */
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** How often; always unless given. */
  times?: number;
  /** Answers that much later. */
  delayMs?: number;
};

export type Rig = {
  apiUrl: string;
  graphqlUrl: string;
  /** Smart HTTP of the same repository, without credentials. */
  gitUrl: string;
  /** GITHUB_TOKEN with write permissions: writes as `github-actions[bot]`. */
  token: string;
  /** GITHUB_TOKEN of a fork: 403 on everything that writes. */
  readToken: string;
  /** A personal token: may read teams, and writes as that person. */
  tokenOf(login: string): string;
  repository: string;
  git: BareGit;
  limits: Limits;
  requests: { method: string; path: string; query: string; status: number }[];
  /** What broke GitHub's own description; `close` throws when there is any. */
  violations: string[];
  /** All branches of that repository, with their objects. */
  importRepository(dir: string): Promise<void>;
  /** All objects of that repository, whether a branch leads to them or not; it must outlive the rig. */
  borrowObjects(dir: string): Promise<void>;
  createPullRequest(
    pull: NewPull,
  ): Promise<{ number: number; head: string; base: string; merge: string | null }>;
  /** The pull request as `GET /pulls/{number}` gives it. */
  pull(number: number): Promise<any>;
  /** Moves a branch to a commit that is there already; pull requests follow. */
  push(push: { branch: string; commit: string; user?: string }): Promise<void>;
  approve(review: {
    number: number;
    user: string;
    commit?: string;
    state?: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
    body?: string;
  }): Promise<{ id: number }>;
  label(label: { number: number; user: string; name: string; remove?: boolean }): Promise<void>;
  comment(comment: { number: number; user: string; body: string }): Promise<{ id: number }>;
  comments(number: number): Promise<{ id: number; user: string; body: string }[]>;
  reviews(number: number): Promise<any[]>;
  /** Review threads with their comments: `{ id, path, line, resolved, comments }`. */
  threads(number: number): Promise<any[]>;
  fail(rule: FailRule): void;
  /** A handler of the test's own, before all others; `path` is matched against the whole path. */
  handle(method: string, path: RegExp, handler: Handler): void;
  close(): Promise<void>;
};

/** What the parts of the rig share. */
export type World = {
  apiUrl: string;
  repository: string;
  repoUrl: string;
  git: BareGit;
  limits: Limits;
  people: Record<string, Role>;
  /** Asks emulate as that person. */
  emulate(login: string, method: string, path: string, body?: unknown): Promise<Answer>;
  pulls: Pulls;
  reviews: Reviews;
  timeline: Timeline;
};
