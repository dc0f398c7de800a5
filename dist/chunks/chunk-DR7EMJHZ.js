import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/adapters/engine.ts
import { setFlagsFromString } from "node:v8";
function tuneEngine() {
  if (Number.parseInt(process.versions.v8, 10) >= 12) setFlagsFromString("--no-maglev");
}

export {
  tuneEngine
};
