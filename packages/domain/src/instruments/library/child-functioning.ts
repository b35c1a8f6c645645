import type { Answers } from '../answers.ts';
import type { ConclusionRule } from '../conclusion.ts';
import type { Item } from '../form-item.ts';
import type { FormPackage, WorkedExample } from '../form-package.ts';
import {
  broughtBySite,
  ENGLISH_ONLY,
  FIRST_VERSION,
  silentChoices,
  silentOptions,
  type Words,
} from './first-version.ts';
import { fromWork, NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from './wording.ts';

/** A domain: its condition for a functional difficulty. */
export type Domain = readonly [id: string, label: Words, when: string];

const MODULE = 'Washington Group / UNICEF Module on Child Functioning';

/** "A lot of difficulty" or "cannot do at all". */
export const aLot = (linkId: string) => `${linkId} in ('3' | '4')`;

/** One conclusion for the child, and one for each domain. */
const domainConclusions = (domains: readonly Domain[]): ConclusionRule[] => {
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
const concludes = (
  domains: readonly Domain[],
  difficult: readonly string[],
): WorkedExample['concluded'] => [
  { conclusion: 'cfm', outcome: difficult.length > 0 ? 'difficulty' : 'no-difficulty' },
  ...domains.map(([id]) => ({
    conclusion: `cfm-${id}`,
    outcome: difficult.includes(id) ? 'difficulty' : 'no-difficulty',
  })),
];

const flag = (linkId: string, label: Words): Item => ({
  type: 'boolean',
  linkId,
  label: t(...label),
  neverAFilter: true,
});

/** A question answered by an option of one list, asked always or under a condition. */
const asked =
  (options: string) =>
  (linkId: string, label: Words, enableWhen?: string): Item => ({
    ...silentChoices({ [linkId]: label }, options, { neverAFilter: true })[0]!,
    ...(enableWhen && { enableWhen }),
  });
export const extent = asked('extent');
export const often = asked('often');
export const compared = asked('compared');

/** What both ages begin with. */
export const SENSES_AND_AIDS: readonly Item[] = [
  flag('cfm_glasses', ['Көзілдірік тағады', 'Носит очки', 'Wears glasses']),
  extent('cfm_see', ['Көру', 'Зрение', 'Seeing']),
  flag('cfm_hearing_aid', ['Есту аппараты бар', 'Носит слуховой аппарат', 'Uses a hearing aid']),
  extent('cfm_hear', ['Есту', 'Слух', 'Hearing']),
  flag('cfm_walk_aid', [
    'Жүруге құрал не көмек керек',
    'Нужны приспособления или помощь при ходьбе',
    'Uses equipment or help for walking',
  ]),
];
export const SENSES: readonly Domain[] = [
  ['seeing', ['Көру', 'Зрение', 'Seeing'], aLot('cfm_see')],
  ['hearing', ['Есту', 'Слух', 'Hearing'], aLot('cfm_hear')],
];

/** A child without any difficulty: no aids, and the named questions without difficulty. */
export const wellIn = (questions: readonly string[], more: Answers): Answers => ({
  ...{ cfm_glasses: false, cfm_hearing_aid: false, cfm_walk_aid: false },
  ...Object.fromEntries(questions.map((name) => [`cfm_${name}`, '1'])),
  ...more,
});

export const without = (answers: Answers, ...linkIds: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([linkId]) => !linkIds.includes(linkId)));

/** Worked examples of one age: answers, and the domains in which they show a difficulty. */
export const exampleOf =
  (domains: readonly Domain[], source: string) =>
  (name: string, answers: Answers, difficult: string[]): WorkedExample => ({
    ...{ name, source, answers, expected: [], concluded: concludes(domains, difficult) },
  });

/** Each single question at its edge: "some" is none, "a lot" is a difficulty. */
export const edgesOf = (
  example: ReturnType<typeof exampleOf>,
  well: Answers,
  questions: readonly (readonly [linkId: string, domain: string])[],
): WorkedExample[] =>
  questions.flatMap(([linkId, domain]) => [
    example(`${linkId}: some difficulty`, { ...well, [linkId]: '2' }, []),
    example(`${linkId}: a lot of difficulty`, { ...well, [linkId]: '3' }, [domain]),
  ]);

/** A child who could not be told of in learning: nothing is concluded of it, nor of the child; of `told` it is. */
export const unlearned = (well: Answers, told: string): WorkedExample => ({
  name: 'One domain unanswered: nothing can be said of it, nor of the child',
  source: 'derived by hand',
  answers: without(well, 'cfm_learn'),
  expected: [],
  concluded: [
    { conclusion: 'cfm', outcome: null },
    { conclusion: 'cfm-learning', outcome: null },
    { conclusion: `cfm-${told}`, outcome: 'no-difficulty' },
  ],
});

/** The module of one age, told by the mother or whoever cares for the child. */
export const childFunctioning = ({
  ages,
  says,
  domains,
  lists,
  checked,
  ...about
}: Pick<FormPackage, 'code' | 'title' | 'items' | 'examples'> & {
  ages: { from: number; to: number };
  says: NonNullable<FormPackage['meaning']>['says'];
  domains: readonly Domain[];
  lists: FormPackage['optionLists'];
  checked: string;
}): FormPackage => ({
  ...FIRST_VERSION,
  ...about,
  wording: 'absent',
  fallback: ENGLISH_ONLY,
  ages: { ...ages, source: MODULE },
  informants: [{ kind: 'caregiver', ages }],
  family: 'cfm',
  meaning: { says, saysNot: NO_DIAGNOSIS },
  optionLists: {
    extent: silentOptions({
      '1': ['Қиындық жоқ', 'Нет трудностей', 'No difficulty'],
      '2': ['Аздап қиын', 'Некоторые трудности', 'Some difficulty'],
      '3': ['Өте қиын', 'Большие трудности', 'A lot of difficulty'],
      '4': ['Мүлде алмайды', 'Совсем не может', 'Cannot do at all'],
    }),
    ...lists,
  },
  scales: [],
  conclusions: domainConclusions(domains),
  licence: broughtBySite({
    owner: 'UNICEF and the Washington Group on Disability Statistics',
    source: 'data.unicef.org, Module on Child Functioning',
    terms: 'Free to use exactly as published; translations follow the protocol of UNICEF.',
    checked,
  }),
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
});
