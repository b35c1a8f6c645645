import type { Rule } from '../source-file.ts';

const EMPTY_WORDS: ReadonlySet<string> = new Set([
  ...['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc', 'lib', 'type', 'types'],
  ...['service', 'services', 'manager', 'managers', 'controller', 'controllers', 'model', 'models'],
]);
/** A feature: the directory of the bodies that help families. */
const SERVICES = /^packages\/\w+\/src\/services$/;

/** Names that say nothing become drawers for everything. Scripts bear the name of the command that runs them. */
export const tellingNames: Rule = (files) => {
  const bad = new Map<string, string>();
  for (const { path } of files.filter((each) => !each.path.startsWith('scripts/'))) {
    const parts = path.split('/');
    for (const [index, part] of parts.entries()) {
      const name = part.replace(/(\.[a-z0-9]+)+$/i, '').toLowerCase();
      const place = parts.slice(0, index + 1).join('/');
      if (EMPTY_WORDS.has(name) && !SERVICES.test(place)) bad.set(place, name);
    }
  }
  return [...bad].map(([path, name]) => `${path}: "${name}" tells nothing of what is inside`);
};
