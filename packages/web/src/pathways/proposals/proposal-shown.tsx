import { type StepOutcome, tellReason, tellUnknown } from '@tirek/domain/pathways';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import styles from './proposals.module.css';
import { useStepWords } from './use-step-words.ts';

const PLACES = {
  here: 'offer.here',
  referral: 'offer.referral',
  unknown: 'offer.unknown',
} as const;
const placeOf = (isHere: boolean | null) =>
  isHere === null ? 'unknown' : isHere ? 'here' : 'referral';

/** What is proposed in words: the step and why in one sentence, what is missing, what is offered and what goes beside it. */
export function ProposalShown({
  outcome,
  actBy,
  isLate,
}: {
  outcome: StepOutcome;
  actBy: string | null;
  isLate: boolean;
}) {
  const text = useText('steps');
  const format = useFormat();
  const { t, telling } = useStepWords();
  const { step, offers, beside, missing } = outcome;
  const acts = t(`acts.${outcome.acts}`);
  return (
    <>
      <p className={styles.why}>{tellReason(outcome, telling)}</p>
      {step && missing.length > 0 && (
        <p className={styles.quiet}>{tellUnknown(outcome, telling)}</p>
      )}
      {step && (
        <p className={isLate ? styles.late : styles.quiet}>
          {actBy === null
            ? text('acts', { acts })
            : text(isLate ? 'acts.late' : 'acts.until', { acts, at: format.instant(actBy) })}
        </p>
      )}
      {offers.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('offered')}</h3>
          <ul className={styles.list}>
            {offers.map(({ offer, isHere }) => (
              <li key={offer}>{text(PLACES[placeOf(isHere)], { offer: t(`offer.${offer}`) })}</li>
            ))}
          </ul>
        </>
      )}
      {beside.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('beside')}</h3>
          <ul className={styles.list}>
            {beside.map((each) => (
              <li key={each.rule}>
                {text('beside.line', {
                  offers: each.offers.map(({ offer }) => t(`offer.${offer}`)).join(', '),
                  acts: t(`acts.${each.acts}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.quiet}>{text('beside.stays')}</p>
      <p className={styles.quiet}>{t('screen')}</p>
    </>
  );
}
