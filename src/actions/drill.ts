import { setFailed } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { drillRepository } from './drill-repository.ts';

tuneEngine();
try {
  await drillRepository();
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  setFailed(`An error in Holdfast itself; nothing was drilled. ${detail}`);
}
