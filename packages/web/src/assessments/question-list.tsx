import type { Answers, OpenedForm } from '@tirek/domain/instruments';
import { answerAt, withAnswer } from '@tirek/domain/instruments';
import type { Language } from '@tirek/domain/text';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { QuestionField } from './question-field.tsx';

/** All questions below one another: read aloud, asked by telephone, or typed in from paper. */
export function QuestionList({
  opened,
  language,
  answers,
  onAnswers,
}: {
  opened: OpenedForm;
  language: Language;
  answers: Answers;
  onAnswers: (answers: Answers, linkId: string) => void;
}) {
  const text = useText('assessments');
  return (
    <div lang={language}>
      {opened.isDraft && (
        <Notice kind="warning" isStanding>
          {text('ask.draft')}
        </Notice>
      )}
      {opened.questions(answers).map((screen) => (
        <QuestionField
          key={screen.path}
          screen={screen}
          value={answerAt(answers, screen.path)}
          onAnswer={(value) => onAnswers(withAnswer(answers, screen.path, value), screen.path)}
        />
      ))}
    </div>
  );
}
