import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  segmentsOf
} from "./chunk-U7H2WY5Q.js";

// src/documents/formats/index.ts
var formats = [
  {
    id: "jsonc",
    name: "JSON with comments",
    files: [
      "**/*.jsonc",
      "**/tsconfig*.json",
      "**/jsconfig*.json",
      "**/.vscode/*.json",
      "**/devcontainer.json",
      "**/.devcontainer.json",
      "**/.eslintrc",
      "**/.eslintrc.json",
      "**/.babelrc",
      "**/.babelrc.json",
      "**/.jshintrc",
      "**/.jslintrc",
      "**/.swcrc",
      "**/api-extractor*.json",
      "**/tslint.json",
      "**/language-configuration.json",
      "**/*.code-workspace",
      "**/*.code-snippets",
      "**/*.hujson"
    ],
    load: async () => (await import("./jsonc-KT2VC7YH.js")).parse
  },
  {
    id: "json",
    name: "JSON",
    files: [
      "**/*.json",
      "**/*.webmanifest",
      "**/*.avsc",
      "**/*.tfstate",
      "**/composer.lock",
      "**/Pipfile.lock",
      "**/flake.lock",
      "**/.arcconfig",
      "**/.bowerrc",
      "**/.watchmanconfig"
    ],
    load: async () => (await import("./json-EBVI3O5Z.js")).parse
  },
  {
    id: "json5",
    name: "JSON5",
    files: ["**/*.json5"],
    load: async () => (await import("./json5-5WCCAJX2.js")).parse
  },
  {
    id: "yaml",
    name: "YAML",
    files: [
      "**/*.yml",
      "**/*.yaml",
      "**/*.eyaml",
      "**/*.cff",
      "**/.clang-format",
      "**/.clang-tidy",
      "**/.clangd",
      "**/.yamllint",
      "**/.prettierrc",
      "**/.stylelintrc",
      "**/.markdownlintrc",
      "**/.gemrc",
      "**/.kube/config"
    ],
    load: async () => (await import("./yaml-D6CBDFTP.js")).parse
  },
  {
    id: "toml",
    name: "TOML",
    files: [
      "**/*.toml",
      "**/Cargo.lock",
      "**/poetry.lock",
      "**/uv.lock",
      "**/pdm.lock",
      "**/Gopkg.lock",
      "**/Pipfile"
    ],
    load: async () => (await import("./toml-FDCAWDTM.js")).parse
  },
  {
    id: "plist",
    name: "property list",
    files: ["**/*.plist", "**/*.entitlements", "**/*.xcprivacy"],
    load: async () => (await import("./plist-32EEWSKJ.js")).parse
  },
  {
    id: "xml",
    name: "XML",
    files: [
      "**/*.xml",
      "**/*.xsd",
      "**/*.wsdl",
      "**/web.config",
      "**/app.config",
      "**/nuget.config",
      "**/packages.config",
      "**/*.exe.config",
      "**/*.dll.config",
      "**/*.csproj",
      "**/*.fsproj",
      "**/*.vbproj",
      "**/Directory.*.props",
      "**/*.targets",
      "**/*.nuspec",
      "**/*.resx",
      "**/*.xmp",
      "**/*.pubxml"
    ],
    load: async () => (await import("./xml-G674P7XO.js")).parse
  },
  {
    id: "hcl",
    name: "HCL",
    files: [
      "**/*.tf",
      "**/*.tofu",
      "**/*.tfvars",
      "**/*.hcl",
      "**/*.nomad",
      "**/*.tfbackend",
      "**/.terraformrc"
    ],
    load: async () => (await import("./hcl-ZYTQRSUT.js")).parse
  },
  {
    id: "properties",
    name: "Java properties",
    files: ["**/*.properties"],
    load: async () => (await import("./properties-H7RTYEEJ.js")).parse
  },
  {
    id: "ini",
    name: "INI",
    files: [
      "**/*.ini",
      "**/setup.cfg",
      "**/ansible.cfg",
      "**/mypy.cfg",
      "**/.editorconfig",
      "**/.gitconfig",
      "**/.gitmodules",
      "**/.npmrc",
      "**/.yarnrc",
      "**/.flake8",
      "**/.pylintrc",
      "**/pylintrc",
      "**/.coveragerc",
      "**/.pypirc",
      "**/.hgrc",
      "**/pip.conf",
      "**/*.cnf",
      "**/*.repo",
      "**/*.desktop",
      "**/*.service",
      "**/*.socket",
      "**/*.timer",
      "**/*.mount",
      "**/*.automount",
      "**/*.target",
      "**/*.slice",
      "**/*.swap",
      "**/*.network",
      "**/*.netdev",
      "**/*.nspawn"
    ],
    load: async () => (await import("./ini-VHP3BV3A.js")).parse
  },
  {
    id: "dotenv",
    name: "dotenv",
    files: ["**/.env", "**/*.env", "**/.env.*"],
    load: async () => (await import("./dotenv-SOR7SQ3C.js")).parse
  }
];
function formatById(id) {
  return formats.find((format) => format.id === id);
}

// src/policy/key-pattern.ts
function parseKeyPattern(text) {
  if (text.startsWith("/")) return parsePointer(text);
  const steps = [];
  let at = 0;
  while (at < text.length || steps.length === 0) {
    const bracket = text[at] === "[";
    const end = bracket ? bracketEnd(text, at) : bareEnd(text, at);
    const segment = text.slice(bracket ? at + 1 : at, end);
    if (bracket && end === -1)
      return fault("has a bracket that is not closed", "Close it: `items[name=api]`.");
    const step = bracket ? bracketStep(segment) : bareStep(segment, steps.length === 0);
    if ("fault" in step) return step;
    steps.push(step);
    at = bracket ? end + 1 : end;
    if (at === text.length) break;
    if (text[at] === ".") at += 1;
    else if (text[at] !== "[") return fault("has text after a bracket", "Write a dot after `]`.");
    if (at === text.length) return fault("ends with a dot", "Remove the last dot.");
  }
  return { text, steps, pointer: false };
}
function fault(text, hint) {
  return { fault: text, hint };
}
function parsePointer(text) {
  if (/~(?![01])/.test(text)) {
    return fault(
      "has a `~` that is neither `~0` nor `~1`",
      "In a JSON Pointer, write `~0` for `~` and `~1` for `/`."
    );
  }
  return { text, steps: segmentsOf(text).map(literal), pointer: true };
}
function literal(segment) {
  return { many: false, matches: (other) => other === segment };
}
function bareEnd(text, start) {
  const found = text.slice(start).search(/[.[]/);
  return found === -1 ? text.length : start + found;
}
function bracketEnd(text, start) {
  if (text[start + 1] === '"') {
    const quoted = /^\["(?:[^"\\]|\\.)*"(?=\])/.exec(text.slice(start));
    return quoted === null ? -1 : start + quoted[0].length;
  }
  const found = text.slice(start).search(/\](?=[.[]|$)/);
  return found === -1 ? -1 : start + found;
}
function bracketStep(inside) {
  if (!inside.startsWith('"')) {
    return inside === "" ? fault("has an empty bracket", "Write `[*]` for every item.") : segmentStep(inside);
  }
  try {
    return literal(String(JSON.parse(inside)));
  } catch {
    return fault("has a quoted key that is not closed", 'Quote it as in JSON: `["a.b"]`.');
  }
}
function bareStep(segment, first) {
  if (segment === "") {
    return first ? fault("starts with a dot or is empty", "Write the first key: `database.host`.") : fault("has two dots in a row", "Write a key between them, or `*` for any key.");
  }
  if (first && segment === "$") {
    return fault("starts with `$`", "Leave `$.` out: patterns start at the top of the document.");
  }
  if (segment.includes(":") && !segment.includes("=")) {
    return fault(
      "has a colon",
      'Leave the name of a YAML document out; quote a key with a colon: `["a:b"]`.'
    );
  }
  return segmentStep(segment);
}
function segmentStep(segment) {
  if (segment === "**") return { many: true, matches: () => true };
  if (!segment.includes("*")) return literal(segment);
  const source = segment.split(/\*+/).map(escapeExpression).join(".*");
  const expression = new RegExp(`^${source}$`, "s");
  return { many: false, matches: (other) => expression.test(other) };
}
function escapeExpression(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

export {
  formats,
  formatById,
  parseKeyPattern
};
