import type { OpaqueReason } from './document.ts';
import { isEncryptedBinary } from './encrypted.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text of UTF-8 bytes without a byte order mark, or why they are no text. */
export function decode(bytes: Uint8Array): { text: string } | { reason: OpaqueReason } {
  if (isEncryptedBinary(bytes)) return { reason: 'encrypted' };
  if (isUtf16(bytes)) return { reason: 'encoding' };
  if (bytes.includes(0)) return { reason: 'binary' };
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { reason: 'encoding' };
  }
}

export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
