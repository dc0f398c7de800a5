import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  debug,
  getExecOutput
} from "./chunk-2W6JXVP2.js";
import "./chunk-JAPR52BI.js";
import "./chunk-VX4HL5QL.js";

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
