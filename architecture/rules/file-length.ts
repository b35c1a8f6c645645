import { isGenerated, type Rule } from '../source-file.ts';

const LONGEST = 500;

/** A file holds one idea; past 500 lines it holds more than one. Generated files and catalogues of texts are data. */
export const fileLength: Rule = (files) =>
  files
    .filter((file) => /\.(ts|tsx|css|sql|sh)$/.test(file.path) && !isGenerated(file))
    .flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > LONGEST ? [`${path}: ${lines} lines, ${LONGEST} at most`] : [];
    });
