import type { ARRIVAL_WAYS } from '../circumstances/circumstance.ts';
import type { LifeStatus } from '../family-graph/family-graph.ts';
import { UNKNOWN } from './read-cells.ts';

type ArrivalWay = (typeof ARRIVAL_WAYS)[number];

/** The first pattern that fits decides. */
const WAYS: ReadonlyArray<readonly [ArrivalWay, RegExp]> = [
  [
    'born-here',
    /(родил\S* (в|уже|здесь)|осында туған|елде туған|қазақстанда туған|born here|born in)/u,
  ],
  ['handed-over', /(депорт|экстради|выдан|передан|тапсырыл|өткізіл|deport|extradit|handed over)/u],
  [
    'through-another-country',
    /(через|транзит|арқылы|үшінші ел|through|via|transit|third country)/u,
  ],
  [
    'own-way',
    /(самост|сам(а|и)?$|своим ходом|сво[ия]м? сил|өз бетін|өзі(мен)? келген|own way|on (her|his|their) own|by (her|him|them)sel)/u,
  ],
  [
    'organised',
    /(операци|организованн|государств|эвакуац|спецрейс|жусан|русафа|ұйымдас|әуе рейс|мемлекет|operation|organi[sz]ed|state flight|evacuat|zhusan|jusan|rusafa)/u,
  ],
];

/** How somebody came: `operation 3`, `Жусан-3`, `өз бетінше`, `через третью страну`. @returns undefined for what tells no way */
export function readArrivalWay(
  text: string,
): { way: ArrivalWay; operation: number | null } | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return null;
  if (UNKNOWN.test(typed)) return { way: 'unknown', operation: null };
  const number = Number(/(?<!\d)([1-9]|[12]\d|30)(?!\d)/u.exec(typed)?.[1] ?? 0) || null;
  const way = WAYS.find(([, pattern]) => pattern.test(typed))?.[0];
  if (way) return { way, operation: way === 'organised' ? number : null };
  return /^№? ?\d{1,2}$/u.test(typed) && number
    ? { way: 'organised', operation: number }
    : undefined;
}

/** How languages are called in the three of the programme, as the words begin. */
const LANGUAGE_WORDS: ReadonlyArray<readonly [code: string, pattern: RegExp]> = [
  ['kk', /^(kk|kz|каз|қаз|kaz|qaz)/u],
  ['ru', /^(ru|рус|орыс|russ)/u],
  ['uz', /^(uz|узб|өзб|ўзб|ozb)/u],
  ['ky', /^(ky|кирг|кырг|қырғ|kyr|kirg)/u],
  ['tg', /^(tg|тадж|тәжік|тожик|taj)/u],
  ['ug', /^(ug|уйг|ұйғ|uyg|uig)/u],
  ['tt', /^(tt|татар|tatar)/u],
  ['tr', /^(tr|турец|түрік|turk(?!m))/u],
  ['az', /^(az|азер|әзір|azer)/u],
  ['tk', /^(tk|туркм|түрікм|turkm)/u],
  ['ar', /^(ar|араб|arab)/u],
  ['ku', /^(ku|курд|күрд|kurd)/u],
  ['fa', /^(fa|фарс|перс|парсы|fars|pers|дари|dari)/u],
  ['ce', /^(ce|чечен|шешен|chech)/u],
  ['en', /^(en|англ|ағылш)/u],
  ['de', /^(de|нем|неміс|germ)/u],
];
const MOST_LANGUAGES = 8;
const BETWEEN_LANGUAGES = /[,;/+\n]+|\s+(?:и|және|мен|пен|бен|and)\s+/u;
const LANGUAGE_NOUN = /\s*(язык|тілі|тіл|language)\S*$/u;

/** Languages of one cell, as codes, in the order in which they stand. @returns undefined when one of the words is none */
export function readLanguages(text: string): string[] | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '' || UNKNOWN.test(typed)) return [];
  const words = typed
    .split(BETWEEN_LANGUAGES)
    .map((word) =>
      word
        .replace(/\(.*?\)/gu, '')
        .replace(LANGUAGE_NOUN, '')
        .trim(),
    )
    .filter(Boolean);
  const codes = words.map((word) => LANGUAGE_WORDS.find(([, begin]) => begin.test(word))?.[0]);
  return codes.every((code) => code !== undefined)
    ? [...new Set(codes)].slice(0, MOST_LANGUAGES)
    : undefined;
}

type LifeState = LifeStatus['state'];
const LIVES: ReadonlyArray<readonly [LifeState, RegExp]> = [
  ['deceased', /(умер|смерт|погиб|скончал|қайтыс|өлген|қаза|марқұм|dead|died|deceas|killed)/u],
  ['missing', /(без вести|пропал|хабарсыз|хабар-ошар|жоғалған|missing)/u],
  [
    'imprisoned',
    /(осужд|заключ|тюрьм|колони|сизо|лишени\S* свобод|отбыва|сотталған|түрме|қамауда|бас бостандығ|prison|jail|convict|detain)/u,
  ],
  ['alive', /^(жив(а|ой|ы)?|тірі|живая|alive|living)\.?$/u],
];

/** Where a life stands. @returns undefined for a word that does not tell it, null for an empty cell */
export function readLife(text: string): LifeState | null | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '' || /^[-—]+$/u.test(typed)) return null;
  if (UNKNOWN.test(typed)) return 'unknown';
  return LIVES.find(([, pattern]) => pattern.test(typed))?.[0];
}
