import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  incomplete,
  isRefused,
  readCommits,
  readPushes,
  readRole,
  readTeam
} from "./chunk-UCHCWG3X.js";
import {
  candidates,
  countedActs
} from "./chunk-HG4VU7TQ.js";
import {
  blockers
} from "./chunk-VAQBDYZP.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

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
