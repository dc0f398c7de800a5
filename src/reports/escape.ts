import type { Json } from '../model/json.ts';
import { hex, UNSEEN, visible } from '../model/visible.ts';

export { plainLine, visible } from '../model/visible.ts';

/**
 * Text whose lines the Actions runner takes for plain text: it reads `::command` at the start of a trimmed
 * line, and `##[command]` anywhere in one (actions/runner, ActionCommand.cs).
 */
export function inert(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\x3a').replaceAll('##[', '#\\x23[');
}

/** Besides Markdown's and HTML's own: `$` (math), `@`, `#`, and what makes a link of plain text. */
const MARKUP = /[\\`*_[\]<>&#|~$@]|:(?=\/\/)|(?<=mailto|xmpp):|(?<=www)\./gi;

/** Plain text for the inside of an HTML element in Markdown: shown as it is, with nothing to interpret. */
function entities(text: string): string {
  return visible(text).replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Plain text as inline Markdown. GitHub looks for mentions, issues and links in the rendered text too, so an
 * entity is not enough for these: a zero-width space parts them, as other bots do it.
 */
export function markdownText(text: string): string {
  return entities(text)
    .replace(/(&#64;|&#35;)(?=[\p{L}\p{N}_-])/gu, '$1&#8203;')
    .replace(/&#58;\/\//g, '&#58;&#8203;//')
    .replace(/\b(GH)-(?=\d)/gi, '$1&#8203;-');
}

/** Plain text as inline code, safe in a table's cell too. GitHub neither links nor mentions inside code. */
export function markdownCode(text: string): string {
  return `<code>${entities(text)}</code>`;
}

/** Lines as a fenced block; the fence is one longer than the longest run of backticks inside. */
export function markdownFence(lines: readonly string[], language: string): string {
  const body = lines.map((line) => inert(visible(line)));
  const longest = Math.max(2, ...body.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...body, fence].join('\n');
}

/** The message of a workflow command, as `@actions/core` escapes it. */
export function commandMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * JSON whose text is plain ASCII wherever it could mislead: the same data for every parser, but nothing
 * invisible, and no `##[` that the runner would read as a command.
 */
export function visibleJson(json: string): string {
  return json
    .replace(/##(?=\[)/g, '#\\u0023')
    .replace(UNSEEN, (character) =>
      character === '\n'
        ? character
        : character.replace(/[\s\S]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`),
    );
}

/** Data as JSON of plain ASCII for the inside of an HTML comment, which nothing in it ends. */
export function commentJson(value: Json): string {
  return JSON.stringify(value).replace(/[^\x21-\x7e]|[<>]|--/g, (found) =>
    [...found].map((one) => `\\u${hex(one.charCodeAt(0), 4)}`).join(''),
  );
}
