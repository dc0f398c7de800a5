import { type Html, html } from './template.ts';

/** Items that are shown, and how many are not because the page would get too large. */
export type Bounded = { shown: Html[]; left: number };

/**
 * As many items as fit into so many characters of markup, from the first one; at least one. Later items are not even
 * made.
 */
export function bounded<T>(
  items: readonly T[],
  most: number,
  toHtml: (item: T, index: number) => Html,
): Bounded {
  const shown: Html[] = [];
  let size = 0;
  for (const [index, item] of items.entries()) {
    const made = toHtml(item, index);
    size += made.html.length;
    if (size > most && shown.length > 0) break;
    shown.push(made);
  }
  return { shown, left: items.length - shown.length };
}

/** How many items a browser lays out at once when they come into view. */
const CHUNK = 25;

/** Items in groups that a browser lays out only when they come into view: thousands scroll smoothly then. */
export function inChunks(items: readonly Html[]): Html {
  if (items.length <= CHUNK) return html`${items}`;
  const chunks: Html[] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    chunks.push(html`<div class="chunk">${items.slice(start, start + CHUNK)}</div>`);
  }
  return html`${chunks}`;
}

/** A line that says what a list does not show; nothing when it shows all. */
export function leftOut(text: string | undefined): Html {
  return text === undefined ? html`` : html`<p class="left">${text}</p>`;
}
