import type { Birth } from '../birth.ts';
import type { LifeDate } from '../family-graph/life-date.ts';
import type { CircumstanceValue } from './circumstance.ts';
import type { CircumstanceTexts } from './circumstance-texts.ts';
import { type AtSchool, yearsBehind } from './school-age.ts';

export type CircumstanceFact = readonly [name: string, value: string];

/** In which language a part is told, and of whom. */
export interface CircumstanceTelling {
  readonly t: CircumstanceTexts;
  /** The name of a region by its code. */
  readonly region: (code: string) => string;
  readonly date: (date: LifeDate) => string;
  readonly birth: Birth | null;
  /** With whose grades that of a child is compared; null: it is not. */
  readonly atSchool: AtSchool | null;
}

/** One part as names and values; what is not known is left out. */
export function circumstanceFacts(
  told: CircumstanceValue,
  { t, region, date, birth, atSchool }: CircumstanceTelling,
): CircumstanceFact[] {
  const word = (key: string) => t(key as Parameters<CircumstanceTexts>[0]);
  const fact = (name: string, value: string | null): CircumstanceFact[] =>
    value === null || value === '' ? [] : [[word(name), value]];
  const one = (name: string, value: string | null) =>
    fact(name, value === null ? null : word(`${name}.${value}`));
  const many = (name: string, values: readonly string[]) =>
    fact(name, values.map((value) => word(`${name}.${value}`)).join(', '));
  const yes = (name: string, value: boolean | null) =>
    fact(name, value === null ? null : word(value ? 'yes' : 'no'));
  switch (told.section) {
    case 'arrival': {
      const { way, operation, on: day, region: code } = told.value;
      return [
        ...one('way', way),
        ...fact('operation', operation === null ? null : String(operation)),
        ...fact('on', day && date(day)),
        ...fact('region', code && region(code)),
      ];
    }
    case 'schooling': {
      const { state, school, grade, language, attendance, supports } = told.value;
      const years = atSchool ? yearsBehind({ birth, grade }, atSchool) : 0;
      const name = grade === 0 ? t('grade.0') : grade === null ? null : String(grade);
      const gap = years > 0 ? ` (${t('behind', { count: years })})` : '';
      return [
        ...one('state', state),
        ...fact('school', school),
        ...fact('grade', name && `${name}${gap}`),
        ...one('language', language),
        ...one('attendance', attendance),
        ...many('supports', supports),
      ];
    }
    case 'learning': {
      const { stage, agreed, seeing, hearing, advised, until, holder, dueOn } = told.value;
      const day = (name: string, value: string | null) =>
        fact(name, value && date({ precision: 'day', date: value }));
      return [
        ...one('stage', stage),
        ...one('agreed', agreed),
        ...one('seeing', seeing),
        ...one('hearing', hearing),
        ...many('advised', advised),
        ...day('until', until),
        ...one('holder', holder),
        ...day('dueOn', dueOn),
      ];
    }
    case 'health': {
      const { disability, difficulties, hasChronicIllness, isWithClinic } = told.value;
      return [
        ...one('disability', disability),
        ...many('difficulties', difficulties),
        ...yes('hasChronicIllness', hasChronicIllness),
        ...yes('isWithClinic', isWithClinic),
      ];
    }
    case 'work':
      return [...one('activity', told.value.activity), ...one('income', told.value.income)];
    case 'housing': {
      const { kind, isSecure, lacks } = told.value;
      return [...one('kind', kind), ...yes('isSecure', isSecure), ...many('lacks', lacks)];
    }
  }
}
