import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  findPolicy,
  readPolicy,
  schemaFault,
  unpinnedSchema
} from "./chunk-RXXYIKOI.js";
import {
  readFile
} from "./chunk-O464NPAJ.js";
import {
  defaultPolicy,
  globFault
} from "./chunk-HCG7IYJE.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/policy.ts
import { resolve } from "node:path";

// src/policy/inputs.ts
function policyFromInputs(inputs) {
  const policy = addInputs({ ...defaultPolicy(), origin: { kind: "inputs" } }, inputs);
  if (policy.ok && policy.value.critical.length + policy.value.schemas.length === 0) {
    return refuse(
      inputProblem("policy-empty", "The inputs declare nothing.", "Write a glob under `critical-files`.")
    );
  }
  return policy;
}
function addInputs(policy, inputs) {
  const files = linesOf(inputs.criticalFiles);
  const wrong = files.length === 0 ? void 0 : criticalFault(files);
  if (wrong !== void 0) return refuse(wrong);
  const schemas = [];
  for (const [index, line] of linesOf(inputs.schemas).entries()) {
    const rule = schemaRule(line, `inputs.schemas[${index}]`);
    if (!rule.ok) return rule;
    schemas.push(rule.value);
  }
  const critical = files.length === 0 ? [] : [{ ...NO_KEYS, id: "inputs.critical-files", files }];
  const added = {
    ...policy,
    critical: [...policy.critical, ...critical],
    schemas: [...policy.schemas, ...schemas]
  };
  const unpinned = unpinnedSchema(added);
  if (unpinned === void 0) return ok(added);
  return refuse(
    inputProblem(
      "policy-schema",
      `The schema of ${unpinned.rule} has no pinned sha256, so it may not be fetched.`,
      `Add the digest behind the URL, \`sha256=<64 hexadecimal digits>\`, or list ${unpinned.host} under \`schema-hosts\` in the policy.`
    )
  );
}
var NO_KEYS = { protect: [], freeze: [], sensitive: [], identity: {} };
function linesOf(lines) {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
function criticalFault(files) {
  for (const glob of files) {
    const wrong = globFault(glob);
    if (wrong !== void 0) {
      return inputProblem(
        "policy-glob",
        `The glob ${JSON.stringify(glob)} in critical-files ${wrong.fault}.`,
        wrong.hint
      );
    }
  }
  if (!files.every((glob) => glob.startsWith("!"))) return void 0;
  return inputProblem(
    "policy-glob",
    "The input critical-files only excludes files, so it selects none.",
    "Add a glob without `!`, such as `config/**`."
  );
}
function schemaRule(line, id) {
  const split = /(?<!\\)=/.exec(line)?.index ?? -1;
  const glob = line.slice(0, Math.max(0, split)).trim();
  const [, name = "", sha256] = /^(.*?)(?:(?:^|\s+)sha256=(\S*))?$/s.exec(line.slice(split + 1).trim()) ?? [];
  if (glob === "" || name === "") {
    return refuse(
      inputProblem(
        "policy-schema",
        `The line ${JSON.stringify(line)} in schemas does not name files and a schema.`,
        "Write `GLOB=PATH`, for example `config/*.yml=schemas/app.schema.json`."
      )
    );
  }
  const wrong = globFault(glob);
  if (wrong !== void 0 || glob.startsWith("!")) {
    const { fault, hint } = wrong ?? { fault: "only excludes files", hint: "Write a glob without `!`." };
    return refuse(inputProblem("policy-glob", `The glob ${JSON.stringify(glob)} in schemas ${fault}.`, hint));
  }
  const schema = schemaFault(name, sha256);
  if ("source" in schema) return ok({ ...NO_KEYS, id, files: [glob], schema: schema.source });
  return refuse(
    inputProblem(
      "policy-schema",
      `The schema ${JSON.stringify(name)} in schemas ${schema.fault}.`,
      schema.hint
    )
  );
}
function inputProblem(code, message, hint) {
  return { code, message, hint };
}

// src/adapters/policy.ts
var SEVERITIES = ["error", "warning", "notice"];
async function choosePolicy(before, chosen, directory) {
  const failOn = SEVERITIES.find((severity) => severity === chosen.failOn);
  if (chosen.failOn !== void 0 && failOn === void 0) {
    return refuse({
      code: "usage",
      message: `fail-on-severity is ${JSON.stringify(chosen.failOn)}.`,
      hint: `It is one of ${SEVERITIES.join(", ")}.`
    });
  }
  const policy = await declaredPolicy(before, chosen, directory);
  if (!policy.ok) return policy;
  return ok({
    ...policy.value,
    ...failOn === void 0 ? {} : { failOn },
    ...chosen.warnOnly === void 0 ? {} : { warnOnly: chosen.warnOnly }
  });
}
async function declaredPolicy(before, chosen, directory) {
  const found = await (chosen.file === void 0 ? findPolicy(before, chosen.path) : readPolicyFile(chosen.file, directory));
  if (!found.ok) return found;
  const policy = found.value;
  const inputs = { criticalFiles: chosen.criticalFiles, schemas: chosen.schemas };
  if (policy !== void 0) return addInputs(policy, inputs);
  return inputs.criticalFiles.length + inputs.schemas.length > 0 ? policyFromInputs(inputs) : ok(defaultPolicy());
}
async function readPolicyFile(file, directory) {
  let text;
  try {
    text = await readFile(resolve(directory, file), "utf8");
  } catch (error) {
    return refuse({
      code: "policy-not-found",
      message: `The policy ${file} cannot be read (${error.code ?? "unknown reason"}).`,
      hint: "Check the path given with --policy."
    });
  }
  return readPolicy(text, file, { kind: "file", path: file });
}

export {
  choosePolicy,
  readPolicyFile
};
