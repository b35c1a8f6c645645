import { FEATURES, isPackage, LAYOUT } from '../layout.ts';
import { areaOf, placeInPackage, type Rule } from '../source-file.ts';

/** A folder is a feature or one of the named foundations; each feature of `server` and `web` exists in `domain` under the same word. */
export const featureWords: Rule = (files) => {
  const features = { domain: new Set<string>(), server: new Set<string>(), web: new Set<string>() };
  for (const { path } of files) {
    const place = placeInPackage(path);
    if (!place || place.parts.length === 1 || !isPackage(place.package)) continue;
    const { foundations } = LAYOUT[place.package];
    const area = areaOf(place.parts);
    if (!foundations || foundations.under.includes(area) || foundations.over.includes(area))
      continue;
    features[place.package as keyof typeof features].add(area);
  }
  return (['domain', 'server', 'web'] as const).flatMap((name) =>
    [...features[name]].flatMap((feature) => {
      const folder = `packages/${name}/src/${feature}`;
      if (!FEATURES.includes(feature)) return [`${folder}: neither feature nor foundation`];
      return features.domain.has(feature)
        ? []
        : [`${folder}: packages/domain/src has no ${feature}`];
    }),
  );
};
