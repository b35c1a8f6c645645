import type { MadeUpNote } from './made-up-note.ts';

export const WORKSHOP_RU: MadeUpNote = {
  name: 'workshop ru',
  coded: 'by-all',
  head: {
    title: 'Рабочая встреча специалистов и участниц',
    kind: 'workshop',
    heldOn: '2022-04-14',
    place: 'capital',
    language: 'ru',
    coders: 2,
  },
  points: [
    {
      speaker: 'practitioners',
      text: 'Запись к детскому врачу растягивается на месяцы, а логопед в центре один на всех.',
      dana: ['07_children_s_health_and_development', '12_medical_services'],
      timur: ['07_children_s_health_and_development', '12_medical_services'],
    },
    {
      speaker: 'practitioners',
      text: 'Мы не знаем, кто отвечает за жильё: семью отправляют из одного отдела в другой.',
      dana: ['01_housing', '10_social_support_from_the_state'],
      timur: ['01_housing', '10_social_support_from_the_state'],
    },
    {
      speaker: 'practitioners',
      text: 'Специалисты устают, супервизии почти нет, посоветоваться не с кем.',
      dana: ['care_for_helpers'],
      timur: ['care_for_helpers'],
    },
    {
      speaker: 'practitioners',
      text: 'Психолог нужен не на три встречи, а на годы: тревога возвращается с каждым новым письмом.',
      dana: ['08_own_psychological_problems'],
      timur: ['08_own_psychological_problems', 'care_for_helpers'],
      settled: {
        theme: 'care_for_helpers',
        isGiven: false,
        reason: 'Речь о помощи женщинам, а не о самих специалистах.',
      },
    },
    {
      speaker: 'returnee-women',
      text: 'Друг другу мы верим сразу: с той, кто прошла то же, не надо объяснять с начала.',
      dana: ['peer_support'],
      timur: ['peer_support'],
      quote: {
        words: 'Друг другу мы верим сразу: с той, кто прошла то же, не надо объяснять с начала.',
        reach: 'public',
      },
    },
    {
      speaker: 'returnee-women',
      text: 'Хочу выучиться на швею и брать заказы домой, но за учёбу надо платить самой.',
      dana: ['02_finding_employment'],
      timur: ['02_finding_employment'],
      quote: {
        words: 'Хочу выучиться на швею и брать заказы домой […]',
        reach: 'network',
        waits: true,
      },
    },
    {
      speaker: 'returnee-women',
      text: 'Сын спрашивает, где папа. Я каждый раз отвечаю по-разному и потом не сплю.',
      dana: ['talking_about_father'],
      timur: ['talking_about_father', '08_own_psychological_problems'],
    },
    {
      speaker: 'returnee-women',
      text: 'Во дворе здороваются, а на работу как увидят прошлые бумаги, так не берут.',
      dana: ['02_finding_employment', '13_stereotypes'],
      timur: ['02_finding_employment', '13_stereotypes'],
    },
    {
      speaker: 'school-staff',
      text: 'Двое детей сидят в классе с младшими: пропустили три года, их за это дразнят.',
      dana: ['19_bullying_at_school', '07_children_s_health_and_development'],
      timur: ['19_bullying_at_school'],
      settled: {
        theme: '07_children_s_health_and_development',
        isGiven: true,
        reason: 'Пропуск трёх лет – это о развитии и учёбе детей.',
      },
    },
    {
      speaker: 'school-staff',
      text: 'Учителей никто не учил, как говорить с подростком, который молчит неделями.',
      dana: ['06_raising_providing_for_children'],
      timur: ['06_raising_providing_for_children'],
    },
    {
      speaker: 'practitioners',
      text: 'Пособие приходит, но его хватает на неделю: потом приносят продукты соседи.',
      dana: ['10_social_support_from_the_state', '20_food_and_hygiene'],
      timur: ['10_social_support_from_the_state', '20_food_and_hygiene'],
    },
    {
      speaker: 'practitioners',
      text: 'Спасибо, что собрали всех за одним столом.',
      dana: [],
      timur: [],
    },
  ],
};
