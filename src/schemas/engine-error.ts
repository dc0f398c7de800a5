import type { Json, JsonObject } from '../model/json.ts';

/** One error of the validator. Branches of a failed `anyOf` or `oneOf` keep their errors apart. */
export type EngineError = {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown> & { branches?: EngineError[][] };
  /** The normal schema in which the keyword stands; `normal.origins` knows where it comes from. */
  parentSchema: JsonObject | boolean;
  data: Json;
};
