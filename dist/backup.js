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
import {
  problemText
} from "./chunks/chunk-XDY4YQ5Z.js";
import "./chunks/chunk-X3WXXSXY.js";
import "./chunks/chunk-YXG2IT4E.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/backup.ts
var INPUTS = [
  { input: "store", as: "text" },
  { input: "root", as: "text" },
  { input: "from-commit", as: "text" },
  { input: "service", as: "text" },
  { input: "environment", as: "text" },
  { input: "reason", as: "text" },
  { input: "policy-file", as: "text", option: "policy" },
  { input: "recipients", as: "lines", option: "recipient" },
  { input: "encrypt-all", as: "flag" }
];
var EXPORT_INPUTS = [
  { input: "checksums", as: "text" },
  { input: "allow-plain-text", as: "flag" },
  { input: "store", as: "text" },
  { input: "export", as: "word" }
];
tuneEngine();
await runAction({
  name: "backup",
  arguments: () => argumentsOf(INPUTS),
  command: async () => (await import("./chunks/backup-FUFAWJF2.js")).runBackup,
  outputs: ({ id, manifest, complete, files }) => ({
    snapshot: id,
    manifest,
    complete: String(complete),
    files: String(files)
  }),
  async next({ id }, io) {
    if (getInput("export") === "") return { code: 0, outputs: {} };
    const argv = argumentsOf(EXPORT_INPUTS);
    if (!argv.ok) {
      io.stderr(problemText(argv.problem, io));
      return { code: 2, outputs: {} };
    }
    const { runExport } = await import("./chunks/export-MT23ANWB.js");
    const done = await runExport([`--snapshot=${id}`, "--format=json", ...argv.value], io);
    if (!done.ok) {
      io.stderr(problemText(done.problem, io));
      return { code: 2, outputs: {} };
    }
    io.stdout(done.value.text);
    const { store, manifest, digest } = JSON.parse(done.value.text);
    const outputs = { "export-path": store, "export-manifest": manifest, "export-digest": digest };
    return { code: done.value.code, outputs };
  },
  headline(code, report) {
    if (report === void 0) return "nothing was saved";
    if (code === 0) return `${plural(report.files, "file")} saved`;
    if (report.complete) return `${plural(report.files, "file")} saved, but not exported`;
    return `${plural(report.files, "file")} saved, and ${report.unsaved.length} could not be`;
  }
});
