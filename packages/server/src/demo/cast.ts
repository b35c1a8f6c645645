import { createHash } from 'node:crypto';
import type { Assignment, Role } from '@tirek/domain/access';
import type { Language } from '@tirek/domain/text';
import {
  base32,
  ensureReadyAccounts,
  type PasswordCost,
  type ReadyPerson,
} from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { derivedKey } from '../http/derived-key.ts';
import { idOf } from '../id-of.ts';
import { roleText } from '../text/role-text.ts';

/** Where the made-up regional centre is: West Kazakhstan. */
export const CAST_REGION = 'KZ-27';

interface Part {
  readonly displayName: string;
  readonly language: Language;
  /** Null: an account without any role. */
  readonly role: Role | null;
  readonly region: string | null;
}

/** The people of `docs/glossary.md` who work in the programme. Families, such as Madina's, are never accounts. */
export const CAST = {
  saule: part('Сәуле Ахметова', 'kk', 'practitioner', CAST_REGION),
  bolat: part('Болат Жұмабеков', 'kk', 'school-social-worker', CAST_REGION),
  gulmira: part('Гүлмира Сейтова', 'kk', 'supervisor', CAST_REGION),
  aidos: part('Айдос Нұрланов', 'ru', 'regional-coordinator', CAST_REGION),
  dana: part('Дана Оспанова', 'ru', 'national-coordinator', null),
  timur: part('Тимур Алиев', 'ru', 'analyst', null),
  zarina: part('Зарина Қасымова', 'kk', 'peer-provider', CAST_REGION),
  omarov: part('Ерлан Омаров', 'ru', 'specialist', null),
  aliya: part('Әлия Бекова', 'kk', 'trainer', null),
  ruslan: part('Руслан Ким', 'ru', 'data-protection-officer', null),
  kairat: part('Қайрат Тілеуов', 'ru', 'technical-administrator', null),
  nobody: part('Жаңа қызметкер', 'kk', null, null),
} as const satisfies Record<string, Part>;

export type CastName = keyof typeof CAST;
export const CAST_NAMES = Object.keys(CAST) as CastName[];

/** How to sign in as one of them. */
export interface CastSignIn {
  readonly name: string;
  /** What the person does, in the language asked for. */
  readonly role: string;
  readonly signInName: string;
  readonly password: string;
  /** For an authenticator app, base32. */
  readonly totpSecret: string;
}

export interface SeedCastOptions {
  readonly programmeId: string;
  readonly installationKey: Buffer;
  /** UTC instant. */
  readonly now: string;
  readonly language: Language;
  /** Tests hash cheaply. */
  readonly cost?: PasswordCost;
}

/**
 * Gives every one of the cast an account that is ready to sign in, once: a second call changes nothing.
 * Ids, passwords and secrets are made from the names and known to all the world: only for a programme of made-up people.
 */
export async function seedCast(
  database: Database,
  { language, installationKey, ...options }: SeedCastOptions,
): Promise<CastSignIn[]> {
  const keyFor = (purpose: string) => derivedKey(installationKey, purpose);
  await asOwner(database, (tx) =>
    ensureReadyAccounts(tx, CAST_NAMES.map(readyPerson), { ...options, keyFor }),
  );
  const text = roleText(language);
  return CAST_NAMES.map((name) => ({
    name: CAST[name].displayName,
    role: text(CAST[name].role ?? 'none'),
    signInName: name,
    password: castPassword(name),
    totpSecret: base32(castTotpSecret(name)),
  }));
}

/** The id of a made-up thing, the same in every database. */
export const madeUpId = (what: string): string => idOf(`made up ${what}`);

export const castId = (name: CastName): string => madeUpId(`account ${name}`);
export const castPassword = (name: string): string => `demo-${name}-tirek`;
export const castTotpSecret = (name: string): Buffer =>
  createHash('sha256').update(`made up authenticator ${name}`).digest().subarray(0, 20);

function readyPerson(name: CastName): ReadyPerson {
  const { displayName, language, role, region }: Part = CAST[name];
  const held: readonly Assignment[] = role ? [{ role, region }] : [];
  return {
    id: castId(name),
    signInName: name,
    displayName,
    language,
    password: castPassword(name),
    totpSecret: castTotpSecret(name),
    assignments: held.map((one) => ({ ...one, id: madeUpId(`assignment ${name} ${one.role}`) })),
  };
}

function part(
  displayName: string,
  language: Language,
  role: Role | null,
  region: string | null,
): Part {
  return { displayName, language, role, region };
}
