import { type Html, html } from './template.ts';

/** Shared parts that are shorter than this are chance. */
const SHORTEST = 3;

/**
 * Two texts with the part that differs marked in each: what they begin and end with alike is left plain. Texts that have
 * little in common are left plain as a whole.
 */
export function marked(before: string, after: string): { before: Html; after: Html } {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (start + end < SHORTEST || start + end === Math.max(old.length, now.length)) {
    return { before: html`${before}`, after: html`${after}` };
  }
  const part = (text: readonly string[]) => ({
    head: text.slice(0, start).join(''),
    middle: text.slice(start, text.length - end).join(''),
    tail: text.slice(text.length - end).join(''),
  });
  const [gone, come] = [part(old), part(now)];
  return {
    before: html`${gone.head}${gone.middle !== '' && html`<del>${gone.middle}</del>`}${gone.tail}`,
    after: html`${come.head}${come.middle !== '' && html`<ins>${come.middle}</ins>`}${come.tail}`,
  };
}
