import { at } from '../cel/apply.ts';
import { joinName } from '../diff/keys.ts';
import type { Finding } from '../findings/finding.ts';
import { holdsHidden } from '../findings/redact.ts';
import { segmentsOf } from '../model/pointer.ts';
import type { Violation } from '../schemas/judgement.ts';
import { newViolations, violationsOf } from '../schemas/news.ts';
import type { Check, Report, Subject } from './check.ts';
import { keyAt } from './key-name.ts';
import { violationText } from './violation-text.ts';
import { serviceOf } from './words.ts';

export const schemaViolation: Check = {
  id: 'schema-violation',
  severity: 'error',
  uncritical: 'error',
  foldsOfKey: ['key-misspelt', 'value-doubtful'],
  summary: 'A file breaks its JSON Schema',
  help: "The head is judged by the schema as it stands in the base, so that a change cannot loosen the schema that judges it. What broke the schema before already is a notice: it is not this change's doing. For `anyOf` and `oneOf` the branch that fits best is reported, not all of them. When the change edits the schema, its files have to be valid by the new schema, too: once the change is merged, that is the schema that holds. This is asked of every file of that schema, up to 200 that the change does not touch; a tightened schema that they break is an error, because the file or the schema is wrong, and both can be corrected in the same change.",
  configure: '`schema:` in a rule under `critical:`, or `schemas:` for files that are not critical.',
  run(subject) {
    const verdicts = subject.context.schemas();
    const later = verdicts.flatMap((verdict) =>
      'missing' in verdict
        ? []
        : newViolations(verdict.proposed, verdict.after).map((violation) => {
            const report = toReport(subject, verdict.schema, violation);
            const untouched = subject.change.before?.id === subject.change.after?.id;
            return { ...report, args: { ...report.args, version: 'head', untouched } };
          }),
    );
    const now = verdicts.flatMap((verdict) => {
      if ('missing' in verdict || verdict.after.kind !== 'invalid') return [];
      const old = new Set(violationsOf(verdict.before).map(identity));
      return verdict.after.violations.map((violation) => {
        const report = toReport(subject, verdict.schema, violation);
        if (old.has(identity(violation))) return { severity: 'notice' as const, ...report };
        if (verdict.proposed?.kind !== 'valid') return report;
        return { ...report, args: { ...report.args, allowedBy: 'head' } };
      });
    });
    return [...now, ...later];
  },
  message: (finding) => ({
    what: `${finding.path}: ${violationText(finding)}.`,
    why: whyOf(finding),
    fix:
      typeof finding.args.nearest === 'string'
        ? `Did you mean ${JSON.stringify(finding.args.nearest)}?`
        : fixOf(finding),
  }),
};

function whyOf({ severity, service, args }: Finding): string {
  const schema = String(args.schema);
  if (args.version === 'head') {
    const file = args.untouched === true ? 'which this change does not touch' : 'as this change leaves it';
    return `It breaks ${schema} as this change edits it: once that is merged, the file, ${file}, is invalid by its own schema.`;
  }
  if (severity === 'notice') return `It broke ${schema} before this change already.`;
  const about = typeof args.about === 'string' ? ` (${args.about})` : '';
  return `It breaks ${schema}${about}. ${serviceOf(service)} may refuse it or ignore the key.`;
}

function fixOf({ args }: Finding): string {
  if (args.version === 'head') return 'Correct the file in this change, or do not demand it in the schema.';
  if (args.allowedBy === 'head') {
    return 'Correct the value. This change edits the schema so that it would pass; if that is meant, land the schema first, in a pull request of its own.';
  }
  return 'Correct the value. If the schema is wrong, change the schema first, in a pull request of its own.';
}

function toReport({ after, selection, context }: Subject, schema: string, violation: Violation): Report {
  const { document, key, part, keyword, schemaKey } = violation;
  const facts = { ...violation.facts };
  const place = after?.kind === 'parsed' ? after.place(key, document, part) : undefined;
  const many = after?.kind === 'parsed' && after.values.length > 1;
  if (after?.kind === 'parsed' && facts.nearest !== undefined && part === 'value') {
    // What a hidden value is nearly equal to tells most of it.
    const value = at(after.values[document] ?? null, key) ?? null;
    if (holdsHidden(context.show(value, keyAt(after.values, document, key, selection).segments)))
      delete facts.nearest;
  }
  return {
    place: place ?? { line: 1, column: 1 },
    key: segmentsOf(key).reduce(joinSegment, ''),
    ...(after?.kind === 'parsed' && selection.severity !== undefined
      ? { at: keyAt(after.values, document, key, selection) }
      : {}),
    args: { schema, keyword, schemaKey, ...facts, ...(many ? { document: document + 1 } : {}) },
  };
}

function joinSegment(name: string, segment: string): string {
  return /^\d+$/.test(segment) ? `${name}[${segment}]` : joinName(name, segment);
}

/** The same violation before and after, wherever its list item stands now. */
function identity({ key, keyword, schemaKey, facts }: Violation): string {
  return JSON.stringify([key.replace(/\/\d+(?=\/|$)/g, '/#'), keyword, schemaKey, facts.name ?? null]);
}
