import type { Language } from '../../../text/index.ts';

type Words = {
  readonly answer: string;
  readonly count: string;
  readonly total: string;
  readonly noAnswer: string;
  readonly need: string;
  readonly percentOfPeople: string;
  readonly severalAnswers: string;
  readonly weighted: string;
  readonly region: string;
  readonly girls: string;
  readonly boys: string;
  readonly ofWhich: string;
  readonly city: string;
  readonly asked: string;
  readonly distressed: string;
  readonly item: string;
  readonly mean: string;
  readonly tableWord: (number: number) => string;
  readonly options: readonly string[];
  readonly needs: readonly string[];
  readonly regions: readonly string[];
  readonly items: readonly string[];
  readonly counted: (n: string, count: string, percent: string) => string;
  readonly whole: (whole: string, parts: readonly [string, string, string]) => string;
  readonly rest: (first: string, rest: string) => string;
  readonly score: (mean: string, sd: string) => string;
  readonly test: (df: string, t: string, p: string) => string;
  readonly noise: readonly string[];
  readonly surveyed: (n: string) => string;
  readonly ages: string;
  readonly years: string;
  readonly occupations: readonly [string, string, string];
  readonly notWorking: string;
  readonly occupation: string;
  readonly income: string;
  readonly incomes: readonly string[];
  readonly earnedOfSome: (percent: string) => string;
  readonly earnedOfAll: (percent: string) => string;
  readonly most: (percent: string) => string;
  readonly few: (percent: string) => string;
};

/** What the made-up reports are written with. */
export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    answer: 'Answer',
    count: 'n',
    total: 'Total',
    noAnswer: 'No answer',
    need: 'Need',
    percentOfPeople: '% of respondents',
    severalAnswers: 'several answers possible',
    weighted: 'weighted',
    region: 'Region',
    girls: 'Girls',
    boys: 'Boys',
    ofWhich: 'of which',
    city: 'in the city',
    asked: 'Asked',
    distressed: 'With distress',
    item: 'Statement',
    mean: 'Mean',
    tableWord: (number) => `Table ${number}. What families told`,
    options: ['Very good', 'Good', 'Neither good nor bad', 'Bad', 'Very bad', 'Hard to say yet'],
    needs: [
      'Housing',
      'Finding work',
      'Documents',
      'Own health',
      'School costs',
      'Childcare',
      'Loans',
    ],
    regions: [
      'North',
      'South',
      'West',
      'East',
      'Lake district',
      'Steppe',
      'Mountains',
      'River valley',
    ],
    items: [
      'I feel safe',
      'I have friends',
      'I can get help',
      'I like my work',
      'I believe in my future',
      'I feel at home',
    ],
    counted: (n, count, percent) =>
      `Of the ${n} mothers asked, ${count} (${percent}) had a job of their own.`,
    whole: (whole, [men, women, children]) =>
      `The programme looks after ${whole} people: ${men} men, ${women} women and ${children} children.`,
    rest: (first, rest) =>
      `In spring ${first} of the families rented their home, the remaining ${rest} owned one.`,
    score: (mean, sd) => `The mean score was ${mean} (SD = ${sd}, range 1 to 5).`,
    test: (df, t, p) => `Town and village differed, t(${df}) = ${t}, p = ${p}.`,
    noise: [
      'The survey ran from 12.05.2023 to 30.06.2023; questions were answered at +7 701 123 45 67 or https://example.org/2023/104.',
      'Earlier work (Smith, 2019; Jones et al., 2021, p. 33) found 45% to 60% [12, 13]; see Section 3.2, Figure 4 and pages 12–14.',
      'The number of places grew by 150% between 2019 and 2022, from 10 to 25, in 16 of 17 regions.',
      'Two thirds of them are aged 6–11, about 40% live in towns and nearly 90% go to school.',
      'Rent rose from 45,000 to 60,000 tenge a month, that is 33.3% more, at a rate of 450 tenge to the dollar.',
      'An alpha of 0.90 was found for 18 items and one of 0.88 for 9 items in the 3rd wave (version 2.1.0).',
    ],
    surveyed: (n) => `The survey reached ${n} respondents.`,
    ages: 'Children by age',
    years: 'years',
    occupation: 'Occupation',
    occupations: ['Full-time', 'Part-time', 'Self-employed'],
    notWorking: 'Not working',
    income: 'If working: monthly income',
    incomes: ['Up to 100 thousand', 'From 100 to 200 thousand', 'Over 200 thousand'],
    earnedOfSome: (percent) =>
      `Of those who work, ${percent} have a monthly income of up to 100 thousand.`,
    earnedOfAll: (percent) =>
      `A monthly income of up to 100 thousand is what the mothers (${percent} of respondents) live on.`,
    most: (percent) => `The majority of the families (${percent}) live in rented rooms.`,
    few: (percent) => `Less than half of the families (${percent}) live in rooms of their own.`,
  },
  ru: {
    answer: 'Ответ',
    count: 'Чел.',
    total: 'Всего',
    noAnswer: 'Нет ответа',
    need: 'Потребность',
    percentOfPeople: '% опрошенных',
    severalAnswers: 'можно было выбрать несколько ответов',
    weighted: 'взвешенные данные',
    region: 'Регион',
    girls: 'Девочки',
    boys: 'Мальчики',
    ofWhich: 'из них',
    city: 'в городе',
    asked: 'Опрошено',
    distressed: 'С дистрессом',
    item: 'Утверждение',
    mean: 'Среднее',
    tableWord: (number) => `Таблица ${number}. О чём рассказали семьи`,
    options: [
      'Очень хорошо',
      'Хорошо',
      'Ни хорошо ни плохо',
      'Плохо',
      'Очень плохо',
      'Пока трудно сказать',
    ],
    needs: [
      'Жильё',
      'Поиск работы',
      'Документы',
      'Своё здоровье',
      'Расходы на школу',
      'Присмотр за детьми',
      'Кредиты',
    ],
    regions: ['Север', 'Юг', 'Запад', 'Восток', 'Приозёрье', 'Степь', 'Горы', 'Долина'],
    items: [
      'Я чувствую себя спокойно',
      'У меня есть друзья',
      'Мне есть кому помочь',
      'Мне нравится моя работа',
      'Я верю в будущее',
      'Здесь мой дом',
    ],
    counted: (n, count, percent) =>
      `Из ${n} опрошенных матерей ${count} (${percent}) имеют собственный заработок.`,
    whole: (whole, [men, women, children]) =>
      `Программа сопровождает ${whole} человек: ${men} мужчин, ${women} женщин и ${children} детей.`,
    rest: (first, rest) =>
      `Весной ${first} семей снимали жильё, у остальных ${rest} оно было своё.`,
    score: (mean, sd) => `Средний балл составил ${mean} (СО = ${sd}; от 1 до 5).`,
    test: (df, t, p) => `Город и село различаются: t(${df}) = ${t}; p = ${p}.`,
    noise: [
      'Опрос шёл с 12.05.2023 по 30.06.2023; справки по телефону +7 701 123 45 67 и на https://example.org/2023/104.',
      'Ранее (Смирнова, 2019; Ким и др., 2021, с. 33) получали от 45 % до 60 % [12, 13]; см. раздел 3.2, рис. 4 и с. 12–14.',
      'Число мест с 2019 по 2022 год выросло на 150 %, с 10 до 25, в 16 из 17 регионов.',
      'Две трети из них в возрасте 6–11 лет, около 40 % живут в городах, почти 90 % ходят в школу.',
      'Аренда подорожала с 45 000 до 60 000 тенге в месяц, то есть на 33,3 %, при курсе 450 тенге за доллар.',
      'Альфа 0,90 получена для 18 пунктов и 0,88 для 9 пунктов 3-й волны (версия 2.1.0).',
    ],
    surveyed: (n) => `Опрошено ${n} респондентов.`,
    ages: 'Дети по возрасту',
    years: 'лет',
    occupation: 'Занятость',
    occupations: ['Полный рабочий день', 'Частичная занятость', 'Самозанятость'],
    notWorking: 'Не работает',
    income: 'Если работает: доход в месяц',
    incomes: ['Меньше 100 тысяч', 'От 100 до 200 тысяч', 'Больше 200 тысяч'],
    earnedOfSome: (percent) =>
      `У тех, кто работает, доход в месяц в ${percent} случаев ниже 100 тысяч.`,
    earnedOfAll: (percent) => `На доход в месяц ниже 100 тысяч живут ${percent} опрошенных.`,
    most: (percent) => `Большинство семей (${percent}) живут в съёмных комнатах.`,
    few: (percent) => `Менее половины семей (${percent}) живут в своих комнатах.`,
  },
  kk: {
    answer: 'Жауап',
    count: 'Саны',
    total: 'Барлығы',
    noAnswer: 'Жауап жоқ',
    need: 'Қажеттілік',
    percentOfPeople: 'сұралғандардың %',
    severalAnswers: 'бірнеше жауап беруге болады',
    weighted: 'салмақталған деректер',
    region: 'Өңір',
    girls: 'Қыздар',
    boys: 'Ұлдар',
    ofWhich: 'оның ішінде',
    city: 'қалада',
    asked: 'Сұралғаны',
    distressed: 'Күйзелісі бары',
    item: 'Тұжырым',
    mean: 'Орташа',
    tableWord: (number) => `${number}-кесте. Отбасылар не айтты`,
    options: [
      'Өте жақсы',
      'Жақсы',
      'Жақсы да, жаман да емес',
      'Жаман',
      'Өте жаман',
      'Әзірге айту қиын',
    ],
    needs: [
      'Баспана',
      'Жұмыс табу',
      'Құжаттар',
      'Өз денсаулығы',
      'Мектеп шығыны',
      'Бала күтімі',
      'Несие',
    ],
    regions: ['Солтүстік', 'Оңтүстік', 'Батыс', 'Шығыс', 'Көл маңы', 'Дала', 'Тау', 'Өзен аңғары'],
    items: [
      'Өзімді тыныш сезінемін',
      'Достарым бар',
      'Көмек ала аламын',
      'Жұмысым ұнайды',
      'Болашағыма сенемін',
      'Мұнда үйдегідеймін',
    ],
    counted: (n, count, percent) =>
      `Сұралған ${n} ананың ${count}-і (${percent}) өзі табыс табады.`,
    whole: (whole, [men, women, children]) =>
      `Бағдарлама қамқорлығында ${whole} адам бар: ${men} ер, ${women} әйел және ${children} бала.`,
    rest: (first, rest) =>
      `Көктемде отбасылардың ${first}-ы пәтер жалдады, қалған ${rest}-ының өз үйі болды.`,
    score: (mean, sd) => `Орташа балл ${mean} болды (СА = ${sd}; шкала 1–5).`,
    test: (df, t, p) => `Қала мен ауыл өзгеше: t(${df}) = ${t}; p = ${p}.`,
    noise: [
      'Сауалнама 12.05.2023 пен 30.06.2023 аралығында өтті; анықтама: +7 701 123 45 67, https://example.org/2023/104.',
      'Бұрын (Серікова, 2019; Ким және т.б., 2021, 33-бет) 45 % пен 60 % аралығы шыққан [12, 13]; 3.2-бөлімді, 4-суретті қараңыз.',
      'Орын саны 2019 жылдан 2022 жылға дейін 150 % өсті: 10-нан 25-ке дейін, 17 өңірдің 16-сында.',
      'Олардың үштен екісі 6–11 жаста, шамамен 40 %-ы қалада тұрады, 90 %-ға жуығы мектепке барады.',
      'Жалдау ақысы айына 45 000 теңгеден 60 000 теңгеге дейін, яғни 33,3 % қымбаттады; бағам — доллар үшін 450 теңге.',
      '18 тармақ үшін альфа 0,90, 9 тармақ үшін 0,88 болды (3-толқын, 2.1.0 нұсқасы).',
    ],
    surveyed: (n) => `Сауалнамаға ${n} респондент қатысты.`,
    ages: 'Балалардың жасы',
    years: 'жас',
    occupation: 'Жұмыспен қамтылуы',
    occupations: ['Толық жұмыс күні', 'Жартылай жұмыс күні', 'Өзін-өзі жұмыспен қамтыған'],
    notWorking: 'Жұмыссыз',
    income: 'Жұмыс істесе: айлық табысы',
    incomes: ['100 мыңға жетпейді', '100 мыңнан 200 мыңға дейін', '200 мыңнан көп'],
    earnedOfSome: (percent) => `Жұмысы барлардың ${percent}-ының айлық табысы 100 мыңға жетпейді.`,
    earnedOfAll: (percent) => `Респонденттердің ${percent}-ының айлық табысы 100 мыңға жетпейді.`,
    most: (percent) => `Отбасылардың басым бөлігі (${percent}) жалға алған бөлмеде тұрады.`,
    few: (percent) => `Отбасылардың жартысынан азы (${percent}) өз бөлмесінде тұрады.`,
  },
};
