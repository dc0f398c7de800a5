import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/cli/progress.ts
var PATIENCE_MS = 1e3;
function progressLine(io) {
  const started = Date.now();
  let shown = false;
  return {
    show(done, total) {
      if (!process.stderr.isTTY || Date.now() - started < PATIENCE_MS) return;
      shown = true;
      io.stderr(`\r\x1B[2K${done.toLocaleString("en")} of ${total.toLocaleString("en")} files compared`);
    },
    clear() {
      if (shown) io.stderr("\r\x1B[2K");
    }
  };
}

export {
  progressLine
};
