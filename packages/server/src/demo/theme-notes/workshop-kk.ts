import type { MadeUpNote } from './made-up-note.ts';

export const WORKSHOP_KK: MadeUpNote = {
  name: 'workshop kk',
  coded: 'by-all',
  head: {
    title: 'Әйелдер мен мамандардың семинары',
    kind: 'workshop',
    heldOn: '2022-09-20',
    place: 'city',
    language: 'kk',
    coders: 2,
  },
  points: [
    {
      speaker: 'returnee-women',
      text: 'Пәтер жалдап тұрамыз, иесі көп балалы отбасыны ұнатпайды, жылда көшеміз.',
      dana: ['01_housing'],
      timur: ['01_housing'],
      quote: { words: 'Пәтер жалдап тұрамыз […] жылда көшеміз.', reach: 'public' },
    },
    {
      speaker: 'returnee-women',
      text: 'Балалардың құжаттарын жинауға екі жыл кетті, енді кенжемнің азаматтығы ғана қалды.',
      dana: ['04_papers_registration_of_children'],
      timur: ['04_papers_registration_of_children'],
    },
    {
      speaker: 'returnee-women',
      text: 'Әкесі туралы сұраса, не айтарымды білмеймін, әңгімені басқаға бұрамын.',
      dana: ['talking_about_father'],
      timur: ['talking_about_father'],
    },
    {
      speaker: 'returnee-women',
      text: 'Туыстарым келіп-кетіп тұрады, бірақ кейбірі әлі сырт айналады.',
      dana: ['13_stereotypes', '14_misunderstandings_in_family'],
      timur: ['14_misunderstandings_in_family'],
    },
    {
      speaker: 'returnee-women',
      text: 'Ерікті болып көмектескен күні өзім де жеңілдеп қаламын.',
      dana: ['peer_support', '08_own_psychological_problems'],
      timur: ['peer_support'],
      settled: {
        theme: '08_own_psychological_problems',
        isGiven: true,
        reason: 'Өз көңіл күйі туралы да айтып отыр.',
      },
    },
    {
      speaker: 'practitioners',
      text: 'Жасөспірімдермен жұмыс істейтін маман аз, аналар жалғыз қалып жатыр.',
      dana: ['06_raising_providing_for_children'],
      timur: ['06_raising_providing_for_children'],
    },
    {
      speaker: 'practitioners',
      text: 'Күйеуінің қайтыс болғаны туралы қағазсыз жәрдемақы тағайындалмайды.',
      dana: ['03_papers_on_husband_s_death', '10_social_support_from_the_state'],
      timur: ['03_papers_on_husband_s_death', '10_social_support_from_the_state'],
    },
    {
      speaker: 'practitioners',
      text: 'Мүгедектігі бар балаға комиссия күту жарты жылға созылады.',
      dana: ['17_disability'],
      timur: ['17_disability', '12_medical_services'],
    },
    {
      speaker: 'practitioners',
      text: 'Әріптестер желісі болса, әр өңірде бір сұрақты қайта ашпас едік.',
      dana: ['care_for_helpers'],
      timur: ['care_for_helpers'],
    },
    {
      speaker: 'school-staff',
      text: 'Мектеп киімі мен оқулықты ата-аналар комитеті жинап берді.',
      dana: ['09_cost_of_education_of_children'],
      timur: ['09_cost_of_education_of_children'],
    },
  ],
};
