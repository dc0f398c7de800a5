import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  DEFAULT_STORE,
  openStore,
  storeDirectory
} from "./chunk-BGAD6JBY.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  refuse
} from "./chunk-P74TEEE3.js";

// src/cli/backup/options.ts
var STORE_OPTIONS = {
  store: { type: "string" },
  format: { type: "string" },
  debug: { type: "boolean" }
};
var FORMATS = ["terminal", "json"];
function readStoreArguments(argv, options, words = []) {
  const read = parsed({ args: argv, options, allowPositionals: true });
  if (!read.ok) return read;
  const { format = "terminal" } = read.value.values;
  if (!FORMATS.includes(format)) {
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${FORMATS.join(", ")}.`));
  }
  const { positionals } = read.value;
  if (positionals.length === words.length) return read;
  const wanted = words.length === 0 ? "takes options only" : `takes ${words.join(" and ")}`;
  return refuse(
    usage(
      `This verb ${wanted}, and was given ${JSON.stringify(positionals.join(" "))}.`,
      "See holdfast --help."
    )
  );
}
function chosenStore(given, io) {
  return storeDirectory(given.store ?? (io.env.HOLDFAST_STORE || DEFAULT_STORE), io.cwd);
}
async function existingStore(given, io) {
  return openStore(await chosenStore(given, io));
}

export {
  STORE_OPTIONS,
  readStoreArguments,
  chosenStore,
  existingStore
};
