import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-W5KVHZST.js")).runRestoreDrill(rest, io);
  return (await import("./run-WTNLM37B.js")).runTrials(argv, io);
}
export {
  runDrill
};
