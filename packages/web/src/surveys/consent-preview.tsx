import { SegmentedControl } from '@mantine/core';
import { type ConsentWords, fillConsent } from '@tirek/domain/consents';
import { termInWords } from '@tirek/domain/surveys';
import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import type { CampaignForm } from './campaign-form.ts';
import styles from './consent-preview.module.css';
import { formTitle } from './form-title.ts';

interface ConsentPreviewProps {
  readonly words: Readonly<Partial<Record<Language, ConsentWords>>>;
  readonly languages: readonly Language[];
  readonly values: CampaignForm;
}

/** The consent as a respondent will read it, in each language of the campaign. */
export function ConsentPreview({ words, languages, values }: ConsentPreviewProps) {
  const text = useText('surveys');
  const { language: reader } = useLanguage();
  const [chosen, choose] = useState(reader);
  const language = languages.includes(chosen) ? chosen : languages[0];
  if (!language) return null;
  const said = words[language];
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <p className={styles.title}>{text('consent.preview')}</p>
        {languages.length > 1 && (
          <SegmentedControl
            aria-label={text('consent.previewLanguage')}
            data={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={language}
            onChange={(value) => choose(value as Language)}
          />
        )}
      </div>
      {said ? (
        <Said language={language} words={said} values={values} />
      ) : (
        <Notice kind="warning">
          {text('consent.languageMissing', { language: LANGUAGE_NAMES[language] })}
        </Notice>
      )}
    </div>
  );
}

function Said({
  language,
  words,
  values,
}: {
  language: Language;
  words: ConsentWords;
  values: CampaignForm;
}) {
  const askable = useRead('listAskableForms', {});
  const gap = '\u2026';
  const { operator, purpose, audience, forms, retentionMonths } = values;
  const filled = fillConsent(words, {
    operator: operator.name[language] || gap,
    registrationNumber: operator.registrationNumber || gap,
    contact: operator.contact[language] || gap,
    purpose: purpose[language] || gap,
    audience: audience[language] || gap,
    forms:
      forms
        .map(({ code, version }) => {
          const found = askable.data?.forms.find(
            (form) => form.code === code && form.version === version,
          );
          return found ? formTitle(found, language) : code;
        })
        .join('; ') || gap,
    retention: termInWords(retentionMonths, language),
  });
  return (
    <div lang={language} className={styles.paper}>
      <p className={styles.heading}>{filled.title}</p>
      {filled.points.map(({ heading, text }) => (
        <div key={heading} className={styles.point}>
          <p className={styles.pointHeading}>{heading}</p>
          <p>{text}</p>
        </div>
      ))}
      <div className={styles.answers}>
        <span className={styles.agree}>{filled.agree}</span>
        <span className={styles.decline}>{filled.decline}</span>
      </div>
    </div>
  );
}
