import type { Content } from '../effect.ts';
import { shown, type Text } from '../text.ts';
import type { Run } from './state.ts';
import { isSet } from './variables.ts';

const MOST_TEXT = 4_000;

/** What is known of content that a script makes itself; `undefined` when nothing of it is known. */
export function contentOf(run: Run, texts: readonly Text[], unrestricted: boolean): Content | undefined {
  const known = texts.filter((text) => text.some((part) => typeof part === 'string'));
  if (known.length === 0 && !unrestricted) return undefined;
  const names = known.flatMap((text) =>
    text.flatMap((part) =>
      typeof part === 'object' && part.is === 'value' && !part.checked && /^[A-Za-z_]\w*$/.test(part.name)
        ? [part.name]
        : [],
    ),
  );
  const unset = run.state.options.nounset ? [] : [...new Set(names)].filter((name) => !isSet(run, name));
  return { unset, text: known.map(shown).join('\n').slice(0, MOST_TEXT), unrestricted };
}
