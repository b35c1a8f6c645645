import type { ConsentSettings } from '@tirek/domain/consents';
import { fillConsent, type PurposeText } from '@tirek/domain/consents';
import { formatDate, type Language } from '@tirek/domain/text';
import { type ReactNode, use } from 'react';
import { useLanguage } from '../text/language.tsx';
import { loadText } from '../text/load-text.ts';
import styles from './consents.module.css';

interface ConsentPaperProps {
  readonly text: PurposeText;
  readonly language: Language;
  readonly settings: ConsentSettings;
  readonly subject: string;
  readonly receiver: string;
  /** `YYYY-MM-DD`, or empty: until the purpose is reached. */
  readonly until: string;
  /** What is filled in on the screen; on paper there are lines to sign. */
  readonly children: ReactNode;
}

/** The words of a consent, whole, in the language of whoever is asked; printed with lines to sign. */
export function ConsentPaper(props: ConsentPaperProps) {
  const { text, language, settings, subject, receiver, until, children } = props;
  const say = use(loadText('consents', language));
  const { language: reader } = useLanguage();
  const words = text.words[language];
  if (!words) return null;
  const { operator, keptFor } = settings;
  const filled = fillConsent(words, {
    operator: operator.name[language],
    registrationNumber: operator.registrationNumber,
    contact: operator.contact[language],
    subject,
    receiver,
    term: until
      ? say('term.until', { date: formatDate(until, language, 'long') })
      : say('term.purpose'),
    keptFor: keptFor[language],
  });
  return (
    <article className={styles.paper} lang={language} aria-label={filled.title}>
      <h3 className={styles.title}>{filled.title}</h3>
      {filled.points.map((point) => (
        <div key={point.heading} className={styles.point}>
          <p className={styles.pointHeading}>{point.heading}</p>
          <p>{point.text}</p>
        </div>
      ))}
      <div className={styles.lines}>
        <p className={styles.choice}>
          <span>☐ {filled.agree}</span>
          <span>☐ {filled.decline}</span>
        </p>
        <p className={styles.line}>{say('paper.signature')}</p>
        <p className={styles.line}>{say('paper.witness')}</p>
        <p className={styles.line}>{say('paper.day')}</p>
      </div>
      <div className={styles.decide} lang={reader}>
        {children}
      </div>
    </article>
  );
}
