import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import "./chunk-VX4HL5QL.js";

// node_modules/ajv/dist/refs/json-schema-2019-09/meta/format.json
var format_default = {
  $schema: "https://json-schema.org/draft/2019-09/schema",
  $id: "https://json-schema.org/draft/2019-09/meta/format",
  $vocabulary: {
    "https://json-schema.org/draft/2019-09/vocab/format": true
  },
  $recursiveAnchor: true,
  title: "Format vocabulary meta-schema",
  type: ["object", "boolean"],
  properties: {
    format: { type: "string" }
  }
};
export {
  format_default as default
};
