import {
  type Assessment,
  agreementOf,
  assessmentTexts,
  viewsBeside,
} from '@tirek/domain/assessments';
import type { CompiledForm } from '@tirek/domain/instruments';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './assessments.module.css';
import { answerWords, formWords } from './form-words.ts';

/** Who answered about the same person at the same time, side by side; no mean is made of them. */
export function BesidePanel({
  form,
  all,
  assessment,
}: {
  form: CompiledForm;
  all: readonly Assessment[];
  assessment: Assessment;
}) {
  const text = useText('assessments');
  const format = useFormat();
  const { language } = useLanguage();
  const t = assessmentTexts(language);
  const words = formWords(form, language);
  const [own, ...others] = viewsBeside(all, assessment);
  if (!own || others.length === 0) return null;
  const scaleTitle = (id: string) => {
    const scale = form.pkg.scales.find((each) => each.id === id);
    return scale ? words(scale.title) : id;
  };
  return (
    <Panel title={text('result.beside')} note={text('result.besideWords')}>
      <ul className={styles.list}>
        {[own, ...others].map(({ informant, assessment: seen }) => (
          <li key={informant} className={styles.row}>
            <strong>{t(`informant.${informant}`)}</strong>
            <span>
              {seen.scores
                .flatMap((score) =>
                  score.kind === 'scored'
                    ? [`${scaleTitle(score.scale)}: ${format.number(score.value)}`]
                    : [],
                )
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {others.map(({ informant, assessment: other }) => {
        const { scales, items } = agreementOf(form, assessment, other);
        const said = (of: Assessment, linkId: string) =>
          answerWords(form, linkId, { value: of.sealed?.answers[linkId] as never, language });
        return (
          <div key={informant}>
            {scales.map(({ scale, apart }) => (
              <p key={scale}>{text('result.apart', { scale: scaleTitle(scale), apart })}</p>
            ))}
            {items.both > 0 && (
              <p>
                {text('result.items', {
                  ...{ same: items.both - items.different.length, both: items.both },
                })}
              </p>
            )}
            {items.different.map((linkId) => {
              const asked = form.byLinkId.get(linkId)?.item.text;
              return (
                <div key={linkId} className={styles.answer}>
                  <span>{asked ? words(asked) : linkId}</span>
                  <span>
                    {t(`informant.${assessment.informant}`)}: {said(assessment, linkId)}
                    <br />
                    {t(`informant.${informant}`)}: {said(other, linkId)}
                  </span>
                </div>
              );
            })}
          </div>
        );
      })}
    </Panel>
  );
}
