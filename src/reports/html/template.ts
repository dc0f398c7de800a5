import { visible } from '../escape.ts';
import { grouped } from '../messages.ts';

/** Markup that is safe as it stands. Only `html` makes it, so that no text becomes markup by accident. */
export type Html = { readonly html: string };

/** What may stand in a template: text is escaped, markup and lists of it are taken over, the rest is left out. */
export type Part = string | number | Html | readonly Part[] | undefined | false;

/** Longer texts are cut, and say how much is missing: no single value makes a page that cannot be opened. */
const LONGEST = 2_000;

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Markup from a template. Values in attributes need their quotes in the template. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let text = strings[0]!;
  parts.forEach((part, index) => {
    text += rendered(part) + strings[index + 1];
  });
  return { html: text };
}

/** Text for an element or a quoted attribute: nothing in it is markup, invisible, or longer than a screen. */
function escaped(text: string): string {
  const shown = clipped(text);
  if (/^[\w ./:-]*$/.test(shown)) return shown;
  return visible(shown).replace(/[&<>"'`]/g, (character) => ENTITIES[character]!);
}

/** The beginning of a long text, with the number of characters that are left out. */
export function clipped(text: string, most = LONGEST): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${start}… (${grouped(text.length - start.length)} more characters)`;
}

function rendered(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if (part === undefined || part === false) return '';
  return 'html' in part ? part.html : part.map(rendered).join('');
}
