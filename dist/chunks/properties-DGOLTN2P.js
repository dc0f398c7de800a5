import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guard,
  noteRepeat,
  objectNode,
  parsedAs,
  scalarNode,
  setMember
} from "./chunk-JKDTOFAZ.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  __commonJS,
  __toESM
} from "./chunk-VX4HL5QL.js";

// node_modules/dot-properties/lib/ast.js
var require_ast = __commonJS({
  "node_modules/dot-properties/lib/ast.js"(exports, module) {
    var Node = class {
      constructor(type, range) {
        this.type = type;
        if (range) this.range = range;
      }
    };
    var Pair2 = class extends Node {
      constructor(key, value, range) {
        super("PAIR", range);
        this.key = key;
        this.value = value;
      }
      separator(src) {
        if (Array.isArray(this.range) && this.range.length >= 3) {
          const [_, start, end] = this.range;
          return src.slice(start, end);
        }
        return null;
      }
    };
    var Comment = class extends Node {
      constructor(comment, range) {
        super("COMMENT", range);
        this.comment = comment;
      }
    };
    var EmptyLine = class extends Node {
      constructor(range) {
        super("EMPTY_LINE", range);
      }
    };
    module.exports = { Node, Pair: Pair2, Comment, EmptyLine };
  }
});

// node_modules/dot-properties/lib/parse.js
var require_parse = __commonJS({
  "node_modules/dot-properties/lib/parse.js"(exports, module) {
    var { Pair: Pair2, Comment, EmptyLine } = require_ast();
    var atComment = (src, offset) => {
      const ch = src[offset];
      return ch === "#" || ch === "!";
    };
    var atLineEnd = (src, offset) => {
      const ch = src[offset];
      return !ch || ch === "\r" || ch === "\n";
    };
    var endOfIndent = (src, offset) => {
      let ch = src[offset];
      while (ch === "	" || ch === "\f" || ch === " ") {
        offset += 1;
        ch = src[offset];
      }
      return offset;
    };
    var endOfComment = (src, offset) => {
      let ch = src[offset];
      while (ch && ch !== "\r" && ch !== "\n") {
        offset += 1;
        ch = src[offset];
      }
      return offset;
    };
    var endOfKey = (src, offset) => {
      let ch = src[offset];
      while (ch && ch !== "\r" && ch !== "\n" && ch !== "	" && ch !== "\f" && ch !== " " && ch !== ":" && ch !== "=") {
        if (ch === "\\") {
          if (src[offset + 1] === "\n") {
            offset = endOfIndent(src, offset + 2);
          } else {
            offset += 2;
          }
        } else {
          offset += 1;
        }
        ch = src[offset];
      }
      return offset;
    };
    var endOfSeparator = (src, offset) => {
      let ch = src[offset];
      let hasEqSign = false;
      loop: while (ch === "	" || ch === "\f" || ch === " " || ch === "=" || ch === ":" || ch === "\\") {
        switch (ch) {
          case "\\":
            if (src[offset + 1] !== "\n") break loop;
            offset = endOfIndent(src, offset + 2);
            break;
          case "=":
          case ":":
            if (hasEqSign) break loop;
            hasEqSign = true;
          // fallthrough
          default:
            offset += 1;
        }
        ch = src[offset];
      }
      return offset;
    };
    var endOfValue = (src, offset) => {
      let ch = src[offset];
      while (ch && ch !== "\r" && ch !== "\n") {
        offset += ch === "\\" ? 2 : 1;
        ch = src[offset];
        if (ch === "\n" && src[offset - 1] === "\r") {
          offset += 1;
          ch = src[offset];
        }
      }
      return offset;
    };
    var unescape = (str) => str.replace(/\\(u[0-9a-fA-F]{4}|\r?\n[ \t\f]*|.)?/g, (match, code) => {
      switch (code && code[0]) {
        case "f":
          return "\f";
        case "n":
          return "\n";
        case "r":
          return "\r";
        case "t":
          return "	";
        case "u": {
          const c = parseInt(code.substr(1), 16);
          return isNaN(c) ? code : String.fromCharCode(c);
        }
        case "\r":
        case "\n":
        case void 0:
          return "";
        default:
          return code;
      }
    });
    function parseLines2(src, ast) {
      const lines = [];
      for (let i = 0; i < src.length; ++i) {
        if (src[i] === "\n" && src[i - 1] === "\r") i += 1;
        if (!src[i]) break;
        const keyStart = endOfIndent(src, i);
        if (atLineEnd(src, keyStart)) {
          lines.push(ast ? new EmptyLine([i, keyStart]) : "");
          i = keyStart;
          continue;
        }
        if (atComment(src, keyStart)) {
          const commentEnd = endOfComment(src, keyStart);
          const comment = src.slice(keyStart, commentEnd);
          lines.push(ast ? new Comment(comment, [keyStart, commentEnd]) : comment);
          i = commentEnd;
          continue;
        }
        const keyEnd = endOfKey(src, keyStart);
        const key = unescape(src.slice(keyStart, keyEnd));
        const valueStart = endOfSeparator(src, keyEnd);
        if (atLineEnd(src, valueStart)) {
          lines.push(
            ast ? new Pair2(key, "", [keyStart, keyEnd, valueStart, valueStart]) : [key, ""]
          );
          i = valueStart;
          continue;
        }
        const valueEnd = endOfValue(src, valueStart);
        const value = unescape(src.slice(valueStart, valueEnd));
        lines.push(
          ast ? new Pair2(key, value, [keyStart, keyEnd, valueStart, valueEnd]) : [key, value]
        );
        i = valueEnd;
      }
      return lines;
    }
    function addPair(res, key, value, pathSep) {
      if (!pathSep) {
        res[key] = value;
        return;
      }
      const keyPath = key.split(pathSep);
      let parent = res;
      while (keyPath.length >= 2) {
        const p = keyPath.shift();
        if (p === "__proto__") return;
        if (!parent[p]) {
          parent[p] = {};
        } else if (typeof parent[p] !== "object") {
          parent[p] = { "": parent[p] };
        }
        parent = parent[p];
      }
      const leaf = keyPath[0];
      if (typeof parent[leaf] === "object") {
        parent[leaf][""] = value;
      } else {
        parent[leaf] = value;
      }
    }
    function parse2(src, path) {
      const pathSep = path ? typeof path === "string" ? path : "." : null;
      const lines = Array.isArray(src) ? src : parseLines2(src, false);
      const res = {};
      for (const line of lines) {
        if (line instanceof Pair2) addPair(res, line.key, line.value, pathSep);
        else if (Array.isArray(line)) addPair(res, line[0], line[1], pathSep);
      }
      return res;
    }
    module.exports = { parse: parse2, parseLines: parseLines2 };
  }
});

// node_modules/dot-properties/lib/stringify.js
var require_stringify = __commonJS({
  "node_modules/dot-properties/lib/stringify.js"(exports, module) {
    var { Pair: Pair2, Comment, EmptyLine } = require_ast();
    var escapeNonPrintable = (str, latin1) => String(str).replace(
      latin1 !== false ? /[^\t\n\f\r -~\xa1-\xff]/g : /[\0-\b\v\x0e-\x1f]/g,
      (ch) => "\\u" + ch.charCodeAt(0).toString(16).padStart(4, "0")
    );
    var escape = (str) => String(str).replace(/\\/g, "\\\\").replace(/\f/g, "\\f").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
    var escapeKey = (key) => escape(key).replace(/^[#!]|[ =:]/g, "\\$&");
    var escapeValue = (value) => escape(value).replace(/^ /, "\\ ");
    var prefixComment = (str, prefix) => str.replace(/^\s*([#!][ \t\f]*)?/g, prefix);
    function fold({ indent, latin1, lineWidth, newline, foldChars }, key, value) {
      const printKey = escapeNonPrintable(key, latin1);
      const printValue = escapeNonPrintable(value, latin1);
      let line = printKey + printValue;
      if (!lineWidth || lineWidth < 0 || line.length <= lineWidth) return line;
      let start = 0;
      let split = void 0;
      let i = 0;
      if (key && printKey.length < lineWidth) {
        line = printKey + newline + indent + printValue;
        start = printKey.length + newline.length;
        i = start + indent.length;
      }
      for (let ch = line[i]; ch; ch = line[++i]) {
        let end = i - start >= lineWidth ? split || i : void 0;
        if (!end) {
          switch (ch) {
            case "\r":
              if (line[i + 1] === "\n") i += 1;
            // fallthrough
            case "\n":
              end = i + 1;
              break;
            case "\\":
              i += 1;
              switch (line[i]) {
                case "r":
                  if (line[i + 1] === "\\" && line[i + 2] === "n") i += 2;
                // fallthrough
                case "n":
                  end = i + 1;
                  break;
                case " ":
                case "=":
                case ":":
                  if (foldChars.includes(line[i])) split = i + 1;
                  break;
                case "f":
                  if (foldChars.includes("\f")) split = i + 1;
                  break;
                case "t":
                  if (foldChars.includes("	")) split = i + 1;
                  break;
              }
              break;
            default:
              if (foldChars.includes(ch)) split = i + 1;
          }
        }
        if (end) {
          let lineEnd = end;
          let ch2 = line[lineEnd - 1];
          while (ch2 === "\n" || ch2 === "\r") {
            lineEnd -= 1;
            ch2 = line[lineEnd - 1];
          }
          const next = line[end];
          const atWhitespace = next === "	" || next === "\f" || next === " ";
          line = line.slice(0, lineEnd) + newline + indent + (atWhitespace ? "\\" : "") + line.slice(end);
          start = lineEnd + newline.length;
          split = void 0;
          i = start + indent.length - 1;
        }
      }
      return line;
    }
    var toLines = (obj, pathSep, defaultKey, prefix = "") => Object.keys(obj).reduce((lines, key) => {
      const value = obj[key];
      if (value && typeof value === "object") {
        return lines.concat(
          toLines(value, pathSep, defaultKey, prefix + key + pathSep)
        );
      } else {
        const k = key === defaultKey ? prefix.slice(0, -pathSep.length) : prefix + key;
        lines.push([k, value]);
        return lines;
      }
    }, []);
    function stringify(input, {
      commentPrefix = "# ",
      defaultKey = "",
      indent = "    ",
      keySep = " = ",
      latin1 = true,
      lineWidth = 80,
      newline = "\n",
      pathSep = ".",
      foldChars = "\f	 ."
    } = {}) {
      if (!input) return "";
      if (!Array.isArray(input)) input = toLines(input, pathSep, defaultKey);
      const lineOpt = {
        indent,
        latin1,
        lineWidth,
        newline: "\\" + newline,
        foldChars
      };
      const commentOpt = {
        indent: commentPrefix,
        latin1,
        lineWidth,
        newline,
        foldChars
      };
      return input.map((line) => {
        switch (true) {
          case !line:
          case line instanceof EmptyLine:
            return "";
          case Array.isArray(line):
            return fold(
              lineOpt,
              escapeKey(line[0]) + keySep,
              escapeValue(line[1])
            );
          case line instanceof Pair2:
            return fold(
              lineOpt,
              escapeKey(line.key) + keySep,
              escapeValue(line.value)
            );
          case line instanceof Comment:
            return fold(
              commentOpt,
              "",
              prefixComment(line.comment, commentPrefix)
            );
          default:
            return fold(
              commentOpt,
              "",
              prefixComment(String(line), commentPrefix)
            );
        }
      }).join(newline);
    }
    module.exports = { stringify };
  }
});

// node_modules/dot-properties/lib/index.js
var require_lib = __commonJS({
  "node_modules/dot-properties/lib/index.js"(exports, module) {
    var { Node, Pair: Pair2, Comment, EmptyLine } = require_ast();
    var { parse: parse2, parseLines: parseLines2 } = require_parse();
    var { stringify } = require_stringify();
    module.exports = {
      Node,
      Pair: Pair2,
      Comment,
      EmptyLine,
      parse: parse2,
      parseLines: parseLines2,
      stringify
    };
  }
});

// src/documents/formats/properties.ts
var import_dot_properties = __toESM(require_lib(), 1);
function parse(text) {
  return guard(text, () => {
    const object = objectNode(0);
    const repeats = [];
    for (const line of (0, import_dot_properties.parseLines)(text, true)) {
      if (!(line instanceof import_dot_properties.Pair) || line.range?.[2] === void 0) continue;
      const offset = line.range[0];
      noteRepeat(repeats, object, line.key, child("", line.key), offset);
      setMember(object, line.key, offset, scalarNode(line.value, line.range[2]));
    }
    return parsedAs(text, object, repeats);
  });
}
export {
  parse
};
