import { born, paper, type Story } from './story.ts';

/** Families whose story turns on who lives with whom. Nobody's: they were put together at a desk. */
export const HOME_STORIES: readonly Story[] = [
  {
    ...{ key: 'several unions', holder: 'saule', language: 'kk', since: 1500 },
    people: {
      mother: {
        name: ['Жарылқасынова', 'Рәбиға', 'Төлеуқызы'],
        sex: 'female',
        birth: born('1986-06-11'),
        came: true,
      },
      first: { name: ['Бердібеков', 'Самат'], sex: 'male', birth: born('1983'), came: false },
      second: { name: ['Жарылқасынов', 'Мәди'], sex: 'male', birth: born('1985'), came: false },
      third: {
        name: ['Құлмағамбетов', 'Нұрбол'],
        sex: 'male',
        birth: born('1981-12-02'),
        came: false,
      },
      eldest: {
        name: ['Бердібекова', 'Аружан'],
        sex: 'female',
        birth: born('2008-03-21'),
        came: true,
      },
      son: {
        name: ['Жарылқасынов', 'Ибраһим'],
        sex: 'male',
        birth: born('2014-10-05'),
        came: true,
      },
      daughter: {
        name: ['Жарылқасынова', 'Сүмейра'],
        sex: 'female',
        birth: born('2016-07-18'),
        came: true,
      },
      baby: {
        name: ['Құлмағамбетов', 'Айсұлтан'],
        sex: 'male',
        birth: born('2023-02-09'),
        came: false,
      },
    },
    facts(tell) {
      tell.alive('mother', 'first', 'third');
      tell.life('second', {
        state: 'deceased',
        on: born('2018'),
        evidence: { kind: 'asserted', by: 'person' },
      });
      tell.union(['mother', 'first'], 'registered', {
        ...{ from: born('2007'), evidence: paper('divorce-certificate') },
        end: { how: 'divorce', on: born('2012-11') },
      });
      tell.union(['mother', 'second'], 'religious-monogamous', {
        from: born('2013'),
        end: { how: 'death', on: born('2018') },
      });
      tell.union(['mother', 'third'], 'cohabitation', { from: born('2021') });
      tell.children(['mother', 'first'], ['eldest']);
      tell.children(['mother', 'second'], ['son', 'daughter'], { kind: 'asserted', by: 'person' });
      tell.children(['mother', 'third'], ['baby']);
      tell.home('mother', 'third', 'eldest', 'son', 'daughter', 'baby');
    },
    tell(book) {
      book.open(700, 'raised');
      book.note(
        698,
        'visit',
        'Үйінде болдым. Рәбиға қазіргі жұбайымен төрт баланы бірге өсіріп отыр.',
      );
      book.need(
        'fathers',
        690,
        { category: 'papers', severity: 'marked' },
        'Екі баланың туу туралы куәлігінде әкесі жазылмаған.',
        { body: 'justice-office', due: 40, office: 'АХАТ бөлімі' },
      );
      book.need(
        'daughter',
        680,
        { category: 'family', severity: 'mild', voice: 'relative' },
        'Үлкен қызы туған әкесімен сөйлескісі келеді, қалай бастарын білмейді.',
        { body: 'centre', due: 25 },
      );
      book.goal(
        'one home',
        676,
        ['fathers', 'daughter'],
        'Балалардың әрқайсысы өзінің кім екенін біледі, құжаты да соны айтады.',
      );
      book.step(
        'ask',
        676,
        { goal: 'one home', body: 'justice-office', due: -420, office: 'АХАТ бөлімі' },
        'Әкелікті анықтау тәртібін сұрап білу.',
      );
      book.step(
        'letter',
        676,
        { goal: 'one home', body: 'family', due: 12 },
        'Аружан әкесіне хат жазады, анасы қарсы емес.',
      );
      book.plan(670);
      book.done('ask', 430);
      book.review(
        400,
        'usual',
        { fathers: 'same', daughter: 'better' },
        'Аружан әкесінің телефонын тапты, әзірге қоңырау шалған жоқ.',
      );
      book.note(180, 'call', 'Кішісі жөтеліп жүр, дәрігерге көрсеткен. Қалғаны аман.');
      book.review(
        60,
        'usual',
        { fathers: 'better', daughter: 'better' },
        'Сот қағаздары дайын, Аружан хатын жазып бітті.',
      );
    },
  },
  {
    ...{ key: 'orphans with their grandmother', holder: 'saule', language: 'kk', since: 1900 },
    people: {
      grandmother: {
        name: ['Ержанова', 'Күлпаш', 'Сәменқызы'],
        sex: 'female',
        birth: born('1955-04-02'),
        came: false,
      },
      girl: { name: ['Ержанова', 'Мариям'], sex: 'female', birth: born('2012-09-14'), came: true },
      boy: { name: ['Ержанов', 'Юсуф'], sex: 'male', birth: born('2015-01-30'), came: true },
      small: { name: ['Ержанов', 'Исмаил'], sex: 'male', birth: born('2017'), came: true },
    },
    facts(tell) {
      tell.alive('grandmother');
      tell.care('grandmother', ['girl', 'boy', 'small'], 'guardianship', born('2019-08'));
      tell.home('grandmother', 'girl', 'boy', 'small');
    },
    tell(book) {
      book.open(1200, 'high');
      book.note(1198, 'visit', 'Әжесі үш немересін өзі қарап отыр. Үй таза, балалар үндемейді.');
      book.need(
        'money',
        1195,
        { category: 'basic', severity: 'severe' },
        'Зейнетақы жетпейді, қамқоршылық жәрдемақысы тағайындалмаған.',
        { body: 'social-protection', due: -1000, office: 'Әлеуметтік қорғау бөлімі' },
      );
      book.need(
        'silence',
        1190,
        { category: 'distress', severity: 'marked', voice: 'relative' },
        'Мариям анасы туралы сұрамайды, түнде жылайды.',
        { body: 'clinic', due: 50, office: 'Балалар психологы' },
      );
      book.need(
        'strength',
        1190,
        { category: 'support', severity: 'marked', voice: 'practitioner' },
        'Әжесінің денсаулығы әлсіз, ауырып қалса балаларға қарайтын кісі жоқ.',
        { body: 'centre', due: -6 },
      );
      book.goal(
        'safe',
        1185,
        ['money', 'silence', 'strength'],
        'Балалар әжесімен бірге, ертеңгі күннен қорықпай өмір сүреді.',
      );
      book.step(
        'benefit',
        1185,
        { goal: 'safe', body: 'social-protection', due: -1100 },
        'Қамқоршылық жәрдемақысына құжат тапсыру.',
      );
      book.step(
        'talks',
        1185,
        { goal: 'safe', body: 'clinic', due: -900 },
        'Мариям психологпен аптасына бір рет кездеседі.',
      );
      book.step(
        'aunt',
        1185,
        { goal: 'safe', body: 'family', due: -6 },
        'Әжесінің сіңлісімен қосалқы қамқорлық туралы келісу.',
      );
      book.plan(1180);
      book.done('benefit', 1090);
      book.met('money', 1040);
      book.review(
        800,
        'raised',
        { money: 'better', silence: 'same', strength: 'same' },
        'Жәрдемақы келе бастады. Мариям психологқа үйреніп қалды.',
      );
      book.done('talks', 600);
      book.review(
        350,
        'raised',
        { silence: 'better', strength: 'same' },
        'Мариям анасының суретін қабырғаға ілді.',
      );
      book.note(40, 'school-visit', 'Сынып жетекшісі Юсуфтың математикадан үздік екенін айтты.');
      book.review(
        38,
        'raised',
        { silence: 'better', strength: 'worse' },
        'Әжесі екі рет ауруханаға түсті, сіңлісімен сөйлесу керек.',
      );
    },
  },
  {
    ...{ key: 'a household of two wives', holder: 'ainur', language: 'kk', since: 1300 },
    people: {
      mother: {
        name: ['Қожаназарова', 'Салтанат', 'Әлиқызы'],
        sex: 'female',
        birth: born('1989-02-17'),
        came: true,
      },
      wife: { name: ['Тілеубаева', 'Хадиша'], sex: 'female', birth: born('1994'), came: true },
      man: {
        name: ['Қожаназаров', 'Ділмұрат'],
        sex: 'male',
        birth: born('1982-08-08'),
        came: true,
      },
      one: { name: ['Қожаназаров', 'Али'], sex: 'male', birth: born('2011-05-05'), came: true },
      two: { name: ['Қожаназарова', 'Айша'], sex: 'female', birth: born('2014-12-12'), came: true },
      three: {
        name: ['Қожаназарова', 'Рамина'],
        sex: 'female',
        birth: born('2017-03'),
        came: true,
      },
    },
    facts(tell) {
      tell.alive('mother', 'wife', 'man');
      tell.union(['mother', 'man'], 'registered', {
        from: born('2009'),
        evidence: paper('marriage-certificate'),
      });
      tell.union(['wife', 'man'], 'religious-polygamous', {
        from: born('2015'),
        end: { how: 'separation', on: born('2024') },
      });
      tell.children(['mother', 'man'], ['one', 'two']);
      tell.children(['wife', 'man'], ['three'], { kind: 'asserted', by: 'person' });
      tell.home('mother', 'man', 'one', 'two');
      tell.home('wife', 'three');
    },
    tell(book) {
      book.open(640, 'raised');
      book.note(638, 'contact', 'Екі ана бөлек-бөлек келді. Хадиша қызымен бөлек тұрғысы келеді.');
      book.need(
        'own home',
        630,
        { category: 'housing', severity: 'severe' },
        'Хадишаның қызымен баратын жері жоқ.',
        { body: 'housing-office', due: 70, office: 'Тұрғын үй бөлімі' },
      );
      book.need(
        'third girl',
        628,
        { category: 'papers', severity: 'marked' },
        'Раминаның куәлігінде әкесі жазылмаған, алимент сұрай алмайды.',
        { body: 'justice-office', due: 30 },
      );
      book.goal(
        'apart in peace',
        622,
        ['own home', 'third girl'],
        'Хадиша мен қызының өз үйі бар, балалар бір-бірін көріп тұрады.',
      );
      book.step(
        'shelter',
        622,
        { goal: 'apart in peace', body: 'ngo', due: -560, office: 'Дағдарыс орталығы' },
        'Уақытша баспанаға орналастыру.',
      );
      book.step(
        'lawyer',
        622,
        { goal: 'apart in peace', body: 'ngo', due: 9, office: 'Заң клиникасы' },
        'Әкелік пен алимент туралы заңгермен кездесу.',
      );
      book.plan(618);
      book.done('shelter', 566);
      book.review(
        300,
        'raised',
        { 'own home': 'better', 'third girl': 'same' },
        'Хадиша пәтер жалдап, тігін шеберханасына орналасты.',
      );
      book.review(
        55,
        'usual',
        { 'own home': 'better', 'third girl': 'same' },
        'Балалар сенбі сайын бірге ойнайды.',
      );
    },
  },
  {
    ...{ key: 'moved between regions', holder: 'saule', language: 'ru', since: 1400 },
    movedFrom: { region: 'KZ-61', holder: 'nargiza', ago: 150 },
    people: {
      mother: {
        name: ['Каримова', 'Феруза', 'Рашидовна'],
        sex: 'female',
        birth: born('1990-10-29'),
        came: true,
        languages: ['uz', 'ru'],
      },
      son: {
        name: ['Каримов', 'Амир'],
        sex: 'male',
        birth: born('2013-08-16'),
        came: true,
        languages: ['uz', 'ru'],
      },
      daughter: {
        name: ['Каримова', 'Мунира'],
        sex: 'female',
        birth: born('2016-04-25'),
        came: true,
        languages: ['uz', 'ru'],
      },
    },
    facts(tell) {
      tell.alive('mother');
      tell.children(['mother'], ['son', 'daughter']);
      tell.home('mother', 'son', 'daughter');
    },
    tell(book) {
      book.open(148, 'usual');
      book.note(
        148,
        'call',
        'Семья переехала к сестре. Наргиза рассказала по телефону, что уже сделано и о чём мать просила.',
      );
      book.need(
        'school place',
        140,
        { category: 'school', severity: 'marked' },
        'Дети второй месяц без школы: не переведены личные дела.',
        { body: 'school', due: -100, office: 'Школа по месту жительства' },
      );
      book.need(
        'registered',
        140,
        { category: 'papers', severity: 'mild' },
        'Нет регистрации по новому адресу, поликлиника не принимает.',
        { body: 'family', due: 15 },
      );
      book.goal(
        'arrived',
        136,
        ['school place', 'registered'],
        'Семья устроена на новом месте: школа, поликлиника, адрес.',
      );
      book.step(
        'files',
        136,
        { goal: 'arrived', body: 'school', due: -115 },
        'Запросить личные дела из прежней школы.',
      );
      book.step(
        'address',
        136,
        { goal: 'arrived', body: 'family', due: 7 },
        'Оформить регистрацию у сестры.',
      );
      book.plan(132);
      book.done('files', 118);
      book.met('school place', 110);
      book.review(
        58,
        'usual',
        { 'school place': 'better', registered: 'same' },
        'Амир нашёл друзей в секции борьбы, Мунира ещё скучает по прежнему классу.',
      );
    },
  },
];
