import type { Path } from '../model/path.ts';
import type { SyntaxProblem } from './document.ts';

const SUFFIX = /\.(?:j2|jinja|jinja2|erb|tpl|tmpl|gotmpl|mustache|hbs|handlebars|liquid|ejs)$/i;
/** Helm renders everything in a chart's `templates` directory; there is no way to see Chart.yaml from a path. */
const HELM = /(?:^|\/)templates\/(?:.+\/)?[^/]+\.(?:ya?ml|tpl|txt|json)$/i;

/** True when the path says that the file is rendered before anybody reads it. */
export function isTemplatePath(path: Path, text: string): boolean {
  return SUFFIX.test(path) || (HELM.test(path) && hasTemplateTags(text));
}

/** The path of what a template gives: `app.yaml` for `app.yaml.j2`. */
export function renderedPath(path: Path): Path {
  return path.replace(SUFFIX, '');
}

/** `{{ … }}` but not a GitHub expression `${{ … }}`; `{% … %}`, `{# … #}`; `<% … %>`. */
const TAG_START = /(?<!\$)\{\{|\{%|\{#|<%/;
const TAG_ENDS: Record<string, string> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>' };
/** A line that begins with a tag, or has one where a bare value stands: no data format reads it as it is meant. */
const BARE_TAG = /^\s*(?:- +)?(?:[^\s"'#]+\s*[:=]\s*)?(?:(?<!\$)\{\{|\{%|\{#|<%)/;

export function hasTemplateTags(text: string): boolean {
  return TAG_START.test(text);
}

/** True when the problem stands at, or up to three lines after, a tag that is not inside of a text. */
export function standsAtTag(text: string, problem: SyntaxProblem): boolean {
  const lines = text.split('\n', problem.place.line);
  return lines.slice(-4).some((line) => BARE_TAG.test(line));
}

/**
 * The text as a parser would see it after rendering, as far as that can be guessed without rendering: tags
 * that only direct, or stand alone on their lines, are blanked, others become a number, which may stand
 * wherever a value may. Lines keep their numbers.
 */
export function withoutTags(text: string): string {
  const starts = new RegExp(TAG_START, 'g');
  const parts: string[] = [];
  let done = 0;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const close = TAG_ENDS[match[0]]!;
    const closed = text.indexOf(close, match.index + 2);
    if (closed === -1) break;
    const end = closed + close.length;
    const tag = text.slice(match.index, end);
    const directs = match[0] === '{%' || match[0] === '{#' || (match[0] === '<%' && tag[2] !== '=');
    const alone = beginsLine(text, match.index, done) && endsLine(text, end);
    parts.push(text.slice(done, match.index), blank(tag, directs || alone ? ' ' : '1'));
    done = end;
    starts.lastIndex = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** The tag's first line is filled, further lines are empty. */
function blank(tag: string, filler: string): string {
  const [first = '', ...more] = tag.split('\n');
  return [filler.repeat(first.length), ...more.map((line) => ' '.repeat(line.length))].join('\n');
}

/** Only blanks stand between the line's start, or the tag before, and this tag. */
function beginsLine(text: string, offset: number, previousEnd: number): boolean {
  let at = offset - 1;
  while (at >= previousEnd && isBlank(text.charCodeAt(at))) at -= 1;
  return at < 0 || text.charCodeAt(at) === 10 || (at < previousEnd && previousEnd > 0);
}

function endsLine(text: string, end: number): boolean {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at >= text.length || text.charCodeAt(at) === 10 || TAG_START.test(text.slice(at, at + 2));
}

/** A space, a tab or a carriage return. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
