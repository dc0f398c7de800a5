import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  baseName
} from "./chunk-5MHRYX67.js";

// src/policy/defaults.ts
function defaultPolicy() {
  return { origin: { kind: "defaults" }, critical: [], schemas: [], environments: [], schemaHosts: [] };
}
var EXTENSIONS = new Set(
  "yml yaml json jsonc json5 toml ini cfg conf cnf properties env plist hcl tf tfvars".split(" ")
);
var NAMES = /* @__PURE__ */ new Set([
  ..."dockerfile containerfile caddyfile procfile .editorconfig .gitconfig .htaccess".split(" "),
  ..."web.config app.config pom.xml logback.xml log4j2.xml".split(" ")
]);
var OTHER_DIRECTORIES = /* @__PURE__ */ new Set([
  ..."node_modules bower_components vendor third_party third-party site-packages .venv .git .yarn".split(" "),
  ...".pnpm-store .terraform generated __generated__ .generated".split(" "),
  ..."tests __tests__ testdata test-data test_data fixture fixtures __fixtures__ mocks __mocks__".split(" "),
  ..."snapshots __snapshots__ spec specs e2e cypress".split(" "),
  ..."locale locales i18n l10n lang langs languages translations".split(" ")
]);
var LOCK_NAME = /[.-]lock\.(json|ya?ml|toml|hcl)$|^npm-shrinkwrap\.json$/;
var GENERATED_NAME = /\.(min|generated|gen)\.[a-z0-9]+$/;
function isWatchedByDefault(path) {
  const name = baseName(path).toLowerCase();
  return hasConfigurationName(name) && !isOtherName(name) && !path.split("/").slice(0, -1).some(isOtherDirectory);
}
function hasConfigurationName(name) {
  if (NAMES.has(name) || name === ".env" || name.startsWith(".env.") || name.startsWith("dockerfile."))
    return true;
  return EXTENSIONS.has(name.slice(name.lastIndexOf(".") + 1)) && name.includes(".");
}
function isOtherName(name) {
  return LOCK_NAME.test(name) || GENERATED_NAME.test(name);
}
function isOtherDirectory(part, index, parts) {
  const name = part.toLowerCase();
  if (name === "test") return index === 0 || parts[index - 1] === "src";
  return OTHER_DIRECTORIES.has(name);
}

export {
  defaultPolicy,
  isWatchedByDefault
};
