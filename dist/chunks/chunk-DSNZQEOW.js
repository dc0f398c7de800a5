import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/github/client.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/adapters/github/retry.ts
import { setTimeout as sleep } from "node:timers/promises";
function isLimit({ status, data, headers }) {
  if (status === 429) return true;
  const { message, errors } = data ?? {};
  if (status === 200)
    return Array.isArray(errors) && errors.some(({ type }) => /^RATE_LIMIT/.test(type ?? ""));
  if (status !== 403) return false;
  return "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message ?? "");
}
function pauses(budgetMs) {
  let left = budgetMs;
  let until = 0;
  let paidUntil = 0;
  return {
    /** Waits until calls are allowed again: `false` when that takes more than is left. */
    async pass() {
      for (let now = Date.now(); now < until; now = Date.now()) {
        const cost = until - Math.max(now, paidUntil);
        if (cost > left) return false;
        if (cost > 0) {
          left -= cost;
          paidUntil = until;
        }
        await sleep(until - now);
      }
      return true;
    },
    /** GitHub has refused a call: at least a second, a minute when it does not say how long. */
    limit({ headers }) {
      const now = Date.now();
      const reset = headers["x-ratelimit-remaining"] === "0" ? Number(headers["x-ratelimit-reset"]) * 1e3 - now : NaN;
      const asked = headers["retry-after"] === void 0 ? reset : Number(headers["retry-after"]) * 1e3;
      until = Math.max(until, now + Math.max(1e3, Number.isFinite(asked) ? asked : 6e4));
    }
  };
}

// src/adapters/github/client.ts
var TRIES = 3;
var CODES = {
  401: "github-unauthorized",
  403: "github-forbidden",
  404: "github-not-found",
  409: "github-conflict",
  410: "github-gone"
};
var HINTS = {
  "github-unauthorized": "Pass a token that is valid and has not expired.",
  "github-forbidden": "Give the job the permission that this call needs.",
  "github-not-found": "Check the name, and whether the token may read this repository.",
  "github-locked": "Unlock the conversation, and run the job again.",
  "github-gone": "It was deleted, or issues are disabled for the repository: its settings enable them.",
  "github-invalid": "Mend what GitHub names: the same request is refused again."
};
function openGitHub(options) {
  const [owner = "", repo = ""] = options.repository.split("/");
  const apiUrl = trim(options.apiUrl ?? process.env.GITHUB_API_URL ?? "") || "https://api.github.com";
  const graphqlUrl = trim(options.graphqlUrl ?? (options.apiUrl ? "" : process.env.GITHUB_GRAPHQL_URL) ?? "") || `${apiUrl.replace(/\/v3$/, "")}/graphql`;
  const limits = pauses(options.budgetMs ?? 6e4);
  const token = options.token.trim();
  function problem(code, route, message) {
    const safe = token ? message.replaceAll(token, "***") : message;
    const hint = HINTS[code] ?? "Run the job again later; if it stays, see https://www.githubstatus.com.";
    return { code, message: `GitHub: ${safe.replace(/\s+/g, " ").slice(0, 500)} (${route})`, hint };
  }
  async function once(route, parameters) {
    const aborter = new AbortController();
    const timer = setTimeout(() => aborter.abort(), options.timeoutMs ?? 3e4);
    try {
      const github = await import("./github-WKLQMKMY.js");
      const octokit = github.getOctokit(token || "none", { baseUrl: apiUrl });
      const named = route.includes("{owner}") && { owner, repo };
      const { method, url, headers, body, request: request2 } = octokit.request.endpoint(route, {
        ...named,
        ...parameters
      });
      const response = await request2.fetch(url, {
        method,
        headers: { ...headers, authorization: `token ${token}`, "x-github-api-version": "2022-11-28" },
        signal: aborter.signal,
        ...body !== void 0 && { body: JSON.stringify(body) }
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const kind = String(response.headers.get("content-type"));
      const { status } = response;
      const answer = { status, headers: Object.fromEntries(response.headers) };
      if (bytes.length === 0 && (status === 202 || status === 204 || status >= 300)) {
        return { ...answer, data: void 0 };
      }
      if (/^application\/(scim\+)?json/.test(kind)) {
        return { ...answer, data: JSON.parse(new TextDecoder().decode(bytes)) };
      }
      const asked = !/v3\+json|github\+json/.test(String(headers.accept));
      if (asked || status >= 300) return { ...answer, data: bytes };
      return { failed: "network", message: `an answer of type ${kind} instead of JSON`, sent: true };
    } catch (error) {
      if (aborter.signal.aborted) return { failed: "timeout", message: "no answer in time", sent: true };
      const cause = error.cause ?? error;
      const sent = !["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(String(cause.code));
      return { failed: "network", message: cause.message || String(cause.code), sent };
    } finally {
      clearTimeout(timer);
    }
  }
  async function send(route, shown, parameters, again) {
    for (let tries = 1; ; ) {
      if (!await limits.pass()) {
        return refuse(problem("github-rate-limit", shown, "the rate limit outlasts the time budget"));
      }
      const got = await once(route, parameters);
      if ("failed" in got) {
        const final = got.failed === "timeout" || tries >= TRIES || got.sent && !again;
        if (final) return refuse(problem(`github-${got.failed}`, shown, got.message));
      } else if (isLimit(got)) {
        limits.limit(got);
        continue;
      } else if (got.status < 300) {
        return ok(got);
      } else if (got.status < 500 || tries >= TRIES) {
        const said = told(got.data);
        return refuse(problem(codeOf(got.status, said), shown, `${got.status} ${said}`));
      }
      await sleep2((options.backoffMs ?? 300) * 3 ** (tries++ - 1));
    }
  }
  const request = (route, parameters = {}) => send(route, route, parameters, !route.startsWith("POST"));
  const list = async (route, parameters = {}, most = 1e5) => {
    const items = [];
    let page = { per_page: 100 };
    for (; ; ) {
      const answer = await request(route, { ...parameters, ...page });
      if (!answer.ok) return answer;
      const { data, headers } = answer.value;
      const more = Array.isArray(data) ? data : Object.values(data ?? {}).find(Array.isArray);
      if (more === void 0) return refuse(problem("github-unavailable", route, "no list in the answer"));
      items.push(...more);
      if (items.length > most) return refuse(problem("github-too-many", route, `more than ${most} items`));
      const next = /<([^<>]+)>;\s*rel="?next"?/.exec(headers.link ?? "")?.[1];
      if (next === void 0) return ok(items);
      const following = { ...page, ...Object.fromEntries(new URL(next, apiUrl).searchParams) };
      if (JSON.stringify(following) === JSON.stringify(page)) {
        return refuse(problem("github-unavailable", route, "the next page is the same page"));
      }
      page = following;
    }
  };
  const graphql = async (query, variables = {}) => {
    const answer = await send(`POST ${graphqlUrl}`, "POST /graphql", { query, variables }, true);
    if (!answer.ok) return answer;
    const { data, errors } = answer.value.data ?? {};
    if (errors === void 0 && data != null) return ok(data);
    const type = String(errors?.[0]?.type);
    const code = CODES[/NOT_FOUND/.test(type) ? 404 : /FORBIDDEN|SCOPES/.test(type) ? 403 : 422];
    return refuse(problem(code ?? "github-invalid", "POST /graphql", told(errors?.[0])));
  };
  let known;
  const ask = async () => {
    const user = await request("GET /user");
    if (user.ok) return ok(user.value.data.login);
    if (user.problem.code !== "github-forbidden") return user;
    const viewer = await graphql("query { viewer { login } }");
    return ok(viewer.ok && viewer.value.viewer?.login || "github-actions[bot]");
  };
  const login = async () => {
    known ??= ask();
    const result = await known;
    if (!result.ok) known = void 0;
    return result;
  };
  return { owner, repo, request, list, graphql, login };
}
function codeOf(status, said) {
  if (status >= 500) return "github-unavailable";
  if (status === 403 && /\b(issue|pull request|conversation) is locked\b/i.test(said)) return "github-locked";
  return CODES[status] ?? "github-invalid";
}
function told(data) {
  if (typeof data?.message !== "string") return "without a message";
  const details = Array.isArray(data.errors) ? data.errors.map((e) => e?.message ?? JSON.stringify(e)) : [];
  return [data.message, ...details].join(": ");
}
function trim(url) {
  return url.replace(/\/+$/, "");
}

export {
  openGitHub
};
