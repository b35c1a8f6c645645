import { born, paper, type Story } from './story.ts';

/** Families whose story turns on a way back: out of illness, prison, a marriage too early. Nobody's: put together at a desk. */
export const WAY_BACK_STORIES: readonly Story[] = [
  {
    ...{ key: 'mother ill', holder: 'ainur', language: 'kk', since: 1100 },
    people: {
      mother: {
        name: ['Наурызбаева', 'Сандуғаш', 'Махметқызы'],
        sex: 'female',
        birth: born('1985-11-23'),
        came: true,
      },
      aunt: {
        name: ['Наурызбаева', 'Гүлжаһан', 'Махметқызы'],
        sex: 'female',
        birth: born('1979-01-15'),
        came: false,
      },
      son: { name: ['Наурызбаев', 'Бекарыс'], sex: 'male', birth: born('2012-02-02'), came: true },
      daughter: {
        name: ['Наурызбаева', 'Інжу'],
        sex: 'female',
        birth: born('2015-09-09'),
        came: true,
      },
    },
    facts(tell) {
      tell.alive('mother', 'aunt');
      tell.children(['mother'], ['son', 'daughter']);
      tell.care('aunt', ['son', 'daughter'], 'kin-care', born('2026-01'));
      tell.home('mother', 'son', 'daughter', 'aunt');
    },
    tell(book) {
      book.open(320, 'high');
      book.note(
        318,
        'visit',
        'Анасы бүйрек ауруымен аптасына үш рет ем алады, балаларды апасы қарайды.',
      );
      book.need(
        'treatment',
        316,
        { category: 'health', severity: 'severe' },
        'Емге барып-келуге күші де, қаражаты да жетпейді.',
        { body: 'clinic', due: 20, office: 'Облыстық аурухана' },
      );
      book.need(
        'children',
        316,
        { category: 'parenting', severity: 'marked', voice: 'relative' },
        'Апасы балаларға қарайды, бірақ мектепке қол қоюға құқығы жоқ.',
        { body: 'local-authority', due: -3, office: 'Қамқоршылық органы' },
      );
      book.goal(
        'through the year',
        310,
        ['treatment', 'children'],
        'Анасы емін үзбейді, балалар үйінде, үйренген кісісімен.',
      );
      book.step(
        'transport',
        310,
        { goal: 'through the year', body: 'social-protection', due: -280 },
        'Ауруханаға тегін көлік рәсімдеу.',
      );
      book.step(
        'power',
        310,
        { goal: 'through the year', body: 'justice-office', due: -3, office: 'Нотариус' },
        'Апасына мектеп істері бойынша сенімхат жасату.',
      );
      book.plan(306);
      book.done('transport', 284);
      book.review(
        190,
        'high',
        { treatment: 'better', children: 'same' },
        'Көлік шешілді. Бекарыс анасына қатты алаңдайды.',
      );
      book.review(
        25,
        'high',
        { treatment: 'same', children: 'same' },
        'Анасы донор кезегіне тұрды. Сенімхат әлі жасалмаған.',
      );
    },
  },
  {
    ...{ key: 'a bride at fifteen', holder: 'saule', language: 'kk', since: 1000 },
    people: {
      mother: {
        name: ['Сағындықова', 'Мәлике'],
        sex: 'female',
        birth: born('2003-05-20'),
        came: true,
      },
      father: { name: ['Есенқұлов', 'Дәурен'], sex: 'male', birth: born('1993'), came: false },
      son: { name: ['Есенқұлов', 'Хамза'], sex: 'male', birth: born('2019-01-11'), came: true },
      grandmother: {
        name: ['Сағындықова', 'Зейнегүл', 'Рахымқызы'],
        sex: 'female',
        birth: born('1978-06-30'),
        came: true,
      },
    },
    facts(tell) {
      tell.alive('mother', 'grandmother');
      tell.life('father', {
        state: 'missing',
        since: born('2019'),
        evidence: { kind: 'asserted', by: 'person' },
      });
      tell.union(['mother', 'father'], 'religious-monogamous', {
        from: born('2018'),
        end: { how: 'missing', on: born('2019') },
      });
      tell.children(['mother', 'father'], ['son']);
      tell.children(['grandmother'], ['mother']);
      tell.home('grandmother', 'mother', 'son');
    },
    tell(book) {
      book.open(540, 'raised');
      book.note(
        538,
        'contact',
        'Мәлике бес сыныптан кейін оқымаған. «Ұлым мектепке барғанша мен де оқып аламын» дейді.',
      );
      book.need(
        'school left',
        530,
        { category: 'school', severity: 'severe' },
        'Негізгі орта білімі жоқ.',
        { body: 'school', due: 200, office: 'Кешкі мектеп' },
      );
      book.need(
        'own voice',
        528,
        { category: 'distress', severity: 'marked' },
        'Үйде шешімді анасы қабылдайды, өзі айтқысы келгенін айта алмайды.',
        { body: 'clinic', due: 35 },
      );
      book.goal(
        'own feet',
        522,
        ['school left', 'own voice'],
        'Мәлике тоғыз сыныпты бітіріп, өз сөзін айтатын болады.',
      );
      book.step(
        'evening school',
        522,
        { goal: 'own feet', body: 'school', due: -480 },
        'Кешкі мектепке құжат тапсыру.',
      );
      book.step(
        'nursery',
        522,
        { goal: 'own feet', body: 'local-authority', due: -470 },
        'Ұлына балабақшадан орын алу.',
      );
      book.step(
        'group',
        522,
        { goal: 'own feet', body: 'ngo', due: 18, office: 'Жас аналар тобы' },
        'Жас аналар тобына апару.',
      );
      book.plan(516);
      book.done('evening school', 484);
      book.done('nursery', 474);
      book.review(
        260,
        'usual',
        { 'school left': 'better', 'own voice': 'same' },
        'Жетінші сыныпқа көшті. Бағалары жақсы.',
      );
      book.review(
        45,
        'usual',
        { 'school left': 'better', 'own voice': 'better' },
        'Анасымен алғаш рет өзі сөйлесіп, жұмыс іздейтінін айтты.',
      );
    },
  },
  {
    ...{ key: 'a child with a disability', holder: 'ainur', language: 'ru', since: 1250 },
    people: {
      mother: {
        name: ['Лебедева', 'Анна', 'Сергеевна'],
        sex: 'female',
        birth: born('1988-03-03'),
        came: true,
        languages: ['ru'],
      },
      son: {
        name: ['Лебедев', 'Адам'],
        sex: 'male',
        birth: born('2015-06-06'),
        came: true,
        languages: ['ru'],
      },
      daughter: {
        name: ['Лебедева', 'София'],
        sex: 'female',
        birth: born('2018-10-01'),
        came: true,
        languages: ['ru'],
      },
    },
    facts(tell) {
      tell.alive('mother');
      tell.children(['mother'], ['son', 'daughter']);
      tell.home('mother', 'son', 'daughter');
    },
    tell(book) {
      book.open(480, 'raised');
      book.note(
        477,
        'visit',
        'Адам почти не говорит, ходит с опорой. Мать занимается с ним сама по роликам.',
      );
      book.need(
        'assessment',
        474,
        { category: 'disability', severity: 'severe' },
        'Инвалидность не оформлена: нет выписки о травме.',
        { body: 'clinic', due: -300, office: 'Областная больница' },
      );
      book.need(
        'classes',
        474,
        { category: 'services', severity: 'marked' },
        'Ни логопеда, ни лечебной физкультуры.',
        { body: 'social-protection', due: 28, office: 'Центр реабилитации' },
      );
      book.goal(
        'speaks',
        468,
        ['assessment', 'classes'],
        'Адам получает положенную помощь и говорит короткими фразами.',
      );
      book.step(
        'commission',
        468,
        {
          goal: 'speaks',
          body: 'clinic',
          due: -380,
          office: 'Психолого-медико-педагогическая консультация',
        },
        'Пройти комиссию.',
      );
      book.step(
        'speech',
        468,
        { goal: 'speaks', body: 'social-protection', due: 5, office: 'Центр реабилитации' },
        'Записать на курс к логопеду.',
      );
      book.plan(462);
      book.done('commission', 384);
      book.met('assessment', 300);
      book.review(
        240,
        'usual',
        { assessment: 'better', classes: 'same' },
        'Инвалидность установлена, пособие пришло. Очередь к логопеду на весну.',
      );
      book.review(
        50,
        'usual',
        { classes: 'better' },
        'Адам сказал сестре «иди сюда». Мать плакала от радости.',
      );
    },
  },
  {
    ...{ key: 'a father released', holder: 'saule', language: 'kk', since: 1600 },
    people: {
      mother: {
        name: ['Төребекова', 'Айсәуле', 'Кәрімқызы'],
        sex: 'female',
        birth: born('1987-07-07'),
        came: true,
      },
      father: {
        name: ['Төребеков', 'Мұрат', 'Сейдахметұлы'],
        sex: 'male',
        birth: born('1984-09-19'),
        came: true,
      },
      son: { name: ['Төребеков', 'Әмір'], sex: 'male', birth: born('2010-11-11'), came: true },
      daughter: {
        name: ['Төребекова', 'Томирис'],
        sex: 'female',
        birth: born('2013-03-13'),
        came: true,
      },
    },
    facts(tell) {
      tell.alive('mother', 'father');
      tell.union(['mother', 'father'], 'registered', {
        from: born('2009-10'),
        evidence: paper('marriage-certificate'),
      });
      tell.children(['mother', 'father'], ['son', 'daughter']);
      tell.home('mother', 'father', 'son', 'daughter');
    },
    tell(book) {
      book.open(560, 'raised');
      book.note(
        558,
        'prison-visit',
        'Әкесімен кездестім. Алты айдан кейін босайды, балаларымен қалай сөйлесерін білмейді.',
      );
      book.need(
        'return',
        550,
        { category: 'family', severity: 'marked', voice: 'relative' },
        'Томирис әкесін танымайды, қорқады.',
        { body: 'centre', due: 45 },
      );
      book.need(
        'his work',
        550,
        { category: 'work', severity: 'marked' },
        'Әкесі шыққанда жұмыссыз болады, сотталғанын айтса ешкім алмайды.',
        { body: 'employment-office', due: -250, office: 'Мансап орталығы' },
      );
      book.goal(
        'father at home',
        545,
        ['return', 'his work'],
        'Әкесі үйде, балалар одан қорықпайды.',
      );
      book.step(
        'letters',
        545,
        { goal: 'father at home', body: 'family', due: -450 },
        'Балалар әкесімен екі аптада бір хат алысады.',
      );
      book.step(
        'welcome',
        545,
        { goal: 'father at home', body: 'centre', due: -370 },
        'Босайтын күні кім қарсы алатынын келісу.',
      );
      book.step(
        'welder',
        545,
        { goal: 'father at home', body: 'employment-office', due: -260 },
        'Дәнекерлеуші курсына жолдама алу.',
      );
      book.plan(540);
      book.done('letters', 455);
      book.done('welcome', 376);
      book.note(
        372,
        'visit',
        'Әкесі үйде. Ағасы екеуі қақпаны жөндеп жатыр, Томирис терезеден қарап тұр.',
      );
      book.done('welder', 262);
      book.met('his work', 240);
      book.review(
        230,
        'usual',
        { return: 'better', 'his work': 'better' },
        'Құрылысқа орналасты. Томирис сабағын әкесіне көрсете бастады.',
      );
      book.review(48, 'usual', { return: 'better' }, 'Отбасы жазда көлге барыпты.');
    },
  },
];
