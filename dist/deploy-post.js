import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  stepIo
} from "./chunks/chunk-ZJQO37UV.js";
import {
  ENDED,
  ownEnvironment
} from "./chunks/chunk-JQHC7CSF.js";
import {
  argumentsOf
} from "./chunks/chunk-QVLZ6YVM.js";
import {
  getInput,
  getState,
  setFailed
} from "./chunks/chunk-2W6JXVP2.js";
import "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-JAPR52BI.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/deploy-post.ts
import { stripVTControlCharacters } from "node:util";
tuneEngine();
if (getState(ENDED) !== "true" && !/^true$/i.test(getInput("plan"))) await finish();
async function finish() {
  const { io, errors, end } = stepIo(ownEnvironment());
  try {
    const argv = argumentsOf([
      { input: "store", as: "text" },
      { input: "identity-file", as: "text", option: "identity" }
    ]);
    const { runResume } = await import("./chunks/resume-NQTRQHDA.js");
    const code = argv.ok ? await runResume(argv.value, io) : 2;
    end();
    if (code === 1) setFailed("The deployment was interrupted; what was there before was put back.");
    if (code === 2) {
      const told = argv.ok ? errors.join("") : `${argv.problem.message} ${argv.problem.hint}`;
      setFailed(
        `An interrupted deployment could not be finished.
${stripVTControlCharacters(told)}`.trimEnd()
      );
    }
  } catch (error) {
    end();
    const detail = error instanceof Error ? error.message : String(error);
    setFailed(`An error in Holdfast itself; see what the deployment left with holdfast resume. ${detail}`);
  }
}
