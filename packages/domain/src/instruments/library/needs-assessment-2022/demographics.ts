import type { Item, Option } from '../../form-item.ts';
import type { Words } from '../first-version.ts';
import { inOurWords as t } from '../wording.ts';

const option = (id: string, kk: string, ru: string, en: string, code?: string): Option => ({
  id,
  text: t(kk, ru, en),
  ...(code !== undefined && { code }),
});

/** An option in the first person, with the words a table uses for it. */
const labelled = (id: string, text: Words, label: Words): Option => ({
  id,
  text: t(...text),
  label: t(...label),
});

const OTHER = option('other', 'Басқа', 'Другое', 'Other');

/** Sixteen questions about her, her family and her situation; ids as in the data of 2022. */
export const demographics: Item = {
  type: 'group',
  linkId: 'about_you',
  text: t('Өзіңіз бен отбасыңыз туралы', 'О вас и вашей семье', 'About you and your family'),
  items: [
    {
      type: 'integer',
      linkId: 'age',
      text: t('Жасыңыз нешеде?', 'Сколько вам полных лет?', 'How old are you?'),
      label: t('Жасы', 'Возраст', 'Age'),
      min: 12,
      max: 110,
    },
    {
      type: 'choice',
      linkId: 'marital',
      // The form of a union may be a religious one.
      text: t(
        'Қазіргі отбасылық жағдайыңыз қандай?',
        'Какое у вас сейчас семейное положение?',
        'What is your family situation now?',
      ),
      label: t('Отбасылық жағдайы', 'Семейное положение', 'Marital status'),
      sensitivity: 'sensitive',
      neverAFilter: true,
      options: [
        labelled(
          'never',
          ['Тұрмысқа шықпағанмын', 'Не была замужем', 'I have never been married'],
          ['Тұрмысқа шықпаған', 'Не была замужем', 'Never married'],
        ),
        labelled(
          'divorced',
          ['Ажырасқанмын', 'Разведена', 'I am divorced'],
          ['Ажырасқан', 'Разведена', 'Divorced'],
        ),
        labelled(
          'widowed',
          ['Күйеуім қайтыс болған', 'Вдова', 'I am a widow'],
          ['Жесір', 'Вдова', 'Widowed'],
        ),
        labelled(
          'islamic_mono',
          [
            'Мұсылманша некедемін, жалғыз әйелімін',
            'Замужем по никаху, единственная жена',
            'Married by nikah, his only wife',
          ],
          ['Мұсылманша неке, бір әйел', 'Никах, единственная жена', 'Islamic marriage, one wife'],
        ),
        labelled(
          'islamic_poly',
          [
            'Мұсылманша некедемін, күйеуімнің басқа да әйелі бар',
            'Замужем по никаху, у мужа есть и другая жена',
            'Married by nikah, he has another wife too',
          ],
          [
            'Мұсылманша неке, бірнеше әйел',
            'Никах, несколько жён',
            'Islamic marriage, several wives',
          ],
        ),
        labelled(
          'registered',
          [
            'Тұрмыстамын, некеміз мемлекеттік тіркеуден өткен',
            'Замужем, брак зарегистрирован',
            'Married, registered by the state',
          ],
          ['Тіркелген неке', 'Зарегистрированный брак', 'Registered marriage'],
        ),
        labelled(
          'civil_union',
          [
            'Некеге тұрмай, бірге тұрамыз',
            'Живём вместе без брака',
            'We live together, not married',
          ],
          ['Некесіз бірге тұру', 'Живут вместе без брака', 'Living together, not married'],
        ),
      ],
    },
    {
      type: 'choice',
      linkId: 'times_married',
      text: t(
        'Неше рет тұрмысқа шықтыңыз? Тіркелмегенін де қосыңыз.',
        'Сколько раз вы были замужем? Считайте и браки без регистрации.',
        'How many times have you been married? Count marriages that were not registered too.',
      ),
      label: t('Неше рет тұрмысқа шыққан', 'Сколько раз была замужем', 'Times married'),
      sensitivity: 'sensitive',
      neverAFilter: true,
      options: [
        option('0', 'Шықпадым', 'Ни разу', 'Never'),
        option('1', 'Бір рет', 'Один раз', 'Once'),
        option('2', 'Екі рет', 'Два раза', 'Twice'),
        option('3', 'Үш рет', 'Три раза', 'Three times'),
        option(
          '4_plus',
          'Төрт рет немесе одан көп',
          'Четыре раза или больше',
          'Four times or more',
          '4+',
        ),
      ],
    },
    {
      type: 'integer',
      linkId: 'n_children',
      text: t('Неше балаңыз бар?', 'Сколько у вас детей?', 'How many children do you have?'),
      label: t('Бала саны', 'Число детей', 'Number of children'),
      min: 0,
      max: 25,
    },
    {
      type: 'choice',
      linkId: 'children_killed',
      text: t(
        'Шетелде жүргенде кейбір аналар баласынан айырылды. Бұл сіздің де басыңыздан өтсе, неше балаңыз еді?',
        'За границей некоторые матери потеряли детей. Если это случилось и с вами, скольких детей вы потеряли?',
        'While abroad, some mothers lost children. If this happened to you, how many?',
      ),
      help: t(
        'Жауап бермесеңіз де болады.',
        'На этот вопрос можно не отвечать.',
        'You may leave this question out.',
      ),
      label: t('Қаза тапқан балалары', 'Погибшие дети', 'Children who died'),
      sensitivity: 'sensitive',
      neverAFilter: true,
      options: [
        option('0', 'Жоқ, ондай болған жоқ', 'Нет, этого не было', 'No, this did not happen'),
        option('1', 'Бір бала', 'Одного', 'One'),
        option('2', 'Екі бала', 'Двоих', 'Two'),
        option('3', 'Үш бала', 'Троих', 'Three'),
        option('4', 'Төрт бала', 'Четверых', 'Four'),
        option('5_plus', 'Бес немесе одан көп', 'Пятерых или больше', 'Five or more', '5+'),
      ],
    },
    {
      type: 'choice',
      linkId: 'husband_status',
      text: t(
        'Сіз бірге кеткен күйеуіңіз туралы не белгілі?',
        'Что известно о муже, с которым вы уезжали?',
        'What is known about the husband you left with?',
      ),
      label: t('Бірге кеткен күйеуі', 'Муж, с которым уезжала', 'Husband she left with'),
      sensitivity: 'sensitive',
      neverAFilter: true,
      options: [
        option('deceased', 'Қайтыс болды', 'Его нет в живых', 'He has died'),
        option('missing', 'Хабарсыз кетті', 'Пропал без вести', 'He is missing'),
        option('unknown', 'Ештеңе білмеймін', 'Мне ничего не известно', 'I know nothing about him'),
        option(
          'prison_other',
          'Басқа елде қамауда',
          'В заключении в другой стране',
          'In prison in another country',
        ),
        option(
          'prison_kz',
          'Қазақстанда қамауда',
          'В заключении в Казахстане',
          'In prison in Kazakhstan',
        ),
        option(
          'left_without',
          'Мен күйеусіз кеттім',
          'Я уезжала без мужа',
          'I left without a husband',
        ),
        OTHER,
      ],
    },
    {
      type: 'choice',
      linkId: 'education',
      text: t('Біліміңіз қандай?', 'Какое у вас образование?', 'What schooling have you had?'),
      label: t('Білімі', 'Образование', 'Education'),
      options: [
        option(
          'secondary_unfinished',
          'Мектепті бітірмегенмін',
          'Школа не окончена',
          'School, not finished',
        ),
        option('secondary', 'Мектеп бітіргенмін', 'Окончена школа', 'School, finished'),
        option(
          'vocational',
          'Колледж немесе училище',
          'Колледж или училище',
          'College or trade school',
        ),
        option(
          'higher_unfinished',
          'Аяқталмаған жоғары білім',
          'Высшее, не окончено',
          'University, not finished',
        ),
        option('higher', 'Жоғары білім', 'Высшее', 'University, finished'),
        option('master', 'Магистратура', 'Магистратура', "Master's degree"),
      ],
    },
    {
      type: 'choice',
      linkId: 'residency',
      text: t(
        'Оралғаннан кейін қайда қоныстандыңыз?',
        'Где вы поселились, когда вернулись?',
        'Where did you settle when you came back?',
      ),
      label: t('Қоныстанған жері', 'Место жительства', 'Place of residence'),
      options: [
        option('regional_capital', 'Облыс орталығы', 'Областной центр', 'Regional capital'),
        option('district_center', 'Аудан орталығы', 'Районный центр', 'District centre'),
        option(
          'monotown',
          'Моноқала (кеніш, шахта не зауыт маңындағы қала)',
          'Моногород (город при руднике, шахте или заводе)',
          'Town built around one mine or plant',
        ),
        option('small_town', 'Шағын қала', 'Небольшой город', 'Small town'),
        option('rural', 'Ауыл', 'Село', 'Village'),
      ],
    },
    {
      type: 'choice',
      linkId: 'housing',
      text: t(
        'Қандай баспанада тұрасыз?',
        'В каком жилье вы живёте?',
        'What kind of home do you live in?',
      ),
      label: t('Баспанасы', 'Жильё', 'Housing'),
      options: [
        option('own', 'Өз үйім немесе пәтерім', 'Свой дом или квартира', 'My own house or flat'),
        option('rent', 'Жалға аламын', 'Снимаю', 'I rent it'),
        option('mortgage', 'Ипотекамен алынған', 'Куплено в ипотеку', 'Bought on a mortgage'),
        option(
          'relatives',
          'Ата-анамның не туыстарымның үйі',
          'У родителей или родных',
          "My parents' or relatives' home",
        ),
        option(
          'state',
          'Мемлекет берген баспана',
          'Государственное жильё',
          'Housing from the state',
        ),
        OTHER,
      ],
    },
    {
      type: 'integer',
      linkId: 'household',
      text: t(
        'Үйіңізде өзіңізді қосқанда неше адам тұрады?',
        'Сколько человек живёт в вашем доме вместе с вами?',
        'How many people live in your home, you included?',
      ),
      label: t('Үйдегі адам саны', 'Человек в доме', 'People in the household'),
      min: 1,
      max: 40,
      constraints: [
        {
          id: 'household-smaller-than-family',
          severity: 'soft',
          expression: 'household >= n_children + 1',
          text: t(
            'Үйдегі адам саны сіз бен балаларыңыздан аз болып тұр. Солай болса, жалғастыра беріңіз.',
            'Людей в доме получилось меньше, чем вы и ваши дети вместе. Если так и есть, продолжайте.',
            'There are fewer people in the home than you and your children together. If that is so, go on.',
          ),
        },
      ],
    },
    {
      type: 'choice',
      linkId: 'employment',
      text: t('Қазір жұмыс істейсіз бе?', 'Вы сейчас работаете?', 'Do you work at the moment?'),
      label: t('Жұмыспен қамтылуы', 'Занятость', 'Employment'),
      options: [
        option('full_time', 'Иә, толық күн', 'Да, полный день', 'Yes, full time'),
        option('part_time', 'Иә, толық емес күн', 'Да, неполный день', 'Yes, part time'),
        option(
          'self_employed',
          'Өзіме жұмыс істеймін (тігін, массаж, т. б.)',
          'Работаю на себя (шитьё, массаж и другое)',
          'I work for myself (sewing, massage and so on)',
        ),
        option(
          'temp_unemployed',
          'Уақытша жұмыс істемеймін (денсаулық, бала күтімі)',
          'Временно не работаю (здоровье, уход за ребёнком)',
          'Not for now (health, caring for a child)',
        ),
        option(
          'benefits',
          'Жоқ, жәрдемақы аламын',
          'Нет, получаю пособие',
          'No, I receive benefits',
        ),
        OTHER,
      ],
    },
    {
      type: 'choice',
      linkId: 'income',
      text: t(
        'Айына шамамен қанша табасыз?',
        'Сколько примерно вы зарабатываете в месяц?',
        'About how much do you earn in a month?',
      ),
      label: t('Айлық табысы', 'Заработок в месяц', 'Monthly earnings'),
      enableWhen: "employment in ('full_time' | 'part_time' | 'self_employed' | 'other')",
      missing: ['declined', 'unknown', 'not-applicable'],
      options: [
        option('50-100', '50–100 мың теңге', '50–100 тысяч тенге', '50,000 to 100,000 tenge'),
        option('100-150', '100–150 мың теңге', '100–150 тысяч тенге', '100,000 to 150,000 tenge'),
        option('150-250', '150–250 мың теңге', '150–250 тысяч тенге', '150,000 to 250,000 tenge'),
        option('250-400', '250–400 мың теңге', '250–400 тысяч тенге', '250,000 to 400,000 tenge'),
        option(
          '400_plus',
          '400 мың теңгеден көп',
          'Больше 400 тысяч тенге',
          'More than 400,000 tenge',
          '400+',
        ),
      ],
    },
    {
      type: 'choice',
      linkId: 'stipend',
      text: t(
        'Айына шамамен қанша жәрдемақы аласыз?',
        'Сколько примерно вы получаете пособий в месяц?',
        'About how much do you receive in benefits in a month?',
      ),
      label: t('Айлық жәрдемақысы', 'Пособия в месяц', 'Monthly benefits'),
      missing: ['declined', 'unknown'],
      options: [
        option('none', 'Алмаймын', 'Не получаю', 'I receive none'),
        option('50-100', '50–100 мың теңге', '50–100 тысяч тенге', '50,000 to 100,000 tenge'),
        option('100-150', '100–150 мың теңге', '100–150 тысяч тенге', '100,000 to 150,000 tenge'),
      ],
    },
    {
      type: 'choice',
      linkId: 'years_outside',
      text: t(
        'Шетелде неше жыл тұрдыңыз?',
        'Сколько лет вы прожили за пределами страны?',
        'How many years did you live outside the country?',
      ),
      label: t('Шетелде тұрған жылдары', 'Лет за пределами страны', 'Years outside the country'),
      sensitivity: 'sensitive',
      neverAFilter: false,
      options: [
        option('under_4', '4 жылдан аз', 'Меньше 4 лет', 'Fewer than 4 years', '<4'),
        option('4-6', '4 жылдан 6 жылға дейін', 'От 4 до 6 лет', '4 to 6 years'),
        option('over_6', '6 жылдан көп', 'Больше 6 лет', 'More than 6 years', '>6'),
      ],
    },
    {
      type: 'boolean',
      linkId: 'met_needs',
      text: t(
        'Отбасын қолдау бағдарламасы сізге керек көмекті бере алды ма?',
        'Помогла ли вам программа поддержки семьи в том, что было нужно?',
        'Did the family support programme give you the help you needed?',
      ),
      label: t('Бағдарлама көмектесті', 'Программа помогла', 'The programme met her needs'),
    },
    {
      type: 'boolean',
      linkId: 'better_off',
      text: t(
        'Басқа әйелдерге мұнда өмір бұрынғы тұрған жеріңізден жақсы деп айтар ма едіңіз?',
        'Сказали бы вы другим женщинам, что здесь жить лучше, чем там, где вы были до возвращения?',
        'Would you tell other women that life here is better than where you were before you came back?',
      ),
      label: t('Мұнда өмір жақсырақ', 'Здесь жить лучше', 'Life is better here'),
    },
  ],
};
