import { type Assessment, itemsByConcern } from '@tirek/domain/assessments';
import { type Answers, type CompiledForm, isComputedAbsence } from '@tirek/domain/instruments';
import { useLanguage, useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './assessments.module.css';
import { answerWords, questionWords } from './form-words.ts';

/** What has to be talked about at the top, what else was answered or refused below. */
export function AnswersPanel({ form, assessment }: { form: CompiledForm; assessment: Assessment }) {
  const text = useText('assessments');
  if (!assessment.sealed) return null;
  const answers = assessment.sealed.answers as Answers;
  const weighed = itemsByConcern(form, answers);
  const first = weighed.filter(({ isConcern }) => isConcern).map(({ linkId }) => linkId);
  const others = form.items
    .filter(({ linkId, roster }) => roster === null && !first.includes(linkId))
    .filter(({ linkId }) => answers[linkId] !== undefined && !isComputedAbsence(answers[linkId]))
    .map(({ linkId }) => linkId);
  return (
    <>
      {first.length > 0 && (
        <Panel title={text('result.first')}>
          <AnswerRows {...{ form, answers }} items={first} />
        </Panel>
      )}
      <Panel title={text(first.length > 0 ? 'result.others' : 'result.all')}>
        <AnswerRows {...{ form, answers }} items={others} />
      </Panel>
    </>
  );
}

function AnswerRows({
  form,
  answers,
  items,
}: {
  form: CompiledForm;
  answers: Answers;
  items: readonly string[];
}) {
  const text = useText('assessments');
  const { language } = useLanguage();
  return (
    <dl>
      {items.map((linkId) => (
        <div key={linkId} className={styles.answer}>
          <dt>{questionWords(form, linkId, language)}</dt>
          <dd>{answerWords(form, linkId, { value: answers[linkId], language, text })}</dd>
        </div>
      ))}
    </dl>
  );
}
