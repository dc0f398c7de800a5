import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-OQ4SW3HM.js")).runRestoreDrill(rest, io);
  if (verb === "reveal") return (await import("./reveal-CAQEP2AA.js")).runReveal(rest, io);
  if (verb === "table") return (await import("./table-TNKIHS7U.js")).runTable(rest, io);
  return (await import("./run-3E2L6EU6.js")).runTrials(argv, io);
}
export {
  runDrill
};
