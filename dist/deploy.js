import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runAction
} from "./chunks/chunk-HJ6C6HSY.js";
import "./chunks/chunk-ZJQO37UV.js";
import "./chunks/chunk-IWPKGJK5.js";
import "./chunks/chunk-JVBW2P7D.js";
import "./chunks/chunk-HCG7IYJE.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-5MHXILHF.js";
import "./chunks/chunk-7IV7GVKJ.js";
import "./chunks/chunk-V4OPYPJO.js";
import {
  ENDED,
  ownEnvironment
} from "./chunks/chunk-JQHC7CSF.js";
import {
  argumentsOf
} from "./chunks/chunk-QVLZ6YVM.js";
import {
  getInput,
  saveState
} from "./chunks/chunk-2W6JXVP2.js";
import {
  ok,
  refuse
} from "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-X3WXXSXY.js";
import "./chunks/chunk-YXG2IT4E.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/deploy.ts
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
var INPUTS = [
  { input: "environment", as: "text" },
  { input: "commit", as: "text" },
  { input: "writes", as: "lines" },
  { input: "services", as: "lines", option: "service" },
  { input: "timeout", as: "text" },
  { input: "wait", as: "text" },
  { input: "lift-hold", as: "text" },
  { input: "plan", as: "flag" },
  { input: "deployment-id", as: "text" },
  { input: "store", as: "text" },
  { input: "root", as: "text" },
  { input: "policy-file", as: "text", option: "policy" },
  { input: "in-place", as: "flag" },
  { input: "recipients", as: "lines", option: "recipient" },
  { input: "encrypt-all", as: "flag" },
  { input: "identity-file", as: "text", option: "identity" }
];
var HEADLINES = {
  good: "what was deployed is what was meant",
  failed: "the deployment failed, and had changed nothing critical",
  "rolled-back": "the deployment failed, and what was there before was put back",
  inconclusive: "the deployment failed, and the host needs somebody",
  "nothing-done": "the command was not run",
  forgotten: "the deployment was given up"
};
function scriptFile(script) {
  const directory = join(process.env.RUNNER_TEMP ?? ".", "holdfast");
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `deploy-${randomUUID()}.sh`);
  writeFileSync(file, `${script}
`, { mode: 384, flag: "wx" });
  return file;
}
tuneEngine();
await runAction({
  name: "deploy",
  arguments() {
    const argv = argumentsOf(INPUTS);
    if (!argv.ok) return argv;
    const script = getInput("run");
    if (script === "") {
      const hint = "Write the commands that deploy, as for a run: step.";
      return refuse({ code: "input", message: "The input run is missing.", hint });
    }
    const shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", scriptFile(script)];
    return ok([...argv.value, "--", ...shell]);
  },
  async command() {
    const { runDeploy } = await import("./chunks/deploy-E6H5XIHV.js");
    return async (argv, io) => {
      const code = await runDeploy(argv, io);
      if (code !== 2) saveState(ENDED, "true");
      return code;
    };
  },
  environment: ownEnvironment,
  outputs: ({ outcome, id = "", before, made }) => ({
    outcome: outcome ?? "nothing-done",
    deployment: id,
    before: before ?? "",
    after: made ?? ""
  }),
  headline(code, report) {
    if (code === 0 && report?.outcome === null) return "what a deployment would do";
    return HEADLINES[report?.outcome ?? "nothing-done"];
  }
});
