import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  sha256
} from "./chunk-BSUCCZFA.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/schema-download.ts
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
var MOST_BYTES = 5 * 1024 * 1024;
var TIMEOUT_MS = 1e4;
var MOST_REDIRECTS = 5;
async function download(source, settings) {
  const refused = refusal(source, source.url, settings.hosts);
  if (refused !== void 0) return refuse(refused);
  const pin = source.sha256?.toLowerCase();
  if (pin === void 0) return fetchBytes(source, settings);
  const file = join(settings.cacheDirectory, "schemas", pin);
  const cached = await readFile(file).catch(() => void 0);
  if (cached !== void 0 && sha256(cached) === pin) return ok(cached);
  const bytes = await fetchBytes(source, settings);
  if (!bytes.ok) return bytes;
  const actual = sha256(bytes.value);
  if (actual !== pin) {
    return refuse({
      code: "schema-pin",
      message: `The schema ${source.url} is not the pinned one: its sha256 is ${actual}, the policy says ${pin}.`,
      hint: "Look at what changed at that address; when it is right, put the new sha256 into the policy.",
      path: source.url
    });
  }
  await keep(file, bytes.value);
  return bytes;
}
function refusal(source, address, hosts) {
  const no = (why, hint) => ({
    code: "schema-refused",
    message: `The schema ${source.url} is not fetched: ${why}.`,
    hint,
    path: source.url
  });
  if (!URL.canParse(address)) return no("it is not a URL", "Correct the URL.");
  const url = new URL(address);
  if (url.protocol !== "https:") return no(`${url.protocol.slice(0, -1)} is not https`, "Use an https URL.");
  if (url.username !== "" || url.password !== "") {
    return no("it carries a user name or password", "Commit the schema to the repository instead.");
  }
  if (source.sha256 !== void 0) {
    const isDigest = /^[0-9a-f]{64}$/i.test(source.sha256);
    return isDigest ? void 0 : no("its sha256 is not 64 hex digits", "Correct the sha256.");
  }
  if (hosts.includes(url.host)) return void 0;
  const from = address === source.url ? "" : " (it was redirected there)";
  return no(
    `its host ${url.host} is not listed and it has no pinned sha256${from}`,
    "Pin it with `sha256`, or add the host to `schema-hosts`."
  );
}
async function fetchBytes(source, settings) {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    let address = new URL(source.url).href;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const response = await settings.fetch(address, { redirect: "manual", signal });
      if (response.status >= 300 && response.status < 400 && response.headers.has("location")) {
        await response.body?.cancel();
        address = new URL(response.headers.get("location"), address).href;
        const refused = refusal(source, address, settings.hosts);
        if (refused !== void 0) return refuse(refused);
      } else if (response.ok) {
        return await readBody(source, response);
      } else {
        await response.body?.cancel();
        return refuse(unreachable(source, `the server answered ${response.status}`));
      }
    }
    return refuse(unreachable(source, `it was redirected more than ${MOST_REDIRECTS} times`));
  } catch (error) {
    return refuse(unreachable(source, reasonOf(error)));
  }
}
async function readBody(source, response) {
  const parts = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) {
      return refuse({
        code: "schema-refused",
        message: `The schema ${source.url} is larger than ${MOST_BYTES / 1024 / 1024} MiB.`,
        hint: "Use a smaller schema, or a part of it.",
        path: source.url
      });
    }
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `there was no answer within ${TIMEOUT_MS / 1e3} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
function unreachable(source, why) {
  return {
    code: "schema-unreachable",
    message: `The schema ${source.url} could not be fetched: ${why}.`,
    hint: "Try again; or commit the schema to the repository and name its path.",
    path: source.url
  };
}
async function keep(file, bytes) {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(temporary, bytes, { mode: 384 });
    await rename(temporary, file);
  } catch {
  }
}
export {
  download
};
