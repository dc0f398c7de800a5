import { baseName, type Path } from '../model/path.ts';
import type { FormatId } from './document.ts';

/** What a text may be whose path says nothing, most likely first; it counts only when it parses. */
export function formatsByContent(path: Path, text: string): FormatId[] {
  const start = /\S/.exec(text)?.[0];
  if (start === '{') return ['json'];
  if (start === '<') return text.trimStart().startsWith('<?xml') ? ['xml'] : [];
  if (/\.(?:conf|cfg)$/i.test(baseName(path)) && looksLikeIni(text)) return ['ini'];
  return start === '[' ? ['json'] : [];
}

/**
 * Every line is blank, a comment, a section, or a key with `=` (in a section also an indented continuation):
 * what no other language of `.conf` and `.cfg` files looks like from the first to the last line.
 */
function looksLikeIni(text: string): boolean {
  let keys = 0;
  let section = false;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    if (/^\[[^[\]]+\]$/.test(line)) section = true;
    else if (/^[\w./@$%-][\w ./@$%:-]*=(?!.*\{$)/.test(line)) keys += 1;
    else if (!section || !(/^[ \t]/.test(raw) || /^[\w.-]+$/.test(line))) return false;
  }
  return keys > 0;
}
