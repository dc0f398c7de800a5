import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  placeToWrite,
  writeWhole
} from "./chunk-P56TXKBT.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";

// src/cli/report-file.ts
var REPORT = { report: { type: "string" } };
async function writeReport(file, text, io) {
  if (file === void 0) return;
  const place = await placeToWrite(io.cwd, file);
  const written = place.ok ? await writeWhole(place.value, text, 384) : place;
  if (!written.ok) io.stderr(problemText(written.problem, io));
}

export {
  REPORT,
  writeReport
};
