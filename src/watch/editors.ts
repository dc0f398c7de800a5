import { baseName, directoryOf } from '../model/path.ts';
import type { Location } from '../restore/plan.ts';

/** What editors write beside the file `$1`: swap and lock files, what they save of themselves, and backups. */
const BESIDE: readonly RegExp[] = [
  // Vim and nano: `.auth.yml.swp`, and `.env.swp` for `.env`; `swo`, `swn` … when there is one already.
  /^\.(.+)\.(?:sw[a-px]|swpx|kate-swp)$/,
  /^(\..+)\.(?:sw[a-px]|swpx|kate-swp)$/,
  // Emacs: `.#auth.yml`, `#auth.yml#`; backups `auth.yml~` (of Vim and gedit, too) and `auth.yml.~2~`.
  /^\.#(.+)$/,
  /^#(.+)#$/,
  /^(.+?)(?:\.~\d+)?~$/,
];

/** Whether a file is one that an editor has written beside one of these. */
export function isEditors(place: Location, files: ReadonlyMap<Location, unknown>): boolean {
  const [name, directory] = [baseName(place), directoryOf(place)];
  return BESIDE.some((beside) => {
    const edited = beside.exec(name)?.[1];
    return edited !== undefined && files.has(`${directory}/${edited}`);
  });
}
