import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-SPCKIGSY.js")).runRestoreDrill(rest, io);
  if (verb === "reveal") return (await import("./reveal-6OD7QEE5.js")).runReveal(rest, io);
  if (verb === "table") return (await import("./table-NELLD5XB.js")).runTable(rest, io);
  return (await import("./run-JGR3KQDE.js")).runTrials(argv, io);
}
export {
  runDrill
};
