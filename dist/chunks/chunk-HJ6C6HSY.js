import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  stepIo
} from "./chunk-ZJQO37UV.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  setFailed,
  setOutput,
  summary,
  warning
} from "./chunk-2W6JXVP2.js";
import {
  markdownFence
} from "./chunk-X3WXXSXY.js";

// src/actions/command.ts
import { randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
async function runAction(action) {
  try {
    const argv = action.arguments();
    if (!argv.ok) {
      setFailed(`${argv.problem.message} ${argv.problem.hint}`);
      return;
    }
    await run(action, argv.value);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    setFailed(`An error in Holdfast itself in ${action.name}; take nothing for done. ${detail}`);
  }
}
async function run(action, argv) {
  const directory = join(process.env.RUNNER_TEMP ?? ".", "holdfast");
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${action.name}-${randomUUID()}.json`);
  const command = await action.command();
  const { io, told, errors, end } = stepIo(action.environment?.());
  let code;
  let report;
  try {
    code = await command([`--report=${file}`, ...argv], io);
    report = await reportOf(file);
    if (code === 0 && report !== void 0 && action.next !== void 0) {
      const next = await action.next(report, io);
      code = next.code;
      for (const [name, value] of Object.entries(next.outputs)) setOutput(name, value);
    }
  } finally {
    end();
  }
  const plain = (texts) => stripVTControlCharacters(texts.join(""));
  const headline = action.headline(code, report);
  if (code !== 0) setFailed(`${headline}
${plain(errors)}`.trimEnd());
  if (report !== void 0) {
    setOutput("report", file);
    for (const [name, value] of Object.entries(action.outputs(report))) setOutput(name, value);
  }
  await writeSummary(headline, plain([...told, ...errors])).catch(
    (error) => warning(`Holdfast could not write the job summary: ${error.message}. The outcome stands.`)
  );
}
async function reportOf(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
}
var MOST_CHARACTERS = 2e5;
async function writeSummary(headline, text) {
  if (process.env.GITHUB_STEP_SUMMARY === void 0) return;
  const lines = text.trim().split("\n");
  let length = 0;
  const shown = lines.filter((line) => {
    length += line.length + 1;
    return length <= MOST_CHARACTERS;
  });
  const left = lines.length - shown.length;
  const rest = left > 0 ? `
${plural(left, "more line")} in the log of this step.
` : "";
  const page = `## Holdfast: ${headline}

${markdownFence(shown, "text")}
${rest}`;
  await summary.addRaw(page, true).write();
}

export {
  runAction
};
