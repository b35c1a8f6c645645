import type { Language } from '../../../text/index.ts';
import { drawGenogram } from '../drawing/draw-genogram.ts';
import type { FamilyGraph } from '../family-graph.ts';
import { familyTexts } from '../family-texts.ts';
import { tellFamily } from '../telling/tell-family.ts';

/** A genogram and its sentences, ready to be set on A4 pages. */
export type PrintedGenogram = {
  readonly language: Language;
  readonly title: string;
  readonly svg: string;
  /** What somebody hears who does not see the drawing. */
  readonly alt: string;
  /** A wide drawing is read on a page that is turned. */
  readonly isLandscape: boolean;
  readonly list: {
    readonly title: string;
    readonly people: ReadonlyArray<{
      readonly name: string;
      readonly sentences: readonly string[];
    }>;
  };
};

export function printGenogram(
  graph: FamilyGraph,
  given: { language: Language; index: string | null; name: (person: string) => string },
): PrintedGenogram {
  const { svg, width, height, title, description } = drawGenogram(graph, {
    id: 'genogram',
    ...given,
  });
  return {
    language: given.language,
    title,
    svg,
    alt: description,
    isLandscape: width > height,
    list: {
      title: familyTexts(given.language)('list.title'),
      people: tellFamily(graph, given).map(({ name, sentences }) => ({ name, sentences })),
    },
  };
}
