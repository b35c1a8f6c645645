import type { Rule } from '../source-file.ts';

const LATER = /\b(TODO|FIXME|XXX|HACK)\b(?!-)/;
const LEFT_OUT = /\b(it|test|describe|suite)(\.\w+)*\.(skip|only|todo)\b/;

/** Nothing is left for later in a comment, and no test is switched off or runs alone. Open work lies in the issues. */
export const finished: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('architecture/') && !path.endsWith('package-lock.json'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const found = LATER.exec(line) ?? LEFT_OUT.exec(line);
        return found ? [`${path}:${index + 1}: ${found[0]}`] : [];
      }),
    );
