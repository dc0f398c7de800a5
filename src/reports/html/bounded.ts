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

/** A line that says what a list does not show; nothing when it shows all. */
export function leftOut(text: string | undefined): Html {
  return text === undefined ? html`` : html`<p class="left">${text}</p>`;
}
