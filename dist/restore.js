import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runAction
} from "./chunks/chunk-HJ6C6HSY.js";
import "./chunks/chunk-ZJQO37UV.js";
import {
  plural
} from "./chunks/chunk-IWPKGJK5.js";
import "./chunks/chunk-JVBW2P7D.js";
import "./chunks/chunk-HCG7IYJE.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-5MHXILHF.js";
import "./chunks/chunk-7IV7GVKJ.js";
import "./chunks/chunk-V4OPYPJO.js";
import {
  argumentsOf
} from "./chunks/chunk-QVLZ6YVM.js";
import {
  getInput
} from "./chunks/chunk-2W6JXVP2.js";
import "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-X3WXXSXY.js";
import "./chunks/chunk-YXG2IT4E.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/restore.ts
var INPUTS = [
  { input: "known-good", as: "flag" },
  { input: "environment", as: "text" },
  { input: "services", as: "lines", option: "service" },
  { input: "paths", as: "lines", option: "path" },
  { input: "store", as: "text" },
  { input: "root", as: "text" },
  { input: "policy-file", as: "text", option: "policy" },
  { input: "identity-file", as: "text", option: "identity" },
  { input: "in-place", as: "flag" },
  { input: "no-reload", as: "flag" },
  { input: "dry-run", as: "flag" },
  { input: "snapshot", as: "word" }
];
var HEADLINES = {
  restored: "restored",
  unchanged: "everything is as the snapshot says",
  shown: "nothing was changed, but a restore would change something",
  refused: "nothing was restored",
  unfinished: "the restore is not finished"
};
tuneEngine();
await runAction({
  name: "restore",
  arguments() {
    const argv = argumentsOf(INPUTS);
    const sure = /^true$/i.test(getInput("dry-run")) ? [] : ["--yes"];
    return argv.ok ? { ok: true, value: [...sure, ...argv.value] } : argv;
  },
  command: async () => (await import("./chunks/restore-EFDRAAUT.js")).runRestore,
  outputs: ({ end, before, writes, removes }) => ({
    end,
    before: before ?? "",
    written: String(end === "restored" ? writes.length : 0),
    removed: String(end === "restored" ? removes.length : 0)
  }),
  headline(_, report) {
    if (report === void 0) return HEADLINES.refused;
    const { end, writes, removes } = report;
    if (end !== "restored") return HEADLINES[end];
    return `${plural(writes.length, "file")} restored, ${removes.length} removed`;
  }
});
