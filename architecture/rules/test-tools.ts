import { importsOf } from '../imports.ts';
import { isCode, isForTests, type Rule } from '../source-file.ts';

/** What runs for people leans on nothing that was made for tests. */
export const testTools: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !isForTests(file))
    .flatMap((file) =>
      importsOf(file).flatMap(({ target }) =>
        target?.startsWith('packages/') && isForTests({ path: target, text: '' })
          ? [`${file.path}: uses ${target}, which is for tests`]
          : [],
      ),
    );
