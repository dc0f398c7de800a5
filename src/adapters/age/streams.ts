/** A content in parts; each part is only good until the next one is asked for. */
export type Parts = AsyncIterable<Uint8Array>;

/** A stream that takes the next part only when it is asked for, and ends its source when nobody reads on. */
export function toWeb(parts: Parts): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        // A copy: the stream may hold it for longer than until the next one.
        else controller.enqueue(Uint8Array.from(next.value));
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

export async function* fromWeb(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => {});
  }
}
