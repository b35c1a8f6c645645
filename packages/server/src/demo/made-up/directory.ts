import { addDays, NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import type { Names, Provider, Responsible, Service } from '@tirek/domain/services';
import { madeUpId } from '../cast.ts';

/** A made-up provider with what it offers. */
export interface MadeUpProvider {
  readonly id: string;
  readonly provider: Provider;
  readonly services: readonly { readonly id: string; readonly service: Service }[];
}

const PHONE = '+7 000 000 00 00';
const contacts = (address: string): Provider['contacts'] => ({
  ...{ phone: PHONE, email: '', address, site: '' },
});
const NONE: Provider['contacts'] = { phone: '', email: '', address: '', site: '' };
const names = (kk: string, ru: string, en: string): Names => ({ kk, ru, en });

/** Words that no institution was named after here; one a region, in the order of the regions. */
const WORDS = [
  ...['Үміт', 'Шапағат', 'Мейірім', 'Қамқор', 'Бірлік', 'Жанашыр', 'Арай', 'Сенім', 'Береке'],
  ...['Шуақ', 'Демеу', 'Аяла', 'Ынтымақ', 'Тірек-қор', 'Жарық', 'Мұрагер', 'Дән', 'Самал', 'Өркен'],
  'Нұрлы',
] as const;

type Offer = Partial<Service> & Pick<Service, 'name' | 'category' | 'layer' | 'activities'>;

/** A directory of made-up institutions in all regions, with holes, entries out of date and centres that are full. */
export function madeUpDirectory(regions: readonly string[], today: string): MadeUpProvider[] {
  return regions.flatMap((region, at) => {
    const word = WORDS[at % WORDS.length] ?? 'Үміт';
    return [
      supportCentre(region, word, at, today),
      ...(at % 3 === 0 ? [mentalHealthCentre(region, word, at, today)] : []),
      ...(at % 2 === 1 ? [charity(region, word, at, today)] : []),
      ...(at % 5 === 2 ? [neighbours(region, today)] : []),
    ];
  });
}

function made(
  key: string,
  provider: Provider,
  offers: readonly Offer[],
  verifiedOn: string | null,
): MadeUpProvider {
  const id = madeUpId(`provider ${key}`);
  return {
    ...{ id, provider },
    services: offers.map((offer, at) => ({
      id: madeUpId(`service ${key} ${at}`),
      service: {
        ...{ providerId: id, regions: provider.region === null ? [] : [provider.region] },
        ...{ reach: ['city'], languages: ['kk', 'ru'], ages: { from: 0, to: null } },
        ...{ hasWomenStaff: true, cost: { amount: 0, currency: 'KZT' } },
        ...{ capacity: 20, placesFree: 4, hours: '9:00–18:00', access: '', verifiedOn },
        ...offer,
      },
    })),
  };
}

function supportCentre(region: string, word: string, at: number, today: string): MadeUpProvider {
  const verifiedOn = at % 6 === 4 ? addDays(today, -260) : addDays(today, -10 - at * 4);
  const counselling: Offer = {
    name: names('Психологиялық кеңес', 'Психологическое консультирование', 'Counselling'),
    ...{ category: 'distress', layer: 3, activities: ['counselling', 'crisis-help'] },
    ...{ reach: at % 2 === 0 ? ['city', 'district'] : ['city'] },
    placesFree: at % 7 === 3 ? 0 : 3,
  };
  const parenting: Offer = {
    name: names('Ата-аналар тобы', 'Группа для родителей', 'Group for parents'),
    ...{
      category: 'parenting',
      layer: 2,
      activities: ['group-work'],
      ages: { from: 18, to: null },
    },
    ...{ capacity: 12, placesFree: null },
  };
  return made(
    `centre ${region}`,
    {
      name: names(
        `«${word}» психологиялық қолдау орталығы`,
        `Центр психологической поддержки «${word}»`,
        `${word} Centre of Psychological Support`,
      ),
      ...{ holder: 'state', kind: 'psychological-support-centre', region },
      contacts: contacts(''),
    },
    at % 4 === 1 ? [counselling] : [counselling, parenting],
    verifiedOn,
  );
}

function mentalHealthCentre(
  region: string,
  word: string,
  at: number,
  today: string,
): MadeUpProvider {
  const treatment: Offer = {
    name: names(
      'Психотерапевт пен психиатрдың қабылдауы',
      'Приём психотерапевта и психиатра',
      'Psychotherapy and psychiatry',
    ),
    ...{ category: 'distress', layer: 4, activities: ['psychotherapy', 'psychiatry'] },
    ...{ ages: { from: 18, to: null }, hasWomenStaff: at % 2 === 0 ? true : null },
    placesFree: at % 9 === 0 ? 0 : 1,
  };
  const remote: Offer = {
    ...treatment,
    name: names(
      'Бейнебайланыс арқылы кеңес',
      'Консультация по видеосвязи',
      'Consultation by video',
    ),
    ...{ category: 'health', activities: ['medicine', 'psychiatry'], reach: ['remote'] },
  };
  return made(
    `mental health ${region}`,
    {
      name: names(
        `«${word}» психикалық денсаулық орталығы`,
        `Центр психического здоровья «${word}»`,
        `${word} Mental Health Centre`,
      ),
      ...{ holder: 'state', kind: 'mental-health-centre', region, contacts: contacts('') },
    },
    at % 2 === 0 ? [treatment, remote] : [treatment],
    addDays(today, -30 - at),
  );
}

function charity(region: string, word: string, at: number, today: string): MadeUpProvider {
  const papers: Offer = {
    name: names(
      'Құжаттар бойынша заң көмегі',
      'Юридическая помощь с документами',
      'Legal aid with papers',
    ),
    ...{ category: 'papers', layer: 1, activities: ['legal-aid', 'information'] },
    ...{ reach: ['city', 'remote'], cost: at % 4 === 3 ? { amount: 5000, currency: 'KZT' } : null },
  };
  const trade: Offer = {
    name: names('Тігіншілікке үйрету', 'Обучение швейному делу', 'Training in sewing'),
    ...{
      category: 'work',
      layer: 2,
      activities: ['trade-training'],
      reach: ['district', 'village'],
    },
    ...{ ages: { from: 16, to: null }, capacity: 10, placesFree: at % 3 },
  };
  return made(
    `charity ${region}`,
    {
      name: names(`«${word}» қоғамдық қоры`, `Общественный фонд «${word}»`, `${word} Foundation`),
      ...{ holder: 'ngo', kind: 'charity', region, contacts: contacts('') },
    },
    at % 4 === 3 ? [papers, trade] : [papers],
    at % 6 === 5 ? null : addDays(today, -60),
  );
}

const neighbours = (region: string, today: string): MadeUpProvider =>
  made(
    `neighbours ${region}`,
    {
      name: names('Көршілердің көмегі', 'Помощь соседей', 'Help of neighbours'),
      ...{ holder: 'informal', kind: 'self-help', region, contacts: NONE },
    },
    [
      {
        name: names('Балаға қарай тұру', 'Присмотр за ребёнком', 'Looking after a child'),
        ...{ category: 'support', layer: 2, activities: ['peer-support'], reach: ['village'] },
        ...{ capacity: null, placesFree: null, hours: '' },
      },
    ],
    addDays(today, -45),
  );

const BODY_OF: Partial<Record<NeedCategory, Responsible['accountable']['body']>> = {
  ...{ papers: 'justice-office', housing: 'housing-office', basic: 'social-protection' },
  ...{ work: 'employment-office', school: 'school', language: 'ngo', family: 'ngo' },
  ...{ health: 'clinic', disability: 'social-protection', distress: 'clinic' },
  ...{ services: 'local-authority', parenting: 'ngo', coping: 'ngo', support: 'community' },
};

/** Who answers for which need in which region; acceptance and surroundings are nobody's anywhere, others here and there. */
export function madeUpResponsibilities(regions: readonly string[]) {
  return regions.flatMap((region, at) =>
    NEED_CATEGORY_IDS.flatMap((category, place) => {
      const body = BODY_OF[category];
      if (!body || (at * 3 + place * 5) % 11 === 0) return [];
      const responsible: Responsible = {
        accountable: { body, providerId: null },
        deputy: at % 2 === 0 ? { body: 'local-authority', providerId: null } : null,
        days: body === 'clinic' ? 14 : 30,
        escalation: { body: 'local-authority', providerId: null },
      };
      return [
        { id: madeUpId(`responsibility ${region} ${category}`), region, category, responsible },
      ];
    }),
  );
}
