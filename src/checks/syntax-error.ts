import type { FormatId } from '../documents/document.ts';
import { formatById } from '../documents/formats/index.ts';
import { isTemplatePath } from '../documents/templates.ts';
import type { Arg } from '../findings/finding.ts';
import type { Check, Report } from './check.ts';
import { orPutBack, serviceOf } from './words.ts';

export const syntaxError: Check = {
  id: 'syntax-error',
  severity: 'error',
  uncritical: 'error',
  folds: ['file-replaced', 'mass-comment', 'schema-violation', 'rule-violation', 'key-removed'],
  summary: 'A file can no longer be parsed',
  help: 'The head cannot be read as what its format demands: a syntax error, an encoding that is not UTF-8, binary content, or template expressions in a file that had none. That is rare, and nearly always an accident. A file that was broken before is a warning.',
  configure:
    'If a file is not what its name says, give its format in the policy (`format: text` compares lines only).',
  run({ change, before, after }): Report[] {
    if (after === undefined) return [];
    const readable = before?.kind === 'parsed' || before?.kind === 'text';
    if (after.kind === 'broken') {
      const { code, detail, place } = after.problem;
      const added = before === undefined ? { added: true } : {};
      const args = { format: after.format, code, detail, ...added };
      return [before?.kind === 'broken' ? { severity: 'warning', place, args } : { place, args }];
    }
    if (after.kind !== 'opaque' || !readable) return [];
    if (after.reason === 'encoding' || after.reason === 'binary') {
      return [{ args: { code: after.reason, format: '' } }];
    }
    if (
      after.reason === 'template' &&
      before.kind === 'parsed' &&
      !isTemplatePath(change.path, after.text ?? '')
    ) {
      return [{ args: { code: 'template', format: before.format } }];
    }
    return [];
  },
  message(finding, base) {
    const { code, format, detail } = finding.args;
    const again = finding.severity === 'warning' ? ' (it could not be read before either)' : '';
    const what: Record<string, string> = {
      encoding: `${finding.path} is no longer UTF-8 text.`,
      binary: `${finding.path} is binary now.`,
      template: `${finding.path} holds template expressions now and is no longer ${formatName(format)}.`,
    };
    return {
      what:
        what[String(code)] ??
        `${finding.path} is not valid ${formatName(format)}${again}: ${String(detail)}.`,
      why: `${serviceOf(finding.service)} cannot read it, or reads only a part.`,
      fix: `Correct it at the line shown${orPutBack(finding, base)}.`,
    };
  },
};

function formatName(format: Arg | undefined): string {
  return formatById(format as FormatId)?.name ?? String(format);
}
