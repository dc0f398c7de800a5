import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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
    load: async () => (await import("./jsonc-Q47XW4UE.js")).parse
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
    load: async () => (await import("./json-3TXRGIMG.js")).parse
  },
  {
    id: "json5",
    name: "JSON5",
    files: ["**/*.json5"],
    load: async () => (await import("./json5-WZF35S3I.js")).parse
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
    load: async () => (await import("./yaml-OZDBPAF2.js")).parse
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
    load: async () => (await import("./toml-JYOFE5MD.js")).parse
  },
  {
    id: "plist",
    name: "property list",
    files: ["**/*.plist", "**/*.entitlements", "**/*.xcprivacy"],
    load: async () => (await import("./plist-ZDS6MJLK.js")).parse
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
    load: async () => (await import("./xml-L4EJ7VNC.js")).parse
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
    load: async () => (await import("./hcl-TIK6CLTJ.js")).parse
  },
  {
    id: "properties",
    name: "Java properties",
    files: ["**/*.properties"],
    load: async () => (await import("./properties-LXM27ZY4.js")).parse
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
    load: async () => (await import("./ini-WHLXLXDL.js")).parse
  },
  {
    id: "dotenv",
    name: "dotenv",
    files: ["**/.env", "**/*.env", "**/.env.*"],
    load: async () => (await import("./dotenv-CNKFTNVB.js")).parse
  }
];
function formatById(id) {
  return formats.find((format) => format.id === id);
}

export {
  formats,
  formatById
};
