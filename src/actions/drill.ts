import { setFailed } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { argumentsOf } from './arguments.ts';
import { drillPeople } from './drill-people.ts';
import { drillRepository } from './drill-repository.ts';

tuneEngine();
try {
  const people = argumentsOf([{ input: 'issue', as: 'flag' }]);
  if (!people.ok) setFailed(`${people.problem.message} ${people.problem.hint}`);
  else if (people.value.length > 0) await drillPeople();
  else await drillRepository();
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  setFailed(`An error in Holdfast itself in drill; take nothing for done. ${detail}`);
}
