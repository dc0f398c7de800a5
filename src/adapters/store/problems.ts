import { type Problem, type Result, refuse } from '../../model/problem.ts';
import { errorCode } from './fs.ts';

const HINTS: { readonly [code: string]: string } = {
  ENOSPC: 'The disk is full: make room, or name another place with --store. Nothing that was saved is lost.',
  EDQUOT:
    'The quota is used up: make room, or name another place with --store. Nothing that was saved is lost.',
  EROFS: 'The file system is read-only: name another place with --store.',
  EACCES: 'Run it as a user who may, or name another place with --store.',
  EPERM: 'Run it as a user who may, or name another place with --store.',
  EIO: 'The disk reports errors: save the store elsewhere, and look into the system log.',
};

/** Runs what uses the store's files; an error of the file system becomes the problem `store-io`. */
export async function guarded<T>(directory: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return refuse(ioProblem(directory, error));
  }
}

function ioProblem(directory: string, error: unknown): Problem {
  const code = errorCode(error)!;
  const { syscall, path } = error as NodeJS.ErrnoException;
  const what = [syscall, path].filter((part) => part !== undefined).join(' ');
  return {
    code: 'store-io',
    message: `The store ${directory} cannot be used: ${code}${what === '' ? '' : ` (${what})`}.`,
    hint: HINTS[code] ?? 'Check the directory and the disk that it is on.',
  };
}
