import type { Json } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Problem } from '../model/problem.ts';

/** One way in which a document breaks its schema, as data; text is made in `checks/schema-violation.ts`. */
export type Violation = {
  /** Index of the YAML document in its file. */
  document: number;
  /** The offending value; for `required` the object that lacks the key, for `additionalProperties` the extra key. */
  key: Pointer;
  /** `key` or `value`: which of the two should be pointed at. */
  part: 'key' | 'value';
  /** The JSON Schema keyword: `type`, `required`, `enum`, `additionalProperties`, … */
  keyword: string;
  /** JSON Pointer of the keyword inside the schema. */
  schemaKey: Pointer;
  /** Facts for the message. Only those that the keyword has. */
  facts: {
    /** For `type`: wanted types. */
    expected?: string[];
    /** The type of the offending value in words. */
    actual?: string;
    /** For `required`: the missing key; for `additionalProperties`, `propertyNames`: the key that may not be there. */
    name?: string;
    /** The nearest allowed name for a misspelt key or enum value. */
    nearest?: string;
    /** For `enum`, `const`, `additionalProperties`: what is allowed. */
    allowed?: Json[];
    /** For bounds: `minimum`, `maxLength`, `minItems`, … */
    limit?: number;
    pattern?: string;
    format?: string;
    /** For `anyOf` and `oneOf`: how many branches there are besides the one that fits best and is reported. */
    otherBranches?: number;
    /** `title` or `description` of the nearest schema, for "why". */
    about?: string;
    /** Anything else: the validator's words. */
    detail?: string;
  };
};

/** What a schema says about a document (all YAML documents of it together). */
export type Judgement =
  | { kind: 'valid' }
  | { kind: 'invalid'; violations: Violation[] }
  /** It could not be judged: over the deadline, a keyword that the validator is known to get wrong, … */
  | { kind: 'inconclusive'; problem: Problem };

/** One way in which a document breaks a rule, of its schema (`x-kubernetes-validations`) or of the policy. */
export type RuleViolation = {
  /** Index of the YAML document in its file. */
  document: number;
  /** The value to point at: what `fieldPath` names as far as it exists, otherwise `self`. */
  key: Pointer;
  rule: string;
  /** What the rule's author says, if anything; made without values that may not be shown. */
  message?: string;
  reason?: string;
  /** What stood there before, where the rule compares with it. */
  before?: Json;
  /** It was broken before already, by the same values. */
  old: boolean;
};
