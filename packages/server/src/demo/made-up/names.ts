import { between, type Chance, pick, weighted } from './chance.ts';

export interface MadeUpName {
  readonly family: string;
  readonly given: string;
  readonly patronymic: string;
}

type Sex = 'female' | 'male';
type People = 'kazakh' | 'russian' | 'uzbek';

const ROOTS: Readonly<Record<People, readonly string[]>> = {
  kazakh:
    'Ахмет Әбді Әлім Әшім Байжан Бейсен Бекмұрат Досым Ермек Есен Жақсылық Жанұзақ Кенже Қалиасқар Қасым Құдайберген Құрман Мырзабек Нұрғали Нұрлан Омар Оразбай Өтеген Рахым Садық Сапар Сатыбалды Сүлеймен Тілеу Тоқтар Төлеген Тұрсын Ұзақбай Шаймерден Ыбырай'.split(
      ' ',
    ),
  russian:
    'Андре Борис Васил Виктор Григор Егор Захар Кирилл Лаврент Матве Никола Павл Степан Тимофе Яковл'.split(
      ' ',
    ),
  uzbek: 'Абдулла Азим Ибрагим Каримжан Махмуд Рахим Саид Турсун Халил Эргаш Юнус'.split(' '),
};
const GIVEN: Readonly<Record<People, Readonly<Record<Sex, readonly string[]>>>> = {
  kazakh: {
    female:
      'Айгерім Айгүл Айдана Айжан Ақбота Ақерке Алтынай Анар Арайлым Әйгерім Әлия Әсем Балжан Ботагөз Гауһар Гүлнұр Динара Еңлік Жазира Жанна Жұлдыз Зере Инабат Камила Күләш Қарлығаш Лаура Маржан Меруерт Назерке Нұргүл Салтанат Сымбат Томирис Ұлжан Фатима Хадиша Шолпан Шынар Ырысты'.split(
        ' ',
      ),
    male: 'Абай Айбек Алмас Арман Асыл Әділет Бауыржан Бекзат Бірлік Данияр Дастан Ерасыл Ержан Еркін Жандос Жасұлан Исатай Қайсар Қуаныш Мирас Нұрдәулет Нұрсұлтан Олжас Рамазан Рүстем Санжар Сұлтан Таир Ұлан Шерхан Шыңғыс Ыбырай Ілияс'.split(
      ' ',
    ),
  },
  russian: {
    female:
      'Алина Анна Вера Виктория Дарья Екатерина Ирина Ксения Любовь Мария Надежда Ольга Полина Светлана Татьяна'.split(
        ' ',
      ),
    male: 'Алексей Артём Вадим Глеб Дмитрий Егор Иван Кирилл Максим Никита Роман Степан Фёдор'.split(
      ' ',
    ),
  },
  uzbek: {
    female: 'Барно Гулчехра Дилором Зилола Комила Лола Мадина Наргиза Озода Умида Шахноза'.split(
      ' ',
    ),
    male: 'Азиз Бахтиёр Жасур Камол Отабек Равшан Сардор Тимур Улугбек Шерзод'.split(' '),
  },
};
const LANGUAGES: Readonly<Record<People, readonly (readonly string[])[]>> = {
  kazakh: [['kk', 'ru'], ['kk'], ['kk', 'ru', 'ar'], ['kk', 'ar']],
  russian: [['ru'], ['ru', 'kk'], ['ru', 'ar']],
  uzbek: [
    ['uz', 'ru'],
    ['uz', 'kk'],
  ],
};

/** A family that shares a way of being named. None of the names belongs to anybody: parts of common ones are put together. */
export interface Naming {
  readonly languages: readonly string[];
  name(sex: Sex, father?: string): MadeUpName;
}

export function madeUpNaming(random: Chance): Naming {
  const people = weighted({ kazakh: 86, russian: 8, uzbek: 6 }, random);
  const root = pick(ROOTS[people], random);
  const isOld = people === 'kazakh' && random() < 0.12;
  const languages = pick(LANGUAGES[people], random);
  return {
    languages,
    name(sex, father) {
      const given = pick(GIVEN[people][sex], random);
      return {
        family: familyName(root, sex, isOld),
        given,
        patronymic: patronymic(father, sex, people),
      };
    },
  };
}

/** Older Kazakh family names take no ending. */
function familyName(root: string, sex: Sex, isOld: boolean): string {
  if (isOld) return root;
  const ending = /[аеёиоуыэюяіәөүұй]$/.test(root) ? 'ев' : 'ов';
  return root.replace(/й$/, '') + ending + (sex === 'female' ? 'а' : '');
}

function patronymic(father: string | undefined, sex: Sex, people: People): string {
  if (father === undefined || people !== 'kazakh') return '';
  return father + (sex === 'female' ? 'қызы' : 'ұлы');
}

/** A number that no telephone bears: the operator 000 is not given out. */
export const madeUpPhone = (random: Chance): string => {
  const digits = (count: number) =>
    String(between(0, 10 ** count - 1, random)).padStart(count, '0');
  return `+7 000 ${digits(3)} ${digits(2)} ${digits(2)}`;
};
