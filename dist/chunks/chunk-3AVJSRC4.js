import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  commitSnapshot,
  gitBytes,
  parseRaw,
  toRawChanges
} from "./chunk-YT4QYNO4.js";
import {
  isObjectId
} from "./chunk-HDDKZENY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/pair.ts
var RAW_OPTIONS = [
  "--raw",
  "-z",
  "--no-renames",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
  // Without it, `ignore = all` in .gitmodules hides that a submodule moved.
  "--ignore-submodules=none"
];
function commitPair(repository, base, head) {
  let differences;
  return {
    before: commitSnapshot(repository, base),
    after: commitSnapshot(repository, head),
    differences: () => {
      differences ??= base === head ? Promise.resolve(ok([])) : compareCommits(repository, base, head);
      return differences;
    }
  };
}
async function compareCommits(repository, base, head) {
  for (const id of [base, head]) {
    if (!isObjectId(id)) return refuse(notAFullId(id));
  }
  const args = ["diff-tree", "-r", ...RAW_OPTIONS, base, head];
  const output = await gitBytes({ gitDir: repository.gitDir, args });
  if (!output.ok) return output;
  const lines = parseRaw(output.value);
  return lines.ok ? toRawChanges(lines.value) : lines;
}
function notAFullId(id) {
  return {
    code: "not-a-full-id",
    message: `\`${id}\` is not a full commit id.`,
    hint: "Give the commit id with all of its 40 (SHA-256: 64) lower-case hex digits."
  };
}

export {
  RAW_OPTIONS,
  commitPair
};
