import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from './source-file.ts';

const TEXT =
  /\.(ts|tsx|js|mjs|json|css|sql|sh|md|html|R|yml|yaml)$|^\.ci\/[^.]+$|\/LICENSE$|^LICENSE$/;
/** Not ours, or made anew at every build. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.tirek', 'test-results', 'coverage']);

/** Every file of the project, whether committed or not, ordered by path; without text what is no text, such as pictures. */
export function readSourceFiles(root: string): SourceFile[] {
  const found: SourceFile[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const whole = join(folder, entry.name);
      const path = relative(root, whole).split(sep).join('/');
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name) && path !== 'data') visit(whole);
      } else if (entry.isFile()) {
        found.push({ path, text: TEXT.test(path) ? readFileSync(whole, 'utf8') : '' });
      }
    }
  };
  visit(root);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
