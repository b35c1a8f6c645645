/** A file of the project as the rules see it. */
export interface SourceFile {
  /** From the root of the project, with slashes: `packages/domain/src/problem.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * A rule reads all files and answers with its breaches, one sentence each, the path of the file first.
 * It touches no disk, so that a test can show it an example that breaks it.
 */
export type Rule = (files: readonly SourceFile[]) => string[];

/** A file for an example. */
export const file = (path: string, text = ''): SourceFile => ({ path, text });

export const isCode = ({ path }: SourceFile): boolean => /\.(ts|tsx)$/.test(path);

/** Made by a script and never edited by hand. */
export const isGenerated = ({ path, text }: SourceFile): boolean =>
  path.includes('/generated/') || /^(\/\/|\/\*\*?|<!--) Made .{0,80}by scripts\//.test(text);

/** Tests, and what only tests use: test stands, and the inputs of the access matrix. */
export const isForTests = ({ path }: SourceFile): boolean =>
  /\.test\.tsx?$|\/(test|testing|faults|power-cut)\/|\/test-[^/]+$|matrix-inputs\.ts$/.test(path) ||
  !path.startsWith('packages/');

/** The text without comments, so that no rule is broken by a sentence about it. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');

/** Package and path inside its `src`; null for everything else. */
export function placeInPackage(path: string): { package: string; parts: string[] } | null {
  const found = /^packages\/([^/]+)\/src\/(.+)$/.exec(path);
  return found ? { package: found[1]!, parts: found[2]!.split('/') } : null;
}

/** The folder under `src` that a file lies in, or its own name when it lies there directly. */
export const areaOf = (parts: readonly string[]): string => parts[0]!;
