import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-O55A5PWA.js")).runRestoreDrill(rest, io);
  return (await import("./run-FFPTBODR.js")).runTrials(argv, io);
}
export {
  runDrill
};
