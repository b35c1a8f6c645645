import { CircumstanceValue, type Section } from '@tirek/domain/people/circumstances';
import { readLifeDate, writeLifeDate } from '@tirek/domain/people/family-graph';

/** What a form of any part holds, as it is typed: one choice a field, and several of those that may be several. */
export interface Draft {
  readonly since: string;
  readonly one: Readonly<Record<string, string>>;
  readonly many: Readonly<Record<string, readonly string[]>>;
}

/** The fields of each part that hold several words. */
export const MANY: Readonly<Partial<Record<Section, string>>> = {
  schooling: 'supports',
  learning: 'advised',
  health: 'difficulties',
  housing: 'lacks',
};

export function draftOf(told: CircumstanceValue | null, since: string): Draft {
  const one: Record<string, string> = {};
  const many: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(told?.value ?? {})) {
    if (Array.isArray(value)) many[name] = value;
    else if (typeof value === 'boolean') one[name] = value ? 'yes' : 'no';
    else if (typeof value === 'object' && value !== null) one[name] = writeLifeDate(value);
    else one[name] = value === null ? '' : String(value);
  }
  return { since, one, many };
}

/** What is sent; null while something is missing or no date. */
export function toldIn(section: Section, { one, many }: Draft): CircumstanceValue | null {
  const word = (name: string) => one[name] || null;
  const number = (name: string) => (one[name] ? Number(one[name]) : null);
  const yes = (name: string) => (one[name] ? one[name] === 'yes' : null);
  const several = (name: string) => many[name] ?? [];
  const read = CircumstanceValue.safeParse({ section, value: fieldsOf() });
  return read.success ? read.data : null;

  function fieldsOf(): object {
    switch (section) {
      case 'arrival':
        return {
          ...{ way: word('way'), on: readLifeDate(one.on ?? ''), region: word('region') },
          operation: one.way === 'organised' ? number('operation') : null,
        };
      case 'schooling': {
        const isTaught = one.state === 'at-school' || one.state === 'taught-at-home';
        return {
          ...{ state: word('state'), school: one.school ?? '', language: word('language') },
          grade: isTaught ? number('grade') : null,
          ...{ attendance: word('attendance'), supports: several('supports') },
        };
      }
      case 'learning': {
        const isOver = one.stage === 'ended' || one.agreed === 'no';
        return {
          ...{ stage: word('stage'), agreed: one.agreed || 'not-asked' },
          ...{ seeing: word('seeing'), hearing: word('hearing'), advised: several('advised') },
          ...{ until: word('until'), holder: word('holder'), dueOn: isOver ? null : word('dueOn') },
        };
      }
      case 'health':
        return {
          ...{ disability: word('disability'), difficulties: several('difficulties') },
          ...{ hasChronicIllness: yes('hasChronicIllness'), isWithClinic: yes('isWithClinic') },
        };
      case 'work':
        return { activity: word('activity'), income: word('income') };
      case 'housing':
        return { kind: word('kind'), isSecure: yes('isSecure'), lacks: several('lacks') };
    }
  }
}
