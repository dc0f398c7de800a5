import { joinName } from '../diff/keys.ts';
import { segmentsOf } from '../model/pointer.ts';
import type { Judgement, Violation } from '../schemas/judgement.ts';
import type { Check, Report, Subject } from './check.ts';
import { violationText } from './violation-text.ts';
import { serviceOf } from './words.ts';

export const schemaViolation: Check = {
  id: 'schema-violation',
  severity: 'error',
  uncritical: 'error',
  foldsOfKey: ['key-misspelt'],
  summary: 'A file breaks its JSON Schema',
  help: "The head is judged by the schema as it stands in the base, so that a change cannot loosen the schema that judges it. What broke the schema before already is a notice: it is not this change's doing. For `anyOf` and `oneOf` the branch that fits best is reported, not all of them.",
  configure: '`schema:` in a rule under `critical:`, or `schemas:` for files that are not critical.',
  run(subject) {
    return subject.context.schemas().flatMap((verdict) => {
      if ('missing' in verdict || verdict.after.kind !== 'invalid') return [];
      const old = new Set(violationsOf(verdict.before).map(identity));
      return verdict.after.violations.map((violation) => {
        const report = toReport(subject, verdict.schema, violation);
        return old.has(identity(violation)) ? { severity: 'notice' as const, ...report } : report;
      });
    });
  },
  message: (finding) => ({
    what: `${finding.path}: ${violationText(finding)}.`,
    why:
      finding.severity === 'notice'
        ? `It broke ${String(finding.args.schema)} before this change already.`
        : `It breaks ${String(finding.args.schema)}${typeof finding.args.about === 'string' ? ` (${finding.args.about})` : ''}. ${serviceOf(finding.service)} may refuse it or ignore the key.`,
    fix:
      typeof finding.args.nearest === 'string'
        ? `Did you mean ${JSON.stringify(finding.args.nearest)}?`
        : 'Correct the value. If the schema is wrong, change the schema first, in a pull request of its own.',
  }),
};

function toReport({ after }: Subject, schema: string, violation: Violation): Report {
  const { document, key, part, keyword, schemaKey, facts } = violation;
  const place = after?.kind === 'parsed' ? after.place(key, document, part) : undefined;
  const many = after?.kind === 'parsed' && after.values.length > 1;
  return {
    place: place ?? { line: 1, column: 1 },
    key: segmentsOf(key).reduce(joinSegment, ''),
    args: { schema, keyword, schemaKey, ...facts, ...(many ? { document: document + 1 } : {}) },
  };
}

function joinSegment(name: string, segment: string): string {
  return /^\d+$/.test(segment) ? `${name}[${segment}]` : joinName(name, segment);
}

function violationsOf(judgement: Judgement | undefined): Violation[] {
  return judgement?.kind === 'invalid' ? judgement.violations : [];
}

/** The same violation before and after, wherever its list item stands now. */
function identity({ key, keyword, schemaKey, facts }: Violation): string {
  return JSON.stringify([key.replace(/\/\d+(?=\/|$)/g, '/#'), keyword, schemaKey, facts.name ?? null]);
}
