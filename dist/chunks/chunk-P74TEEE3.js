import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/problem.ts
function ok(value) {
  return { ok: true, value };
}
function refuse(problem) {
  return { ok: false, problem };
}

export {
  ok,
  refuse
};
