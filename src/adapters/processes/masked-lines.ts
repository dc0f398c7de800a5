import { StringDecoder } from 'node:string_decoder';

/** A text without what must not be shown. It gets whole lines, and a private key as a whole. */
export type Mask = (text: string) => string;

/** Characters that are held back while a line or a private key has not ended. */
const MOST_HELD = 64 * 1024;
/** Of a line that is longer, so many characters at its end stay held: a secret in them may not be whole yet. */
const TAIL = 16 * 1024;
/** Places at which a line that is too long is tried to be cut. */
const TRIES = 32;

const UNMASKED = '[a part without line ends was left out, because secrets in it could not be found]\n';

/**
 * Turns the bytes of a stream into masked text, whatever chunks they come in: nothing leaves before its line has ended.
 * @param show gets one or more whole lines; the last may have no line end.
 */
export function maskedLines(
  mask: Mask,
  show: (text: string) => void,
): { write(chunk: Buffer): void; end(): void } {
  const decoder = new StringDecoder('utf8');
  let held = '';
  const emit = (text: string) => {
    if (text !== '') show(mask(text));
  };
  const take = () => {
    const end = wholeLength(held);
    emit(held.slice(0, end));
    held = held.slice(end);
    while (held.length > MOST_HELD) {
      const cut = safeCut(held, mask);
      if (cut === undefined) show(UNMASKED);
      else emit(held.slice(0, cut));
      held = cut === undefined ? '' : held.slice(cut);
    }
  };
  return {
    write(chunk) {
      held += decoder.write(chunk);
      take();
    },
    end() {
      held += decoder.end();
      take();
      emit(held);
      held = '';
    },
  };
}

/** How much of the text are whole lines, without a private key that has begun and not ended. */
function wholeLength(text: string): number {
  const lines = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1;
  const key = text.lastIndexOf('-----BEGIN ');
  if (key === -1 || !/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text.slice(key, key + 80))) return lines;
  const ended = text.indexOf('-----END ', key);
  return ended !== -1 && ended < lines ? lines : Math.min(lines, key);
}

/** Where a text can be cut so that no secret is cut: the halves say what the whole says. */
function safeCut(text: string, mask: Mask): number | undefined {
  const whole = mask(text);
  for (let step = 0; step < TRIES; step++) {
    const cut = text.length - TAIL - step * 97;
    // A surrogate pair is one character.
    if (/[\ud800-\udbff]/.test(text[cut - 1]!)) continue;
    if (mask(text.slice(0, cut)) + mask(text.slice(cut)) === whole) return cut;
  }
  return undefined;
}
