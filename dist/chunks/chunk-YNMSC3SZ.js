import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RAW_OPTIONS,
  malformed
} from "./chunk-VRSVULR4.js";
import {
  MOST_COMMITS,
  MOST_MESSAGES,
  MOST_VERSIONS,
  onlyTouching
} from "./chunk-N3JHRWFV.js";
import {
  entryMode,
  fetchCommits,
  gitBytes,
  isObjectId,
  isShallow
} from "./chunk-GMQLBFQ4.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/parse-log.ts
var LOG_FORMAT = "--format=%x00%H%x00%ct%x00%s";
function parseLog(bytes, paths, mostVersions = MOST_VERSIONS) {
  const wanted = new Map(paths.map((path) => [Buffer.from(encodePath(path)).toString("latin1"), path]));
  const commits = [];
  const versions = /* @__PURE__ */ new Map();
  let at = 0;
  const next = (encoding = "latin1") => {
    const end = bytes.indexOf(0, at);
    const text = bytes.toString(encoding, at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return text;
  };
  while (at < bytes.length) {
    const token = next();
    if (token === "") {
      const [id, time, subject] = [next(), next(), next("utf8")];
      if (!isObjectId(id) || !/^-?\d+$/.test(time)) return refuse(malformed("log"));
      commits.push({ id, day: dayOf(Number(time)), subject });
      continue;
    }
    const path = wanted.get(next());
    if (path === void 0) continue;
    const version = parseVersion(token, path, commits.length - 1);
    if (version === void 0 || version.commit < 0) return refuse(malformed("log"));
    const known = versions.get(path);
    if (known === void 0) versions.set(path, [version]);
    else if (known.length < mostVersions) known.push(version);
  }
  return ok({ commits, versions });
}
function parseVersion(line, path, commit) {
  const found = /^\n?:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([ADMT])$/.exec(line);
  if (found === null) return void 0;
  const [, , octal = "", , id = "", status] = found;
  if (status === "D") return { commit };
  const mode = entryMode(octal);
  if (mode === void 0 || !isObjectId(id)) return void 0;
  return { commit, entry: { path, mode, id }, ...status === "A" && { first: true } };
}
function momentOf(seconds) {
  const last = 864e10;
  return new Date(Math.max(-last, Math.min(last, seconds)) * 1e3).toISOString();
}
function dayOf(seconds) {
  return momentOf(seconds).split("T")[0];
}

// src/adapters/git/history.ts
var PATIENCE = 3e4;
var DEPTHS = [20, 100];
var FETCH_PATIENCE = 15e3;
var ENOUGH_VERSIONS = 3;
var LOG = [
  ...["-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.diffMerges=separate"],
  ...["log", "--no-show-signature", "--no-notes", "--no-color", "--encoding=UTF-8", "-z"]
];
function commitHistory(repository, options) {
  const { base, head } = options;
  const { gitDir } = repository;
  async function log(paths) {
    const range = ["--first-parent", "-m", `--max-count=${MOST_COMMITS}`, base, "--"];
    const args = [...LOG, ...RAW_OPTIONS, "--no-relative", LOG_FORMAT, ...range];
    const output = await gitBytes({ gitDir, args, timeout: PATIENCE });
    if (!output.ok) return output;
    const parsed = parseLog(output.value, paths);
    if (!parsed.ok) return parsed;
    const { commits } = parsed.value;
    return ok(await isCut(commits.at(-1)?.id) ? withCut(parsed.value) : parsed.value);
  }
  async function isCut(oldest) {
    if (oldest === void 0 || !await isShallow(gitDir)) return false;
    const commit = await repository.objects.commit(oldest);
    const [parent] = commit.ok ? commit.value.parents : [];
    return parent !== void 0 && !(await repository.objects.commit(parent)).ok;
  }
  async function deepened(paths) {
    let found = await log(paths);
    for (const depth of options.deepen ? DEPTHS : []) {
      if (!found.ok || !isShort(found.value, paths)) break;
      if (found.value.cutAfter >= depth) continue;
      const fetched = await fetchCommits(repository, head ? [base, head] : [base], depth, FETCH_PATIENCE);
      if (!fetched.ok) break;
      found = await log(paths);
    }
    return found;
  }
  let asking = Promise.resolve();
  return {
    past(paths) {
      const answer = deepened(paths).then((found) => found.ok ? ok(onlyTouching(found.value)) : found);
      asking = answer;
      return answer;
    },
    async messages() {
      if (head === void 0) return ok([]);
      await asking;
      let said = await messagesBetween(base, head);
      for (const depth of options.deepen ? DEPTHS : []) {
        if (!said.ok || !await lacksParents(said.value)) break;
        const fetched = await fetchCommits(repository, [base, head], depth, FETCH_PATIENCE);
        if (!fetched.ok) break;
        said = await messagesBetween(base, head);
      }
      return said.ok ? ok(said.value.map(({ message }) => message)) : said;
    }
  };
  async function messagesBetween(from, to) {
    const range = [`--max-count=${MOST_MESSAGES}`, `${from}..${to}`, "--"];
    const output = await gitBytes({
      gitDir,
      args: [...LOG, "--format=%H%n%B", ...range],
      timeout: PATIENCE
    });
    if (!output.ok) return output;
    const texts = output.value.toString("utf8").split("\0").filter(Boolean);
    return ok(texts.map(toSaid));
  }
  async function lacksParents(said) {
    if (!await isShallow(gitDir)) return false;
    for (const { id } of said) {
      const commit = await repository.objects.commit(id);
      for (const parent of commit.ok ? commit.value.parents : []) {
        if (!(await repository.objects.commit(parent)).ok) return true;
      }
    }
    return false;
  }
}
function toSaid(text) {
  const end = text.indexOf("\n");
  return { id: text.slice(0, end), message: text.slice(end + 1) };
}
function withCut(log) {
  const last = log.commits.length - 1;
  for (const versions of log.versions.values()) {
    const oldest = versions.at(-1);
    if (oldest?.commit === last) delete oldest.first;
  }
  return { ...log, cutAfter: log.commits.length };
}
function isShort({ cutAfter, versions }, paths) {
  return cutAfter !== void 0 && paths.some((path) => !isEnough(versions.get(path) ?? []));
}
function isEnough(versions) {
  return versions.length === 0 || versions.length >= ENOUGH_VERSIONS || versions.at(-1)?.first === true;
}

export {
  LOG_FORMAT,
  parseLog,
  momentOf,
  LOG,
  commitHistory
};
