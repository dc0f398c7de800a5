import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  argumentsOf,
  runAction
} from "./chunks/chunk-UGPG27V4.js";
import "./chunks/chunk-VYCKEVAY.js";
import {
  plural
} from "./chunks/chunk-DTJ7FW5W.js";
import "./chunks/chunk-YMIVOWQJ.js";
import "./chunks/chunk-XI3XB6LF.js";
import "./chunks/chunk-CLDRABNO.js";
import "./chunks/chunk-47LY2WDG.js";
import "./chunks/chunk-NYBEYTUC.js";
import "./chunks/chunk-5OBP3I3Y.js";
import "./chunks/chunk-CFWZNNPA.js";
import "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-CDNBRFAP.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-XGREDVMT.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/backup.ts
var INPUTS = [
  { input: "store", as: "text" },
  { input: "root", as: "text" },
  { input: "from-commit", as: "text" },
  { input: "service", as: "text" },
  { input: "environment", as: "text" },
  { input: "reason", as: "text" },
  { input: "policy-file", as: "text", option: "policy" }
];
tuneEngine();
await runAction({
  name: "backup",
  arguments: () => argumentsOf(INPUTS),
  command: async () => (await import("./chunks/backup-YHNK2AIX.js")).runBackup,
  outputs: ({ id, manifest, complete, files }) => ({
    snapshot: id,
    manifest,
    complete: String(complete),
    files: String(files)
  }),
  headline(code, report) {
    if (report === void 0) return "nothing was saved";
    if (code === 0) return `${plural(report.files, "file")} saved`;
    return `${plural(report.files, "file")} saved, and ${report.unsaved.length} could not be`;
  }
});
