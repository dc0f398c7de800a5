import type { Path } from '../../model/path.ts';
import { quotingIn } from './quoting.ts';
import { unknown } from './source.ts';
import type { Hole } from './stand-ins.ts';

const SUFFIX = /\.(?:j2|jinja2?|erb|tpl|tmpl|gotmpl|mustache|ejs|epp)$/i;

/** By its path, the file is rendered before anything reads it. Ansible's roles and Helm keep such files in one folder. */
export function isTemplate(path: Path): boolean {
  return SUFFIX.test(path) || /(?:^|\/)templates\//.test(path);
}

/** `deploy.sh` of `deploy.sh.j2`. */
export function renderedName(path: Path): Path {
  return path.replace(SUFFIX, '');
}

const OPENS = /(?<!\$)\{\{|\{%|\{#|<%/g;
const CLOSES: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>' };
/** Longer than any tag in real files. */
const LONGEST = 500;
/** How far back a line is looked at. */
const LONGEST_LINE = 300;
/** Words that direct in Go's templates, and close a section in Mustache. */
const DIRECTS =
  /^\{\{-?\s*(?:(?:if|else|end|range|with|define|block|template|include|break|continue)\b|[#/^!>]|\$\w+\s*:?=)/;
/** A name with filters, as in Jinja. `{{.Name}}` in a plain script is for docker's or kubectl's own templates. */
const PLAIN_VALUE = /^\{\{-?\s*[A-Za-z_][\w.]*(?:\s*\|[^}]*)?\s*-?\}\}$/;
const ASKS_FOR_FORMAT = /(?:--format|--template|go-template|\s-f\b|\s-o\b)[^\n]*$/;

/**
 * What is left of a shell source when its template is rendered: tags that direct are blanked (`{% if %}`), those that
 * give a value are holes. In a file that is no template by its path, only tags outside of texts count, so that
 * `docker ps --format '{{.Names}}'` stays what it is.
 */
export function templateHoles(path: Path, source: string): { source: string; holes: Hole[] } {
  const named = isTemplate(path);
  if (!named && !/(?<!\$)\{\{|^\s*\{%|<%/m.test(source)) return { source, holes: [] };
  const kindAt = named ? () => undefined : quotingIn(source, []);
  const holes: Hole[] = [];
  const parts: string[] = [];
  let done = 0;
  for (const { index: start, 0: opens } of source.matchAll(OPENS)) {
    const close = start < done ? -1 : source.slice(start, start + LONGEST).indexOf(CLOSES[opens]!, 2);
    if (close === -1) continue;
    const end = start + close + 2;
    const tag = source.slice(start, end);
    const gives = (tag.startsWith('{{') && !DIRECTS.test(tag)) || tag.startsWith('<%=');
    if (!named && !isPlainTag(source, start, tag, kindAt(start))) continue;
    if (gives) {
      holes.push({ start, end, text: [unknown(nameOf(tag))] });
      parts.push(source.slice(done, end));
    } else {
      parts.push(source.slice(done, start), tag.replace(/[^\n]/g, ' '));
    }
    done = end;
  }
  parts.push(source.slice(done));
  return { source: parts.join(''), holes };
}

function isPlainTag(source: string, start: number, tag: string, kind: string | undefined): boolean {
  if (kind !== undefined) return false;
  const before = source.slice(Math.max(0, start - LONGEST_LINE), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (tag.startsWith('{%') || tag.startsWith('<%')) return line.trim() === '';
  return PLAIN_VALUE.test(tag) && !DIRECTS.test(tag) && !ASKS_FOR_FORMAT.test(line);
}

function nameOf(tag: string): string {
  const inner = tag.slice(2, -2).replace(/^[-=+~&{]+|[-+~}]+$/g, '');
  return inner.replace(/\s+/g, ' ').trim().slice(0, 80);
}
