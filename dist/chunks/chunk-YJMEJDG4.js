import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  notReadable,
  parseCommit,
  parseTree
} from "./chunk-VRSVULR4.js";
import {
  commonDirectory,
  entryMode,
  fetchObjects,
  findRepository,
  isObjectId,
  isShallow,
  isTreeMode,
  namedRepository,
  notStarted,
  readText,
  startGit
} from "./chunk-GMQLBFQ4.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/repository.ts
import { join, resolve } from "node:path";

// src/adapters/git/batch-output.ts
function answerReader(largest, give) {
  let header = "";
  let id = "";
  let type = "";
  let size = 0;
  let left = -1;
  let bytes;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left === -1) {
        const end = chunk.indexOf(10, at);
        header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
        if (end === -1) return header.length < 4096;
        at = end + 1;
        const [name, kind, length, ...more] = header.split(" ");
        header = "";
        id = name;
        if (kind === "missing" && length === void 0) {
          if (!give(id, { refused: "missing" })) return false;
          continue;
        }
        if (kind === void 0 || !/^\d{1,15}$/.test(length ?? "") || more.length > 0) return false;
        type = kind;
        size = Number(length);
        left = size + 1;
        bytes = size <= largest ? Buffer.allocUnsafe(size) : void 0;
        continue;
      }
      const taken = Math.min(left, chunk.length - at);
      bytes?.set(chunk.subarray(at, at + Math.min(taken, left - 1)), size + 1 - left);
      at += taken;
      left -= taken;
      if (left > 0) continue;
      left = -1;
      const complete = bytes;
      bytes = void 0;
      if (!give(id, complete ? { type, bytes: complete } : { refused: "too-large", size })) return false;
    }
    return true;
  };
}

// src/adapters/git/process.ts
function stop(process) {
  process.kill("SIGKILL");
  for (const pipe of [process.stdin, process.stdout, process.stderr]) pipe?.destroy();
}
function hold(process, needed) {
  const handles = [process, process.stdin, process.stdout, process.stderr];
  for (const handle of handles) needed ? handle.ref?.() : handle.unref?.();
}

// src/adapters/git/cat-file.ts
var MOST_WAITING = 64 * 1024 * 1024;
var MOST_DEATHS = 8;
function startCatFile(options) {
  const due = [];
  let unsent = [];
  let child;
  let failure;
  let waitingBytes = 0;
  let readers = 0;
  let deaths = 0;
  let recovering = false;
  let closing = false;
  let heard = false;
  let silentTicks = 0;
  let ended = Promise.resolve();
  const recovered = /* @__PURE__ */ new Set();
  const settle = (ticket, answer) => {
    if (ticket.dropped) return;
    ticket.answer = answer;
    if ("bytes" in answer) waitingBytes += answer.bytes.length;
    ticket.wake?.();
  };
  const refuseAll = () => {
    for (const ticket of due.splice(0)) settle(ticket, { refused: "unreadable" });
    unsent = [];
  };
  const start = () => {
    let process;
    try {
      process = options.start();
    } catch (error) {
      failure = notStarted(error);
      return;
    }
    child = process;
    let garbled = false;
    const accept = answerReader(options.largest, (id, answer) => {
      if (due[0]?.id !== id) return false;
      settle(due.shift(), answer);
      return true;
    });
    process.stdin.on("error", () => {
    });
    process.stderr.resume();
    process.stdout.on("data", (chunk) => {
      heard = true;
      if (garbled) return;
      if (!accept(chunk)) {
        garbled = true;
        stop(process);
      }
      if (waitingBytes > MOST_WAITING && readers === 0) process.stdout.pause();
      if (due.length === 0) hold(process, false);
    });
    ended = new Promise((resolve2) => {
      process.on("error", (error) => {
        failure = notStarted(error);
        child = void 0;
        refuseAll();
        resolve2();
      });
      process.on("close", () => {
        resolve2();
        if (child === process) void died();
      });
    });
    hold(process, false);
  };
  const died = async () => {
    child = void 0;
    unsent = [];
    if (closing || failure !== void 0) return refuseAll();
    deaths += 1;
    const first = due[0];
    if (first !== void 0) {
      recovering = true;
      const again = recovered.has(first.id) ? false : await options.recover?.(first.id);
      recovering = false;
      if (again) {
        recovered.add(first.id);
        deaths -= 1;
      } else {
        due.shift();
        settle(first, { refused: again === void 0 ? "unreadable" : "missing" });
      }
    }
    if (closing) return refuseAll();
    if (deaths >= MOST_DEATHS) failure ??= tooManyDeaths();
    if (failure !== void 0) return refuseAll();
    if (due.length > 0) {
      unsent = [...due];
      send();
    }
  };
  const send = () => {
    if (recovering || unsent.length === 0) return;
    if (child === void 0) start();
    if (child === void 0) return refuseAll();
    const questions = unsent.map((ticket) => `${ticket.id}
`).join("");
    unsent = [];
    hold(child, true);
    child.stdin.write(questions);
  };
  const watch = setInterval(() => {
    const waits = child !== void 0 && due.length > 0 && !child.stdout.isPaused();
    silentTicks = waits && !heard ? silentTicks + 1 : 0;
    heard = false;
    if (silentTicks >= 6 && child) stop(child);
  }, options.silence / 6);
  watch.unref();
  const resume = () => {
    if (child?.stdout?.isPaused()) child.stdout.resume();
  };
  start();
  return {
    ask(id) {
      const ticket = { id };
      if (failure !== void 0 || closing) {
        ticket.answer = { refused: "unreadable" };
        return ticket;
      }
      due.push(ticket);
      unsent.push(ticket);
      if (unsent.length === 1) queueMicrotask(send);
      return ticket;
    },
    async take(ticket) {
      if (ticket.answer === void 0) {
        readers += 1;
        resume();
        await new Promise((resolve2) => {
          ticket.wake = resolve2;
        });
        readers -= 1;
      }
      const answer = ticket.answer;
      if ("bytes" in answer) waitingBytes -= answer.bytes.length;
      if (waitingBytes <= MOST_WAITING) resume();
      return answer;
    },
    drop(ticket) {
      if (ticket.answer !== void 0 && "bytes" in ticket.answer) waitingBytes -= ticket.answer.bytes.length;
      ticket.dropped = true;
      resume();
    },
    failure: () => failure,
    async close() {
      closing = true;
      clearInterval(watch);
      const process = child;
      if (process !== void 0) {
        hold(process, true);
        resume();
        if (due.length > 0) stop(process);
        else process.stdin.end();
        const force = setTimeout(() => stop(process), 2e3);
        await ended;
        clearTimeout(force);
      }
      refuseAll();
    }
  };
}
function tooManyDeaths() {
  return {
    code: "repository-unreadable",
    message: "git cat-file ended again and again while it read objects.",
    hint: "Run `git fsck` in the repository; clone it again when it is damaged."
  };
}

// src/adapters/git/objects.ts
var AHEAD_BYTES = 16 * 1024 * 1024;
var MOST_AHEAD = 512;
var MOST_TAGS = 8;
var MOST_TREES = 256;
function openObjects(options) {
  const { gitDir, fetchMissing } = options;
  const readers = /* @__PURE__ */ new Set();
  const catFile = startCatFile({
    start: () => startGit({ gitDir, args: ["cat-file", "--batch"] }),
    largest: options.largest ?? 50 * 1024 * 1024,
    silence: options.silence ?? 6e4,
    ...fetchMissing && {
      recover: (id) => fetchMissing([.../* @__PURE__ */ new Set([id, ...[...readers].flatMap((rest) => rest())])])
    }
  });
  const trees = /* @__PURE__ */ new Map();
  const ask = (id) => isObjectId(id) ? catFile.ask(id) : { id, answer: { refused: "missing" } };
  const object = async (id, wanted) => {
    const answer = await catFile.take(ask(id));
    if ("bytes" in answer) return ok(answer);
    return refuse(catFile.failure() ?? notReadable(id, wanted, answer.refused));
  };
  const commit = async (id) => {
    let name = id;
    for (let tags = 0; tags <= MOST_TAGS; tags++) {
      const found = await object(name, "commit");
      if (!found.ok) return found;
      const { type, bytes } = found.value;
      if (type === "commit") return parseCommit(name, bytes);
      const target = type === "tag" ? /^object ([0-9a-f]+)\n/.exec(bytes.toString("latin1", 0, 80)) : null;
      if (target === null) break;
      name = target[1];
    }
    return refuse({
      code: "not-a-commit",
      message: `The object ${id} is not a commit.`,
      hint: "Name a commit, a branch or a tag of a commit."
    });
  };
  const tree = (id) => {
    const known = trees.get(id);
    if (known) return known;
    if (trees.size >= MOST_TREES) trees.clear();
    const reading = object(id, "tree").then(
      (found) => found.ok ? parseTree(id, found.value.type, found.value.bytes) : found
    );
    trees.set(id, reading);
    return reading;
  };
  return {
    async *read(ids) {
      const tickets = [];
      let asked = 0;
      let seen = 0;
      let bytes = 0;
      const rest = () => ids.slice(seen);
      readers.add(rest);
      try {
        for (; seen < ids.length; seen++) {
          const average = Math.max(1, bytes / Math.max(1, seen));
          const ahead = Math.max(2, Math.min(MOST_AHEAD, 64 + 2 * seen, AHEAD_BYTES / average));
          while (asked < ids.length && asked - seen < ahead) tickets.push(ask(ids[asked++]));
          const id = ids[seen];
          const answer = await catFile.take(tickets.shift());
          if ("bytes" in answer) bytes += answer.bytes.length;
          yield toBlob(id, answer);
        }
      } finally {
        readers.delete(rest);
        for (const ticket of tickets) catFile.drop(ticket);
      }
    },
    commit,
    async pathEntry(commitId, path) {
      const found = await commit(commitId);
      if (!found.ok) return found;
      const segments = path.split("/");
      let id = found.value.tree;
      for (const [index, segment] of segments.entries()) {
        const directory = await tree(id);
        if (!directory.ok) return directory;
        const entry = directory.value.get(segment);
        if (entry === void 0) return ok(void 0);
        if (index < segments.length - 1) {
          if (!isTreeMode(entry.mode)) return ok(void 0);
          id = entry.id;
          continue;
        }
        const mode = entryMode(entry.mode);
        return ok(mode === void 0 ? void 0 : { path, mode, id: entry.id });
      }
      return ok(void 0);
    },
    close: () => catFile.close()
  };
}
function toBlob(id, answer) {
  if ("refused" in answer) return { id, ...answer };
  return answer.type === "blob" ? { id, bytes: answer.bytes } : { id, refused: "unreadable" };
}

// src/adapters/git/repository.ts
async function openRepository(options) {
  const start = resolve(options.directory);
  const location = options.gitDir === void 0 ? await findRepository(start) : await namedRepository(resolve(start, options.gitDir));
  if (!location.ok) return location;
  const { gitDir } = location.value;
  const objects = openObjects({ gitDir, fetchMissing: (ids) => fetchObjects(gitDir, ids) });
  const [config, shallow] = await Promise.all([
    readText(join(await commonDirectory(gitDir), "config")),
    isShallow(gitDir)
  ]);
  return ok({
    ...location.value,
    shallow,
    objectFormat: /^\s*objectformat\s*=\s*"?sha256/im.test(config ?? "") ? "sha256" : "sha1",
    objects,
    close: () => objects.close()
  });
}

export {
  stop,
  openRepository
};
