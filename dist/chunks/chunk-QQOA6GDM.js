import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/policy/service-names.ts
function probeName(probe) {
  if (probe.kind === "http") return probe.url.replace(/\?.*$/s, "?\u2026");
  if (probe.kind === "tcp")
    return `tcp ${probe.host.includes(":") ? `[${probe.host}]` : probe.host}:${probe.port}`;
  const { command } = probe;
  const [program = ""] = typeof command === "string" ? command.trim().split(/\s+/) : command;
  if (/^\w+=/.test(program)) return "a command";
  return program === commandName(command).trim() ? program : `${program} \u2026`;
}
function commandName(command) {
  return typeof command === "string" ? command : command.join(" ");
}

export {
  probeName,
  commandName
};
