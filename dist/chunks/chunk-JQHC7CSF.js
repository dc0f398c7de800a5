import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  getInput
} from "./chunk-2W6JXVP2.js";

// src/actions/environment.ts
var RUNNERS = /^(INPUT_|STATE_|ACTIONS_(RUNTIME_|CACHE_URL$|RESULTS_URL$))/;
var ENDED = "ended";
function ownEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !RUNNERS.test(name));
  const token = getInput("github-token");
  return { env: Object.fromEntries(own), ...token !== "" && { token } };
}

export {
  ENDED,
  ownEnvironment
};
