import { type FormOutline, type Pathway, type Rule, tellWhen } from '@tirek/domain/pathways';
import { useText } from '../text/language.tsx';
import { Facts } from '../ui/facts.tsx';
import styles from './pathways.module.css';
import { usePathwayWords } from './use-pathway-words.ts';

/** A pathway as it is read: what is asked in which order, and what follows. */
export function PathwayInWords({
  pathway,
  forms,
}: {
  pathway: Pathway;
  forms: readonly FormOutline[];
}) {
  const text = useText('pathways');
  const { evaluationDays, freshMonths, rescreen, rules } = pathway;
  return (
    <>
      <ol className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule.id} className={styles.rule}>
            <RuleInWords rule={rule} forms={forms} />
          </li>
        ))}
      </ol>
      <Facts
        facts={[
          [text('evaluation'), text('days', { count: evaluationDays })],
          [text('fresh'), text('months', { count: freshMonths })],
          [text('rescreen.afterStep'), text('weeksSpan', { ...rescreen.afterStepWeeks })],
          [text('rescreen.otherwise'), text('monthsSpan', { ...rescreen.otherwiseMonths })],
        ]}
      />
    </>
  );
}

export function RuleInWords({ rule, forms }: { rule: Rule; forms: readonly FormOutline[] }) {
  const text = useText('pathways');
  const { t, telling } = usePathwayWords(forms);
  const title = rule.gives === 'step' ? t(`step.${rule.step}`) : text(`gives.${rule.gives}`);
  const within = 'withinHours' in rule ? rule.withinHours : null;
  return (
    <>
      <p className={styles.ruleTitle}>{title}</p>
      <p className={styles.when}>{text('whenHolds', { when: tellWhen(rule.when, telling) })}</p>
      {'offers' in rule && rule.offers.length > 0 && (
        <p className={styles.quiet}>
          {text('offered', { offers: rule.offers.map((offer) => t(`offer.${offer}`)).join(', ') })}
        </p>
      )}
      <p className={styles.quiet}>
        {text('acting', { acts: t(`acts.${rule.acts}`) })}
        {' · '}
        {within === null ? text('noLimit') : limitOf(within, text)}
      </p>
    </>
  );
}

const limitOf = (hours: number, text: ReturnType<typeof useText<'pathways'>>) =>
  hours % 24 === 0 && hours > 24
    ? text('withinDays', { count: hours / 24 })
    : text('withinHours', { count: hours });
