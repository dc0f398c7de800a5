/** What `git cat-file --batch` says about one object. */
export type Answer =
  | { type: string; bytes: Buffer }
  | { refused: 'missing' | 'too-large' | 'unreadable'; size?: number };

/** Takes the batch output apart, chunk by chunk; false when it is not what git promises. */
export function answerReader(
  largest: number,
  give: (id: string, answer: Answer) => boolean,
): (chunk: Buffer) => boolean {
  let header = '';
  let id = '';
  let type = '';
  let size = 0;
  let left = -1;
  let bytes: Buffer | undefined;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left === -1) {
        const end = chunk.indexOf(10, at);
        header += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
        if (end === -1) return header.length < 4096;
        at = end + 1;
        const [name, kind, length, ...more] = header.split(' ');
        header = '';
        id = name!;
        if (kind === 'missing' && length === undefined) {
          if (!give(id, { refused: 'missing' })) return false;
          continue;
        }
        if (kind === undefined || !/^\d{1,15}$/.test(length ?? '') || more.length > 0) return false;
        type = kind;
        size = Number(length);
        left = size + 1;
        bytes = size <= largest ? Buffer.allocUnsafe(size) : undefined;
        continue;
      }
      const taken = Math.min(left, chunk.length - at);
      bytes?.set(chunk.subarray(at, at + Math.min(taken, left - 1)), size + 1 - left);
      at += taken;
      left -= taken;
      if (left > 0) continue;
      left = -1;
      const complete = bytes;
      bytes = undefined;
      if (!give(id, complete ? { type, bytes: complete } : { refused: 'too-large', size })) return false;
    }
    return true;
  };
}
