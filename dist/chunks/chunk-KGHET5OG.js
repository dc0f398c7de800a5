import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/schemas/source.ts
function sourceName(source) {
  return source.kind === "path" ? source.path : source.url;
}

export {
  sourceName
};
