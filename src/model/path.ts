/**
 * A path inside a snapshot: `/` separated, no leading slash. Git's paths are bytes; bytes that are not
 * UTF-8 are kept as lone surrogates U+DC80..U+DCFF (as Python's surrogateescape does), so that
 * `encodePath(decodePath(bytes))` gives the same bytes back.
 */
export type Path = string;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodePath(bytes: Uint8Array): Path {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeEscaping(bytes);
  }
}

function decodeEscaping(bytes: Uint8Array): Path {
  let path = '';
  for (let at = 0; at < bytes.length; ) {
    const width = utf8Width(bytes, at);
    if (width === 0) {
      path += String.fromCharCode(0xdc00 + bytes[at]!);
      at += 1;
    } else {
      path += strict.decode(bytes.subarray(at, at + width));
      at += width;
    }
  }
  return path;
}

function utf8Width(bytes: Uint8Array, at: number): number {
  for (let width = 1; width <= 4 && at + width <= bytes.length; width++) {
    try {
      strict.decode(bytes.subarray(at, at + width));
      return width;
    } catch {}
  }
  return 0;
}

export function encodePath(path: Path): Uint8Array {
  const parts: Uint8Array[] = [];
  let plain = '';
  for (const character of path) {
    const code = character.charCodeAt(0);
    if (character.length === 1 && code >= 0xdc80 && code <= 0xdcff) {
      parts.push(Buffer.from(plain, 'utf8'), Uint8Array.of(code - 0xdc00));
      plain = '';
    } else {
      plain += character;
    }
  }
  parts.push(Buffer.from(plain, 'utf8'));
  return Buffer.concat(parts);
}

/** Two paths with the same fold are the same file on a case-insensitive or normalising file system. */
export function foldPath(path: Path): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

export function baseName(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function directoryOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
