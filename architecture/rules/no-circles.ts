import { importsOf } from '../imports.ts';
import { areaOf, isCode, isForTests, placeInPackage, type Rule } from '../source-file.ts';

/**
 * Inside a package the folders under `src` never use each other in a circle, not even by a type. Circles between single
 * files are Biome's to find.
 */
export const noCircles: Rule = (files) => {
  const uses = new Map<string, Map<string, string>>();
  for (const file of files.filter((each) => isCode(each) && !isForTests(each))) {
    const from = placeInPackage(file.path);
    if (!from || from.parts.length === 1) continue;
    for (const { target } of importsOf(file)) {
      const to = target === null ? null : placeInPackage(target);
      if (!to || to.package !== from.package || to.parts.length === 1) continue;
      const [own, area] = [areaOf(from.parts), areaOf(to.parts)];
      if (own === area) continue;
      const node = `${from.package}/${own}`;
      const known = uses.get(node) ?? new Map<string, string>();
      uses.set(node, known.set(`${from.package}/${area}`, file.path));
    }
  }
  return circlesOf(uses);
};

/** One sentence for each circle, each circle once. */
function circlesOf(uses: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const told = new Set<string>();
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) {
      const circle = trail.slice(at);
      const places = circle.map((each, index) => {
        const next = circle[index + 1] ?? node;
        return `${each} -> ${next} (${uses.get(each)?.get(next)})`;
      });
      told.add(places.toSorted().join(', '));
      return;
    }
    if (done.has(node)) return;
    for (const next of uses.get(node)?.keys() ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of uses.keys()) visit(node, []);
  return [...told];
}
