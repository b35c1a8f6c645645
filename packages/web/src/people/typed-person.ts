import type { Identity, PersonQuery, Sex } from '@tirek/domain/people';
import { birthOf, NO_BIRTH, type TypedBirth } from './birth-fields.tsx';

/** What the forms of search, registration and change have in common, as it is typed. */
export interface TypedPerson {
  readonly family: string;
  readonly given: string;
  readonly patronymic: string;
  readonly birth: TypedBirth;
  readonly sex: Sex;
  readonly phone: string;
  readonly documentNumber: string;
}

export const NOBODY: TypedPerson = {
  family: '',
  given: '',
  patronymic: '',
  birth: NO_BIRTH,
  sex: 'unknown',
  phone: '',
  documentNumber: '',
};

const hasLetter = (part: string) => /\p{L}/u.test(part);

/** What is searched for; null while something needed is missing or wrong. */
export function queryOf(typed: TypedPerson): PersonQuery | null {
  const birth = birthOf(typed.birth);
  if (birth === 'wrong' || (!hasLetter(typed.family) && !hasLetter(typed.given))) return null;
  if (isPhoneOdd(typed.phone) || isNumberOdd(typed.documentNumber)) return null;
  const { family, given, patronymic, sex } = typed;
  return {
    family: family.trim(),
    given: given.trim(),
    patronymic: patronymic.trim(),
    birth,
    sex,
    phone: typed.phone.trim() || null,
    documentNumber: typed.documentNumber.trim() || null,
  };
}

export const isPhoneOdd = (phone: string): boolean =>
  phone.trim() !== '' && !/^\+?[\d\s()-]{5,24}$/.test(phone.trim());
export const isNumberOdd = (number: string): boolean => {
  const { length } = number.trim();
  return length > 0 && (length < 3 || length > 40);
};

/** A first identity out of what was searched for. */
export function identityOf(
  query: PersonQuery,
  documentKind: Identity['documents'][number]['kind'],
): Identity {
  const { family, given, patronymic, birth, phone, documentNumber } = query;
  return {
    names: [{ kind: 'called', family, given, patronymic }],
    birth,
    phones: phone ? [phone] : [],
    documents: documentNumber ? [{ kind: documentKind, number: documentNumber }] : [],
  };
}
