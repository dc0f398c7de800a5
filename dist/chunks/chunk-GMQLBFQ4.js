import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  lstat,
  readFile,
  realpath,
  stat
} from "./chunk-O464NPAJ.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/modes.ts
function entryMode(octal) {
  if (!/^[0-7]{5,6}$/.test(octal)) return void 0;
  const mode = Number.parseInt(octal, 8);
  switch (mode & 61440) {
    case 32768:
      return mode & 64 ? "executable" : "file";
    case 40960:
      return "symlink";
    case 57344:
      return "submodule";
    default:
      return void 0;
  }
}
function isTreeMode(octal) {
  return /^0?40000$/.test(octal);
}
function isObjectId(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function isZeroId(text) {
  return /^(?:0{40}|0{64})$/.test(text);
}

// src/adapters/git/run.ts
import { spawn } from "node:child_process";
var DEADLINE = 12e4;
var LARGEST_OUTPUT = 512 * 1024 * 1024;
var LONGEST_STDERR = 64 * 1024;
var SETTINGS = [
  "safe.bareRepository=explicit",
  "safe.directory=*",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=false",
  "submodule.recurse=false",
  "protocol.ext.allow=never",
  "gc.auto=0",
  "maintenance.auto=false",
  // GIT_GRAFT_FILE would bring pages of advice.
  "advice.graftFileDeprecated=false"
];
function startGit(call) {
  const place = [`--git-dir=${call.gitDir}`];
  if (call.workTree !== void 0) place.unshift("-C", call.workTree, `--work-tree=${call.workTree}`);
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  return spawn("git", [...place, ...settings, "--no-pager", ...call.args], {
    // Not the work tree: on Windows a `git.exe` in the current directory would be started.
    cwd: call.cwd ?? call.gitDir,
    env: gitEnvironment(process.env, call),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
}
function gitEnvironment(inherited, call) {
  const fetching = call.purpose === "fetch";
  const environment = {};
  for (const [name, value] of Object.entries(inherited)) {
    const keep = fetching ? !REDIRECTS.test(name) : KEPT_FOR_READING.test(name);
    if (!name.toUpperCase().startsWith("GIT_") || keep) environment[name] = value;
  }
  Object.assign(environment, {
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_LITERAL_PATHSPECS: "1",
    LC_ALL: "C"
  });
  if (!fetching) {
    Object.assign(environment, {
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_NO_LAZY_FETCH: "1",
      GIT_ALLOW_PROTOCOL: ""
    });
  }
  if (call.indexFile !== void 0) environment.GIT_INDEX_FILE = call.indexFile;
  return environment;
}
var KEPT_FOR_READING = /^GIT_(EXEC_PATH|TRACE2\w*)$/i;
var REDIRECTS = /^GIT_(DIR|COMMON_DIR|WORK_TREE|PREFIX|INDEX_FILE|INDEX_VERSION|OBJECT_DIRECTORY|ALTERNATE_\w+|NAMESPACE|SHALLOW_FILE|REPLACE_REF_BASE|NO_LAZY_FETCH|CEILING_DIRECTORIES|QUARANTINE_PATH|EXTERNAL_DIFF|\w+_PATHSPECS|TRACE|TRACE_\w+|ATTR_\w+|REF_\w+)$/i;
function runGit(call) {
  const deadline = call.timeout ?? DEADLINE;
  return new Promise((resolve2) => {
    let child;
    try {
      child = startGit(call);
    } catch (error) {
      resolve2(refuse(notStarted(error)));
      return;
    }
    const output = [];
    let size = 0;
    let stderr = "";
    let stopped;
    let force;
    const stop = (problem) => {
      stopped ??= problem;
      child.kill("SIGTERM");
      force ??= setTimeout(() => {
        child.kill("SIGKILL");
        finish({ ok: false, problem: stopped });
      }, 2e3);
    };
    const timer = setTimeout(() => stop(timedOut(call, deadline)), deadline);
    const finish = (result) => {
      clearTimeout(timer);
      clearTimeout(force);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve2(result);
    };
    child.on("error", (error) => finish(refuse(notStarted(error))));
    child.on("close", (code) => {
      if (stopped) finish(refuse(stopped));
      else finish(ok({ code: code ?? -1, stdout: Buffer.concat(output), stderr: stderr.trim() }));
    });
    child.stdout.on("data", (chunk) => {
      size += chunk.length;
      if (size <= LARGEST_OUTPUT) output.push(chunk);
      else stop(tooMuch(call));
    });
    child.stderr.on("data", (chunk) => {
      if (stderr.length < LONGEST_STDERR) stderr += chunk.toString("utf8");
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(call.input ?? "");
  });
}
async function gitBytes(call) {
  const result = await runGit(call);
  if (!result.ok) return result;
  return result.value.code === 0 ? ok(result.value.stdout) : refuse(gitFailed(call, result.value));
}
function gitFailed(call, output) {
  const words = withoutCredentials(output.stderr) || `it ended with code ${output.code}`;
  return {
    code: "git-failed",
    message: `git ${commandOf(call)} failed: ${words}`,
    hint: "Run `git fsck` in the repository; clone it again when it is damaged."
  };
}
function notStarted(error) {
  if (error.code === "ENOENT") {
    return {
      code: "git-not-found",
      message: "The program `git` was not found.",
      hint: "Install git 2.30 or newer and make sure that its directory is in PATH."
    };
  }
  return {
    code: "git-not-started",
    message: `The program \`git\` could not be started: ${error.code ?? error.message}.`,
    hint: "Check that `git --version` works for the user who runs Holdfast."
  };
}
function commandOf({ args }) {
  return (args[0] === "-c" ? args[2] : args[0]) ?? "";
}
function timedOut(call, deadline) {
  return {
    code: "git-timeout",
    message: `git ${commandOf(call)} did not end within ${deadline / 1e3} s and was stopped.`,
    hint: "Run it again; if it stays slow, check the network and the disk of the machine."
  };
}
function tooMuch(call) {
  return {
    code: "git-output-too-large",
    message: `git ${commandOf(call)} wrote more than ${LARGEST_OUTPUT / 1024 / 1024} MiB.`,
    hint: "Compare commits that are closer to each other."
  };
}
function withoutCredentials(text) {
  return text.split("\n").map((line) => /extraheader|authorization\s*:/i.test(line) ? "(a line with credentials)" : line).join("\n").replaceAll(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*(?:@[^\s/@]*)*@/gi, "$1***@").replaceAll(/\b(?:gh[a-z]_|github_pat_)\w+/g, "***").replaceAll(/\b(basic|bearer)\s+[\w+/=.-]{8,}/gi, "$1 ***");
}

// src/adapters/git/locate.ts
import { basename, dirname, join, resolve, sep } from "node:path";
async function isShallow(gitDir) {
  return (await readText(join(await commonDirectory(gitDir), "shallow")) ?? "") !== "";
}
async function findRepository(start) {
  const from = await realpath(start).catch(() => void 0);
  let bare;
  for (let at = from; at !== void 0; at = at === dirname(at) ? void 0 : dirname(at)) {
    const dotGit = await followGitFile(join(at, ".git"));
    if (dotGit === "broken") return refuse(notARepository(at));
    if (dotGit !== void 0 && await isGitDirectory(dotGit)) {
      if (bare !== void 0 && !`${bare}${sep}`.startsWith(`${dotGit}${sep}`)) return refuse(embedded(bare));
      return ok({ gitDir: dotGit, workTree: at });
    }
    if (await isGitDirectory(at)) bare ??= at;
  }
  return bare === void 0 ? refuse(notARepository(start)) : ok({ gitDir: bare });
}
async function namedRepository(path) {
  for (const candidate of [path, join(path, ".git")]) {
    const gitDir = await followGitFile(candidate);
    if (gitDir === void 0 || gitDir === "broken" || !await isGitDirectory(gitDir)) continue;
    return ok(basename(candidate) === ".git" ? { gitDir, workTree: dirname(candidate) } : { gitDir });
  }
  return refuse(notARepository(path));
}
async function followGitFile(path) {
  const found = await stat(path).catch(() => void 0);
  if (found?.isDirectory()) return path;
  if (!found?.isFile() || basename(path) !== ".git") return void 0;
  const target = found.size < 64 * 1024 && /^gitdir: (.+?)[\r\n]*$/.exec(await readText(path) ?? "")?.[1];
  if (!target) return "broken";
  const directory = resolve(dirname(path), target);
  return await isGitDirectory(directory) ? directory : "broken";
}
async function isGitDirectory(path) {
  const common = await commonDirectory(path);
  const wanted = [join(path, "HEAD"), join(common, "objects"), join(common, "refs")];
  const found = await Promise.all(wanted.map((each) => lstat(each).catch(() => void 0)));
  return found.every((each) => each !== void 0);
}
async function commonDirectory(gitDir) {
  const common = (await readText(join(gitDir, "commondir")))?.trim();
  return common === void 0 || common === "" ? gitDir : resolve(gitDir, common);
}
function readText(path) {
  return readFile(path, "utf8").catch(() => void 0);
}
function notARepository(directory) {
  return {
    code: "not-a-repository",
    message: `There is no git repository in \`${directory}\` or above it.`,
    hint: "Run Holdfast inside a clone, or name one with --git-dir. In a workflow, run actions/checkout first."
  };
}
function embedded(directory) {
  return {
    code: "embedded-repository",
    message: `\`${directory}\` is a bare repository inside the files of another repository.`,
    hint: "Run Holdfast outside of it, or name the repository that you mean with --git-dir."
  };
}

// src/adapters/git/fetch.ts
var DEADLINE2 = 12e4;
var QUIET = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--no-auto-maintenance"
];
async function fetchCommits(repository, ids, depth = 1, timeout = DEADLINE2) {
  const { gitDir } = repository;
  const remote = await remoteName(gitDir);
  if (!remote.ok) return remote;
  const wanted = ids.filter(isObjectId);
  const limit = await isShallow(gitDir) ? [`--depth=${depth}`] : [];
  const args = [...QUIET, ...limit, "--end-of-options", remote.value, ...wanted];
  const output = await online({ gitDir, args, timeout });
  return output.ok ? ok(void 0) : output;
}
async function fetchObjects(gitDir, ids) {
  const pattern = "^(extensions\\.partialclone|remote\\..*\\.promisor)$";
  const found = await runGit({ gitDir, args: ["config", "-z", "--get-regexp", pattern] });
  if (!found.ok || found.value.code !== 0) return void 0;
  const settings = found.value.stdout.toString("utf8").split("\0");
  const remotes = settings.flatMap((setting) => {
    const [name = "", value = ""] = setting.split("\n");
    if (name.startsWith("extensions.")) return [value];
    return value === "true" ? [name.slice("remote.".length, -".promisor".length)] : [];
  });
  const [remote] = remotes.filter((name) => name !== "");
  if (remote === void 0) return void 0;
  const args = [...QUIET, "--filter=blob:none", "--stdin", "--end-of-options", remote];
  const input = ids.filter(isObjectId).join("\n");
  return (await online({ gitDir, args: ["-c", "fetch.negotiationAlgorithm=noop", ...args], input })).ok;
}
async function remoteRefs(repository, refs) {
  const { gitDir } = repository;
  const remote = await remoteName(gitDir);
  if (!remote.ok) return remote;
  const output = await online({
    gitDir,
    args: ["ls-remote", "--quiet", "--end-of-options", remote.value, ...refs]
  });
  if (!output.ok) return output;
  const found = /* @__PURE__ */ new Map();
  for (const line of output.value.split("\n")) {
    const [id = "", ref = ""] = line.split("	");
    if (refs.includes(ref) && isObjectId(id)) found.set(ref, id);
  }
  return ok(found);
}
async function remoteName(gitDir) {
  const output = await runGit({ gitDir, args: ["remote"] });
  if (!output.ok) return output;
  const names = output.value.stdout.toString("utf8").split("\n").filter(Boolean);
  if (names.includes("origin")) return ok("origin");
  if (names.length === 1 && !names[0].startsWith("-")) return ok(names[0]);
  return refuse({
    code: "no-remote",
    message: "The repository has no remote `origin` to fetch missing commits from.",
    hint: "Fetch the base and the head commit yourself before Holdfast runs."
  });
}
async function online(call) {
  const output = await runGit({ timeout: DEADLINE2, ...call, purpose: "fetch" });
  if (!output.ok) return output;
  if (output.value.code === 0) return ok(output.value.stdout.toString("utf8"));
  const words = withoutCredentials(output.value.stderr).split("\n").filter(Boolean).slice(-3).join(" ");
  return refuse({
    code: "fetch-failed",
    message: `Git could not fetch from the remote: ${words || `it ended with code ${output.value.code}`}`,
    hint: "Check out with `fetch-depth: 0`; in a private repository keep `persist-credentials: true`."
  });
}

export {
  entryMode,
  isTreeMode,
  isObjectId,
  isZeroId,
  isShallow,
  findRepository,
  namedRepository,
  commonDirectory,
  readText,
  startGit,
  runGit,
  gitBytes,
  gitFailed,
  notStarted,
  fetchCommits,
  fetchObjects,
  remoteRefs
};
