import type { Subject } from '../checks/check.ts';
import type { Path } from '../model/path.ts';
import { newViolations } from '../schemas/news.ts';
import type { SchemaEdit } from './proposed.ts';

/** A changed file that breaks the base's schema by this change, and not the schema as this change makes it. */
export type Admitted = { schema: Path; path: Path };

export function admittedBy({ change, context }: Subject): Admitted[] {
  return context.schemas().flatMap((verdict) => {
    if ('missing' in verdict || verdict.proposed?.kind !== 'valid') return [];
    const news = newViolations(verdict.after, verdict.before);
    return news.length > 0 ? [{ schema: verdict.schema, path: change.path }] : [];
  });
}

/** A guard of a schema with the files that only the edited schema lets pass. */
export function withAdmitted(
  subject: Subject,
  admitted: readonly Admitted[],
  edits: readonly SchemaEdit[],
): Subject {
  const { guard } = subject;
  if (guard?.kind !== 'schema') return subject;
  const schemas = new Set(
    edits.filter(({ files }) => files.includes(subject.change.path)).map(({ source }) => source.path),
  );
  const paths = admitted.filter(({ schema }) => schemas.has(schema)).map(({ path }) => path);
  return { ...subject, guard: { ...guard, admits: [...new Set(paths)] } };
}
