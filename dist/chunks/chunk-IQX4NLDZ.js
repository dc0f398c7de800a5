import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  scopeOf
} from "./chunk-LEKEXJWO.js";
import {
  liveScope
} from "./chunk-36PCAFZY.js";
import {
  errorCode
} from "./chunk-KA3BEEMK.js";
import {
  replaceFile
} from "./chunk-P56TXKBT.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/verify/metrics.ts
import { resolve } from "node:path";
async function writeMetrics(file, cwd, text) {
  const place = resolve(cwd, file);
  try {
    await replaceFile(place, text, 420);
    return ok(void 0);
  } catch (error) {
    const code = errorCode(error);
    if (code === void 0) throw error;
    return refuse({
      code: "metrics-not-written",
      message: `The metrics could not be written to ${place}: ${code}.`,
      hint: "Name a file in a directory that is there and that may be written to; what stood there before is unchanged."
    });
  }
}

// src/verify/exposition.ts
function exposition(metrics) {
  return metrics.filter(({ samples }) => samples.length > 0).map(({ name, help, samples }) => {
    const lines = /* @__PURE__ */ new Map();
    for (const { labels = {}, value } of samples) {
      const series = name + labelText(labels);
      lines.set(series, Math.max(value, lines.get(series) ?? Number.NEGATIVE_INFINITY));
    }
    const shown = [...lines].map(([series, value]) => `${series} ${value}
`).join("");
    return `# HELP ${name} ${escapeHelp(help)}
# TYPE ${name} gauge
${shown}`;
  }).join("");
}
function labelText(labels) {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function escapeLabel(value) {
  return value.replace(/[\udc80-\udcff]/gu, (byte) => `\\x${(byte.charCodeAt(0) - 56320).toString(16)}`).toWellFormed().replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
function escapeHelp(help) {
  return help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

// src/verify/scope.ts
function rulesFor(parts, policy, services) {
  const [first, ...others] = parts.map(({ manifest }) => scopeOf(manifest));
  const rules = policy ?? { ...first, critical: [first, ...others].flatMap(({ critical: critical2 }) => critical2) };
  if (services.length === 0) return rules;
  const critical = rules.critical.filter(
    ({ service }) => service !== void 0 && services.includes(service)
  );
  return { ...rules, critical };
}
function verifyScope(parts, rules) {
  const scope = liveScope(rules, []);
  const files = parts.flatMap(({ manifest }) => manifest.files.map(({ path }) => path));
  const wanted = new Set(files.filter((path) => scope.at(path) !== void 0));
  return { ...scope, files: wanted, expected: /* @__PURE__ */ new Set([...scope.expected, ...wanted]) };
}

export {
  writeMetrics,
  exposition,
  rulesFor,
  verifyScope
};
