import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  candidates,
  countedActs
} from "./chunk-HG4VU7TQ.js";
import {
  blockers
} from "./chunk-RHOSS45L.js";
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
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const answer = await github.request(route, { username });
  if (!answer.ok) return isRefused(answer) ? ok("none") : answer;
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

// src/adapters/github/acknowledgements.ts
var MOST_REVIEWS = 1e3;
var MOST_EVENTS = 3e3;
var MOST_EARLIER = 5;
function queuedPullRequest(headRef) {
  const [, number] = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(headRef) ?? [];
  return number === void 0 ? void 0 : Number(number);
}
async function readEvidence(github, number, head, policy, options) {
  try {
    return await read(github, number, head, policy, options);
  } catch (error) {
    return incomplete(`GitHub's answer has another form than expected: ${error.message}.`);
  }
}
async function read(github, number, head, policy, { decisionAt, members = github }) {
  const asked = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    pull_number: number
  });
  if (!asked.ok) return asked;
  const pull = asked.value.data;
  const sha = String(pull?.head?.sha).toLowerCase();
  if (typeof pull?.user?.login !== "string" || (head ?? sha).toLowerCase() !== sha) {
    return incomplete(
      `Pull request #${number} stands at ${sha.slice(0, 12)} now, another commit than was compared.`
    );
  }
  const issue = { issue_number: number };
  const [reviews, timeline, commits, pushes, own] = await Promise.all([
    github.list(
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
      { pull_number: number },
      MOST_REVIEWS
    ),
    github.list("GET /repos/{owner}/{repo}/issues/{issue_number}/timeline", issue, MOST_EVENTS),
    readCommits(github, number),
    readPushes(github, pull),
    decisionAt(sha)
  ]);
  if (!reviews.ok) return reviews;
  if (!timeline.ok) return timeline;
  if (!commits.ok) return commits;
  if (!pushes.ok) return pushes;
  if (!commits.value.ids.includes(sha)) {
    return incomplete(`The commits of pull request #${number} do not hold its head.`);
  }
  const evidence = {
    head: sha,
    involved: [pull.user.login, ...commits.value.people, ...pushes.value.by(commits.value.ids)],
    reviews: reviews.value.flatMap(
      ({ user, state, commit_id, submitted_at }) => user ? [{ by: account(user), state, commit: commit_id ?? void 0, at: String(submitted_at) }] : []
    ),
    labelEvents: timeline.value.flatMap(
      ({ event, actor, label, created_at }) => event === "labeled" || event === "unlabeled" ? [{ by: account(actor), name: String(label?.name), added: event === "labeled", at: created_at }] : []
    ),
    labels: (pull.labels ?? []).map((label) => label.name),
    pushed: pushes.value.at(sha),
    retargeted: timeline.value.findLast(({ event }) => /base_(ref_changed|change_succeeded)$/.test(event))?.created_at,
    roles: {},
    teams: {},
    decisions: own === void 0 ? {} : { [sha]: own },
    notes: pushes.value.notes
  };
  if (own === void 0) return ok(evidence);
  const people = candidates(policy, evidence);
  if (people.length === 0) return ok(evidence);
  const teams = blockers(own, policy).flatMap((blocker) => blocker.approvers.flat());
  for (const login of people) {
    const role = await readRole(github, login);
    if (!role.ok) return role;
    evidence.roles[login.toLowerCase()] = role.value;
  }
  for (const team of new Set(teams.filter((name) => name.includes("/")).map((name) => name.toLowerCase()))) {
    const listed = await readTeam(members, team);
    if (listed.ok) evidence.teams[team] = listed.value;
    else if (!isRefused(listed)) return listed;
    else
      evidence.notes.push(`${team} entitles nobody: its members cannot be seen. ${listed.problem.message}`);
  }
  if (policy.acknowledge?.keepWhenUnchanged !== true) return ok(evidence);
  const earlier = new Set(countedActs(policy, evidence).map(({ commit }) => commit));
  earlier.delete(sha);
  for (const commit of [...earlier].slice(-MOST_EARLIER)) {
    const then = await decisionAt(commit);
    if (then !== void 0) evidence.decisions[commit] = then;
  }
  return ok(evidence);
}
function account(user) {
  return { login: user?.login ?? "ghost", bot: user?.type !== "User" };
}

export {
  queuedPullRequest,
  readEvidence
};
