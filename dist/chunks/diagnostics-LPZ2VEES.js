import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  debug,
  getExecOutput
} from "./chunk-IW4XYWTW.js";
import "./chunk-KOC2MQN7.js";
import "./chunk-5HJ3J6EK.js";

// src/actions/diagnostics.ts
async function logVersions() {
  const git = await getExecOutput("git", ["--version"], { silent: true, ignoreReturnCode: true }).catch(
    () => void 0
  );
  debug(`${git?.stdout.trim() ?? "no git"}, Node ${process.version}`);
}
export {
  logVersions
};
