import { ofFile } from './operator.ts';

/** Staging's file is copied over production's: a variable of the deployment was not set. */
export const otherEnvironment = ofFile(
  'other-environment',
  "another environment's file",
  ({ environments: [sibling] }) => sibling?.text,
);
