import type { Content } from '../effect.ts';
import { joined, literalOf, type Text } from '../text.ts';
import { contentOf } from './content.ts';
import type { Input } from './input.ts';
import { asWritten } from './nested.ts';
import type { CommandNode, Redirection } from './parse.ts';
import { locationsOf, record } from './record.ts';
import type { Run, Site } from './state.ts';
import { expandText, textsOf } from './words.ts';

const PAGE = 'https://www.gnu.org/software/bash/manual/html_node/Redirections.html';
const WRITES = new Set(['>', '>|', '&>', '>&', '>>', '&>>']);

/** `{ …; } > file` and the like: the commands, then what their output is written to. */
export function runRedirected(
  run: Run,
  { command, redirects }: Extract<CommandNode, { type: 'Redirected' }>,
  input: Input | undefined,
): void {
  const given = inputOf(run, redirects, input);
  const text = (redirect: Redirection) => `… ${asWritten(run.frame, redirect)}`;
  const printed = captured(run, redirects, () => run.machine.interpreter.node(run, command, given));
  for (const redirect of redirects) {
    recordRedirect(
      run,
      redirect,
      { pos: redirect.pos, end: redirect.end, text: text(redirect) },
      {
        reads: given?.reads ?? [],
        content: printed && contentOf(run, printed, false),
      },
    );
  }
}

/** Runs commands; gives what they print where it goes to a file, and not to the reader of the script's output. */
export function captured(
  run: Run,
  redirects: readonly Redirection[],
  body: () => void,
): readonly Text[] | undefined {
  if (!redirects.some(takesOutput)) {
    body();
    return undefined;
  }
  const outer = run.state.output;
  run.state.output = [[]];
  body();
  const printed = run.state.output;
  run.state.output = outer;
  return printed;
}

function takesOutput(redirect: Redirection): boolean {
  if (redirect.type !== 'Redirect' || !WRITES.has(redirect.operator)) return false;
  const { descriptor } = redirect;
  return descriptor === undefined || (descriptor.type === 'FileDescriptor' && descriptor.value === 1);
}

/** Records what a redirection does to its file. `&1` and the like are no files. */
export function recordRedirect(
  run: Run,
  redirect: Redirection,
  site: Site,
  known: { reads: readonly Text[]; content: Content | undefined },
): void {
  if (redirect.type !== 'Redirect' || redirect.target === undefined || !WRITES.has(redirect.operator)) return;
  const targets = expandText(run, redirect.target);
  if (redirect.operator === '>&' && targets.some((target) => /^\d*-?$/.test(literalOf(target) ?? 'x')))
    return;
  const appends = redirect.operator.endsWith('>>');
  record(run, site, {
    command: redirect.operator,
    op: appends ? 'append' : 'truncate',
    targets,
    is: 'path',
    tree: false,
    sources: [],
    reads: appends ? [] : known.reads,
    rule: 'redirect-over-config',
    page: PAGE,
    safer: appends ? [] : [{ kind: 'temporary' }],
    ...(known.content && takesOutput(redirect) && { content: known.content }),
  });
}

/** What a command finds on its standard input: a file, a heredoc, a here-string, or what the pipeline gives. */
export function inputOf(
  run: Run,
  redirects: readonly Redirection[],
  input: Input | undefined,
): Input | undefined {
  let given = input;
  for (const redirect of redirects) {
    const reads = given?.reads ?? [];
    if (redirect.type === 'HereDoc') {
      const { body, delimiter } = redirect;
      const texts = delimiter?.quoted || body.parts === undefined ? [[body.text]] : textsOf(run, body.parts);
      given = { texts: texts.map((text) => joined(text)), reads, at: body };
    } else if (redirect.target !== undefined && redirect.operator === '<<<') {
      given = { texts: expandText(run, redirect.target), reads, at: redirect.target };
    } else if (redirect.target !== undefined && (redirect.operator === '<' || redirect.operator === '<>')) {
      const files = locationsOf(run, expandText(run, redirect.target), 'path', undefined);
      given = { texts: undefined, reads: [...reads, ...files], at: redirect.target };
    }
  }
  return given;
}
