import { directoryOf } from '../../model/path.ts';
import type { Problem } from '../../model/problem.ts';
import type { Manifest } from '../../store/manifest.ts';
import { mountPoints } from '../restore/mounts.ts';
import { codeOf, diskOperations, type FileOperations, placeAt } from '../restore/operations.ts';

/**
 * What would keep the files of a snapshot from being put back: mounted ones (`problems`), and directories in which this
 * user may not write, where the command may not either (`warnings`).
 */
export function unrestorable(
  { files }: Pick<Manifest, 'files'>,
  root: string,
  inPlace: boolean,
  operations: FileOperations = diskOperations,
): { problems: Problem[]; warnings: Problem[] } {
  const mounts = mountPoints();
  const problems = files
    .filter(({ path, link }) => mounts.has(root + path) && (!inPlace || link !== null))
    .map(({ path }) => mounted(path));
  const warnings = [...new Set(files.map(({ path }) => directoryOf(path)))].flatMap((directory) => {
    try {
      operations.probe(placeAt(root, directory === '' ? '/' : directory));
      return [];
    } catch (error) {
      return [notWritable(directory, codeOf(error))];
    }
  });
  return { problems, warnings };
}

function mounted(path: string): Problem {
  return {
    code: 'mounted',
    message: 'The file is a mount point of its own (a bind mount), and could not be put back by a rename.',
    hint: 'Nothing was run. --in-place lets a rollback write over it, which is not atomic.',
    path,
  };
}

function notWritable(path: string, code: string): Problem {
  return {
    code: 'not-writable',
    message: `This user may not write in the directory (${code}): what a deployment changes there could not be put back.`,
    hint: 'It goes on, because the command may not write there either unless it uses other rights, such as sudo.',
    path,
  };
}
