import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-YUFQL7ZT.js")).runRestoreDrill(rest, io);
  if (verb === "reveal") return (await import("./reveal-LVDOLGRW.js")).runReveal(rest, io);
  if (verb === "table") return (await import("./table-X4OSQK3P.js")).runTable(rest, io);
  return (await import("./run-4WMGRX7C.js")).runTrials(argv, io);
}
export {
  runDrill
};
