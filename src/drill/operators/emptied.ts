import { ofFile } from './operator.ts';

/** `> file` in the wrong place, or a template that rendered nothing. */
export const emptied = ofFile('emptied', 'emptied', ({ text }) => (text.trim() === '' ? undefined : ''));
