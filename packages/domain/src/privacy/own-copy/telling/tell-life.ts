import { type FamilyGraph, tellFamily } from '../../../people/family-graph/index.ts';
import type { Person } from '../../../people/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { type OwnCopyTexts, ownCopyTexts } from '../own-copy-texts.ts';

/** What of a person's life is told: where she lives, what she speaks, to which families she belongs and how. */
export interface ToldLife {
  readonly person: Pick<Person, 'id' | 'languages' | 'residences'>;
  readonly families: ReadonlyArray<{
    readonly holder: string;
    readonly others: number;
    readonly graph: FamilyGraph;
  }>;
  /** Families that others hold in which she is recorded too. */
  readonly elsewhere: number;
  /** The name of a region by its code, in the language of the copy. */
  region(code: string): string;
}

/** A person's life without the names of anybody else in it. */
export function tellLife(
  { person, families, elsewhere, region }: ToldLife,
  language: Language,
): HeldItem[] {
  const t = ownCopyTexts(language);
  return [
    ...person.residences.map(({ region: code, from, until }) => ({
      title: t('life.residence'),
      facts: [
        [t('life.region'), region(code)] as const,
        ...(from ? [[t('life.from'), formatDate(from, language)] as const] : []),
        ...(until ? [[t('life.until'), formatDate(until, language)] as const] : []),
      ],
      text: '',
    })),
    ...(person.languages.length > 0
      ? [{ title: t('life.languages'), facts: [], text: person.languages.join(', ') }]
      : []),
    ...families.map(({ holder, others, graph }) => ({
      title: t('life.family'),
      facts: [[t('life.holder'), holder] as const, [t('life.others'), String(others)] as const],
      text: tellTies(graph, person.id, { t, language }),
    })),
    ...(elsewhere > 0
      ? [
          {
            title: t('life.elsewhere'),
            facts: [],
            text: t('life.elsewhere.words', { count: elsewhere }),
          },
        ]
      : []),
  ];
}

function tellTies(
  graph: FamilyGraph,
  personId: string,
  { t, language }: { t: OwnCopyTexts; language: Language },
): string {
  const told = tellFamily(graph, {
    language,
    index: null,
    name: (id) => (id === personId ? '' : t('other')),
  });
  const own = told.find(({ person }) => person === personId)?.sentences ?? [];
  return own.length > 0 ? `${t('life.facts')}: ${own.join(' ')}` : '';
}
