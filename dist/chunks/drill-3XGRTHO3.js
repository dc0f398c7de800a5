import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-6SATYMYM.js")).runRestoreDrill(rest, io);
  if (verb === "reveal") return (await import("./reveal-RZSUC2PG.js")).runReveal(rest, io);
  if (verb === "table") return (await import("./table-PXZDF7AL.js")).runTable(rest, io);
  return (await import("./run-SOQJD43V.js")).runTrials(argv, io);
}
export {
  runDrill
};
