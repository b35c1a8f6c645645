import { born, paper, type Story } from './story.ts';

/** Families whose story turns on standing on their own feet: a paper that is missing, studies, an end. Nobody's: put together at a desk. */
export const OWN_FEET_STORIES: readonly Story[] = [
  {
    ...{ key: 'a widow and a paper', holder: 'ainur', language: 'kk', since: 1700 },
    people: {
      mother: {
        name: ['Байғазиева', 'Шырын', 'Оңғарқызы'],
        sex: 'female',
        birth: born('1991-12-01'),
        came: true,
      },
      husband: { name: ['Байғазиев', 'Ерлан'], sex: 'male', birth: born('1988'), came: false },
      one: { name: ['Байғазиева', 'Нұрия'], sex: 'female', birth: born('2013-05-15'), came: true },
      two: { name: ['Байғазиев', 'Сәлім'], sex: 'male', birth: born('2016-02-20'), came: true },
    },
    facts(tell) {
      tell.alive('mother');
      tell.life('husband', {
        state: 'deceased',
        on: born('2017'),
        evidence: { kind: 'asserted', by: 'relative' },
      });
      tell.union(['mother', 'husband'], 'registered', {
        ...{ from: born('2012'), end: { how: 'death', on: born('2017') } },
        evidence: paper('marriage-certificate'),
      });
      tell.children(['mother', 'husband'], ['one', 'two']);
      tell.home('mother', 'one', 'two');
    },
    tell(book) {
      book.open(420, 'usual');
      book.need(
        'death',
        415,
        { category: 'papers', severity: 'severe' },
        'Күйеуінің қайтыс болғанын растайтын қағаз жоқ, сондықтан төлем де, мұра да жоқ.',
        { body: 'justice-office', due: -12, office: 'Аудандық сот' },
      );
      book.goal('paper', 410, ['death'], 'Сот шешімі бар, балаларға төлем тағайындалды.');
      book.step(
        'witnesses',
        410,
        { goal: 'paper', body: 'family', due: -330 },
        'Екі куәның жазбаша сөзін алу.',
      );
      book.step(
        'claim',
        410,
        { goal: 'paper', body: 'justice-office', due: -12, office: 'Аудандық сот' },
        'Сотқа өтініш беру.',
      );
      book.plan(404);
      book.done('witnesses', 336);
      book.note(200, 'call', 'Сот бірінші өтінішті қайтарды: тағы бір куә керек екен.');
      book.review(195, 'raised', { death: 'same' }, 'Шырын шаршаған, бірақ тоқтағысы келмейді.');
      book.review(40, 'raised', { death: 'same' }, 'Екінші өтініш дайын, мөрі ғана қалды.');
    },
  },
  {
    ...{ key: 'back to her studies', holder: 'ainur', language: 'ru', since: 1450 },
    people: {
      mother: {
        name: ['Ахметжанова', 'Регина', 'Маратовна'],
        sex: 'female',
        birth: born('1995-08-24'),
        came: true,
        languages: ['ru', 'kk'],
      },
      son: {
        name: ['Ахметжанов', 'Самир'],
        sex: 'male',
        birth: born('2016-12-30'),
        came: true,
        languages: ['ru', 'kk'],
      },
    },
    facts(tell) {
      tell.alive('mother');
      tell.children(['mother'], ['son']);
      tell.home('mother', 'son');
    },
    tell(book) {
      book.open(760, 'usual');
      book.note(
        755,
        'contact',
        'Ушла со второго курса медицинского колледжа. Хочет вернуться, боится вопросов.',
      );
      book.need(
        'college',
        750,
        { category: 'work', severity: 'marked' },
        'Нет законченной профессии.',
        { body: 'school', due: 190, office: 'Медицинский колледж' },
      );
      book.goal('nurse', 744, ['college'], 'Регина получит диплом медсестры.');
      book.step(
        'restore',
        744,
        { goal: 'nurse', body: 'school', due: -690 },
        'Восстановиться на второй курс.',
      );
      book.step(
        'practice',
        744,
        { goal: 'nurse', body: 'clinic', due: 30, office: 'Городская поликлиника' },
        'Пройти практику.',
      );
      book.plan(740);
      book.done('restore', 700);
      book.review(420, 'usual', { college: 'better' }, 'Сессия сдана без троек.');
      book.review(52, 'usual', { college: 'better' }, 'На практике просили остаться работать.');
    },
  },
  {
    ...{ key: 'ended well', holder: 'saule', language: 'kk', since: 2000 },
    people: {
      mother: {
        name: ['Дәулетқалиева', 'Мөлдір', 'Ғалымқызы'],
        sex: 'female',
        birth: born('1984-01-25'),
        came: true,
      },
      eldest: {
        name: ['Дәулетқалиев', 'Санжар'],
        sex: 'male',
        birth: born('2006-04-04'),
        came: true,
      },
      daughter: {
        name: ['Дәулетқалиева', 'Кәусар'],
        sex: 'female',
        birth: born('2011-08-08'),
        came: true,
      },
    },
    facts(tell) {
      tell.alive('mother');
      tell.children(['mother'], ['eldest', 'daughter']);
      tell.home('mother', 'daughter');
    },
    tell(book) {
      book.open(1500, 'raised');
      book.note(
        1496,
        'visit',
        'Үш адам бір бөлмеде тұрады. Санжар оқуын тастап, базарда жүк тасиды.',
      );
      book.need(
        'room',
        1490,
        { category: 'housing', severity: 'marked' },
        'Бір бөлмелі жалдамалы үй, қысы суық.',
        { body: 'housing-office', due: -900 },
      );
      book.need(
        'trade',
        1490,
        { category: 'school', severity: 'marked' },
        'Санжар тоғызыншы сыныптан кейін оқымай қалды.',
        { body: 'school', due: -1100, office: 'Политехникалық колледж' },
      );
      book.goal('on their own', 1484, ['room', 'trade'], 'Отбасы өз күнін өзі көреді.');
      book.step(
        'college',
        1484,
        { goal: 'on their own', body: 'school', due: -1300 },
        'Колледжге түсуге көмектесу.',
      );
      book.step(
        'queue',
        1484,
        { goal: 'on their own', body: 'housing-office', due: -1200 },
        'Тұрғын үй кезегіне тіркелу.',
      );
      book.plan(1480);
      book.done('college', 1310);
      book.done('queue', 1210);
      book.met('trade', 700);
      book.met('room', 420);
      book.reached('on their own', 410);
      book.review(
        405,
        'usual',
        { room: 'better', trade: 'better' },
        'Санжар электрик болып істейді, екі бөлмелі пәтерге көшті.',
      );
      book.note(330, 'call', 'Мөлдір өзі қоңырау шалды: «Енді өзіміз де аламыз».');
      book.close(325, 'Мақсаттарға жетті, отбасы өз еркімен аяқтады. Керек болса, есік ашық.');
    },
  },
];
