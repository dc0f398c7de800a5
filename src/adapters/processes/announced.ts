import { HIDDEN } from '../../findings/redact.ts';
import type { Mask } from './masked-lines.ts';
import { secretMask } from './secrets.ts';

/** With these lines a command tells GitHub's runner what to hide. */
const ANNOUNCEMENT = /^(\s*::add-mask::)([^\r\n]*)/i;
/** Whole lines, each with its end. */
const LINE = /[^\n]*\n|[^\n]+$/g;

/**
 * A mask that learns: what a command announces as a secret is hidden from then on. The lines that announce one stay as they
 * are, because whoever reads them has to know it; everywhere else `withoutAnnounced` takes the secret out of them.
 */
export function learningMask(mask: Mask): Mask {
  const learnt = new Set<string>();
  let hide: Mask = (text) => text;
  return (text) => {
    if (!/::add-mask::/i.test(text)) return mask(hide(text));
    let masked = '';
    let others = '';
    const flush = () => {
      if (others !== '') masked += mask(hide(others));
      others = '';
    };
    for (const [line] of text.matchAll(LINE)) {
      const [, , value] = ANNOUNCEMENT.exec(line) ?? [];
      if (value === undefined) {
        others += line;
        continue;
      }
      flush();
      masked += line;
      learnt.add(unescapeData(value.trim()));
      hide = secretMask([...learnt]);
    }
    flush();
    return masked;
  };
}

/** The text without the secrets that its lines announce. */
export function withoutAnnounced(text: string): string {
  return text.replace(new RegExp(ANNOUNCEMENT.source, 'gim'), `$1${HIDDEN}`);
}

/** As the runner reads the data of a command. */
function unescapeData(text: string): string {
  return text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
}
