import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  getInput
} from "./chunk-2W6JXVP2.js";

// src/actions/step-io.ts
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
function stepIo(more = {}) {
  const token = randomUUID();
  const told = [];
  const errors = [];
  let guarded = false;
  let begun = false;
  const write = (text) => {
    if (text === "") return;
    process.stdout.write(text);
    begun = !text.endsWith("\n");
  };
  const guard = (wanted) => {
    if (wanted === guarded) return;
    write(`${begun ? "\n" : ""}${wanted ? `::stop-commands::${token}` : `::${token}::`}
`);
    guarded = wanted;
  };
  const own = (texts) => (text) => {
    guard(true);
    texts.push(text);
    write(text);
  };
  const io = {
    cwd: resolve(getInput("working-directory") || "."),
    env: process.env,
    stdout: own(told),
    stderr: own(errors),
    relay(text) {
      guard(false);
      write(text);
    },
    color: true,
    ...more
  };
  return {
    io,
    told,
    errors,
    end() {
      guard(false);
      if (begun) write("\n");
    }
  };
}

export {
  stepIo
};
