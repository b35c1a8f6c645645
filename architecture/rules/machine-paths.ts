import type { Rule } from '../source-file.ts';

/** Folders of somebody's machine. `/home/kairat` is Kairat's of the cast, in examples. */
const OF_A_MACHINE = /(?<![\w.])\/(work|root|home|Users)\/(?!kairat\b)[\w.-]+|[A-Z]:\\\\?Users\\/;

/** What works on one machine only, or reads what lies beside the clone. */
export const machinePaths: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('architecture/') && !path.endsWith('package-lock.json'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const found = OF_A_MACHINE.exec(line);
        return found ? [`${path}:${index + 1}: ${found[0]}`] : [];
      }),
    );

const BESIDE_THE_CLONE = /(\.\.\/)+(shared|report|design|pictures)\/[\w./-]*/;

/** Everything that is read lies in the repository. */
export const nothingOutside: Rule = (files) =>
  files
    .filter(
      ({ path }) => /\.(ts|tsx|js|mjs|R|sh|json)$/.test(path) && !path.startsWith('architecture/'),
    )
    .flatMap(({ path, text }) =>
      [...text.matchAll(new RegExp(BESIDE_THE_CLONE, 'g'))].flatMap(([found]) => {
        const steps = found.split('../').length - 1;
        return steps >= path.split('/').length
          ? [`${path}: reads ${found}, outside of the clone`]
          : [];
      }),
    );
