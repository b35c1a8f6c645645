import type { FormPackage } from '../form-package.ts';
import { ENGLISH_ONLY, FIRST_VERSION, inEnglish, type Words } from './first-version.ts';
import { englishOptions, wordedChoices, wordedInEnglish } from './worded-choices.ts';
import { NO_DIAGNOSIS, NO_KAZAKH_EVIDENCE, inOurWords as t } from './wording.ts';

/** The ten feelings of the K10; the K6 asks six of them. */
export const FEELINGS = {
  tired: [
    '… tired out for no good reason?',
    ['Себепсіз шаршау', 'Усталость без причины', 'Tired out'],
  ],
  nervous: ['… nervous?', ['Мазасыздық', 'Нервозность', 'Nervous']],
  calm: [
    '… so nervous that nothing could calm you down?',
    ['Тыныштала алмау', 'Ничто не успокаивало', 'Could not calm down'],
  ],
  hopeless: ['… hopeless?', ['Үмітсіздік', 'Безнадёжность', 'Hopeless']],
  restless: ['… restless or fidgety?', ['Тынышсыздық', 'Беспокойство', 'Restless']],
  still: [
    '… so restless that you could not sit still?',
    ['Отыра алмау', 'Не могла усидеть', 'Could not sit still'],
  ],
  depressed: ['… depressed?', ['Көңілсіздік', 'Подавленность', 'Depressed']],
  cheer: [
    '… so depressed that nothing could cheer you up?',
    ['Ештеңе жұбата алмау', 'Ничто не радовало', 'Nothing could cheer up'],
  ],
  effort: [
    '… that everything was an effort?',
    ['Бәрі қиын', 'Всё давалось с трудом', 'Everything an effort'],
  ],
  worthless: ['… worthless?', ['Қадірсіздік', 'Никчёмность', 'Worthless']],
} satisfies Record<string, [string, Words]>;
export type Feeling = keyof typeof FEELINGS;

const TIMES = [
  'None of the time',
  'A little of the time',
  'Some of the time',
  'Most of the time',
  'All of the time',
];

/** What K6 and K10 share; the ids of the options are their points, from `first` on. */
export const kessler = (
  code: string,
  feelings: Readonly<Record<string, Feeling>>,
  first: 0 | 1,
): Omit<FormPackage, 'title' | 'scales' | 'examples'> => ({
  ...FIRST_VERSION,
  code,
  notice: t(
    'Kessler шкаласы: R. Kessler, Гарвард медициналық мектебі.',
    'Шкала Кесслера: R. Kessler, Гарвардская медицинская школа.',
    'Kessler scale: R. Kessler, Harvard Medical School.',
  ),
  wording: 'verbatim',
  fallback: ENGLISH_ONLY,
  ages: { from: 18, source: 'Kessler et al. 2003, Archives of General Psychiatry 60: 184-189' },
  informants: [{ kind: 'self', ages: { from: 18 } }],
  meaning: {
    says: t(
      'Соңғы 30 күнде жалпы күйзеліс қаншалықты жиі болғанын айтады.',
      'Как часто за последние 30 дней был общий дистресс.',
      'How often there was general distress over the past 30 days.',
    ),
    saysNot: NO_DIAGNOSIS,
  },
  optionLists: {
    times: englishOptions(TIMES, first).reverse(),
  },
  items: [
    {
      type: 'group',
      linkId: code,
      text: inEnglish('During the past 30 days, about how often did you feel …'),
      items: wordedChoices(
        Object.keys(feelings),
        wordedInEnglish(Object.values(feelings).map((feeling) => FEELINGS[feeling])),
        { options: 'times' },
      ),
    },
  ],
  licence: {
    owner: 'Ronald C. Kessler, Harvard Medical School',
    source: 'hcp.med.harvard.edu/ncs; Kessler et al. 2002, 2003',
    terms: 'Free to use; the source is credited.',
    text: 'shipped',
    checked:
      'English questions and answers: known wording of the self-administered form, compared with public transcriptions; its opening words are left out. Terms and cut-offs: from memory. Russian versions exist by what we know; none was seen.',
    attribution: 'Kessler et al. 2002, 2003',
  },
  evidence: { kk: [NO_KAZAKH_EVIDENCE] },
});
