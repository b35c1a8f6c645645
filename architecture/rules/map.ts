import type { Rule } from '../source-file.ts';

const MAP = 'ARCHITECTURE.md';

/** Paths that the tree of ARCHITECTURE.md names; folders end in a slash. Two blanks are one step inwards. */
export function treeOf(text: string): string[] {
  const tree = /```tree\n(.*?)\n```/s.exec(text)?.[1] ?? '';
  const trail: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^( *)(\S+)/.exec(line);
    if (!found) return [];
    const depth = found[1]!.length / 2;
    trail.splice(depth);
    trail[depth] = found[2]!;
    return [trail.join('')];
  });
}

/** Folders that the map must show: those of the root, the packages, and what lies directly under each `src`. */
function placesToShow(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) =>
    [
      /^[^/]+\/(?=.)/,
      /^packages\/[^/]+\/(?=.)/,
      /^packages\/[^/]+\/src\/(?=.)/,
      /^packages\/[^/]+\/src\/[^/]+\/(?=.)/,
    ].flatMap((level) => level.exec(path)?.[0] ?? []),
  );
  return [...new Set(folders)].toSorted();
}

/** ARCHITECTURE.md shows every folder that is there, and none that is not. */
export const map: Rule = (files) => {
  const shown = treeOf(files.find(({ path }) => path === MAP)?.text ?? '');
  const paths = files.map(({ path }) => path);
  const exists = (place: string) =>
    place.endsWith('/') ? paths.some((path) => path.startsWith(place)) : paths.includes(place);
  return [
    ...shown.filter((place) => !exists(place)).map((place) => `${MAP}: there is no ${place}`),
    ...placesToShow(paths)
      .filter((place) => !shown.includes(place))
      .map((place) => `${MAP}: does not show ${place}`),
  ];
};
