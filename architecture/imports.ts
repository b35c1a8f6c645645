import { posix } from 'node:path';
import { type SourceFile, withoutComments } from './source-file.ts';

export interface Import {
  /** As it is written: `./problem.ts`, `@tirek/domain/access`, `node:fs`. */
  readonly specifier: string;
  /** Path from the root of the project for a relative import; null for a package. */
  readonly target: string | null;
}

const FORMS = [
  /(?:^|\n)\s*(?:import|export)\b[^'";()]*?\bfrom\s*['"]([^'"\n]+)['"]/g,
  /(?:^|\n)\s*import\s*['"]([^'"\n]+)['"]/g,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
  // A thread or a process of ours.
  /\bnew URL\(\s*['"](\.[^'"\n]+\.tsx?)['"]\s*,\s*import\.meta\.url/g,
];

/** Every import of a file, of values and of types, at the top or on demand. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  return FORMS.flatMap((form) =>
    [...code.matchAll(form)].map(([, specifier = '']) => ({
      specifier,
      target: specifier.startsWith('.')
        ? posix.normalize(posix.join(posix.dirname(path), specifier))
        : null,
    })),
  );
}
