import type { Birth, Identity, Sex } from '../../packages/domain/src/people/index.ts';
import { type Chance, pick } from '../../packages/server/src/demo/made-up/chance.ts';

const FIRST =
  'Нұр Ай Гүл Бек Жан Аман Ер Қуан Дос Ораз Тілеу Сағын Мырза Құт Әбді Бай Есен Тоқ Қали Жұма Сейіт Шай Өмір Ақ Алтын Құрман Ғали Үміт'.split(
    ' ',
  );
const MALE_END = 'бек жан лан хан бай ғали берген бол қан тай мұрат бакыт жол ахмет'.split(' ');
const FEMALE_END = 'гүл сұлу ай жан зия нұр бану гүлім шат ару дана жамал'.split(' ');
const MALE =
  'Асқар Дамир Ерлан Руслан Тимур Серік Болат Марат Азамат Хамза Юсуф Ибрагим Мұхаммед Денис Сергей Алихан Шыңғыс Қанат'.split(
    ' ',
  );
const FEMALE =
  'Айгерім Мадина Әсел Ләззат Жанар Сәуле Гүлмира Амина Хадиша Фатима Марина Елена Юлия Дилноза Зарина Перизат Айша Роза Шынар Әлия'.split(
    ' ',
  );

export interface MadeUp {
  readonly sex: Sex;
  readonly family: string;
  readonly given: string;
  readonly birth: Birth;
}

/** Somebody who does not exist; common names are common here too, long ones are put together. */
export function somebody(random: Chance): MadeUp {
  const sex = random() < 0.55 ? 'female' : 'male';
  const compound = (ends: readonly string[]) => pick(FIRST, random) + pick(ends, random);
  const male = () => (random() < 0.45 ? pick(MALE, random) : compound(MALE_END));
  const given =
    sex === 'male' ? male() : random() < 0.5 ? pick(FEMALE, random) : compound(FEMALE_END);
  const root = male();
  const ending = random() < 0.85 ? (/[аеиоуяюй]$/.test(root) ? 'ев' : 'ов') : '';
  const family = ending ? root + ending + (sex === 'female' ? 'а' : '') : root;
  const year = 1950 + Math.floor(random() * 72);
  const part = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0');
  const birth: Birth =
    random() < 0.75
      ? { precision: 'day', date: `${year}-${part(12)}-${part(28)}` }
      : { precision: 'year', date: String(year) };
  return { sex, family, given, birth };
}

export const identityOf = ({ family, given, birth }: MadeUp): Identity => ({
  names: [{ kind: 'called', family, given, patronymic: '' }],
  birth,
  phones: [],
  documents: [],
});
