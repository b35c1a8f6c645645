/**
 * How much the practitioners' app makes a browser fetch, gzip: the shell (what every page needs first, with the texts of
 * one language) and each page on top of it. Run after `npm run build -w packages/web`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = process.env.TIREK_TEST_WEB ?? join(import.meta.dirname, '../packages/web/dist');
/** What the shell may weigh, in kilobytes of 1000 bytes; `docs/decisions` and the stack say about 200. */
const SHELL_AIM = 200;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** Everything that comes with a chunk before it can run. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

const sizes = new Map<string, number>();
function size(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
  sizes.set(file, known);
  return known;
}
const total = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + size(file), 0);
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);

const index = readFileSync(join(DIST, 'index.html'), 'utf8');
const shell = new Set(
  [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? ''),
);
for (const feature of ['ui', 'access', 'shell']) {
  filesOf(`src/text/ru/${feature}.json`, shell);
}
filesOf('../domain/src/text/ru/problem.json', shell);

console.log(
  `shell   ${kilobytes(total(shell))} KB gz in ${shell.size} files (aim ${SHELL_AIM} KB)`,
);
const pages = Object.keys(manifest).filter((key) => /-page\.tsx$/.test(key));
for (const page of pages.sort()) {
  const own = [...filesOf(page)].filter((file) => !shell.has(file));
  console.log(`${kilobytes(total(own))} KB gz in ${String(own.length).padStart(2)} files  ${page}`);
}
if (total(shell) > SHELL_AIM * 1000) process.exitCode = 1;
