import { addDays, addMonths, type CaseEntryInput } from '@tirek/domain/cases';
import type { RecordedFact } from '@tirek/domain/people/family-graph';

/** What was written into the case of one made-up family, and what became of its plan. */
export interface CaseStory {
  /** Place of the family in `DEMO_FAMILIES`; its first member speaks for it. */
  readonly family: number;
  readonly language: 'kk' | 'ru';
  readonly openedOn: string;
  readonly attention: 'usual' | 'raised' | 'high';
  /** What is told of who is whose, before anything else. */
  readonly facts?: readonly RecordedFact[];
  readonly entries: readonly CaseEntryInput[];
  /** Null: the plan was not sent. `returned` carries a word of the supervisor. */
  readonly plan: 'approved' | 'waiting' | { readonly returned: string } | null;
  /** Written after the plan was decided. */
  readonly later: readonly CaseEntryInput[];
}

type Part<Kind extends CaseEntryInput['kind']> = Extract<CaseEntryInput, { kind: Kind }>;

const words = (text: string, body = '') => ({ text, body });

/** The stories of Saule's families as they stand on a day. Nobody's: they were put together at a desk. */
export function caseStories(today: string, idOf: (name: string) => string): readonly CaseStory[] {
  const ago = (days: number) => addDays(today, -days);
  const ahead = (days: number) => addDays(today, days);

  const need = (
    name: string,
    value: Omit<Part<'need'>['value'], 'held'> & { held?: Part<'need'>['value']['held'] },
    said: ReturnType<typeof words>,
  ): Part<'need'> => ({
    ...{ kind: 'need', subjectId: idOf(`need ${name}`), state: 'open', personId: null },
    value: { held: null, ...value },
    words: said,
  });
  const goal = (name: string, needs: readonly string[], text: string): Part<'goal'> => ({
    ...{ kind: 'goal', subjectId: idOf(`goal ${name}`), state: 'open', personId: null },
    value: { needs: needs.map((each) => idOf(`need ${each}`)) },
    words: words(text),
  });
  const step = (
    name: string,
    aim: string,
    value: Pick<Part<'action'>['value'], 'body' | 'dueOn'>,
    said: ReturnType<typeof words>,
  ): Part<'action'> => ({
    ...{ kind: 'action', subjectId: idOf(`step ${name}`), state: 'open', personId: null },
    value: { goal: idOf(`goal ${aim}`), endedOn: null, reason: null, ...value },
    words: said,
  });
  const note = (name: string, value: Part<'note'>['value'], text: string): Part<'note'> => ({
    ...{ kind: 'note', subjectId: idOf(`note ${name}`), state: 'written', personId: null },
    value,
    words: words(text),
  });
  const done = (action: Part<'action'>, endedOn: string): Part<'action'> => ({
    ...action,
    state: 'done',
    value: { ...action.value, endedOn },
    words: null,
  });

  const father = idOf('person 4 3');
  const heard = { kind: 'asserted', by: 'relative' } as const;
  const parentage = (name: string, parent: string, child: string): RecordedFact => ({
    fact: 'parentage',
    value: { id: idOf(`parentage ${name}`), parent, child, kind: 'biological', evidence: heard },
  });
  const prepared = (
    item: Part<'preparation'>['value']['item'],
    how: Pick<Part<'preparation'>['value'], 'body' | 'endedOn'>,
    said: ReturnType<typeof words>,
  ): Part<'preparation'> => ({
    ...{ kind: 'preparation', subjectId: idOf(`preparation ${item}`), personId: null },
    state: how.endedOn === null ? 'open' : 'done',
    value: { of: father, item, reason: null, ...how },
    words: said,
  });

  const hearing = step(
    'court',
    'papers',
    { body: 'justice-office', dueOn: ahead(9) },
    words('Күйеуін қайтыс болған деп тану туралы өтінішті сотқа беру.', 'Аудандық сот'),
  );
  const lawyer = step(
    'lawyer',
    'papers',
    { body: 'centre', dueOn: ago(60) },
    words('Тегін заң көмегін көрсететін заңгермен кездестіру.'),
  );
  const tutor = step(
    'tutor',
    'school',
    { body: 'school', dueOn: ago(4) },
    words('Математикадан қосымша сабақ ұйымдастыру.', '№ 7 мектеп-гимназия'),
  );

  return [
    {
      ...{ family: 1, language: 'kk', attention: 'usual', plan: 'approved' },
      openedOn: ago(128),
      entries: [
        note(
          'first',
          { form: 'visit', heldOn: ago(126), outcome: 'met' },
          'Үйіне бардым. Анасы балаларының оқуын және жәрдемақыны айтты: куәлік болмағандықтан асыраушысынан айырылу бойынша төлем тағайындалмаған.',
        ),
        need(
          'papers',
          {
            ...{ category: 'papers', severity: 'severe', voice: 'person', notedOn: ago(126) },
            held: { body: 'justice-office', dueOn: ahead(20) },
          },
          words(
            'Күйеуінің қайтыс болғаны туралы куәлік жоқ, төлем содан тағайындалмай тұр.',
            'Әділет департаменті',
          ),
        ),
        need(
          'school',
          {
            ...{ category: 'school', severity: 'marked', voice: 'school', notedOn: ago(110) },
            held: { body: 'school', dueOn: ahead(32) },
          },
          words('Қызы сыныбынан екі жылға артта, математика қиын.', '№ 7 мектеп-гимназия'),
        ),
        goal('papers', ['papers'], 'Балалар асыраушысынан айырылу бойынша төлем алады.'),
        lawyer,
        hearing,
        goal(
          'school',
          ['school'],
          'Қызы оқу жылының соңында өз сыныбының бағдарламасын меңгереді.',
        ),
        tutor,
      ],
      later: [
        done(lawyer, ago(63)),
        note(
          'school',
          { form: 'school-visit', heldOn: ago(35), outcome: 'met' },
          'Сынып жетекшісімен сөйлестім. Қосымша сабаққа келісті, қыздың достары пайда болған.',
        ),
        {
          ...{ kind: 'review', subjectId: idOf('review 1'), state: 'held', personId: null },
          value: {
            ...{ heldOn: ago(95), attention: 'usual' },
            progress: { [idOf('need papers')]: 'same', [idOf('need school')]: 'better' },
          },
          words: words('Анасы заңгермен кездескеніне риза. Сот мерзімін күтіп отыр.'),
        },
        need(
          'health',
          { category: 'health', severity: 'marked', voice: 'person', notedOn: ago(12) },
          words('Анасының басы жиі ауырады, тексерілуге қолы тимей жүр.'),
        ),
        note(
          'call',
          { form: 'call', heldOn: ago(12), outcome: 'met' },
          'Телефонмен хабарластық. Денсаулығын тексертуге уақыт таба алмай жүргенін айтты.',
        ),
      ],
    },
    {
      ...{ family: 3, language: 'ru', attention: 'raised', plan: 'waiting' },
      openedOn: ago(24),
      entries: [
        note(
          'talk',
          { form: 'contact', heldOn: ago(22), outcome: 'met' },
          'Разговор в центре. Мать ищет работу с гибким графиком, младшего не с кем оставить.',
        ),
        need(
          'work',
          {
            ...{ category: 'work', severity: 'marked', voice: 'person', notedOn: ago(22) },
            held: { body: 'employment-office', dueOn: ahead(40) },
          },
          words('Нет работы с весны; готова учиться на швею.', 'Карьерный центр'),
        ),
        need(
          'child-care',
          {
            ...{ category: 'parenting', severity: 'mild', voice: 'practitioner', notedOn: ago(20) },
            held: { body: 'ngo', dueOn: ahead(25) },
          },
          words('Младшего не с кем оставить на время учёбы.'),
        ),
        goal('work', ['work', 'child-care'], 'Мать закончит курс и найдёт работу рядом с домом.'),
        step(
          'course',
          'work',
          { body: 'employment-office', dueOn: ahead(14) },
          words('Записать на курс швейного дела с января.', 'Карьерный центр'),
        ),
        step(
          'group',
          'work',
          { body: 'ngo', dueOn: ahead(10) },
          words('Договориться о продлённой группе для младшего.'),
        ),
      ],
      later: [],
    },
    {
      ...{ family: 4, language: 'kk', attention: 'high' },
      plan: { returned: 'Ең үлкен немересінің өз пікірін де жазыңызшы: ол не қалайды?' },
      openedOn: ago(18),
      facts: [
        parentage('father', idOf('person 4 0'), father),
        parentage('son', father, idOf('person 4 1')),
        parentage('daughter', father, idOf('person 4 2')),
        {
          fact: 'life',
          value: {
            id: father,
            life: {
              ...{ state: 'imprisoned', since: { precision: 'year', date: '2020' } },
              place: 'prison',
              expectedRelease: { precision: 'month', date: addMonths(today, 7).slice(0, 7) },
              evidence: { kind: 'documented', document: 'prison-certificate' },
            },
          },
        },
      ],
      entries: [
        note(
          'prison',
          { form: 'prison-visit', heldOn: ago(6), outcome: 'met' },
          'Балалардың әкесімен кездестім. Жеті айдан кейін босап шығады, балаларына хат жазғысы келеді.',
        ),
        need(
          'father',
          {
            ...{ category: 'family', severity: 'marked', voice: 'relative', notedOn: ago(16) },
            held: { body: 'centre', dueOn: ahead(45) },
          },
          words('Әкесі босағанда қайда тұратынын әжесі де, балалар да білмейді.'),
        ),
        goal('father', ['father'], 'Отбасы әкесінің оралуына дайын, балалар не болатынын біледі.'),
        step(
          'letters',
          'father',
          { body: 'family', dueOn: today },
          words('Балалар әкесіне бірінші хатын жазады, әжесі көмектеседі.'),
        ),
      ],
      later: [
        prepared(
          'family-wish',
          { body: 'centre', endedOn: ago(10) },
          words(
            'Әжесі ұлының өз үйінде тұрғанын қалайды. Балалар алдымен кездесіп көргісі келеді.',
          ),
        ),
        prepared(
          'visits',
          { body: 'family', endedOn: ago(6) },
          words('Екі айда бір кездесу келісілді, балалар әжесімен бірге барады.'),
        ),
        prepared(
          'children-told',
          { body: 'centre', endedOn: ago(3) },
          words('Екеуіне де айтылды.'),
        ),
        prepared(
          'housing',
          { body: 'housing-office', endedOn: null },
          words('Жақын жерден бөлме іздеп жатыр.', 'Аудандық тұрғын үй бөлімі'),
        ),
      ],
    },
  ];
}
