import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  getInput,
  getMultilineInput
} from "./chunk-2W6JXVP2.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/actions/arguments.ts
function argumentsOf(table) {
  const argv = [];
  const words = [];
  for (const { input, as, option = input } of table) {
    const value = getInput(input);
    if (value === "") continue;
    if (as === "word") words.push(value);
    else if (as === "text") argv.push(`--${option}=${value}`);
    else if (as === "lines") argv.push(...getMultilineInput(input).map((line) => `--${option}=${line}`));
    else if (/^true$/i.test(value)) argv.push(`--${option}`);
    else if (!/^false$/i.test(value)) {
      const message = `The input ${input} is ${JSON.stringify(value)}.`;
      return refuse({ code: "input", message, hint: "It is true or false." });
    }
  }
  return ok(words.length === 0 ? argv : [...argv, "--", ...words]);
}

export {
  argumentsOf
};
