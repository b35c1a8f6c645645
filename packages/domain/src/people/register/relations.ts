import type { Sex } from '../identity.ts';

/**
 * What somebody is to the head of a family, as far as a register says it clearly. `other`: kin of whom nothing is written down.
 */
export const RELATIONS = ['head', 'parent', 'child', 'adopted', 'cohabitant', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Words with what they mean; the narrower ones first. A wife is `other`: a list does not say which of four kinds of marriage. */
const WORDS: ReadonlyArray<readonly [Relation, Sex, RegExp]> = [
  [
    'head',
    'unknown',
    /^(глава|глав[аы] сем\S*|сам|сама|заявител\S*|отбасы басшысы|отбасының басшысы|отағасы|басшы(сы)?|өзі|head|self|head of (the )?(family|household))$/u,
  ],
  [
    'other',
    'female',
    /(вну(ч|к)ка|внучк|падчериц|невест|сноха|келін|жиен қыз|granddaughter|stepdaughter|daughter[- ]in[- ]law|свекров|тёща|теща|mother[- ]in[- ]law|қайын ?ене|ене(сі)?$)/u,
  ],
  [
    'other',
    'male',
    /(внук|пасынок|зять|күйеу бала|grandson|stepson|son[- ]in[- ]law|свёкор|свекор|тесть|father[- ]in[- ]law|қайын ?ата)/u,
  ],
  [
    'other',
    'unknown',
    /(немере|жиен|өгей|grandchild|step|бабушк|дедушк|дед$|әже|ата$|grandm|grandf)/u,
  ],
  ['adopted', 'female', /(удочер|приёмная дочь|приемная дочь|асырап алған қыз|adopted daughter)/u],
  ['adopted', 'male', /(усыновл|приёмный сын|приемный сын|асырап алған ұл|adopted son)/u],
  ['adopted', 'unknown', /(асырап алған бала|adopted child)/u],
  [
    'cohabitant',
    'female',
    /^(сожительница|гражданская жена|азаматтық неке\S* әйел\S*|female partner)$/u,
  ],
  ['cohabitant', 'male', /^(сожитель|гражданский муж|азаматтық неке\S* күйеу\S*|male partner)$/u],
  ['parent', 'female', /^(мать|мама|анасы|ана|шешесі|mother)$/u],
  ['parent', 'male', /^(отец|папа|әкесі|әке|father)$/u],
  ['child', 'female', /^(дочь|дочка|доч|қызы|қыз|daughter)$/u],
  ['child', 'male', /^(сын|сынок|ұлы|ұл|son)$/u],
  ['child', 'unknown', /^(реб[её]нок|дитя|баласы|бала|child)$/u],
  [
    'other',
    'female',
    /^(жена|супруга|әйелі|зайыбы|жұбайы \(әйелі\)|wife|сестра|әпкесі|апасы|сіңлісі|қарындасы|sister|т[её]тя|племянница|aunt|niece|тоқал\S*)$/u,
  ],
  [
    'other',
    'male',
    /^(муж|супруг|күйеуі|ері|husband|брат|ағасы|інісі|brother|дядя|племянник|uncle|nephew)$/u,
  ],
  [
    'other',
    'unknown',
    /^(жұбайы|spouse|родственни\S*|туысы|туысқаны|relative|опекаем\S*|подопечн\S*|қамқорлық\S*|ward|sibling|другое|басқа|other)$/u,
  ],
];

/** @returns undefined for a word that nobody here knows. */
export function readRelation(text: string): { relation: Relation; sex: Sex } | null | undefined {
  const word = text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.\d]+$/u, '')
    .trim();
  if (word === '' || /^[-—]+$/u.test(word)) return null;
  const known = WORDS.find(([, , pattern]) => pattern.test(word));
  return known ? { relation: known[0], sex: known[1] } : undefined;
}
