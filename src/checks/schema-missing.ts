import type { Check } from './check.ts';

export const schemaMissing: Check = {
  id: 'schema-missing',
  severity: 'error',
  uncritical: 'error',
  summary: 'The schema that the policy names does not exist in the base',
  help: 'A file is to be judged by a schema that the base commit does not have. Validating nothing would look like success, so this fails. Schemas are read from the base: one that is added in the same change as the configuration does not count yet.',
  configure: 'Correct `schema:` in the policy, or land the schema first, in a pull request of its own.',
  run({ context, change }) {
    if (change.status === 'removed') return [];
    return context
      .schemas()
      .flatMap((verdict) => ('missing' in verdict ? [{ args: { schema: verdict.schema } }] : []));
  },
  message: (finding) => ({
    what: `${finding.path} cannot be validated: the base has no ${String(finding.args.schema)}.`,
    why: 'The policy demands a schema for this file; without it nothing is known about the content.',
    fix: 'Correct the path in the policy, or land the schema first, in a pull request of its own.',
  }),
};
