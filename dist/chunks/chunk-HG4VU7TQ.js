import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/verdict/approvals.ts
var ROLES = ["none", "read", "write", "maintain", "admin"];
var LASTING = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"];
function countedActs(policy, evidence) {
  return acts(policy, evidence).filter((act) => objection(act, policy, evidence) === void 0);
}
function candidates(policy, evidence) {
  const people = acts(policy, evidence).filter((act) => exclusion(act, evidence) === void 0);
  return [...new Set(people.map(({ by }) => by.login))];
}
function refusals(policy, evidence) {
  return acts(policy, evidence).flatMap((act) => {
    const why = objection(act, policy, evidence);
    return why === void 0 ? [] : [`The ${act.how} by ${act.by.login} does not count: ${why}.`];
  });
}
function entitled(login, names, { teams }) {
  return names.some((name) => isSame(name, `@${login}`) || includes(teams[name.toLowerCase()] ?? [], login));
}
function acts(policy, { head, reviews, labels, labelEvents }) {
  const latest = /* @__PURE__ */ new Map();
  for (const review of reviews) {
    if (LASTING.includes(review.state)) latest.set(review.by.login.toLowerCase(), review);
  }
  const found = [...latest.values()].flatMap(
    ({ state, by, at, commit }) => state === "APPROVED" ? [{ how: "review", by, at, commit: commit?.toLowerCase() ?? "" }] : []
  );
  const name = policy.acknowledge?.label?.name;
  if (name === void 0 || !includes(labels, name)) return found;
  const last = labelEvents.findLast((event) => isSame(event.name, name));
  return last?.added ? [...found, { how: "label", by: last.by, at: last.at, commit: head }] : found;
}
function objection(act, { acknowledge }, evidence) {
  const { roles, pushed, retargeted, head } = evidence;
  const excluded = exclusion(act, evidence);
  if (excluded !== void 0) return excluded;
  const least = act.how === "label" ? acknowledge?.label?.role ?? "admin" : "write";
  if (ROLES.indexOf(roles[act.by.login.toLowerCase()] ?? "none") < ROLES.indexOf(least)) {
    return `their role is not ${least} or higher`;
  }
  if (retargeted !== void 0 && !isAfter(act, retargeted)) return "the base was changed after it";
  if (act.commit !== head && !acknowledge?.keepWhenUnchanged) return "it is of an earlier commit";
  if (act.how === "review") return void 0;
  if (pushed === void 0) return "when the head was pushed is not known";
  return isAfter(act, pushed) ? void 0 : "it is older than the last push";
}
function exclusion({ by }, { involved }) {
  if (by.bot) return "it is not a person";
  return includes(involved, by.login) ? "they wrote, committed or pushed a part of the change" : void 0;
}
function isAfter({ at }, other) {
  return Date.parse(at) > Date.parse(other);
}
function isSame(left, right) {
  return left.toLowerCase() === right.toLowerCase();
}
function includes(all, one) {
  return all.some((each) => isSame(each, one));
}

export {
  countedActs,
  candidates,
  refusals,
  entitled
};
