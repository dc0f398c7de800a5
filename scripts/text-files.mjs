/** What the sources import as text, by the end of its name: esbuild loads it so, and jest through `process`. */
export const TEXT_FILES = { '.css': 'text', '.client.js': 'text' };

/** A transform for jest: the file's text as the default export of a module. */
export default { process: (text) => ({ code: `export default ${JSON.stringify(text)};` }) };
