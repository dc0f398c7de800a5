import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/cli/path-inside.ts
import { realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
async function pathInside(root, cwd, given) {
  if (root === void 0) return ok(given);
  const path = relative(root, resolve(await realpath(cwd), given)).split(sep).join("/");
  if (path !== "" && path !== ".." && !path.startsWith("../")) return ok(path);
  return refuse({
    code: "outside-repository",
    message: `${given} is not a file inside the repository ${root}.`,
    hint: "Give a path below it, relative to the current directory."
  });
}

export {
  pathInside
};
