import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The script, style and worker of the respondent's page, as `npm run build` leaves them. */
const FOLDER = join(import.meta.dirname, '../../../../respondent/dist');

export interface BuiltPage {
  readonly script: string;
  readonly style: string;
  /** Of links to persons' files. */
  readonly ownScript: string;
  readonly worker: string;
}

/** Reads them once. Where nothing was built the page is the one without script, which asks the same. */
export function readBuiltPage(): BuiltPage {
  const read = (name: string) => {
    const path = join(FOLDER, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return {
    script: read('respondent.js'),
    style: read('respondent.css'),
    ownScript: read('own.js'),
    worker: read('sw.js'),
  };
}
