import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSourceFiles } from './read-source-files.ts';
import { borders, staleBorders } from './rules/borders.ts';
import { decisions, documentsInCode, links, quotedPaths } from './rules/documents.ts';
import { featureEntries } from './rules/feature-entries.ts';
import { featureWords } from './rules/feature-words.ts';
import { fileLength } from './rules/file-length.ts';
import { finished } from './rules/finished.ts';
import { machinePaths, nothingOutside } from './rules/machine-paths.ts';
import { dependenciesTold, oneLicence, pinnedVersions, sameVersions } from './rules/manifests.ts';
import { map } from './rules/map.ts';
import { noCircles } from './rules/no-circles.ts';
import { ownCopies } from './rules/own-copies.ts';
import { ownFormats } from './rules/own-formats.ts';
import { packageImports } from './rules/package-imports.ts';
import { quotedCommands } from './rules/quoted-commands.ts';
import { sqlPlaces } from './rules/sql-places.ts';
import { tellingNames } from './rules/telling-names.ts';
import { testTools } from './rules/test-tools.ts';
import type { Rule } from './source-file.ts';

const files = readSourceFiles(join(import.meta.dirname, '..'));

/** `rules.test.ts` shows each of them an example that breaks it. */
const RULES: ReadonlyArray<readonly [sentence: string, rule: Rule]> = [
  ['a package imports what lies under it and nothing else', packageImports],
  ['features meet through their entries, and foundations know no feature', featureEntries],
  ['folders of a package never use each other in a circle', noCircles],
  ['what runs for people uses no test tools', testTools],
  ['a feature has the same word in every package', featureWords],
  ['no name tells nothing', tellingNames],
  ['no file is longer than one idea', fileLength],
  ['SQL stands where it is looked for', sqlPlaces],
  ['what is held about somebody is in her own copy', ownCopies],
  ['dates and numbers come from our own formats', ownFormats],
  ['time and chance enter at the borders', borders],
  ['every leave for time and chance is needed', staleBorders],
  ['nothing is left for later and no test is switched off', finished],
  ['nothing works on one machine only', machinePaths],
  ['nothing is read from outside of the clone', nothingOutside],
  ['every dependency is pinned', pinnedVersions],
  ['a dependency has one version', sameVersions],
  ['every dependency is argued for', dependenciesTold],
  ['every package has the same licence', oneLicence],
  ['the map in ARCHITECTURE.md is true', map],
  ['every link of a document leads somewhere', links],
  ['every path that a document quotes exists', quotedPaths],
  ['every document that code refers to exists', documentsInCode],
  ['every decision has its number, context, choice and price', decisions],
  ['every command that a document quotes can be given', quotedCommands],
];

test.each(RULES)('%s', (_sentence, rule) => {
  expect(rule(files)).toEqual([]);
});

test('the rules have read the project', () => {
  const problem = files.find(({ path }) => path === 'packages/domain/src/problem.ts');
  expect(problem?.text).toContain('class Problem');
  expect(files.length).toBeGreaterThan(500);
});
