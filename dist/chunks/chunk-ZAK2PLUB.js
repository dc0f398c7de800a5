import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chosenGitHub,
  listDrills,
  timesReader
} from "./chunk-E3QEC4G6.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import {
  markdownCode,
  markdownText
} from "./chunk-X3WXXSXY.js";

// src/drill/people/duration.ts
function durationText(ms) {
  const seconds = Math.round(ms / 1e3);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(ms / 6e4);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

// src/drill/people/table.ts
var TITLES = ["Date", "Drill", "Service", "Detected after", "Restored after", "By"];
function yearTable(drills, year) {
  const own = drills.filter(({ opened }) => opened.startsWith(`${year}-`)).sort((one, other) => Date.parse(one.opened) - Date.parse(other.opened) || one.number - other.number);
  const title = `## Drills of ${year}`;
  if (own.length === 0) return `${title}

There was none.
`;
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const rows = [row(TITLES), row(TITLES.map(() => "---")), ...own.map((drill) => row(cellsOf(drill)))];
  return `${[title, "", ...rows, "", summary(own)].join("\n")}
`;
}
function cellsOf(drill) {
  const { number, url, opened, closed, service, detected, restored } = drill;
  const people = [detected, restored].flatMap((said) => said?.by ?? []);
  return [
    opened.slice(0, 10),
    `[${number}](${url})`,
    service === void 0 ? "" : markdownText(service),
    detected ? durationText(detected.ms) : "not said",
    restored ? durationText(restored.ms) : closed ? "given up" : "open",
    [...new Set(people)].map(markdownCode).join(", ")
  ];
}
function summary(drills) {
  const detected = drills.flatMap((drill) => drill.detected?.ms ?? []);
  const restored = drills.flatMap((drill) => drill.restored?.ms ?? []);
  const givenUp = drills.filter((drill) => drill.closed && !drill.restored).length;
  const open = drills.length - restored.length - givenUp;
  const rest = [givenUp > 0 ? `${givenUp} given up` : "", open > 0 ? `${open} open` : ""];
  const parts = [
    plural(drills.length, "drill"),
    ...detected.length > 0 ? [`median to detect ${durationText(median(detected))}`] : [],
    ...restored.length > 0 ? [`median to restore ${durationText(median(restored))}`] : [],
    ...rest.filter((part) => part !== "")
  ];
  return `${parts.join("; ")}.`;
}
function median(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

// src/cli/drill/table.ts
var OPTIONS = {
  repository: { type: "string" },
  year: { type: "string" },
  debug: { type: "boolean" }
};
async function runTable(argv, io) {
  const table = await tableOf(argv, io);
  if (!table.ok) {
    io.stderr(problemText(table.problem, io));
    return 2;
  }
  io.stdout(table.value);
  return 0;
}
async function tableOf(argv, io) {
  const read = parsed({ args: argv, options: OPTIONS }, "See holdfast drill table --help.");
  if (!read.ok) return read;
  const { year = (/* @__PURE__ */ new Date()).toISOString().slice(0, 4), repository } = read.value.values;
  if (!/^\d{4}$/.test(year)) return refuse(usage(`--year is ${JSON.stringify(year)}.`, "Such as 2026."));
  const github = chosenGitHub(repository, io);
  if (!github.ok) return github;
  const drills = await drillsOf(github.value, year);
  return drills.ok ? ok(yearTable(drills.value, year)) : drills;
}
async function drillsOf(github, year, own) {
  const listed = await listDrills(github, { since: `${year}-01-01T00:00:00Z` });
  if (!listed.ok) return listed;
  const read = timesReader(github);
  const drills = own === void 0 ? [] : [own];
  for (const issue of listed.value) {
    if (!issue.opened.startsWith(`${year}-`) || issue.number === own?.number) continue;
    const drill = await read(issue);
    if (!drill.ok) return drill;
    drills.push(drill.value);
  }
  return ok(drills);
}

export {
  durationText,
  yearTable,
  runTable,
  drillsOf
};
