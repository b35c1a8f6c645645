import type { Words } from './first-version.ts';

/** The nine questions: kk our own draft, ru and en as published. The PHQ-8 asks the first eight. */
export const PHQ_TEXTS: Words[] = [
  [
    'Бірдеңе істеуге қызығушылықтың не ләззаттың аз болуы',
    'Вам не хотелось ничего делать',
    'Little interest or pleasure in doing things',
  ],
  [
    'Көңілсіздік, күйзеліс немесе үмітсіздік',
    'У Вас было плохое настроение, Вы были подавлены или испытывали чувство безысходности',
    'Feeling down, depressed, or hopeless',
  ],
  [
    'Ұйықтап кете алмау, ұйқының бөлінуі немесе тым көп ұйықтау',
    'Вам было трудно заснуть, у Вас был прерывистый сон, или Вы слишком много спали',
    'Trouble falling or staying asleep, or sleeping too much',
  ],
  [
    'Шаршау немесе әлсіздік',
    'Вы были утомлены, или у Вас было мало сил',
    'Feeling tired or having little energy',
  ],
  [
    'Тәбеттің нашарлауы немесе тым көп тамақтану',
    'У Вас был плохой аппетит, или Вы переедали',
    'Poor appetite or overeating',
  ],
  [
    'Өзіңіз туралы жаман ойлау: қолымнан ештеңе келмейді деу, өз үмітіңізді не отбасыңыздың үмітін ақтамадым деу',
    'Вы плохо о себе думали: считали себя неудачником (неудачницей), или были в себе разочарованы, или считали, что подвели свою семью',
    'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
  ],
  [
    'Зейін қоя алмау, мысалы, газет оқығанда не теледидар көргенде',
    'Вам было трудно сосредоточиться (например, на чтении газеты или на просмотре телепередач)',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
  ],
  [
    'Айналадағылар байқайтындай баяу қозғалу не сөйлеу. Немесе керісінше, тыныш таппай, әдеттегіден әлдеқайда көп қозғалу',
    'Вы двигались или говорили настолько медленно, что окружающие это замечали? Или, наоборот, Вы были настолько суетливы или взбудоражены, что двигались гораздо больше обычного',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
  ],
  [
    'Өлгенім жақсырақ болар еді немесе өзіме бір зиян келтірсем деген ойлар',
    'Вас посещали мысли о том, что Вам лучше было бы умереть, или о том, чтобы причинить себе какой-нибудь вред',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
  ],
];

export const PHQ_LABELS: Words[] = [
  ['Қызығушылық', 'Интерес', 'Interest'],
  ['Көңіл күй', 'Настроение', 'Mood'],
  ['Ұйқы', 'Сон', 'Sleep'],
  ['Қуат', 'Силы', 'Energy'],
  ['Тәбет', 'Аппетит', 'Appetite'],
  ['Өзін бағалау', 'Самооценка', 'Self-regard'],
  ['Зейін', 'Внимание', 'Concentration'],
  ['Қозғалыс', 'Движения', 'Movement'],
  ['Өзіне зиян келтіру ойы', 'Мысли о вреде себе', 'Thoughts of self-harm'],
];
