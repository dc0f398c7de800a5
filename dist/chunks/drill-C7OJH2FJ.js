import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-73O2WCPZ.js")).runRestoreDrill(rest, io);
  if (verb === "reveal") return (await import("./reveal-AJ2C2UC6.js")).runReveal(rest, io);
  if (verb === "table") return (await import("./table-IPUE6UQG.js")).runTable(rest, io);
  return (await import("./run-RXYNWVHL.js")).runTrials(argv, io);
}
export {
  runDrill
};
