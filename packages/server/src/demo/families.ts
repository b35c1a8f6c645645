import type { Birth, Sex } from '@tirek/domain/people';
import type { ColleagueName } from './colleagues.ts';

/** Somebody made up, as a practitioner would register her. */
export interface DemoPerson {
  readonly family: string;
  readonly given: string;
  readonly patronymic?: string;
  readonly sex: Sex;
  readonly birth: Birth | null;
  readonly languages: readonly string[];
  readonly phone?: string;
  /** A relative who has always lived here. */
  readonly isFromHere?: true;
}

export interface DemoFamily {
  readonly holder: 'saule' | ColleagueName;
  readonly region: string;
  readonly members: readonly DemoPerson[];
}

const day = (date: string): Birth => ({ precision: 'day', date });
const year = (date: string): Birth => ({ precision: 'year', date });
const about = (date: string): Birth => ({ precision: 'about', date });

const KK = ['kk', 'ru'];

function person(
  [family, given, patronymic = '']: readonly [string, string, string?],
  sex: Sex,
  birth: Birth | null,
  languages: readonly string[] = KK,
): DemoPerson {
  return { family, given, patronymic, sex, birth, languages };
}

/** When the fourteen families came, as far as it is told: with the largest group of those years. */
export const CAME_ON = '2019-06-05';

/**
 * Fourteen invented families. Names, births and places were put together at a desk: none belongs to anybody, and no family
 * has the make-up of one that a published table shows.
 */
export const DEMO_FAMILIES: readonly DemoFamily[] = [
  {
    holder: 'saule',
    region: 'KZ-27',
    members: [
      {
        ...person(['Әлімбекова', 'Мадина', 'Серікқызы'], 'female', day('1990-03-14')),
        phone: '+7 700 000 01 01',
      },
      person(['Әлімбеков', 'Асқар'], 'male', day('2011-09-02')),
      person(['Әлімбекова', 'Аяна'], 'female', day('2013-01-25')),
      person(['Тасболат', 'Хамза'], 'male', year('2015')),
      person(['Тасболат', 'Сүмбіле'], 'female', { precision: 'month', date: '2016-11' }),
      person(['Тасболат', 'Ілияс'], 'male', day('2018-05-30')),
    ],
  },
  {
    holder: 'saule',
    region: 'KZ-27',
    members: [
      person(['Досжанова', 'Гүлмира', 'Ерболқызы'], 'female', day('1984-07-19')),
      person(['Досжанов', 'Әділ'], 'male', day('2009-12-08')),
      person(['Досжанова', 'Інжу'], 'female', day('2012-04-11')),
    ],
  },
  {
    holder: 'saule',
    region: 'KZ-27',
    members: [
      person(['Kozhabergenova', 'Zhanar'], 'female', year('1992'), ['kk', 'ar', 'ru']),
      person(['Kozhabergenov', 'Yusuf'], 'male', about('2014'), ['ar', 'kk']),
    ],
  },
  {
    holder: 'saule',
    region: 'KZ-27',
    members: [
      person(['Сафронова', 'Елена', 'Викторовна'], 'female', day('1987-10-03'), ['ru']),
      person(['Сафронова', 'Амина'], 'female', day('2013-06-21'), ['ru', 'ar']),
      person(['Сафронов', 'Денис'], 'male', day('2017-02-09'), ['ru']),
    ],
  },
  {
    holder: 'saule',
    region: 'KZ-27',
    members: [
      {
        ...person(['Шәкірова', 'Бибігүл', 'Оразқызы'], 'female', about('1958')),
        isFromHere: true,
      },
      person(['Шәкіров', 'Нұрсұлтан'], 'male', day('2010-08-17')),
      person(['Шәкірова', 'Нұрай'], 'female', day('2014-03-05')),
      person(['Шәкіров', 'Ермек'], 'male', about('1983')),
    ],
  },
  {
    holder: 'ainur',
    region: 'KZ-27',
    members: [
      person(['Қуанышева', 'Ләззат', 'Мұратқызы'], 'female', day('1989-05-27')),
      person(['Қуанышев', 'Дамир'], 'male', day('2012-10-14')),
    ],
  },
  {
    holder: 'ainur',
    region: 'KZ-27',
    members: [
      person(['Ибраимова', 'Сабина'], 'female', year('1994')),
      person(['Ибраимов', 'Муса'], 'male', { precision: 'month', date: '2016-02' }),
    ],
  },
  {
    holder: 'marat',
    region: 'KZ-75',
    members: [
      {
        ...person(['Әбдірахманова', 'Гүлжан', 'Ерғалиқызы'], 'female', day('1991-04-17')),
        phone: '+7 700 000 02 02',
      },
      person(['Әбдірахманов', 'Ерасыл'], 'male', day('2015-07-07')),
    ],
  },
  {
    holder: 'marat',
    region: 'KZ-75',
    members: [
      person(['Цой', 'Марина', 'Сергеевна'], 'female', day('1986-01-30'), ['ru']),
      person(['Цой', 'Тимур'], 'male', day('2011-11-19'), ['ru']),
    ],
  },
  {
    holder: 'marat',
    region: 'KZ-19',
    members: [
      person(['Нұрпейісова', 'Айгерім', 'Қанатқызы'], 'female', day('1993-09-09')),
      person(['Нұрпейіс', 'Алихан'], 'male', year('2014')),
      person(['Нұрпейіс', 'Раяна'], 'female', year('2016')),
    ],
  },
  {
    holder: 'nargiza',
    region: 'KZ-61',
    members: [
      person(['Юсупова', 'Dilnoza'], 'female', year('1990'), ['uz', 'ru']),
      person(['Юсупов', 'Ibrohim'], 'male', day('2013-12-01'), ['uz', 'ru']),
      person(['Юсупова', 'Oysha'], 'female', about('2017'), ['uz']),
    ],
  },
  {
    holder: 'nargiza',
    region: 'KZ-61',
    members: [
      person(['Төлегенова', 'Перизат', 'Жомартқызы'], 'female', day('1982-02-22')),
      person(['Төлеген', 'Бекзат'], 'male', day('2008-06-15')),
      person(['Төлеген', 'Айша'], 'female', day('2010-10-10')),
      person(['Төлеген', 'Сара'], 'female', day('2015-04-04')),
    ],
  },
  {
    holder: 'nargiza',
    region: 'KZ-33',
    members: [
      person(['Оспанқұлова', 'Әсел'], 'female', about('1995')),
      person(['Оспанқұлов', 'Батырхан'], 'male', { precision: 'month', date: '2016-08' }),
    ],
  },
  {
    holder: 'marat',
    region: 'KZ-75',
    members: [
      person(['Kim', 'Veronika'], 'female', day('1988-12-24'), ['ru', 'en']),
      person(['Ахметжанов', 'Самир'], 'male', day('2014-05-18'), ['ru']),
    ],
  },
];
