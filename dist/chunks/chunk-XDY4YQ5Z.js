import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  visible
} from "./chunk-YXG2IT4E.js";

// src/cli/problem.ts
function problemText(problem, io) {
  const place = problem.place === void 0 ? "" : `:${problem.place.line}:${problem.place.column}`;
  const where = problem.path === void 0 ? "" : `${visible(problem.path)}${place}: `;
  const [red, plain] = io.color ? ["\x1B[31m", "\x1B[39m"] : ["", ""];
  return `${red}holdfast: ${where}${visible(problem.message)}${plain}
  ${visible(problem.hint)}
`;
}

export {
  problemText
};
