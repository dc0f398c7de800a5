import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  commitId,
  count,
  flag,
  listOf,
  moment,
  oneOf,
  orNull,
  place,
  record,
  text,
  ulid
} from "./chunk-YNSVTVRQ.js";
import {
  seal,
  unsealAs
} from "./chunk-BSUCCZFA.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";

// src/store/deployments.ts
var STAGES = ["started", "running", "checking", "restoring", "ended"];
var OUTCOMES = [
  "good",
  "failed",
  "rolled-back",
  "inconclusive",
  "nothing-done",
  "forgotten"
];
var root = (value) => value === "" ? void 0 : place(value);
var exactly = (wanted) => (value) => value === wanted ? void 0 : "is that of another Holdfast";
var facts = (value) => isObject(value) ? void 0 : "is not an object";
var service = (value) => {
  if (!isObject(value)) return "is not an object";
  const { name, probes, grace, passes, every, soak, rotating } = value;
  return text(name) ?? listOf((probe) => isObject(probe) ? text(probe.kind) : "is not an object")(probes) ?? [grace, passes, every, soak].map(count).find((fault) => fault !== void 0) ?? (rotating === true ? void 0 : listOf(text)(rotating));
};
var shape = record({
  version: exactly(1),
  id: ulid,
  at: moment,
  endedAt: orNull(moment),
  host: text,
  environment: orNull(text),
  commit: orNull(commitId),
  deploymentId: orNull(text),
  root,
  cwd: text,
  inPlace: flag,
  command: text,
  writes: listOf(text),
  services: listOf(service),
  stage: oneOf(STAGES),
  before: orNull(ulid),
  intended: orNull(ulid),
  made: orNull(ulid),
  process: orNull(record({ pid: count, started: orNull(text), boot: text, namespace: text })),
  ran: orNull(
    record({
      code: orNull(count),
      signal: orNull(text),
      timedOut: flag,
      cancelled: orNull(text),
      failed: orNull(text),
      output: text,
      ms: count
    })
  ),
  outcome: orNull(oneOf(OUTCOMES)),
  findings: listOf(
    record({
      code: text,
      severity: oneOf(["error", "warning", "notice"]),
      path: orNull(text),
      service: orNull(text),
      args: facts
    })
  ),
  held: flag,
  lifted: orNull(record({ at: moment, reason: text }))
});
function writeDeployment(deployment) {
  return seal(deployment);
}
function readDeployment(bytes) {
  return unsealAs(bytes, shape, "deployment", "record of a deployment");
}
function holdOn(deployments, environment, commit) {
  if (commit === null) return void 0;
  return deployments.findLast(
    (one) => one.held && one.lifted === null && one.environment === environment && one.commit === commit
  );
}
function neededBy(deployments) {
  const unfinished = deployments.filter(({ stage }) => stage !== "ended");
  return new Set(unfinished.flatMap(({ before, intended, made }) => [before, intended, made].filter(isText)));
}
function isText(value) {
  return value !== null;
}
var MOST_KEPT = 100;
function outdated(deployments) {
  const ended = deployments.filter(({ stage }) => stage === "ended").toSorted((a, b) => a.id < b.id ? 1 : -1);
  return ended.slice(MOST_KEPT).flatMap((one) => one.held && one.lifted === null ? [] : [one.id]);
}

export {
  writeDeployment,
  readDeployment,
  holdOn,
  neededBy,
  outdated
};
