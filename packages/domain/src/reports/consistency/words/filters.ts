import { tellingWords } from './alike.ts';

/** “If working: monthly income”, “Среди работающих: …”: a question that only some people are asked. */
const FILTER =
  /(?:^|[.:]\s)(?:if|among|only(?: if)?|для тех, кто|если|среди|у тех, кто|только)\s([^:,;(]{3,60})[:,]|(?:^|[.:]\s)([^:.,;(]{3,60}(?:са|се|ған жағдайда|ген жағдайда|арасында))\s?[:,]/iu;

/** Whom a title keeps a question to; null where it is asked of all. */
export function filterIn(title: string | null): string | null {
  const found = title === null ? null : FILTER.exec(title);
  return found?.[1]?.trim() ?? found?.[2]?.trim() ?? null;
}

const TABLE_NUMBER = /^\s*(?:(?:table|таблица|кесте)\s?\d+|\d+-кесте)[.:]?\s/iu;

/** What a title is of: its number and its filter aside. */
export function subjectIn(title: string): readonly string[] {
  const filter = filterIn(title);
  const own = title.replace(TABLE_NUMBER, '');
  return tellingWords(filter === null ? own : own.slice(own.indexOf(filter) + filter.length));
}

type Condition = { readonly said: RegExp; readonly met: RegExp; readonly notMet: RegExp };

/** Filters whose people another table tells apart in other words. */
const CONDITIONS: readonly Condition[] = [
  {
    said: /\b(?:work(?:s|ing)?|employed|(?:has|have) a job)\b|работа(?:ет|ют|ющ\p{L}*)|занят\p{L}*|жұмыс істе\p{L}*|жұмысы бол\p{L}*/iu,
    met: /\b(?:full.?time|part.?time|self.?employed|employed|works?|working|seasonal|own business|entrepreneur)\b|полн\p{L}* (?:рабоч|занят|ставк|день)|неполн\p{L}*|частичн\p{L}*|самозанят\p{L}*|работа(?:ет|ю|ют|ющ\p{L}*)|предпринимат\p{L}*|подработ\p{L}*|толық (?:жұмыс )?(?:күн|уақыт)\p{L}*|жартылай|өзін.?өзі жұмыспен|жұмыс істе\p{L}*|кәсіпкер\p{L}*/iu,
    notMet:
      /\b(?:not|un|never|no longer|looking)|не (?:работ|занят)|безработ|жұмыссыз|істеме(?!й тұр)|іздеп/iu,
  },
  {
    said: /\b(?:married|(?:has|have) a (?:partner|husband|spouse))\b|замужем|в браке|есть (?:партн[её]р|муж)|тұрмыста|күйеуі бар|некеде/iu,
    met: /\bmarri(?:ed|age)\b|\bcivil union\b|\bcohabit|замужем|брак|сожит|тұрмыста|неке/iu,
    notMet:
      /\b(?:not|un|never|divorced|widow|separated)|не (?:замужем|состо|была)|развод|развед|вдов|ажырас|жесір|шықпаған|тұрмыс құрмаған/iu,
  },
];

/** Tells which labels meet a filter; null where nobody can say. */
export function meetsFilter(filter: string): ((label: string) => boolean) | null {
  const condition = CONDITIONS.find(
    ({ said, notMet }) => said.test(filter) && !notMet.test(filter),
  );
  return condition ? (label) => condition.met.test(label) && !condition.notMet.test(label) : null;
}
