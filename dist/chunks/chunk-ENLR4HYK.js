import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatById,
  parseKeyPattern
} from "./chunk-QOWN6ERV.js";
import {
  gitBytes,
  gitFailed,
  notReadable,
  notStarted,
  parseCommit,
  parseTree,
  runGit,
  startGit,
  withoutCredentials
} from "./chunk-YT4QYNO4.js";
import {
  entryMode,
  isObjectId,
  isTreeMode
} from "./chunk-HDDKZENY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  child,
  isObject,
  parentOf,
  typeOf
} from "./chunk-U7H2WY5Q.js";
import {
  __commonJS,
  __toESM
} from "./chunk-5HJ3J6EK.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob2 = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob2 = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob2 = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob2) glob2 = utils.removeBackslashes(glob2);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob: glob2,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject2 = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob2, options, returnState = false) => {
      if (Array.isArray(glob2)) {
        const fns = glob2.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject2(glob2) && glob2.tokens && glob2.input;
      if (glob2 === "" || typeof glob2 !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob2, options) : picomatch2.makeRe(glob2, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob: glob2, posix });
        const result = { glob: glob2, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob: glob2, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format2 = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob2;
      let output = match && format2 ? format2(input) : input;
      if (match === false) {
        output = format2 ? format2(input) : input;
        match = output === glob2;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob2, options, posix = options && options.windows) => {
      const regex = glob2 instanceof RegExp ? glob2 : picomatch2.makeRe(glob2, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob2, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob2, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/schemas/nearest.ts
function nearestName(name, candidates) {
  let best;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const longest = Math.max(name.length, candidate.length);
    const limit = Math.min(Math.max(1, Math.floor(longest / 3)), best?.distance ?? Number.POSITIVE_INFINITY);
    if (longest > LONGEST || Math.abs(name.length - candidate.length) > limit) continue;
    const distance2 = distanceOf(name, candidate);
    const closer = best === void 0 || distance2 < best.distance;
    if (distance2 <= limit && distance2 < longest && closer) best = { candidate, distance: distance2 };
  }
  return best?.candidate;
}
var LONGEST = 80;
function distanceOf(left, right) {
  const rows = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + substitution(left[i - 1], right[j - 1])
      );
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[left.length][right.length];
}
function substitution(left, right) {
  if (left === right) return 0;
  return left.toLowerCase() === right.toLowerCase() ? 0.5 : 1;
}

// src/policy/fields.ts
var TYPES = {
  null: "nothing",
  boolean: "true or false",
  number: "a number",
  string: "a text",
  list: "a list",
  object: "a mapping"
};
function keyName(key) {
  const segments = key.split("/").slice(1);
  return segments.map(
    (segment, index) => /^\d+$/.test(segment) ? `[${segment}]` : `${index > 0 ? "." : ""}${segment.replaceAll("~1", "/").replaceAll("~0", "~")}`
  ).join("");
}
function tell(input, code, message, hint, part = "value") {
  input.faults.push({ code, key: input.key, part, message, hint });
}
function wrongType(input, wanted, hint) {
  const name = input.key === "" ? "The policy" : keyName(input.key);
  tell(input, "policy-type", `${name} is ${TYPES[typeOf(input.value)]} where ${wanted} is expected.`, hint);
}
function mapping(fields, required = []) {
  return (input) => {
    const { value } = input;
    const known = Object.keys(fields);
    if (!isObject(value)) return wrongType(input, "a mapping", `Its keys are: ${known.join(", ")}.`);
    const result = {};
    for (const key of Object.keys(value)) {
      const at = { ...input, value: value[key], key: child(input.key, key) };
      if (Object.hasOwn(fields, key)) {
        const read = fields[key](at);
        if (read !== void 0) result[key] = read;
      } else {
        const meant = meantName(key, known);
        const hint = meant === void 0 ? `Known here: ${known.join(", ")}.` : `Write \`${meant}\`. Known here: ${known.join(", ")}.`;
        tell(at, "policy-unknown-key", `${keyName(at.key)} is not a key that Holdfast knows.`, hint, "key");
      }
    }
    for (const key of required) {
      if (Object.hasOwn(value, key)) continue;
      const name = input.key === "" ? "The policy" : keyName(input.key);
      tell(input, "policy-missing-key", `${name} has no \`${key}\`.`, `Add \`${key}\`.`, "value");
    }
    return result;
  };
}
function list(item, example) {
  return (input) => {
    const { value } = input;
    if (!Array.isArray(value))
      return wrongType(input, "a list", `Write it as a list, for example ${example}.`);
    if (value.length === 0) {
      return tell(
        input,
        "policy-type",
        `${keyName(input.key)} is an empty list.`,
        "Add an entry, or remove the key."
      );
    }
    return value.flatMap((each, index) => {
      const read = item({ ...input, value: each, key: child(input.key, index) });
      return read === void 0 ? [] : [read];
    });
  };
}
var text = (input) => {
  const { value } = input;
  if (typeof value !== "string") {
    return wrongType(
      input,
      "a text",
      "Write a text; put quotes around one that looks like a number or a date."
    );
  }
  if (value.trim() === "") {
    return tell(
      input,
      "policy-type",
      `${keyName(input.key)} is an empty text.`,
      "Write a value, or remove the key."
    );
  }
  return value;
};
var flag = (input) => typeof input.value === "boolean" ? input.value : wrongType(input, "true or false", "Write `true` or `false`, without quotes.");
function oneOf(values) {
  return (input) => {
    const value = text(input);
    if (value === void 0) return void 0;
    const found = values.find((each) => each === value);
    if (found !== void 0) return found;
    const meant = meantName(value, values);
    const hint = `${meant === void 0 ? "" : `Write \`${meant}\`. `}Possible values: ${values.join(", ")}.`;
    return tell(input, "policy-type", `${keyName(input.key)} is not one of the possible values.`, hint);
  };
}
function meantName(name, known) {
  const plain = name.toLowerCase().replaceAll("_", "-");
  return known.includes(plain) ? plain : nearestName(plain, known);
}

// src/policy/schema.ts
function schemaFault(name, sha256, remote = sha256 !== void 0) {
  if (sha256 !== void 0 && !/^[0-9a-f]{64}$/i.test(sha256)) {
    return {
      fault: "has a sha256 that is not 64 hexadecimal digits",
      hint: "Take it from `sha256sum FILE`."
    };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return remoteSource(name, sha256);
  if (remote) {
    return {
      fault: "has a sha256 but no https URL",
      hint: "Write a local path alone; it is read from the base commit."
    };
  }
  const path = name.replace(/^(\.\/)+/, "");
  if (path.startsWith("/") || path.includes("\\") || path.split("/").some((part) => part === ".." || part === "")) {
    return {
      fault: "is not a path inside the repository",
      hint: "Write the path from the root: `schemas/app.schema.json`."
    };
  }
  return { source: { kind: "path", path } };
}
function remoteSource(name, sha256) {
  const url = URL.canParse(name) ? new URL(name) : void 0;
  if (url === void 0)
    return { fault: "is not a valid URL", hint: "Write a complete https URL, or a path from the root." };
  if (url.protocol !== "https:") {
    return {
      fault: `uses ${url.protocol}//`,
      hint: "Write an https URL, or keep a copy of the schema in the repository."
    };
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    return {
      fault: "has a user name, a password or a fragment",
      hint: "Write the plain URL of the whole schema."
    };
  }
  return {
    source: { kind: "url", url: name, ...sha256 === void 0 ? {} : { sha256: sha256.toLowerCase() } }
  };
}
function unpinnedSchema(policy) {
  for (const rule of [...policy.critical, ...policy.schemas]) {
    if (rule.schema?.kind !== "url" || rule.schema.sha256 !== void 0) continue;
    const { host } = new URL(rule.schema.url);
    if (!policy.schemaHosts.includes(host)) return { rule: rule.id, host };
  }
  return void 0;
}

// src/policy/families.ts
var PLACEHOLDER = "{environment}";
var TOKENS = /(\{environment\}|\*\*\/|\*+|\?|\\.)/s;
function environmentFamilies(patterns, paths) {
  const compiled = patterns.map(compile);
  const families = /* @__PURE__ */ new Map();
  for (const path of compiled.length === 0 ? [] : paths) {
    const member = memberOf(compiled, path);
    if (member === void 0) continue;
    const family = families.get(member.family);
    if (family === void 0) families.set(member.family, [{ path, environment: member.environment }]);
    else family.push({ path, environment: member.environment });
  }
  return {
    get(path) {
      const member = memberOf(compiled, path);
      if (member === void 0) return void 0;
      const family = families.get(member.family) ?? [];
      const others = family.filter((other) => other.environment !== member.environment);
      return { environment: member.environment, others };
    }
  };
}
function memberOf(patterns, path) {
  for (const [index, { prefix, expression, variable }] of patterns.entries()) {
    const match = path.startsWith(prefix) ? expression.exec(path) : null;
    if (match === null) continue;
    const parts = match.slice(1);
    const [first = 0] = variable;
    const constant = parts.map((part, at) => variable.has(at) ? PLACEHOLDER : part);
    return { environment: parts[first] ?? "", family: `${index}:${constant.join("\n")}` };
  }
  return void 0;
}
function compile(pattern) {
  const tokens = pattern.split(TOKENS).filter((token) => token !== "");
  const variable = /* @__PURE__ */ new Set();
  const sources = tokens.map((token, index) => {
    if (token !== PLACEHOLDER) return `(${sourceOf(token)})`;
    const [first] = variable;
    variable.add(index);
    if (first !== void 0) return `(\\${first + 1})`;
    const whole = (tokens[index - 1] ?? "/").endsWith("/") && tokens[index + 1]?.startsWith("/") === true;
    return whole ? "([^/]+)" : "([^/.]+)";
  });
  const prefix = tokens[0] === void 0 || TOKENS.test(tokens[0]) ? "" : tokens[0];
  return { prefix, expression: new RegExp(`^${sources.join("")}$`, "s"), variable };
}
function sourceOf(token) {
  if (token === "**/") return "(?:[^/]+/)*";
  if (token === "**") return ".+";
  if (token.startsWith("*")) return "[^/]*";
  if (token === "?") return "[^/]";
  const literal = token.startsWith("\\") ? token.slice(1) : token;
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
function environmentFault(pattern) {
  const rest = pattern.replaceAll(PLACEHOLDER, "").replace(/\\./gs, "");
  if (!pattern.includes(PLACEHOLDER)) {
    return {
      fault: "does not say where the environment's name stands",
      hint: "Write `{environment}` in its place: `config/{environment}.yml`."
    };
  }
  if (/[{}[\]()!|]/.test(rest) || rest.includes("\\")) {
    return {
      fault: "holds a special character that has no meaning here",
      hint: "Besides `{environment}`, only `*`, `**` and `?` are special; write a backslash before others."
    };
  }
  if (/^\.?\//.test(pattern) || pattern.split("/").some((part) => part === ".." || part === "")) {
    return {
      fault: "is no path from the root",
      hint: "Write `config/{environment}.yml`, without a slash in front."
    };
  }
  return void 0;
}

// src/policy/globs.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
var OPTIONS = { dot: true, windows: false, nonegate: true, flags: "s", debug: true, strictBrackets: true };
var SPECIAL = /[\\*?[\]{}()!+@|"^$]/;
function globMatcher(globs2) {
  const included = globs2.filter((glob2) => !glob2.startsWith("!")).map(compile2);
  const excluded = globs2.filter((glob2) => glob2.startsWith("!")).map((glob2) => compile2(glob2.slice(1)));
  return (path) => included.some((matches) => matches(path)) && !excluded.some((matches) => matches(path));
}
function compile2(glob2) {
  const literal = literalPath(glob2);
  if (literal !== void 0) {
    const directory = literal.endsWith("/") ? literal : `${literal}/`;
    return (path) => path === literal || path.startsWith(directory);
  }
  const pattern = expressionOf(glob2);
  if (pattern === void 0) return () => false;
  const prefix = literalDirectory(glob2);
  return (path) => path === glob2 || path.startsWith(prefix) && pattern.test(path);
}
function literalPath(glob2) {
  return SPECIAL.test(glob2.replace(/\\./gs, "")) ? void 0 : glob2.replace(/\\(.)/gs, "$1");
}
function expressionOf(glob2) {
  try {
    return import_picomatch.default.makeRe(glob2, OPTIONS);
  } catch {
    return void 0;
  }
}
function literalDirectory(glob2) {
  const literal = glob2.slice(0, glob2.search(SPECIAL));
  return literal.slice(0, literal.lastIndexOf("/") + 1);
}
function globFault(text2) {
  const glob2 = text2.startsWith("!") ? text2.slice(1) : text2;
  if (glob2.trim() === "") return { fault: "is empty", hint: "Write a path or a glob such as `config/**`." };
  if (text2.startsWith("!(")) {
    return {
      fault: "starts with `!(`",
      hint: "A leading `!` excludes. Write `*` or a directory before `!(\u2026)`."
    };
  }
  if (glob2.startsWith("/") || glob2.startsWith("./")) {
    const relative = glob2.replace(/^(\.?\/)+/, "");
    return {
      fault: "starts with a slash",
      hint: `Paths start at the root of the repository: write \`${relative}\`.`
    };
  }
  if (glob2.split("/").some((part) => part === ".." || part === ".")) {
    return { fault: "holds `.` or `..`", hint: "Write the path from the root of the repository." };
  }
  if (/\/\//.test(glob2)) return { fault: "holds an empty directory name", hint: "Write one slash only." };
  if (/\\[\p{L}\p{N}]/u.test(glob2) || glob2.endsWith("\\")) {
    return {
      fault: "holds a backslash that escapes nothing",
      hint: "Write `/` between directories; a backslash makes the next special character literal."
    };
  }
  if (/(?<![?*+@!\\])\(/.test(glob2)) {
    return {
      fault: "holds a parenthesis",
      hint: "Write a backslash before a parenthesis that belongs to the name: `\\(auth\\)`."
    };
  }
  if (glob2.includes("\\\\\\") && literalPath(glob2) === void 0) {
    return { fault: "holds several backslashes in a row", hint: "Write `?` for each of them." };
  }
  if (literalPath(glob2) === void 0 && expressionOf(glob2) === void 0) {
    return {
      fault: "has a bracket that is not closed, or a range that is not one",
      hint: "Write a backslash before a bracket that belongs to the name: `\\[id\\].yml`."
    };
  }
  return void 0;
}
function escapeGlob(path) {
  return path.replace(/[\\*?[\]{}()!+@|"^$,]/g, "\\$&");
}

// src/policy/values.ts
var FORMATS = [
  "json",
  "jsonc",
  "json5",
  "yaml",
  "toml",
  "ini",
  "dotenv",
  "properties",
  "xml",
  "plist",
  "hcl",
  "text"
];
var format = oneOf(FORMATS);
var glob = (input) => {
  const value = text(input);
  const wrong = value === void 0 ? void 0 : globFault(value);
  if (wrong === void 0) return value;
  return tell(input, "policy-glob", `The glob in ${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
};
var globs = (input) => {
  const one = typeof input.value === "string" ? glob(input) : void 0;
  const all = typeof input.value === "string" ? one === void 0 ? void 0 : [one] : list(glob, "`[config/**]`")(input);
  if (all !== void 0 && all.length > 0 && all.every((each) => each.startsWith("!"))) {
    return tell(
      input,
      "policy-glob",
      `${keyName(input.key)} only excludes files, so it selects none.`,
      "Add a glob without `!`, such as `config/**`."
    );
  }
  return all;
};
function keyPattern(input, part = "value") {
  const value = text(input);
  if (value === void 0) return void 0;
  const parsed = parseKeyPattern(value);
  if ("steps" in parsed) return value;
  const message = `The key pattern in ${keyName(input.key)} ${parsed.fault}.`;
  return tell(input, "policy-pattern", message, parsed.hint, part);
}
var keyPatterns = list((input) => keyPattern(input), "`[issuer, keys.*]`");
var environmentPattern = (input) => {
  const value = text(input);
  const wrong = value === void 0 ? void 0 : environmentFault(value);
  if (wrong === void 0) return value;
  return tell(input, "policy-pattern", `The pattern in ${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
};
var identity = (input) => {
  const { value } = input;
  if (!isObject(value))
    return wrongType(input, "a mapping", "Write `list: key`, for example `upstreams: host`.");
  const entries = Object.keys(value).flatMap((key) => {
    const at = { ...input, value: value[key], key: child(input.key, key) };
    const pattern = keyPattern({ ...at, value: key }, "key");
    const name = text(at);
    return pattern === void 0 || name === void 0 ? [] : [[pattern, name]];
  });
  return Object.fromEntries(entries);
};
var HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i;
var hostName = (input) => {
  const value = text(input);
  if (value === void 0 || HOST.test(value)) return value?.toLowerCase();
  return tell(
    input,
    "policy-type",
    `${keyName(input.key)} is not the name of a host.`,
    "Write the name alone, without `https://` and path: `json.schemastore.org`."
  );
};
var schemaSource = (input) => {
  const { value } = input;
  if (typeof value !== "string" && !isObject(value))
    return wrongType(
      input,
      "a path, a URL, or `url` and `sha256`",
      "Write `schemas/app.schema.json`, or `url:` and `sha256:` below `schema:`."
    );
  const parts = isObject(value) ? mapping({ url: text, sha256: text }, ["url", "sha256"])(input) : { url: text(input) };
  if (parts?.url === void 0) return void 0;
  const source = schemaFault(
    parts.url,
    isObject(value) ? parts.sha256 : void 0,
    isObject(value)
  );
  if ("source" in source) return source.source;
  return tell(input, "policy-schema", `${keyName(input.key)} ${source.fault}.`, source.hint);
};
function shaped(shape, fault, hint) {
  return (input) => {
    const value = text(input);
    if (value === void 0 || shape.test(value)) return value;
    return tell(input, "policy-type", `${keyName(input.key)} ${fault}.`, hint);
  };
}
var people = list(
  shaped(
    /^@[A-Za-z0-9_-]{1,100}(\/[A-Za-z0-9._-]{1,255})?$/,
    "names neither a person nor a team",
    "Write `'@user'` or `'@org/team'`."
  ),
  "`['@org/team']`"
);
var fingerprintStart = shaped(
  /^[0-9a-f]{8,16}$/,
  "is no fingerprint",
  "Copy at least 8 digits of `fingerprint` from the JSON report, in quotes: `'3f9c21d0'`."
);
var day = shaped(
  /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
  "is no day",
  "Write year, month and day: `2027-01-31`."
);

// src/policy/read.ts
var CRITICAL = {
  files: globs,
  service: text,
  schema: schemaSource,
  protect: keyPatterns,
  freeze: keyPatterns,
  sensitive: keyPatterns,
  format,
  identity,
  approvers: people
};
var LABEL = { name: text, role: oneOf(["write", "maintain", "admin"]) };
var ACKNOWLEDGE = {
  label: mapping(LABEL, ["name", "role"]),
  "keep-approval-when-unchanged": flag,
  inconclusive: people
};
var ACCEPT = { finding: fingerprintStart, reason: text, expires: day };
var SCHEMA = { files: globs, schema: schemaSource };
var POLICY = {
  version: readVersion,
  critical: list(mapping(CRITICAL, ["files"]), "`- files: config/**`"),
  environments: list(environmentPattern, "`- config/{environment}.yml`"),
  schemas: list(mapping(SCHEMA, ["files", "schema"]), "`- files: config/**`"),
  "schema-hosts": list(hostName, "`- json.schemastore.org`"),
  "fail-on-severity": oneOf(["error", "warning", "notice"]),
  "warn-only": flag,
  acknowledge: mapping(ACKNOWLEDGE),
  accept: list(mapping(ACCEPT, ["finding", "reason", "expires"]), "`- finding: 3f9c21d0`")
};
async function readPolicy(source, path, origin) {
  const parse = await formatById("yaml").load();
  const parsed = parse(source);
  if (!parsed.ok) {
    return refuse({
      code: "policy-syntax",
      message: `The policy is not valid YAML: ${parsed.problem.detail}`,
      hint: "Correct the YAML; an editor with YAML support shows the place.",
      path,
      place: parsed.problem.place
    });
  }
  const faults = [];
  const value = parsed.values.length === 0 ? null : parsed.values[0];
  const problems = parsed.duplicates.map((duplicate) => ({
    code: "policy-duplicate-key",
    message: `The key at line ${duplicate.place.line} already stands at line ${duplicate.first.line}: one of the two would be ignored.`,
    hint: "Keep one of them, or make one list of both.",
    path,
    place: duplicate.place
  }));
  if (parsed.values.length > 1) faults.push(severalDocuments());
  const policy = toPolicy({ value, key: "", faults }, origin);
  const place = (key, part) => nearestPlace(parsed.place, key, part);
  for (const fault of faults) {
    const at = place(fault.key, fault.part);
    problems.push({
      code: fault.code,
      message: fault.message,
      hint: fault.hint,
      path,
      ...at && { place: at }
    });
  }
  return firstOf(problems) ?? ok(policy);
}
function readVersion(input) {
  if (input.value === 1) return 1;
  input.faults.push({
    code: "policy-version",
    key: input.key,
    part: "value",
    message: `The policy is of version ${JSON.stringify(input.value)}; this Holdfast reads version 1.`,
    hint: "Write `version: 1`, or use the Holdfast for which the policy was written."
  });
  return void 0;
}
function toPolicy(input, origin) {
  const empty = input.value === null || typeof input.value === "object" && Object.keys(input.value).length === 0;
  const fields = (empty ? void 0 : mapping(POLICY)(input)) ?? {};
  const policy = {
    origin,
    critical: (fields.critical ?? []).map((rule, index) => toRule(rule, `critical[${index}]`)),
    schemas: (fields.schemas ?? []).map((rule, index) => toRule(rule, `schemas[${index}]`)),
    environments: fields.environments ?? [],
    schemaHosts: fields["schema-hosts"] ?? []
  };
  if (fields["fail-on-severity"] !== void 0) policy.failOn = fields["fail-on-severity"];
  if (fields["warn-only"] !== void 0) policy.warnOnly = fields["warn-only"];
  if (fields.acknowledge !== void 0) policy.acknowledge = toAcknowledge(fields.acknowledge);
  if (fields.accept !== void 0) policy.accept = fields.accept;
  if (empty || input.faults.length === 0 && policy.critical.length + policy.schemas.length === 0) {
    input.faults.push(guardsNothing());
  }
  const unpinned = input.faults.length === 0 ? unpinnedSchema(policy) : void 0;
  if (unpinned !== void 0) input.faults.push(unpinnedFault(unpinned));
  return policy;
}
function toAcknowledge(read) {
  return {
    ...read.label && { label: read.label },
    keepWhenUnchanged: read["keep-approval-when-unchanged"] ?? false,
    inconclusive: read.inconclusive ?? []
  };
}
function toRule(read, id) {
  const {
    files = [],
    service,
    format: format2,
    schema,
    protect = [],
    freeze = [],
    sensitive = [],
    identity: identity2 = {},
    approvers
  } = read;
  const rule = { id, files, protect, freeze, sensitive, identity: identity2 };
  if (service !== void 0) rule.service = service;
  if (format2 !== void 0) rule.format = format2;
  if (schema !== void 0) rule.schema = schema;
  if (approvers !== void 0) rule.approvers = approvers;
  return rule;
}
function guardsNothing() {
  return {
    code: "policy-empty",
    key: "",
    part: "value",
    message: "The policy guards nothing: it has neither `critical` nor `schemas`.",
    hint: "Declare a critical file: `critical:` and below it `  - files: config/**`."
  };
}
function severalDocuments() {
  return {
    code: "policy-syntax",
    key: "",
    part: "value",
    message: "The policy holds several YAML documents, and only one is allowed.",
    hint: "Remove the `---` between them and make one list of the rules."
  };
}
function unpinnedFault(unpinned) {
  return {
    code: "policy-schema",
    key: `/${unpinned.rule.replace("[", "/").replace("]", "")}/schema`,
    part: "value",
    message: `The schema of ${unpinned.rule} has neither a pinned sha256 nor a listed host, so it may not be fetched.`,
    hint: `Write \`url:\` and \`sha256:\` below \`schema:\`, or list ${unpinned.host} under \`schema-hosts\`.`
  };
}
function nearestPlace(place, key, part) {
  const found = place(key, 0, part);
  if (found !== void 0 || key === "") return found;
  return nearestPlace(place, parentOf(key), part);
}
function firstOf(problems) {
  const order = (problem) => (problem.place?.line ?? 0) * 1e6 + (problem.place?.column ?? 0);
  const [first, ...rest] = problems.toSorted((left, right) => order(left) - order(right));
  if (first === void 0) return void 0;
  if (rest.length === 0) return refuse(first);
  const more = rest.length === 1 ? "one more problem" : `${rest.length} more problems`;
  return refuse({ ...first, message: `${first.message} (and ${more} in this policy)` });
}

// src/policy/locations.ts
var policyPaths = [
  ".github/holdfast.yml",
  ".github/holdfast.yaml",
  "holdfast.yml",
  "holdfast.yaml"
];
async function findPolicy(before, named) {
  const text2 = await findPolicyText(before, named === void 0 ? policyPaths : [named]);
  if (text2.ok && text2.value === void 0 && named !== void 0) return refuse(notThere(named));
  if (!text2.ok || text2.value === void 0) return text2;
  return readPolicy(text2.value.text, text2.value.path, { kind: "base", path: text2.value.path });
}
async function findPolicyText(before, paths = policyPaths) {
  const present = [];
  for (const path of paths) {
    const entry2 = await before.entry(path);
    if (!entry2.ok) return entry2;
    if (entry2.value !== void 0) present.push(entry2.value);
  }
  const [entry, second] = present;
  if (entry === void 0) return ok(void 0);
  if (second !== void 0) return refuse(ambiguous(entry.path, second.path));
  if (entry.mode !== "file" && entry.mode !== "executable") return refuse(notAFile(entry));
  for await (const blob of before.read([entry])) {
    if ("refused" in blob) return refuse(unreadable(entry.path, blob.refused));
    const text2 = decode(blob.bytes);
    return text2 === void 0 ? refuse(wrongEncoding(entry.path)) : ok({ path: entry.path, text: text2 });
  }
  return refuse(unreadable(entry.path, "missing"));
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
function ambiguous(first, second) {
  return {
    code: "policy-ambiguous",
    message: `Two policies are present: ${first} and ${second}.`,
    hint: `Keep ${first} and remove the other, so that everybody knows which one holds.`,
    path: second
  };
}
function notThere(path) {
  return {
    code: "policy-missing",
    message: `The base has no policy ${path}.`,
    hint: "The policy is read from the base commit: land it first, in a pull request of its own, or correct the path.",
    path
  };
}
function notAFile(entry) {
  return {
    code: "policy-not-a-file",
    message: `The policy ${entry.path} is a ${entry.mode}, and links are never followed.`,
    hint: "Commit the policy itself as a regular file under this name.",
    path: entry.path
  };
}
function unreadable(path, why) {
  const reasons = {
    missing: "its content is missing from this clone",
    "too-large": "it is too large",
    unreadable: "its content cannot be read"
  };
  return {
    code: "policy-unreadable",
    message: `The policy ${path} cannot be read: ${reasons[why]}.`,
    hint: why === "missing" ? "Fetch the base commit completely (`git fetch --depth=1 origin <base>`), then run again." : "Commit a policy of ordinary size under this name.",
    path
  };
}
function wrongEncoding(path) {
  return {
    code: "policy-encoding",
    message: `The policy ${path} is not UTF-8.`,
    hint: "Save it as UTF-8 and commit it again.",
    path
  };
}

// src/adapters/git/refs.ts
async function resolveCommit(repository, name) {
  if (name === "" || name.startsWith("-") || /[\0-\x1f\x7f]/.test(name)) return refuse(unusable(name));
  if (isObjectId(name.toLowerCase())) {
    const commit = await repository.objects.commit(name.toLowerCase());
    return commit.ok ? ok(commit.value.id) : commit;
  }
  const { gitDir } = repository;
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const output = await runGit({ gitDir, args });
  if (!output.ok) return output;
  const id = output.value.stdout.toString("latin1").trim();
  if (output.value.code === 0 && isObjectId(id)) return ok(id);
  if (output.value.code !== 1) return refuse(gitFailed({ args }, output.value));
  return refuse(name === "HEAD" ? emptyRepository() : await unknownRef(repository, name));
}
async function defaultBranch(repository) {
  const origin = "refs/remotes/origin/";
  const names = [`${origin}main`, `${origin}master`, "refs/heads/main", "refs/heads/master"];
  const found = await listRefs(repository, "%(refname)", [`${origin}HEAD`, ...names]);
  if (!found.ok) return found;
  const name = [`${origin}HEAD`, ...names].find((each) => found.value.includes(each));
  if (name !== void 0) return ok(name);
  return refuse({
    code: "no-default-branch",
    message: "Holdfast found no default branch to compare with: neither origin/HEAD nor main nor master.",
    hint: "Name the commit to compare with: --base REF."
  });
}
async function mergeBase(repository, a, b) {
  const args = ["merge-base", a, b];
  const output = await runGit({ gitDir: repository.gitDir, args });
  if (!output.ok) return output;
  const id = output.value.stdout.toString("latin1").trim();
  if (output.value.code === 0 && isObjectId(id)) return ok(id);
  if (output.value.code !== 1) return refuse(gitFailed({ args }, output.value));
  const message = `The commits ${a} and ${b} have no common ancestor`;
  return refuse(
    repository.shallow ? {
      code: "no-merge-base",
      message: `${message} in this clone, whose history is cut off.`,
      hint: "Fetch more history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout."
    } : {
      code: "no-merge-base",
      message: `${message}: their histories are unrelated.`,
      hint: "Name the commits to compare directly: --base A --head B."
    }
  );
}
async function listRefs(repository, format2, patterns) {
  const args = ["for-each-ref", `--format=${format2}`, ...patterns];
  const output = await gitBytes({ gitDir: repository.gitDir, args });
  return output.ok ? ok(output.value.toString("utf8").split("\n").filter(Boolean)) : output;
}
function unusable(name) {
  return {
    code: "unknown-ref",
    message: name === "" ? "The name of a commit is empty." : `${JSON.stringify(name)} cannot name a commit.`,
    hint: "Give a branch, a tag or a commit id; a branch that starts with `-` as refs/heads/NAME."
  };
}
function emptyRepository() {
  return {
    code: "empty-repository",
    message: "The current branch has no commit yet, so there is nothing to compare.",
    hint: "Commit first, or compare two other commits: --base A --head B."
  };
}
async function unknownRef(repository, name) {
  const refs = await listRefs(repository, "%(refname:short)", ["refs/heads", "refs/remotes", "refs/tags"]);
  const near = nearNames(name, refs.ok ? refs.value : []);
  const shallow = repository.shallow ? " This clone is shallow: the commit may have to be fetched first." : "";
  const hint = near.length > 0 ? `Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?` : "See `git branch --all` and `git tag` for the names that exist.";
  return {
    code: "unknown-ref",
    message: `${JSON.stringify(name)} names no commit of this repository.`,
    hint: `${hint}${shallow}`
  };
}
function nearNames(name, names) {
  const wanted = name.toLowerCase();
  const ranked = names.slice(0, 5e3).map((each) => {
    const other = each.toLowerCase();
    if (other === wanted || other.endsWith(`/${wanted}`) || wanted.endsWith(`/${other}`))
      return { each, rank: 0 };
    return {
      each,
      rank: Math.min(distance(wanted, other), distance(wanted, other.replace(/^origin\//, "")))
    };
  });
  const most = wanted.length < 3 ? 1 : wanted.length < 9 ? 2 : 3;
  const close = ranked.filter(({ rank }) => rank <= most);
  return close.sort((one, other) => one.rank - other.rank).slice(0, 3).map(({ each }) => each);
}
function distance(a, b) {
  if (Math.abs(a.length - b.length) > 3 || a.length > 100) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

// src/adapters/git/repository.ts
import { join as join2, resolve as resolve2 } from "node:path";

// src/adapters/git/locate.ts
import { basename, dirname, join, resolve, sep } from "node:path";

// src/adapters/files.ts
import * as fs from "node:fs";
import { promisify } from "node:util";
var lstat2 = promisify(fs.lstat);
var readFile2 = promisify(fs.readFile);
var realpath2 = promisify(fs.realpath);
var stat2 = promisify(fs.stat);

// src/adapters/git/locate.ts
async function isShallow(gitDir) {
  return (await readText(join(await commonDirectory(gitDir), "shallow")) ?? "") !== "";
}
async function findRepository(start) {
  const from = await realpath2(start).catch(() => void 0);
  let bare;
  for (let at = from; at !== void 0; at = at === dirname(at) ? void 0 : dirname(at)) {
    const dotGit = await followGitFile(join(at, ".git"));
    if (dotGit === "broken") return refuse(notARepository(at));
    if (dotGit !== void 0 && await isGitDirectory(dotGit)) {
      if (bare !== void 0 && !`${bare}${sep}`.startsWith(`${dotGit}${sep}`)) return refuse(embedded(bare));
      return ok({ gitDir: dotGit, workTree: at });
    }
    if (await isGitDirectory(at)) bare ??= at;
  }
  return bare === void 0 ? refuse(notARepository(start)) : ok({ gitDir: bare });
}
async function namedRepository(path) {
  for (const candidate of [path, join(path, ".git")]) {
    const gitDir = await followGitFile(candidate);
    if (gitDir === void 0 || gitDir === "broken" || !await isGitDirectory(gitDir)) continue;
    return ok(basename(candidate) === ".git" ? { gitDir, workTree: dirname(candidate) } : { gitDir });
  }
  return refuse(notARepository(path));
}
async function followGitFile(path) {
  const found = await stat2(path).catch(() => void 0);
  if (found?.isDirectory()) return path;
  if (!found?.isFile() || basename(path) !== ".git") return void 0;
  const target = found.size < 64 * 1024 && /^gitdir: (.+?)[\r\n]*$/.exec(await readText(path) ?? "")?.[1];
  if (!target) return "broken";
  const directory = resolve(dirname(path), target);
  return await isGitDirectory(directory) ? directory : "broken";
}
async function isGitDirectory(path) {
  const common = await commonDirectory(path);
  const wanted = [join(path, "HEAD"), join(common, "objects"), join(common, "refs")];
  const found = await Promise.all(wanted.map((each) => lstat2(each).catch(() => void 0)));
  return found.every((each) => each !== void 0);
}
async function commonDirectory(gitDir) {
  const common = (await readText(join(gitDir, "commondir")))?.trim();
  return common === void 0 || common === "" ? gitDir : resolve(gitDir, common);
}
function readText(path) {
  return readFile2(path, "utf8").catch(() => void 0);
}
function notARepository(directory) {
  return {
    code: "not-a-repository",
    message: `There is no git repository in \`${directory}\` or above it.`,
    hint: "Run Holdfast inside a clone, or name one with --git-dir. In a workflow, run actions/checkout first."
  };
}
function embedded(directory) {
  return {
    code: "embedded-repository",
    message: `\`${directory}\` is a bare repository inside the files of another repository.`,
    hint: "Run Holdfast outside of it, or name the repository that you mean with --git-dir."
  };
}

// src/adapters/git/fetch.ts
var DEADLINE = 12e4;
var QUIET = [
  "fetch",
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--no-recurse-submodules",
  "--no-auto-maintenance"
];
async function fetchCommits(repository, ids, depth = 1) {
  const { gitDir } = repository;
  const remote = await remoteName(gitDir);
  if (!remote.ok) return remote;
  const wanted = ids.filter(isObjectId);
  const limit = await isShallow(gitDir) ? [`--depth=${depth}`] : [];
  const args = [...QUIET, ...limit, "--end-of-options", remote.value, ...wanted];
  const output = await online({ gitDir, args });
  return output.ok ? ok(void 0) : output;
}
async function fetchObjects(gitDir, ids) {
  const pattern = "^(extensions\\.partialclone|remote\\..*\\.promisor)$";
  const found = await runGit({ gitDir, args: ["config", "-z", "--get-regexp", pattern] });
  if (!found.ok || found.value.code !== 0) return void 0;
  const settings = found.value.stdout.toString("utf8").split("\0");
  const remotes = settings.flatMap((setting) => {
    const [name = "", value = ""] = setting.split("\n");
    if (name.startsWith("extensions.")) return [value];
    return value === "true" ? [name.slice("remote.".length, -".promisor".length)] : [];
  });
  const [remote] = remotes.filter((name) => name !== "");
  if (remote === void 0) return void 0;
  const args = [...QUIET, "--filter=blob:none", "--stdin", "--end-of-options", remote];
  const input = ids.filter(isObjectId).join("\n");
  return (await online({ gitDir, args: ["-c", "fetch.negotiationAlgorithm=noop", ...args], input })).ok;
}
async function remoteRefs(repository, refs) {
  const { gitDir } = repository;
  const remote = await remoteName(gitDir);
  if (!remote.ok) return remote;
  const output = await online({
    gitDir,
    args: ["ls-remote", "--quiet", "--end-of-options", remote.value, ...refs]
  });
  if (!output.ok) return output;
  const found = /* @__PURE__ */ new Map();
  for (const line of output.value.split("\n")) {
    const [id = "", ref = ""] = line.split("	");
    if (refs.includes(ref) && isObjectId(id)) found.set(ref, id);
  }
  return ok(found);
}
async function remoteName(gitDir) {
  const output = await runGit({ gitDir, args: ["remote"] });
  if (!output.ok) return output;
  const names = output.value.stdout.toString("utf8").split("\n").filter(Boolean);
  if (names.includes("origin")) return ok("origin");
  if (names.length === 1 && !names[0].startsWith("-")) return ok(names[0]);
  return refuse({
    code: "no-remote",
    message: "The repository has no remote `origin` to fetch missing commits from.",
    hint: "Fetch the base and the head commit yourself before Holdfast runs."
  });
}
async function online(call) {
  const output = await runGit({ ...call, purpose: "fetch", timeout: DEADLINE });
  if (!output.ok) return output;
  if (output.value.code === 0) return ok(output.value.stdout.toString("utf8"));
  const words = withoutCredentials(output.value.stderr).split("\n").filter(Boolean).slice(-3).join(" ");
  return refuse({
    code: "fetch-failed",
    message: `Git could not fetch from the remote: ${words || `it ended with code ${output.value.code}`}`,
    hint: "Check out with `fetch-depth: 0`; in a private repository keep `persist-credentials: true`."
  });
}

// src/adapters/git/batch-output.ts
function answerReader(largest, give) {
  let header = "";
  let id = "";
  let type = "";
  let size = 0;
  let left = -1;
  let bytes;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left === -1) {
        const end = chunk.indexOf(10, at);
        header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
        if (end === -1) return header.length < 4096;
        at = end + 1;
        const [name, kind, length, ...more] = header.split(" ");
        header = "";
        id = name;
        if (kind === "missing" && length === void 0) {
          if (!give(id, { refused: "missing" })) return false;
          continue;
        }
        if (kind === void 0 || !/^\d{1,15}$/.test(length ?? "") || more.length > 0) return false;
        type = kind;
        size = Number(length);
        left = size + 1;
        bytes = size <= largest ? Buffer.allocUnsafe(size) : void 0;
        continue;
      }
      const taken = Math.min(left, chunk.length - at);
      bytes?.set(chunk.subarray(at, at + Math.min(taken, left - 1)), size + 1 - left);
      at += taken;
      left -= taken;
      if (left > 0) continue;
      left = -1;
      const complete = bytes;
      bytes = void 0;
      if (!give(id, complete ? { type, bytes: complete } : { refused: "too-large", size })) return false;
    }
    return true;
  };
}

// src/adapters/git/process.ts
function stop(process2) {
  process2.kill("SIGKILL");
  for (const pipe of [process2.stdin, process2.stdout, process2.stderr]) pipe?.destroy();
}
function hold(process2, needed) {
  const handles = [process2, process2.stdin, process2.stdout, process2.stderr];
  for (const handle of handles) needed ? handle.ref?.() : handle.unref?.();
}

// src/adapters/git/cat-file.ts
var MOST_WAITING = 64 * 1024 * 1024;
var MOST_DEATHS = 8;
function startCatFile(options) {
  const due = [];
  let unsent = [];
  let child2;
  let failure;
  let waitingBytes = 0;
  let readers = 0;
  let deaths = 0;
  let recovering = false;
  let closing = false;
  let heard = false;
  let silentTicks = 0;
  let ended = Promise.resolve();
  const recovered = /* @__PURE__ */ new Set();
  const settle = (ticket, answer) => {
    if (ticket.dropped) return;
    ticket.answer = answer;
    if ("bytes" in answer) waitingBytes += answer.bytes.length;
    ticket.wake?.();
  };
  const refuseAll = () => {
    for (const ticket of due.splice(0)) settle(ticket, { refused: "unreadable" });
    unsent = [];
  };
  const start = () => {
    let process2;
    try {
      process2 = options.start();
    } catch (error) {
      failure = notStarted(error);
      return;
    }
    child2 = process2;
    let garbled = false;
    const accept = answerReader(options.largest, (id, answer) => {
      if (due[0]?.id !== id) return false;
      settle(due.shift(), answer);
      return true;
    });
    process2.stdin.on("error", () => {
    });
    process2.stderr.resume();
    process2.stdout.on("data", (chunk) => {
      heard = true;
      if (garbled) return;
      if (!accept(chunk)) {
        garbled = true;
        stop(process2);
      }
      if (waitingBytes > MOST_WAITING && readers === 0) process2.stdout.pause();
      if (due.length === 0) hold(process2, false);
    });
    ended = new Promise((resolve3) => {
      process2.on("error", (error) => {
        failure = notStarted(error);
        child2 = void 0;
        refuseAll();
        resolve3();
      });
      process2.on("close", () => {
        resolve3();
        if (child2 === process2) void died();
      });
    });
    hold(process2, false);
  };
  const died = async () => {
    child2 = void 0;
    unsent = [];
    if (closing || failure !== void 0) return refuseAll();
    deaths += 1;
    const first = due[0];
    if (first !== void 0) {
      recovering = true;
      const again = recovered.has(first.id) ? false : await options.recover?.(first.id);
      recovering = false;
      if (again) {
        recovered.add(first.id);
        deaths -= 1;
      } else {
        due.shift();
        settle(first, { refused: again === void 0 ? "unreadable" : "missing" });
      }
    }
    if (closing) return refuseAll();
    if (deaths >= MOST_DEATHS) failure ??= tooManyDeaths();
    if (failure !== void 0) return refuseAll();
    if (due.length > 0) {
      unsent = [...due];
      send();
    }
  };
  const send = () => {
    if (recovering || unsent.length === 0) return;
    if (child2 === void 0) start();
    if (child2 === void 0) return refuseAll();
    const questions = unsent.map((ticket) => `${ticket.id}
`).join("");
    unsent = [];
    hold(child2, true);
    child2.stdin.write(questions);
  };
  const watch = setInterval(() => {
    const waits = child2 !== void 0 && due.length > 0 && !child2.stdout.isPaused();
    silentTicks = waits && !heard ? silentTicks + 1 : 0;
    heard = false;
    if (silentTicks >= 6 && child2) stop(child2);
  }, options.silence / 6);
  watch.unref();
  const resume = () => {
    if (child2?.stdout?.isPaused()) child2.stdout.resume();
  };
  start();
  return {
    ask(id) {
      const ticket = { id };
      if (failure !== void 0 || closing) {
        ticket.answer = { refused: "unreadable" };
        return ticket;
      }
      due.push(ticket);
      unsent.push(ticket);
      if (unsent.length === 1) queueMicrotask(send);
      return ticket;
    },
    async take(ticket) {
      if (ticket.answer === void 0) {
        readers += 1;
        resume();
        await new Promise((resolve3) => {
          ticket.wake = resolve3;
        });
        readers -= 1;
      }
      const answer = ticket.answer;
      if ("bytes" in answer) waitingBytes -= answer.bytes.length;
      if (waitingBytes <= MOST_WAITING) resume();
      return answer;
    },
    drop(ticket) {
      if (ticket.answer !== void 0 && "bytes" in ticket.answer) waitingBytes -= ticket.answer.bytes.length;
      ticket.dropped = true;
      resume();
    },
    failure: () => failure,
    async close() {
      closing = true;
      clearInterval(watch);
      const process2 = child2;
      if (process2 !== void 0) {
        hold(process2, true);
        resume();
        if (due.length > 0) stop(process2);
        else process2.stdin.end();
        const force = setTimeout(() => stop(process2), 2e3);
        await ended;
        clearTimeout(force);
      }
      refuseAll();
    }
  };
}
function tooManyDeaths() {
  return {
    code: "repository-unreadable",
    message: "git cat-file ended again and again while it read objects.",
    hint: "Run `git fsck` in the repository; clone it again when it is damaged."
  };
}

// src/adapters/git/objects.ts
var AHEAD_BYTES = 16 * 1024 * 1024;
var MOST_AHEAD = 512;
var MOST_TAGS = 8;
var MOST_TREES = 256;
function openObjects(options) {
  const { gitDir, fetchMissing } = options;
  const readers = /* @__PURE__ */ new Set();
  const catFile = startCatFile({
    start: () => startGit({ gitDir, args: ["cat-file", "--batch"] }),
    largest: options.largest ?? 50 * 1024 * 1024,
    silence: options.silence ?? 6e4,
    ...fetchMissing && {
      recover: (id) => fetchMissing([.../* @__PURE__ */ new Set([id, ...[...readers].flatMap((rest) => rest())])])
    }
  });
  const trees = /* @__PURE__ */ new Map();
  const ask = (id) => isObjectId(id) ? catFile.ask(id) : { id, answer: { refused: "missing" } };
  const object = async (id, wanted) => {
    const answer = await catFile.take(ask(id));
    if ("bytes" in answer) return ok(answer);
    return refuse(catFile.failure() ?? notReadable(id, wanted, answer.refused));
  };
  const commit = async (id) => {
    let name = id;
    for (let tags = 0; tags <= MOST_TAGS; tags++) {
      const found = await object(name, "commit");
      if (!found.ok) return found;
      const { type, bytes } = found.value;
      if (type === "commit") return parseCommit(name, bytes);
      const target = type === "tag" ? /^object ([0-9a-f]+)\n/.exec(bytes.toString("latin1", 0, 80)) : null;
      if (target === null) break;
      name = target[1];
    }
    return refuse({
      code: "not-a-commit",
      message: `The object ${id} is not a commit.`,
      hint: "Name a commit, a branch or a tag of a commit."
    });
  };
  const tree = (id) => {
    const known = trees.get(id);
    if (known) return known;
    if (trees.size >= MOST_TREES) trees.clear();
    const reading = object(id, "tree").then(
      (found) => found.ok ? parseTree(id, found.value.type, found.value.bytes) : found
    );
    trees.set(id, reading);
    return reading;
  };
  return {
    async *read(ids) {
      const tickets = [];
      let asked = 0;
      let seen = 0;
      let bytes = 0;
      const rest = () => ids.slice(seen);
      readers.add(rest);
      try {
        for (; seen < ids.length; seen++) {
          const average = Math.max(1, bytes / Math.max(1, seen));
          const ahead = Math.max(2, Math.min(MOST_AHEAD, 64 + 2 * seen, AHEAD_BYTES / average));
          while (asked < ids.length && asked - seen < ahead) tickets.push(ask(ids[asked++]));
          const id = ids[seen];
          const answer = await catFile.take(tickets.shift());
          if ("bytes" in answer) bytes += answer.bytes.length;
          yield toBlob(id, answer);
        }
      } finally {
        readers.delete(rest);
        for (const ticket of tickets) catFile.drop(ticket);
      }
    },
    commit,
    async pathEntry(commitId, path) {
      const found = await commit(commitId);
      if (!found.ok) return found;
      const segments = path.split("/");
      let id = found.value.tree;
      for (const [index, segment] of segments.entries()) {
        const directory = await tree(id);
        if (!directory.ok) return directory;
        const entry = directory.value.get(segment);
        if (entry === void 0) return ok(void 0);
        if (index < segments.length - 1) {
          if (!isTreeMode(entry.mode)) return ok(void 0);
          id = entry.id;
          continue;
        }
        const mode = entryMode(entry.mode);
        return ok(mode === void 0 ? void 0 : { path, mode, id: entry.id });
      }
      return ok(void 0);
    },
    close: () => catFile.close()
  };
}
function toBlob(id, answer) {
  if ("refused" in answer) return { id, ...answer };
  return answer.type === "blob" ? { id, bytes: answer.bytes } : { id, refused: "unreadable" };
}

// src/adapters/git/repository.ts
async function openRepository(options) {
  const start = resolve2(options.directory);
  const location = options.gitDir === void 0 ? await findRepository(start) : await namedRepository(resolve2(start, options.gitDir));
  if (!location.ok) return location;
  const { gitDir } = location.value;
  const objects = openObjects({ gitDir, fetchMissing: (ids) => fetchObjects(gitDir, ids) });
  const [config, shallow] = await Promise.all([
    readText(join2(await commonDirectory(gitDir), "config")),
    isShallow(gitDir)
  ]);
  return ok({
    ...location.value,
    shallow,
    objectFormat: /^\s*objectformat\s*=\s*"?sha256/im.test(config ?? "") ? "sha256" : "sha1",
    objects,
    close: () => objects.close()
  });
}

export {
  require_picomatch2 as require_picomatch,
  globMatcher,
  globFault,
  escapeGlob,
  schemaFault,
  unpinnedSchema,
  nearestName,
  environmentFamilies,
  readPolicy,
  policyPaths,
  findPolicy,
  findPolicyText,
  readFile2 as readFile,
  resolveCommit,
  defaultBranch,
  mergeBase,
  fetchCommits,
  remoteRefs,
  openRepository
};
