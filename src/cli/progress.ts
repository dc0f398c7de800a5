import type { CliIo } from './io.ts';

/** Progress is told only when a run takes longer than this. */
const PATIENCE_MS = 1000;

/** One line on standard error that is rewritten while the check runs, on terminals only. */
export function progressLine(io: Pick<CliIo, 'stderr'>): {
  show(done: number, total: number): void;
  clear(): void;
} {
  const started = Date.now();
  let shown = false;
  return {
    show(done, total) {
      if (!process.stderr.isTTY || Date.now() - started < PATIENCE_MS) return;
      shown = true;
      io.stderr(`\r\u001b[2K${done.toLocaleString('en')} of ${total.toLocaleString('en')} files compared`);
    },
    clear() {
      if (shown) io.stderr('\r\u001b[2K');
    },
  };
}
