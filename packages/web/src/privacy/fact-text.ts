import { ROLES } from '@tirek/domain/access';
import type { AuditEntry } from '@tirek/domain/privacy';
import { isLanguage, LANGUAGE_NAMES } from '@tirek/domain/text';
import { roleTitle } from '../access/index.ts';
import type { TextOf } from '../text/load-text.ts';
import type { Format } from '../text/use-format.ts';

interface Words {
  readonly audit: TextOf<'audit'>;
  readonly access: TextOf<'access'>;
  readonly format: Format;
}

type Key = Parameters<TextOf<'audit'>>[0];
type Fact = AuditEntry['facts'][string];

/** Facts that are one of a few words. */
const CHOICES: ReadonlySet<string> = new Set([
  'answer',
  'audience',
  'basis',
  'decision',
  'kindOfEntry',
  'kindOfFact',
  'kindOfPaper',
  'mode',
  'outcome',
  'paperState',
  'section',
  'purpose',
  'state',
  'verdict',
  'way',
  'why',
]);

/** A fact of an entry in words: "answers: 104". What has no words yet is shown as it is. */
export function factText(name: string, value: Fact, words: Words): string {
  const named = found(words.audit, `fact.${name}`) ?? name;
  return words.audit('fact', { name: named, value: valueText(name, value, words) });
}

function valueText(name: string, value: Fact, { audit, access, format }: Words): string {
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'boolean') return audit(value ? 'yes' : 'no');
  if (name === 'language' && isLanguage(value)) return LANGUAGE_NAMES[value];
  if (CHOICES.has(name)) return found(audit, `${name}.${value}`) ?? value;
  if (name === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value, 'medium');
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return format.instant(value, 'medium');
  if (name === 'roles') {
    return value
      .split(' ')
      .map((held) => {
        const [role, region] = held.split('@');
        const known = ROLES.find((each) => each === role);
        const title = known ? roleTitle(access, known) : held;
        return region ? `${title} (${region})` : title;
      })
      .join(', ');
  }
  return value;
}

function found(text: TextOf<'audit'>, key: string): string | null {
  const words = text(key as Key);
  return words === key ? null : words;
}
