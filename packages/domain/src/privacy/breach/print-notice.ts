import type { Operator } from '../../consents/index.ts';
import { formatDate, type Language } from '../../text/index.ts';
import { breachTexts } from './breach-texts.ts';
import type { Breach } from './contract.ts';

/** The notice of a breach, ready to be set on an A4 page: every word of it. */
export type PrintedNotice = {
  readonly language: Language;
  readonly title: string;
  readonly addressee: string;
  readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
  readonly parts: ReadonlyArray<{ readonly title: string; readonly text: string }>;
  readonly signature: string;
  readonly date: string;
};

export function printNotice(
  breach: Breach,
  given: { readonly language: Language; readonly operator: Operator; readonly officer: string },
): PrintedNotice {
  const { language, operator, officer } = given;
  const t = breachTexts(language);
  return {
    language,
    title: t('title'),
    addressee: t('addressee'),
    facts: [
      [t('operator'), operator.name[language]],
      [t('number'), operator.registrationNumber],
      [t('officer'), officer],
      [t('contact'), operator.contact[language]],
      [t('noticedOn'), formatDate(breach.noticedOn, language)],
      [t('dueOn'), formatDate(breach.dueOn, language)],
      [t('kind'), t(`kind.${breach.kind}`)],
      [t('size'), t(`size.${breach.size}`)],
      [t('data'), breach.data.map((each) => t(`data.${each}`)).join(', ')],
    ],
    parts: [
      { title: t('what'), text: breach.what },
      { title: t('measures'), text: breach.measures },
    ],
    signature: t('signature'),
    date: t('date'),
  };
}
