import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// src/cli/drill/index.ts
async function runDrill(argv, io) {
  const [verb, ...rest] = argv;
  if (verb === "restore") return (await import("./restore-JQWKPO3L.js")).runRestoreDrill(rest, io);
  if (verb === "reveal") return (await import("./reveal-SEMJQ3AC.js")).runReveal(rest, io);
  if (verb === "table") return (await import("./table-CJXKEOPB.js")).runTable(rest, io);
  return (await import("./run-QC426IKJ.js")).runTrials(argv, io);
}
export {
  runDrill
};
