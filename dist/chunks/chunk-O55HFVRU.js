import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  getInput
} from "./chunk-VYCKEVAY.js";

// src/actions/step-io.ts
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
function stepIo(more = {}) {
  const token = randomUUID();
  const told = [];
  const errors = [];
  let guarded = false;
  const guard = (wanted) => {
    if (wanted !== guarded) process.stdout.write(wanted ? `::stop-commands::${token}
` : `
::${token}::
`);
    guarded = wanted;
  };
  const own = (texts) => (text) => {
    guard(true);
    texts.push(text);
    process.stdout.write(text);
  };
  const io = {
    cwd: resolve(getInput("working-directory") || "."),
    env: process.env,
    stdout: own(told),
    stderr: own(errors),
    relay(text) {
      guard(false);
      process.stdout.write(text);
    },
    color: true,
    ...more
  };
  return { io, told, errors, end: () => guard(false) };
}

export {
  stepIo
};
