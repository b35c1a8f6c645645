import {
  type Assessment,
  agreementOf,
  assessmentTexts,
  type View,
  viewOf,
  viewsBeside,
} from '@tirek/domain/assessments';
import { type CompiledForm, findForm } from '@tirek/domain/instruments';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './assessments.module.css';
import { concludedFacts } from './concluded-facts.ts';
import { answerWords, formWords, questionWords } from './form-words.ts';

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
  const own: View = { form, assessment };
  const others = viewsBeside(all, own, findForm);
  const isOneForm = others.every((view) => view.form.code === form.code);
  const nameOf = useViewName(isOneForm);
  if (others.length === 0) return null;
  return (
    <Panel title={text('result.beside')} note={text('result.besideWords')}>
      <ul className={styles.list}>
        {[own, ...others].map((view) => (
          <li key={viewOf(view)} className={styles.row}>
            <strong>{nameOf(view)}</strong>
            <Results {...view} />
          </li>
        ))}
      </ul>
      {others.map((view) => (
        <Agreed key={viewOf(view)} own={own} other={view} nameOf={nameOf} />
      ))}
    </Panel>
  );
}

/** Whoever answered; where forms differ, in which as well. */
function useViewName(isOneForm: boolean): (view: View) => string {
  const text = useText('assessments');
  const { language } = useLanguage();
  const t = assessmentTexts(language);
  return ({ form, assessment }) => {
    const informant = t(`informant.${assessment.informant}`);
    const title = formWords(form, language)(form.pkg.title);
    return isOneForm ? informant : text('result.besideOf', { form: title, informant });
  };
}

/** The scores of one view and what follows from its answers, in a line. */
function Results({ form, assessment }: View) {
  const text = useText('assessments');
  const format = useFormat();
  const { language } = useLanguage();
  const words = formWords(form, language);
  const scores = assessment.scores.flatMap((score) => {
    const scale = form.pkg.scales.find(({ id }) => id === score.scale);
    return scale && score.kind === 'scored'
      ? [`${words(scale.title)}: ${format.number(score.value)}`]
      : [];
  });
  const concluded = concludedFacts({ form, assessment }, words, text('result.untold'));
  return <span>{[...scores, ...concluded.map((fact) => fact.join(': '))].join(' · ')}</span>;
}

function Agreed({
  own,
  other,
  nameOf,
}: {
  own: View;
  other: View;
  nameOf: (view: View) => string;
}) {
  const text = useText('assessments');
  const { language } = useLanguage();
  const { form } = own;
  const words = formWords(form, language);
  const agreement = agreementOf(own, other);
  if (!agreement) return null;
  const { scales, items } = agreement;
  const scaleTitle = (id: string) => {
    const scale = form.pkg.scales.find((each) => each.id === id);
    return scale ? words(scale.title) : id;
  };
  const said = (view: View, linkId: string) =>
    answerWords(view.form, linkId, {
      ...{ value: view.assessment.sealed?.answers[linkId] as never, language, text },
    });
  return (
    <>
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
      {items.different.map((linkId) => (
        <div key={linkId} className={styles.answer}>
          <span>{questionWords(form, linkId, language)}</span>
          <span>
            {nameOf(own)}: {said(own, linkId)}
            <br />
            {nameOf(other)}: {said(other, linkId)}
          </span>
        </div>
      ))}
    </>
  );
}
