/** One logical line of a recipe, without its tab: offsets in the file. */
export type RecipeLine = { start: number; end: number };

export type Rule = { targets: string; prerequisites: string; recipe: RecipeLine[] };

/** What a Makefile says, as far as its recipes need it. https://www.gnu.org/software/make/manual/html_node/Makefiles.html */
export type Makefile = {
  /** The last value of each variable, as it is written; `undefined` where it depends on a condition or a command. */
  variables: Map<string, string | undefined>;
  /** Variables of one target, as it is written. */
  own: Map<string, Map<string, string | undefined>>;
  exported: Set<string>;
  exportsAll: boolean;
  oneShell: boolean;
  rules: Rule[];
  /** Offsets of lines that are neither a rule nor an assignment nor a directive. */
  odd: number[];
};

type Reader = Makefile & { text: string; prefix: string; conditions: number; rule: Rule | undefined };

const ASSIGNMENT = /^([A-Za-z_.][\w.-]*)\s*(:{1,3}|\?|\+|!)?=\s*(.*)$/s;
const MODIFIERS = /^(?:(?:override|private|export)\s+)+/;
const DIRECTIVE =
  /^(?:-?include|sinclude|\.include|vpath|undefine|unexport|load|-load|\.(?:if|else|elif|endif|for|endfor|error|warning|info|undef)\w*)\b|^[$@]/;

export function readMakefile(text: string): Makefile {
  const reader: Reader = {
    variables: new Map(),
    own: new Map(),
    exported: new Set(),
    exportsAll: false,
    oneShell: /^\.ONESHELL\s*:/m.test(text),
    rules: [],
    odd: [],
    text,
    prefix: '\t',
    conditions: 0,
    rule: undefined,
  };
  for (let at = 0; at < text.length; ) {
    const end = logicalEnd(text, at);
    if (reader.rule !== undefined && text.startsWith(reader.prefix, at) && end > at + 1) {
      reader.rule.recipe.push({ start: at + reader.prefix.length, end });
      at = end + 1;
    } else {
      at = readLine(reader, at, end);
    }
  }
  return reader;
}

/** The end of a line that may be continued: an odd number of backslashes before the break continues it. */
function logicalEnd(text: string, start: number): number {
  for (let at = start; ; ) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    let slashes = 0;
    while (end - 1 - slashes >= start && text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}

/** @returns where the next line begins. */
function readLine(reader: Reader, start: number, end: number): number {
  const raw = reader.text.slice(start, end);
  const line = withoutComment(raw.replace(/\s*\\\n\s*/g, ' ')).trim();
  const definition = /^(?:override\s+|export\s+)*define\s+([^\s=]+)/.exec(line);
  if (definition !== null) return skipDefinition(reader, definition[1]!, end);
  if (/^(?:ifeq|ifneq|ifdef|ifndef)\b/.test(line)) reader.conditions += 1;
  else if (/^endif\b/.test(line)) reader.conditions = Math.max(0, reader.conditions - 1);
  else if (line !== '' && !/^else\b/.test(line) && !DIRECTIVE.test(line))
    readStatement(reader, line, start, raw);
  else if (DIRECTIVE.test(line)) readOddRule(reader, line, start, raw);
  return end + 1;
}

/** `$(TARGETS): prerequisites` is a rule, `$(info …)` is not. */
function readOddRule(reader: Reader, line: string, start: number, raw: string): void {
  if (line.startsWith('$') && colonOf(line) !== -1) readRule(reader, line, start, raw);
}

function withoutComment(line: string): string {
  const comment = /(?<!\\)#/.exec(line);
  return comment === null ? line : line.slice(0, comment.index);
}

/** The text of a `define` may be anything, recipes included: its name means an unknown value. */
function skipDefinition(reader: Reader, name: string, end: number): number {
  reader.variables.set(name, undefined);
  reader.rule = undefined;
  const close = /^[ \t]*endef\b[^\n]*$/gm;
  close.lastIndex = end;
  return close.test(reader.text) ? close.lastIndex + 1 : reader.text.length;
}

function readStatement(reader: Reader, line: string, start: number, raw: string): void {
  const modifiers = MODIFIERS.exec(line)?.[0] ?? '';
  const assignment = ASSIGNMENT.exec(line.slice(modifiers.length));
  const exports = /\bexport\b/.test(modifiers);
  if (assignment !== null) {
    const [, name = '', operator, value = ''] = assignment;
    if (name === '.RECIPEPREFIX') reader.prefix = value.trim()[0] ?? '\t';
    assign(reader, reader.variables, { name, operator, value });
    if (exports) reader.exported.add(name);
    reader.rule = undefined;
  } else if (line === 'export') {
    reader.exportsAll = true;
  } else if (exports || /^export\b/.test(line)) {
    for (const name of line.slice('export'.length).trim().split(/\s+/)) reader.exported.add(name);
  } else {
    readRule(reader, line, start, raw);
  }
}

type Assignment = { name: string; operator: string | undefined; value: string };

function assign(
  { conditions }: Reader,
  variables: Map<string, string | undefined>,
  { name, operator, value }: Assignment,
): void {
  const before = variables.get(name);
  if (operator === '!') variables.set(name, undefined);
  else if (operator === '+') variables.set(name, variables.has(name) ? appended(before, value) : value);
  else if (operator !== '?' || !variables.has(name)) {
    variables.set(name, conditions > 0 && before !== value ? undefined : value);
  }
}

function appended(before: string | undefined, value: string): string | undefined {
  return before === undefined ? undefined : `${before} ${value}`.trim();
}

function readRule(reader: Reader, line: string, start: number, raw: string): void {
  const colon = colonOf(line);
  if (colon === -1) {
    reader.rule = undefined;
    reader.odd.push(start);
    return;
  }
  const targets = line.slice(0, colon).replace(/&$/, '').trim();
  const rest = line.slice(colon).replace(/^:+/, '').trim();
  const own = ASSIGNMENT.exec(rest.replace(MODIFIERS, ''));
  if (own !== null) {
    const variables = reader.own.get(targets) ?? new Map<string, string | undefined>();
    reader.own.set(targets, variables);
    const [, name = '', operator, value = ''] = own;
    assign(reader, variables, { name, operator, value });
    return;
  }
  const semicolon = rest.indexOf(';');
  const prerequisites = (semicolon === -1 ? rest : rest.slice(0, semicolon))
    .replace(/^.*(?<!:):(?!:)/, '')
    .trim();
  reader.rule = { targets, prerequisites, recipe: [] };
  reader.rules.push(reader.rule);
  const inRaw = semicolon === -1 ? -1 : raw.indexOf(';');
  if (inRaw !== -1) reader.rule.recipe.push({ start: start + inRaw + 1, end: start + raw.length });
}

/** The colon behind the targets, not one in a reference or of an assignment. */
function colonOf(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '(' || character === '{') depth += 1;
    else if (character === ')' || character === '}') depth -= 1;
    else if (character === ':' && depth <= 0 && line[at - 1] !== '\\') return at;
  }
  return -1;
}
