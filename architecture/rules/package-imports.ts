import { importsOf } from '../imports.ts';
import { AROUND, isPackage, LAYOUT } from '../layout.ts';
import { isCode, isForTests, placeInPackage, type Rule } from '../source-file.ts';

/** `statistics <- domain <- server`, `domain <- web`, `domain <- respondent`, and `server` has the one entry of `respondent`. */
export const packageImports: Rule = (files) =>
  files.filter(isCode).flatMap((file) => {
    const own = /^packages\/([^/]+)\//.exec(file.path)?.[1];
    if (!own || !isPackage(own)) return [];
    const { imports, hasNode } = LAYOUT[own];
    const isInside = placeInPackage(file.path) !== null;
    return importsOf(file).flatMap(({ specifier, target }) => {
      const breach = (why: string) => [`${file.path}: imports ${specifier}; ${why}`];
      if (target !== null) {
        if (target.startsWith(`packages/${own}/`) || target === 'package.json') return [];
        const around = AROUND.find((folder) => target.startsWith(`${folder}/`));
        // A test may ask a script whether what it once made is still what it makes.
        if (around === 'scripts' && isForTests(file)) return [];
        return breach(around ? `no package knows ${around}` : 'packages meet by name only');
      }
      if (specifier.startsWith('@tirek/') && !imports.some((allowed) => allowed.test(specifier)))
        return breach(`${own} may not`);
      if (specifier === 'zod' || (own === 'respondent' && specifier.startsWith('zod')))
        return breach(own === 'respondent' ? 'phones carry no validator' : 'zod/mini is enough');
      if (specifier.startsWith('node:') && !hasNode && isInside && !isForTests(file))
        return breach(`${own} also runs where there is no Node`);
      return [];
    });
  });
