import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = join(import.meta.dirname, '../..');
const SOURCE = join(import.meta.dirname, 'main.ts');
const BUILT = join(PACKAGES, 'server/dist/tirek.js');
const MADE_OF = [
  'server/src',
  'server/vite.config.ts',
  'domain/src',
  'statistics/src',
  'respondent/src',
  '../node_modules/.package-lock.json',
];

/**
 * Which file is the program: the one that `npm run build` made of the sources, which starts in half of the time, as long as
 * nothing that it was made of is newer (docs/decisions/0084-quick-start.md). An absolute path for Node.
 */
export function programFile(): string {
  const builtAt = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs;
  if (builtAt === undefined) return SOURCE;
  const isOld = MADE_OF.some((part) => newestOf(join(PACKAGES, part)) > builtAt);
  return isOld ? SOURCE : BUILT;
}

/** When the newest of a file, or of all in a folder, was changed; folders count too, for files that went. */
function newestOf(path: string): number {
  const own = statSync(path, { throwIfNoEntry: false });
  if (!own?.isDirectory()) return own?.mtimeMs ?? 0;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}
