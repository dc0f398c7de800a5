const PLAIN = /^[A-Za-z0-9_./][A-Za-z0-9_./@*+-]*(\{environment\}[A-Za-z0-9_./@*+-]*)?$/;
/** What a YAML reader could take for something else than a text. */
const RESERVED = /^(true|false|yes|no|on|off|y|n|null|~|[-+.]?[0-9].*|\.(inf|nan))$/i;

/** A text as a YAML scalar on one line, quoted where needed, whatever characters it holds. */
export function yamlScalar(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]|[^\x20-\x7e]/g, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
