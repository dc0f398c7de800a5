import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/github/people.ts
var MOST_MEMBERS = 1e3;
var COMMITS = `query($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    commits(first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { commit {
        oid committer { user { login } }
        authors(first: 100) { pageInfo { hasNextPage } nodes { user { login } } }
      } }
    }
  } }
}`;
async function readCommits(github, number) {
  const { owner, repo } = github;
  const [ids, people] = [[], []];
  for (let after = ""; ; ) {
    const page = await github.graphql(COMMITS, { owner, repo, number, after: after || null });
    if (!page.ok) return page;
    const { totalCount, pageInfo, nodes } = page.value.repository.pullRequest.commits;
    for (const { commit } of nodes) {
      ids.push(commit.oid);
      for (const { user } of [commit.committer, ...commit.authors.nodes]) if (user) people.push(user.login);
      if (commit.authors.pageInfo.hasNextPage) return incomplete(`${commit.oid} has more than 100 authors.`);
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === after) {
      if (ids.length === totalCount) return ok({ ids, people });
      return incomplete(`GitHub lists ${ids.length} of the ${totalCount} commits of #${number}.`);
    }
    after = String(pageInfo.endCursor);
  }
}
async function readPushes(github, { head }) {
  const [owner = "", repo = ""] = head.repo?.full_name.split("/") ?? [];
  const answer = await github.request("GET /repos/{owner}/{repo}/activity", {
    owner,
    repo,
    ref: `refs/heads/${head.ref}`,
    per_page: 100
  });
  if (!answer.ok && !isRefused(answer)) return answer;
  const pushes = answer.ok ? answer.value.data : [];
  const time = (push) => Date.parse(push.timestamp);
  const last = pushes.toSorted((left, right) => time(right) - time(left))[0];
  const note = `It is not known when the head was pushed, so no label counts. ${answer.ok ? "" : answer.problem.message}`;
  return ok({
    at: (sha) => last?.after === sha ? last.timestamp : void 0,
    by: (ids) => pushes.filter(
      (push) => /^(force_)?push$|^branch_creation$/.test(push.activity_type) && ids.includes(push.after)
    ).flatMap((push) => push.actor?.login ?? []),
    notes: last?.after === void 0 ? [note.trim()] : []
  });
}
async function readRole(github, username) {
  const role = await lookUpRole(github, username);
  return isRefused(role) ? ok("none") : role;
}
async function lookUpRole(github, username) {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const answer = await github.request(route, { username });
  if (!answer.ok) return answer;
  const { role_name, permission } = answer.value.data;
  const usual = ["admin", "maintain", "write", "read"];
  return ok(usual.find((role) => role === role_name) ?? usual.find((role) => role === permission) ?? "none");
}
async function readTeam(github, team) {
  const [org, team_slug] = team.slice(1).split("/");
  const listed = await github.list(
    "GET /orgs/{org}/teams/{team_slug}/members",
    { org, team_slug },
    MOST_MEMBERS
  );
  return listed.ok ? ok(listed.value.map(({ login }) => String(login))) : listed;
}
function isRefused(result) {
  return !result.ok && /^github-(forbidden|not-found)$/.test(result.problem.code);
}
function incomplete(message) {
  return refuse({
    code: "acknowledgement-incomplete",
    message,
    hint: "Nothing counts as acknowledged in this run. Run the check again, or split the pull request."
  });
}

export {
  readCommits,
  readPushes,
  readRole,
  lookUpRole,
  readTeam,
  isRefused,
  incomplete
};
