import type { ConclusionRule } from '../conclusion.ts';
import type { WorkedExample } from '../form-package.ts';
import type { Words } from './first-version.ts';
import { fromWork, inOurWords as t } from './wording.ts';

/** A domain: its condition for a functional difficulty. */
export type Domain = readonly [id: string, label: Words, when: string];

const MODULE = 'Washington Group / UNICEF Module on Child Functioning';

/** "A lot of difficulty" or "cannot do at all". */
export const aLot = (linkId: string) => `${linkId} in ('3' | '4')`;

/** One conclusion for the child, and one for each domain. */
export const domainConclusions = (domains: readonly Domain[]): ConclusionRule[] => {
  const rule = (id: string, title: Words, when: string): ConclusionRule => ({
    id,
    version: '1',
    title: t(...title),
    outcomes: [
      {
        id: 'difficulty',
        when,
        label: t('Қиындығы бар', 'Есть трудности', 'Functional difficulty'),
        isConcern: true,
      },
      {
        id: 'no-difficulty',
        when: 'true',
        label: t('Елеулі қиындығы жоқ', 'Нет выраженных трудностей', 'No functional difficulty'),
        isConcern: false,
      },
    ],
    source: fromWork(MODULE),
    evidence: {},
  });
  return [
    rule(
      'cfm',
      ['Кем дегенде бір салада', 'Хотя бы в одной области', 'In at least one domain'],
      domains.map(([, , when]) => `(${when})`).join(' or '),
    ),
    ...domains.map(([id, label, when]) => rule(`cfm-${id}`, label, when)),
  ];
};

/** What each domain concludes when only those named do, and the child as a whole. */
export const concludes = (
  domains: readonly Domain[],
  difficult: readonly string[],
): WorkedExample['concluded'] => [
  { conclusion: 'cfm', outcome: difficult.length > 0 ? 'difficulty' : 'no-difficulty' },
  ...domains.map(([id]) => ({
    conclusion: `cfm-${id}`,
    outcome: difficult.includes(id) ? 'difficulty' : 'no-difficulty',
  })),
];

/** The answers of the module, as our labels. */
export const EXTENT: Record<string, Words> = {
  '1': ['Қиындық жоқ', 'Нет трудностей', 'No difficulty'],
  '2': ['Аздап қиын', 'Некоторые трудности', 'Some difficulty'],
  '3': ['Өте қиын', 'Большие трудности', 'A lot of difficulty'],
  '4': ['Мүлде алмайды', 'Совсем не может', 'Cannot do at all'],
};

/** Who owns it and what was looked at. */
export const CFM_LICENCE = {
  owner: 'UNICEF and the Washington Group on Disability Statistics',
  source: 'data.unicef.org, Module on Child Functioning',
  terms: 'Free to use exactly as published; translations follow the protocol of UNICEF.',
};
