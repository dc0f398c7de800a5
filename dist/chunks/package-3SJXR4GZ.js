import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// package.json
var package_default = {
  name: "holdfast",
  version: "0.1.0",
  description: "Keeps critical configuration in place while software is deployed: a GitHub Action and a command line.",
  license: "MIT",
  type: "module",
  private: true,
  engines: {
    node: ">=20"
  },
  bin: {
    holdfast: "dist/cli.js"
  },
  files: [
    "dist",
    "action.yml",
    "policy.schema.json",
    "decision.schema.json"
  ],
  scripts: {
    build: "node scripts/build.mjs",
    test: "node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js",
    "test:system": "node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --config jest.system.config.mjs",
    lint: "biome check .",
    format: "biome check --write .",
    typecheck: "tsc --noEmit",
    demo: "node scripts/demo.mjs",
    eval: "node scripts/run.mjs scripts/eval/main.ts",
    tune: "node scripts/run.mjs scripts/eval/tune.ts",
    mutate: "node scripts/run.mjs scripts/mutate/main.ts",
    bench: "node scripts/run.mjs scripts/bench/main.ts",
    "bench:watch": "node scripts/run.mjs scripts/bench-watch/main.ts",
    "bench:review": "node scripts/run.mjs scripts/bench-review/main.ts",
    "eval:blame": "node scripts/run.mjs scripts/eval-blame/main.ts",
    "bench:blame": "node scripts/run.mjs scripts/bench-blame/main.ts",
    "bench:bisect": "node scripts/run.mjs scripts/bench-bisect/main.ts",
    "bench:large": "node scripts/run.mjs scripts/bench-large/main.ts",
    docs: "node scripts/run.mjs scripts/docs.ts",
    "new:check": "node scripts/new-check.mjs"
  },
  dependencies: {
    "@actions/core": "3.0.1",
    "@actions/exec": "3.0.0",
    "@actions/github": "9.1.1",
    "@humanwhocodes/momoa": "3.3.13",
    "@marcbachmann/cel-js": "8.0.0",
    "@rgrove/parse-xml": "4.2.1",
    "age-encryption": "0.3.1",
    ajv: "8.20.0",
    "ajv-draft-04": "1.0.0",
    "ajv-formats": "3.0.1",
    diff: "9.0.0",
    "dockerfile-ast": "0.7.1",
    "dot-properties": "1.1.2",
    "js-yaml": "5.5.0",
    "jsonc-parser": "3.3.1",
    picomatch: "4.0.7",
    re2js: "2.10.0",
    "smol-toml": "1.9.1",
    "toml-eslint-parser": "1.0.3",
    unbash: "6.0.4"
  },
  devDependencies: {
    "@biomejs/biome": "2.5.15",
    "@jest/globals": "30.5.2",
    "@octokit/openapi": "23.0.2",
    "@swc/core": "1.16.18",
    "@swc/jest": "0.2.39",
    "@types/node": "24.19.2",
    "@types/picomatch": "4.0.3",
    "ajv-cli": "5.0.0",
    "axe-core": "4.14.1",
    emulate: "0.12.2",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    jest: "30.5.2",
    "mvdan-sh": "0.10.1",
    parse5: "8.1.1",
    "playwright-core": "1.65.1",
    typescript: "7.0.2",
    yaml: "2.9.1"
  },
  overrides: {
    "unrs-resolver": "1.12.2"
  }
};
export {
  package_default as default
};
