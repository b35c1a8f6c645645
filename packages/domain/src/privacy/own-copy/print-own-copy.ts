import { formatDate, formatInstant, type Language } from '../../text/index.ts';
import type { OwnCopy } from './contract.ts';
import {
  type HeldItem,
  type HeldSection,
  OWN_COPY_SECTIONS,
  type WithheldSection,
} from './held.ts';
import { ownCopyTexts } from './own-copy-texts.ts';
import { UTC_OFFSET_MINUTES } from './telling/tell-identity.ts';

/** A person's own copy, ready to be set on A4 pages: every word of it. */
export type PrintedOwnCopy = {
  readonly language: Language;
  readonly title: string;
  readonly intro: string;
  readonly facts: HeldItem['facts'];
  readonly sections: ReadonlyArray<{ readonly title: string; readonly items: readonly HeldItem[] }>;
  readonly none: string;
  readonly leftOut: { readonly title: string; readonly reasons: readonly string[] };
};

export interface MadeCopy extends Pick<OwnCopy, 'personId' | 'askedBy' | 'askedOn' | 'language'> {
  readonly madeAt: string;
  readonly sections: readonly HeldSection[];
  readonly withheld: readonly WithheldSection[];
}

export function printOwnCopy(made: MadeCopy): PrintedOwnCopy {
  const { language, sections, withheld } = made;
  const t = ownCopyTexts(language);
  return {
    language,
    title: t('title'),
    intro: t('intro'),
    facts: [
      [t('asked'), formatDate(made.askedOn, language)],
      [t('askedBy'), t(`askedBy.${made.askedBy}`)],
      [t('made'), formatInstant(made.madeAt, language, { utcOffsetMinutes: UTC_OFFSET_MINUTES })],
      [t('number'), made.personId],
    ],
    sections: shownSections(withheld).map((name) => ({
      title: t(`section.${name}`),
      items: sections.filter(({ section }) => section === name).flatMap(({ items }) => items),
    })),
    none: t('none'),
    leftOut: {
      title: t('leftOut'),
      reasons: [
        ...withheld.map(({ section, reason }) =>
          t('withheld', { section: t(`section.${section}`), reason: t(`withheld.${reason}`) }),
        ),
        ...(withheld.length > 0 ? [t('withheld.object')] : []),
        ...(['others', 'family', 'answers', 'keys', 'law'] as const).map((why) =>
          t(`leftOut.${why}`),
        ),
      ],
    },
  };
}

/** The same for programs: what lies in the archive as JSON. */
export const ownCopyData = ({ sections, withheld, ...made }: MadeCopy) => ({
  format: 'tirek-own-copy',
  version: 1,
  ...made,
  withheld,
  sections: Object.fromEntries(
    shownSections(withheld).map((name) => [
      name,
      sections.filter(({ section }) => section === name).map(({ data }) => data),
    ]),
  ),
});

const shownSections = (withheld: readonly WithheldSection[]) =>
  OWN_COPY_SECTIONS.filter((name) => withheld.every(({ section }) => section !== name));
