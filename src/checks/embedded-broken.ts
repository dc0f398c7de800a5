import { formatById } from '../documents/formats/index.ts';
import type { Check } from './check.ts';
import { OF_OTHER_CONTENT } from './consequences.ts';
import { putBack, serviceOf } from './words.ts';

export const embeddedBroken: Check = {
  id: 'embedded-broken',
  severity: 'error',
  uncritical: 'warning',
  folds: ['file-replaced', ...OF_OTHER_CONTENT],
  summary: 'A document inside of a text value can no longer be read',
  help: 'A ConfigMap holds whole files as texts (`data: {app.json: |…}`), a Terraform file policies in JSON, and so do many other files. The file around them stays valid whatever happens inside: an indentation that is lost or a comma too many is seen when the service starts. It is told where the text was a document before, and its key is the name of a file or the text still begins like JSON. Texts that a template or an interpolation fills in are left alone.',
  configure:
    'There is no option; `severity` in the policy gives it another severity by its key: `severity: {\'data["app.json"]\': warning}`.',
  run({ difference, after }) {
    return (difference?.broken ?? []).map(({ name, segments, document, key, format, problem }) => ({
      place: after?.kind === 'parsed' ? after.place(key, document) : undefined,
      key: name,
      at: { segments, pointer: key },
      args: { format, code: problem.code, detail: problem.detail, line: problem.place.line },
    }));
  },
  message(finding, base) {
    const { format, detail, line } = finding.args;
    const name = formatById(String(format) as Parameters<typeof formatById>[0])?.name ?? String(format);
    return {
      what: `${finding.key} in ${finding.path} is not valid ${name} any more: ${String(detail)} (line ${Number(line)} of the text).`,
      why: `The file itself is valid, so that nothing else sees it. ${serviceOf(finding.service)} cannot read what is inside.`,
      fix: `Correct the text, or put it back: ${putBack(base, finding.path)}.`,
    };
  },
};
