import { ensureReadyAccounts } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { derivedKey } from '../http/derived-key.ts';
import { castPassword, castTotpSecret, madeUpId } from './cast.ts';
import { COLLEAGUES, type ColleagueName, colleagueId } from './colleagues.ts';

/** Practitioners of the other regions: they hold most families of the made-up programme. Nobody has to sign in as one of them. */
const OTHERS = [
  ['Жанар Сүлейменова', 'KZ-10'],
  ['Ербол Тасқынов', 'KZ-11'],
  ['Алия Мұхамедиева', 'KZ-15'],
  ['Светлана Пак', 'KZ-19'],
  ['Дархан Орынбаев', 'KZ-23'],
  ['Мейрамгүл Әуезова', 'KZ-31'],
  ['Бақыт Жұмағұлов', 'KZ-33'],
  ['Ирина Колесникова', 'KZ-35'],
  ['Назым Төлеубекова', 'KZ-39'],
  ['Асылбек Қожахмет', 'KZ-43'],
  ['Гүлмира Есенова', 'KZ-47'],
  ['Раушан Бейсенбай', 'KZ-71'],
  ['Тілек Сманов', 'KZ-79'],
] as const;

/** Who answers for all of them, and for Marat and Nargiza. */
const SUPERVISOR = 'roza';
export const otherSupervisor = madeUpId(`account ${SUPERVISOR}`);

export interface Holder {
  readonly id: string;
  readonly region: string;
}

/** Whoever holds the families that are not told of one by one. */
export const OTHER_HOLDERS: readonly Holder[] = [
  ...OTHERS.map(([name, region]) => ({ id: madeUpId(`account ${name}`), region })),
  ...(['marat', 'nargiza'] satisfies ColleagueName[]).map((name) => ({
    ...{ id: colleagueId(name), region: COLLEAGUES[name].region },
  })),
];

/** A password that all the world knows keeps nobody out, however much it costs. */
const CHEAP = { memoryKib: 8, passes: 1 };

/** Gives them accounts, once. */
export async function seedOtherColleagues(
  database: Database,
  options: { readonly programmeId: string; readonly installationKey: Buffer; readonly now: string },
): Promise<void> {
  const { installationKey, ...rest } = options;
  const keyFor = (purpose: string) => derivedKey(installationKey, purpose);
  const account = (signInName: string, displayName: string, id: string) => ({
    ...{ id, signInName, displayName, language: 'kk' as const },
    ...{ password: castPassword(signInName), totpSecret: castTotpSecret(signInName) },
  });
  const people = [
    ...OTHERS.map(([name, region], at) => ({
      ...account(`colleague.${at + 1}`, name, madeUpId(`account ${name}`)),
      assignments: [{ id: madeUpId(`assignment ${name}`), role: 'practitioner' as const, region }],
    })),
    {
      ...account(SUPERVISOR, 'Роза Мұқанова', otherSupervisor),
      assignments: [
        { id: madeUpId(`assignment ${SUPERVISOR}`), role: 'supervisor' as const, region: 'KZ-75' },
      ],
    },
  ];
  await asOwner(database, (tx) =>
    ensureReadyAccounts(tx, people, { ...rest, keyFor, cost: CHEAP }),
  );
}
