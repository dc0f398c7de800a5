import type { Severity } from '../findings/finding.ts';
import type { Decision } from '../verdict/decision.ts';
import { commandMessage, commandProperty, plainLine } from './escape.ts';
import { describe, plural } from './messages.ts';
import type { Report } from './report.ts';

/** GitHub shows ten annotations of each kind per step, and cuts messages (actions/runner, GitHub's docs). */
const MOST_OF_A_KIND = 10;
const LONGEST_MESSAGE = 4096;
const LONGEST_TITLE = 200;

type Annotation = {
  severity: Severity;
  path: string;
  line?: number;
  column?: number;
  title: string;
  text: string;
};

/** Annotations as workflow commands, one per line: the worst ten of each severity. Nothing else is printed. */
export const githubReport: Report = (decision) => {
  const all = [...unseen(decision), ...found(decision)];
  const lines = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const these = all.filter((annotation) => annotation.severity === severity);
    const shown = these.slice(0, MOST_OF_A_KIND);
    const left = these.length - shown.length;
    return shown.map((annotation, index) => {
      const note =
        left > 0 && index === shown.length - 1
          ? `\n\n${plural(left, `more ${severity}`)} could not be shown here: see the job summary.`
          : '';
      return command(annotation, note);
    });
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
};

/**
 * Text for the runner's log in which no line is a command; `token` must be new and not guessable in each run.
 */
export function guarded(text: string, token: string): string {
  return `::stop-commands::${token}\n${text.endsWith('\n') || text === '' ? text : `${text}\n`}::${token}::\n`;
}

function found({ findings, base }: Decision): Annotation[] {
  return findings.map((finding) => {
    const { what, why, fix, title } = describe(finding, base);
    const annotation: Annotation = {
      severity: finding.severity,
      path: finding.path,
      title,
      text: [what, why, fix].map(plainLine).join('\n'),
    };
    if (finding.line === undefined) return annotation;
    if (finding.side === 'before') {
      return { ...annotation, text: `${annotation.text}\nIt stood at line ${finding.line} of the old file.` };
    }
    const column = finding.column === undefined ? {} : { column: finding.column };
    return { ...annotation, line: finding.line, ...column };
  });
}

/** What blocks without being a finding has to be seen as well. */
function unseen({ notLookedAt }: Decision): Annotation[] {
  return notLookedAt.map((item) => ({
    severity: item.blocks ? 'error' : 'notice',
    path: item.path,
    ...(item.line === undefined ? {} : { line: item.line }),
    title: `Not looked at: ${item.reason}`,
    text: [item.detail, item.hint].map(plainLine).join('\n'),
  }));
}

function command({ severity, path, line, column, title, text }: Annotation, note: string): string {
  // A name that cannot stand in the log as it is would point nowhere: it is told in the message instead.
  const named = path !== '' && plainLine(path) === path;
  const whole = named ? text : `${plainLine(path)}\n${text}`;
  const properties = [
    ...(named ? [`file=${commandProperty(path)}`] : []),
    ...(line === undefined || !named ? [] : [`line=${line}`]),
    ...(column === undefined || !named ? [] : [`col=${column}`]),
    `title=${commandProperty(shorten(plainLine(title), LONGEST_TITLE))}`,
  ];
  return `::${severity} ${properties.join(',')}::${commandMessage(shorten(whole, LONGEST_MESSAGE - note.length) + note)}`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
