import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ownEnvironment
} from "./chunks/chunk-JGLNK6MJ.js";
import {
  stepIo
} from "./chunks/chunk-O55HFVRU.js";
import {
  argumentsOf
} from "./chunks/chunk-MDS5VBRG.js";
import {
  setFailed
} from "./chunks/chunk-VYCKEVAY.js";
import "./chunks/chunk-P74TEEE3.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/deploy-post.ts
tuneEngine();
await finish();
async function finish() {
  const { io, errors, end } = stepIo(ownEnvironment());
  try {
    const argv = argumentsOf([
      { input: "store", as: "text" },
      { input: "identity-file", as: "text", option: "identity" }
    ]);
    const { runResume } = await import("./chunks/resume-ERDXNYSI.js");
    const code = argv.ok ? await runResume(argv.value, io) : 2;
    end();
    if (code === 1) setFailed("The deployment was interrupted; what was there before was put back.");
    if (code === 2) setFailed(`An interrupted deployment could not be finished.
${errors.join("")}`);
  } catch (error) {
    end();
    const detail = error instanceof Error ? error.message : String(error);
    setFailed(`An error in Holdfast itself; see what the deployment left with holdfast resume. ${detail}`);
  }
}
