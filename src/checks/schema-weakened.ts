import type { Args } from '../findings/finding.ts';
import type { Json } from '../model/json.ts';
import type { Loosened } from '../schemas/loosened.ts';
import type { Check, Subject } from './check.ts';
import { loosenedText, stepsKeys, stepsName } from './loosened-text.ts';
import { list, putBack } from './words.ts';

/** Loosened constraints that a finding lists; the others are counted. */
const MOST_LISTED = 20;
/** Of these, how many are told in words. */
const MOST_TOLD = 6;

export const schemaWeakened: Check = {
  id: 'schema-weakened',
  severity: 'warning',
  uncritical: 'error',
  summary: 'A schema allows more than before',
  help: 'A schema that the policy names, or a file that it refers to, is compared with its version in the base, place by place, for drafts 04 to 2020-12. What allows more is named: a required key that is not required any more, more values in an `enum`, a wider type, a bound that moved or is gone, a closed object that takes other keys, a key that is no longer checked, one more branch of an `anyOf`, a `pattern`, `format`, `not`, `if` or CEL rule that is gone. References and `allOf` are followed, so that a rule which only moves into a definition is nothing. Patterns, formats and conditions that are exchanged for others cannot be compared, and are told as changed; that a value is refused because it fits two branches of a `oneOf` is not counted. Stricter rules are no finding; see `schema-violation` for the files that break them. It is an error when the same change brings a file that breaks the schema of the base and not the new one: then the schema was loosened to let this very change pass. It is a notice when the schema only takes new keys: that is how schemas grow.',
  configure:
    'Own the schemas in CODEOWNERS. A change that a looser schema is needed for comes after it, in a pull request of its own: the schema of the base judges it then. There is no option.',
  run(subject) {
    const { guard, change } = subject;
    if (guard?.kind !== 'schema') return [];
    const loosened = guard.change.kind === 'edited' ? guard.change.loosened : [];
    if (loosened.length + guard.admits.length === 0) return [];
    const [grown, weaker] = [loosened.filter(isGrowth), loosened.filter((one) => !isGrowth(one))];
    const ordered = [...weaker, ...grown];
    const first = ordered.find(({ file }) => file === change.path);
    return [
      {
        severity: guard.admits.length > 0 ? 'error' : weaker.length > 0 ? 'warning' : 'notice',
        place: first?.place ?? { line: 1, column: 1 },
        args: {
          loosened: ordered.slice(0, MOST_LISTED).map((one) => toArgs(subject, one)),
          total: ordered.length,
          admits: guard.admits.slice(0, MOST_LISTED),
        },
      },
    ];
  },
  message(finding, base) {
    const { loosened, total, admits } = finding.args;
    const facts = (Array.isArray(loosened) ? loosened.slice(0, MOST_TOLD) : []).map((one) =>
      loosenedText(one as Args),
    );
    const more = Number(total) - facts.length;
    const named = facts.length === 0 ? '' : `: ${facts.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
    const paths = Array.isArray(admits) ? admits : [];
    if (paths.length > 0) {
      return {
        what: `${finding.path} is loosened so that this very change passes${named}.`,
        why: `${list(paths)} is invalid by the schema of the base, and valid by the new one only.`,
        fix: `Correct the file and put the schema back: ${putBack(base, finding.path)}. If the schema is wrong, change it first, in a pull request of its own.`,
      };
    }
    if (finding.severity === 'notice') {
      return {
        what: `${finding.path} (a schema) takes more keys than before${named}.`,
        why: 'This change is judged by the schema of the base, which refuses them.',
        fix: 'Use them in a later change.',
      };
    }
    return {
      what: `${finding.path} (a schema) allows more than before${named}.`,
      why: 'This change is judged by the schema of the base; after it, files with these mistakes pass.',
      fix: `If that is not meant, put it back: ${putBack(base, finding.path)}. If it is, have the owners of its files review it.`,
    };
  },
};

/** A new key in a closed object: whoever writes it wants it checked. */
function isGrowth({ what }: Loosened): boolean {
  return what === 'key-allowed';
}

function toArgs({ context }: Subject, one: Loosened): Args {
  const { what, steps, keyword, schemaKey, file, place, before, after } = one;
  const listed = what === 'values-widened' || what === 'values-removed';
  const show = (value: Json) => context.show(value, listed ? stepsKeys(steps) : []);
  return {
    what,
    key: stepsName(steps),
    keyword,
    schemaKey,
    file,
    line: place.line,
    ...(before === undefined ? {} : { before: show(before) }),
    ...(after === undefined ? {} : { after: show(after) }),
  };
}
