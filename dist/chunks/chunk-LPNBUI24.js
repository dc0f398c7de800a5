import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  errorCode
} from "./chunk-KA3BEEMK.js";

// src/adapters/remove-scratch.ts
import { chmod, lstat, readdir, rm } from "node:fs/promises";
async function removeScratch(directory, hint) {
  const removed = () => rm(directory, { recursive: true, force: true });
  try {
    await removed().catch(() => unlocked(Buffer.from(directory)).then(removed));
    return void 0;
  } catch (error) {
    return {
      code: "scratch-left",
      message: `The scratch directory ${directory} could not be removed (${errorCode(error) ?? "unknown reason"}).`,
      hint
    };
  }
}
async function unlocked(place) {
  if (!(await lstat(place)).isDirectory()) return;
  await chmod(place, 448);
  for (const name of await readdir(place, { encoding: "buffer" }))
    await unlocked(Buffer.concat([place, Buffer.from("/"), name]));
}

export {
  removeScratch
};
