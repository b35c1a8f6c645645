import type { MadeUpNote } from './made-up-note.ts';
import { WORKSHOP_KK } from './workshop-kk.ts';
import { WORKSHOP_RU } from './workshop-ru.ts';

export type { MadeUpNote, MadeUpPoint } from './made-up-note.ts';

const INTERVIEW: Pick<MadeUpNote['head'], 'kind' | 'place'> = { kind: 'interview', place: 'town' };

/** Made-up notes of two workshops, a conversation and three interviews. */
export const MADE_UP_NOTES: readonly MadeUpNote[] = [
  WORKSHOP_RU,
  WORKSHOP_KK,
  {
    name: 'group kk',
    coded: 'by-all',
    head: {
      title: 'Аналармен топтық әңгіме',
      kind: 'group',
      heldOn: '2022-05-18',
      place: 'online',
      language: 'kk',
      coders: 1,
    },
    points: [
      {
        speaker: 'returnee-women',
        text: 'Апта сайын чатта хабарласамыз, бір-бірімізге рецепт те, кеңес те жібереміз.',
        dana: ['peer_support'],
      },
      {
        speaker: 'returnee-women',
        text: 'Жұмысқа шықсам, кішкентайымды қайда қоямын?',
        dana: ['02_finding_employment', '06_raising_providing_for_children'],
      },
      {
        speaker: 'returnee-women',
        text: 'Түнде ұйқысыз жатып, таңда ештеңе болмағандай тұрамыз.',
        dana: ['08_own_psychological_problems'],
      },
      {
        speaker: 'returnee-women',
        text: 'Емханада қазақша сөйлейтін дәрігер тапқанша көп жүрдік.',
        dana: ['12_medical_services', '18_language_barrier'],
      },
    ],
  },
  {
    name: 'interview ru one',
    coded: 'by-all',
    head: {
      ...INTERVIEW,
      title: 'Интервью со специалистом',
      heldOn: '2022-06-02',
      language: 'ru',
      coders: 1,
    },
    points: [
      {
        speaker: 'practitioners',
        text: 'Половина моего дня уходит на справки, на разговор с семьёй остаётся час.',
        dana: ['care_for_helpers', '10_social_support_from_the_state'],
      },
      {
        speaker: 'practitioners',
        text: 'Квартиру от города ждут годами, а растить детей надо сейчас.',
        dana: ['01_housing'],
      },
      {
        speaker: 'practitioners',
        text: 'Психолога для взрослых в нашем городе нет, возим в область.',
        dana: ['08_own_psychological_problems'],
      },
    ],
  },
  {
    name: 'interview ru two',
    coded: 'by-all',
    head: {
      ...INTERVIEW,
      title: 'Интервью с участницей',
      heldOn: '2022-06-09',
      language: 'ru',
      coders: 1,
    },
    points: [
      {
        speaker: 'returnee-women',
        text: 'Съёмное жильё забирает почти всё пособие.',
        dana: ['01_housing', '10_social_support_from_the_state'],
      },
      {
        speaker: 'returnee-women',
        text: 'Дочь перестала заикаться, как только пошла на рисование.',
        dana: ['07_children_s_health_and_development'],
      },
      {
        speaker: 'returnee-women',
        text: 'Подруга из нашей группы сидела со мной в больнице, когда родные были далеко.',
        dana: ['peer_support'],
      },
    ],
  },
  {
    name: 'interview kk',
    coded: 'not-begun',
    head: {
      ...INTERVIEW,
      title: 'Туысымен сұхбат',
      heldOn: '2022-10-11',
      language: 'kk',
      coders: 2,
    },
    points: [
      {
        speaker: 'relatives',
        text: 'Немерелерім мектепке үйренді, тек оқу ақысы мен киімі қалтаға түседі.',
        dana: [],
      },
      {
        speaker: 'relatives',
        text: 'Қорғаншы болып рәсімделгенше дәрігерге де апара алмадық.',
        dana: [],
      },
      {
        speaker: 'relatives',
        text: 'Қызыммен үйде аз сөйлесеміз, екеуміз де ренжісіп қаламыз ба деп қорқамыз.',
        dana: [],
      },
    ],
  },
];
