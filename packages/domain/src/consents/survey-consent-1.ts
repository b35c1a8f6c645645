import type { Language } from '../text/languages.ts';
import type { ConsentVersion, ConsentWords } from './contract.ts';

/**
 * The program's own consent for surveys, first version: our words, in three languages that say the same. What the law of
 * Kazakhstan wants named in a consent (Law 94-V of 21 May 2013, article 8) stands in it: operator and registration number,
 * term, whether data go to others, abroad or into the open, and the list of data. Released words never change:
 * other words are another file with another version.
 */
type Point = ConsentWords['points'][number];
type Mode = 'open' | 'one-time' | 'panel';

interface Said {
  readonly title: string;
  readonly before: readonly Point[];
  readonly kept: Record<Mode, Point>;
  readonly howLong: Point;
  readonly withdrawal: Record<Mode, Point>;
  readonly after: readonly Point[];
  readonly agree: string;
  readonly decline: string;
}

const KAZAKH: Said = {
  title: 'Бастамас бұрын',
  before: [
    {
      heading: 'Кім сұрайды',
      text: '{{operator}} (БСН {{registrationNumber}}). Деректеріңіз туралы сұрағыңыз болса: {{contact}}.',
    },
    { heading: 'Не үшін', text: '{{purpose}}' },
    { heading: 'Кім жауап бере алады', text: '{{audience}}' },
    {
      heading: 'Не туралы сұраймыз',
      text: 'Сұрақтардың тақырыптары: {{forms}}. Аты-жөніңізді, мекенжайыңызды, телефон нөміріңізді және ЖСН-іңізді сұрамаймыз. Өз сөзіңізбен жазғанда ешкімнің атын атамаңыз.',
    },
    {
      heading: 'Өзіңіз шешесіз',
      text: 'Жауап беру ерікті. Келіссеңіз де, келіспесеңіз де, бұл сізге және отбасыңызға көрсетілетін көмекке әсер етпейді. Кез келген сұрақты өткізіп жіберуге және кез келген сәтте тоқтауға болады.',
    },
    {
      heading: 'Жауаптарды кім көреді',
      text: 'Жауаптарды бағдарламаның талдаушылары ғана, онда да көп адамның жауабы жинақталған түрде көреді. Олар басқа ешкімге берілмейді, шетелге жіберілмейді және ашық жарияланбайды. Жарияланатын кестелерден ешкімді тану мүмкін емес.',
    },
  ],
  kept: {
    open: {
      heading: 'Не сақталады',
      text: 'Жауаптарыңызбен бірге тек жіберілген күні, тілі және осы мәтінге келіскеніңіз жазылады. Телефоныңыздың желідегі мекенжайы да, нақты уақыты да сақталмайды. Жауаптар сақталмас бұрын өзгелердің жауаптарымен араластырылады.',
    },
    'one-time': {
      heading: 'Не сақталады',
      text: 'Код сауалнаманы бір рет қана ашады. Кодтың қолданылғаны жауаптардан бөлек белгіленеді: сақталған жауаптың қай кодпен келгенін анықтау мүмкін емес. Жауаптармен бірге тек жіберілген күні, тілі және осы мәтінге келіскеніңіз жазылады. Жауаптар сақталмас бұрын өзгелердің жауаптарымен араластырылады.',
    },
    panel: {
      heading: 'Не сақталады',
      text: 'Карточкаңыз бен ПИН-іңізден телефонда құпия белгі жасалады. Сол белгі осы жолғы жауаптарыңызды келесі жолғысымен байланыстырады: не өзгергенін осылай көреміз. Карточка нөмірі де, ПИН де жіберілмейді, сондықтан қызметкерлер белгінің кімдікі екенін білмейді. ПИН-ді ешкімге айтпаңыз: карточка мен ПИН-ді қатар білген адам сіздің белгіңізді қайта жасай алады. Жауаптармен бірге тағы жіберілген күні, тілі және осы мәтінге келіскеніңіз жазылады.',
    },
  },
  howLong: {
    heading: 'Қанша уақыт сақталады',
    text: 'Жауаптар сауалнама жабылғаннан кейін {{retention}} сақталады, содан соң өшіріледі.',
  },
  withdrawal: {
    open: {
      heading: 'Ойыңыз өзгерсе',
      text: 'Жібергенге дейін жауаптар осы телефонда ғана тұрады және оларды өшіре аласыз. Басқа құрылғыда жалғастыруды таңдасаңыз, шифрланған көшірмесі 30 күнге дейін сақталады, оны тек сізге берілген код ашады. Жіберілген жауаптарды өзгелердікінен ажырату мүмкін емес, сондықтан оларды кейін қайтарып алуға болмайды.',
    },
    'one-time': {
      heading: 'Ойыңыз өзгерсе',
      text: 'Жібергенге дейін жауаптар осы телефонда ғана тұрады және оларды өшіре аласыз. Басқа құрылғыда жалғастыруды таңдасаңыз, шифрланған көшірмесі 30 күнге дейін сақталады, оны тек сізге берілген код ашады. Жіберілген жауаптарды кодыңыз арқылы да табу мүмкін емес, сондықтан оларды кейін қайтарып алуға болмайды.',
    },
    panel: {
      heading: 'Ойыңыз өзгерсе',
      text: 'Жібергенге дейін жауаптар осы телефонда ғана тұрады және оларды өшіре аласыз. Жібергеннен кейін де осы бетте карточкаңыз бен ПИН-ді теріп, барлық жауабыңызды өшірте аласыз. Карточка жоғалса немесе ПИН ұмытылса, жауаптарыңызды таба алмаймыз. Дайын есептердегі жалпы сандар өзгермейді.',
    },
  },
  after: [
    {
      heading: 'Сұрақ ауыр тисе',
      text: 'Кейбір сұрақтар көңілге ауыр тиюі мүмкін. Ондайын өткізіп жіберіңіз. Соңында сөйлесуге болатын мамандардың байланысы көрсетіледі.',
    },
  ],
  agree: 'Келісемін, бастаймын',
  decline: 'Келіспеймін',
};

const RUSSIAN: Said = {
  title: 'Прежде чем начать',
  before: [
    {
      heading: 'Кто спрашивает',
      text: '{{operator}} (БИН {{registrationNumber}}). По вопросам о ваших данных: {{contact}}.',
    },
    { heading: 'Зачем', text: '{{purpose}}' },
    { heading: 'Кто может отвечать', text: '{{audience}}' },
    {
      heading: 'О чём спрашиваем',
      text: 'Темы вопросов: {{forms}}. Мы не спрашиваем имя, адрес, телефон и ИИН. Когда пишете своими словами, никого не называйте по имени.',
    },
    {
      heading: 'Решаете вы',
      text: 'Отвечать или нет, решаете вы сами. Согласие или отказ никак не повлияет на помощь вам и вашей семье. Любой вопрос можно пропустить, остановиться можно в любой момент.',
    },
    {
      heading: 'Кто видит ответы',
      text: 'Ответы видят только аналитики программы, и только сведёнными вместе по многим людям. Их больше никому не передают, не отправляют за границу и не публикуют. По опубликованным таблицам никого нельзя узнать.',
    },
  ],
  kept: {
    open: {
      heading: 'Что сохраняется',
      text: 'Вместе с ответами записываются только день отправки, язык и то, что вы согласились с этим текстом. Сетевой адрес телефона и точное время не сохраняются. Прежде чем ответы сохранят, их перемешают с ответами других людей.',
    },
    'one-time': {
      heading: 'Что сохраняется',
      text: 'Код лишь один раз открывает опрос. То, что он использован, отмечается отдельно от ответов: узнать, с каким кодом пришли сохранённые ответы, невозможно. Вместе с ответами записываются только день отправки, язык и то, что вы согласились с этим текстом. Прежде чем ответы сохранят, их перемешают с ответами других людей.',
    },
    panel: {
      heading: 'Что сохраняется',
      text: 'Из вашей карточки и ПИН на телефоне получается тайная метка. Она связывает ваши сегодняшние ответы со следующими: так мы видим, что изменилось. Ни номер карточки, ни ПИН не отправляются, поэтому сотрудники не знают, чья это метка. Никому не говорите ПИН: кто знает и карточку, и ПИН, может получить вашу метку заново. Вместе с ответами записываются ещё день отправки, язык и то, что вы согласились с этим текстом.',
    },
  },
  howLong: {
    heading: 'Сколько хранится',
    text: 'Ответы хранятся {{retention}} после закрытия опроса, затем их удаляют.',
  },
  withdrawal: {
    open: {
      heading: 'Если передумаете',
      text: 'До отправки ответы находятся только в этом телефоне, и вы можете их удалить. Если вы решите продолжить на другом устройстве, зашифрованная копия хранится до 30 дней, и открывает её только код, который получите вы. Отправленные ответы нельзя отличить от чужих, поэтому забрать их потом невозможно.',
    },
    'one-time': {
      heading: 'Если передумаете',
      text: 'До отправки ответы находятся только в этом телефоне, и вы можете их удалить. Если вы решите продолжить на другом устройстве, зашифрованная копия хранится до 30 дней, и открывает её только код, который получите вы. Отправленные ответы нельзя найти даже по вашему коду, поэтому забрать их потом невозможно.',
    },
    panel: {
      heading: 'Если передумаете',
      text: 'До отправки ответы находятся только в этом телефоне, и вы можете их удалить. После отправки вы можете на этой же странице ввести карточку и ПИН и удалить все свои ответы. Если карточка потеряна или ПИН забыт, найти ваши ответы мы не сможем. Общие числа в готовых отчётах не изменятся.',
    },
  },
  after: [
    {
      heading: 'Если вопрос задел',
      text: 'Некоторые вопросы могут расстроить. Их можно пропустить. В конце будут контакты людей, с которыми можно поговорить.',
    },
  ],
  agree: 'Согласна (согласен), начать',
  decline: 'Не согласна (не согласен)',
};

const ENGLISH: Said = {
  title: 'Before you begin',
  before: [
    {
      heading: 'Who is asking',
      text: '{{operator}} (BIN {{registrationNumber}}). For questions about your data: {{contact}}.',
    },
    { heading: 'Why', text: '{{purpose}}' },
    { heading: 'Who may answer', text: '{{audience}}' },
    {
      heading: 'What we ask about',
      text: 'The questions are about: {{forms}}. We do not ask for your name, address, telephone number or identity number. When you write in your own words, please name nobody.',
    },
    {
      heading: 'You decide',
      text: 'Answering is your choice. Whether you agree or not changes nothing about the help that you and your family receive. You may skip any question and stop at any moment.',
    },
    {
      heading: 'Who sees the answers',
      text: 'Only the analysts of the programme see the answers, and only as totals over many people. They are not given to anybody else, not sent to another country and not published. Nobody can be recognised in the tables that are published.',
    },
  ],
  kept: {
    open: {
      heading: 'What is kept',
      text: 'Together with your answers we write down only the day they were sent, the language, and that you agreed to this text. Neither the network address of your phone nor the exact time is kept. Before answers are stored, they are mixed with those of other people.',
    },
    'one-time': {
      heading: 'What is kept',
      text: 'The code only opens the survey, once. That it was used is noted apart from the answers: it is impossible to find out with which code stored answers came. Together with the answers we write down only the day they were sent, the language, and that you agreed to this text. Before answers are stored, they are mixed with those of other people.',
    },
    panel: {
      heading: 'What is kept',
      text: 'Your phone makes a secret mark from your card and your PIN. The mark joins your answers of this time with those of the next, so that we see what has changed. Neither the number of the card nor the PIN is sent, so the staff do not know whose mark it is. Tell nobody your PIN: whoever knows both card and PIN can make your mark again. Together with the answers we also write down the day they were sent, the language, and that you agreed to this text.',
    },
  },
  howLong: {
    heading: 'How long it is kept',
    text: 'Answers are kept for {{retention}} after the survey has closed; then they are erased.',
  },
  withdrawal: {
    open: {
      heading: 'If you change your mind',
      text: 'Until you send them, the answers are on this phone only, and you can delete them. If you choose to go on with another device, an encrypted copy is kept for up to 30 days, and only the code that you are given opens it. Answers that were sent cannot be told from those of others, so they cannot be taken back later.',
    },
    'one-time': {
      heading: 'If you change your mind',
      text: 'Until you send them, the answers are on this phone only, and you can delete them. If you choose to go on with another device, an encrypted copy is kept for up to 30 days, and only the code that you are given opens it. Answers that were sent cannot be found even with your code, so they cannot be taken back later.',
    },
    panel: {
      heading: 'If you change your mind',
      text: 'Until you send them, the answers are on this phone only, and you can delete them. After sending you can enter your card and PIN on this page and have all your answers erased. If the card is lost or the PIN forgotten, we cannot find your answers. Totals in reports that are ready do not change.',
    },
  },
  after: [
    {
      heading: 'If a question is hard for you',
      text: 'Some questions may upset you. You can skip them. At the end you will find people you can talk to.',
    },
  ],
  agree: 'I agree, let us begin',
  decline: 'I do not agree',
};

const SAID: Record<Language, Said> = { kk: KAZAKH, ru: RUSSIAN, en: ENGLISH };

const wordsOf = (said: Said, mode: Mode): ConsentWords => ({
  title: said.title,
  points: [...said.before, said.kept[mode], said.howLong, said.withdrawal[mode], ...said.after],
  agree: said.agree,
  decline: said.decline,
});

const versionFor = (mode: Mode): ConsentVersion => ({
  version: `survey-${mode}-1`,
  linkages: [mode],
  words: {
    kk: wordsOf(SAID.kk, mode),
    ru: wordsOf(SAID.ru, mode),
    en: wordsOf(SAID.en, mode),
  },
  isBuiltIn: true,
});

/** One text for each mode, since each mode can promise something else. */
export const SURVEY_CONSENTS_1: readonly ConsentVersion[] = [
  versionFor('open'),
  versionFor('one-time'),
  versionFor('panel'),
];
