import { ofFile } from './operator.ts';

/** An editor or PowerShell's `>` saved it in another encoding. */
export const utf16 = ofFile('utf-16', 'UTF-16', ({ text }) =>
  text.trim() === '' ? undefined : Buffer.from(`\ufeff${text}`, 'utf16le'),
);
