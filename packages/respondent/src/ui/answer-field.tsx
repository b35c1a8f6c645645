import {
  type AnswerValue,
  type AskedAbsence,
  isAbsent,
  type Question,
} from '@tirek/domain/instruments/engine';
import { useRef } from 'preact/hooks';
import { dateOf, partsOf } from '../answering/date-parts.ts';
import type { Draft } from '../answering/draft.ts';
import type { Place } from '../answering/places.ts';
import { rowsShown } from '../answering/rows.ts';
import { Choices, ClearAnswer } from './choices.tsx';
import { DateFields } from './date-fields.tsx';
import { ManyChoices } from './many-choices.tsx';
import { NumberField } from './number-field.tsx';
import { RosterField } from './roster-field.tsx';
import { useSurvey } from './survey-context.ts';
import { TextField } from './text-field.tsx';

/** What she answers with: the right field for the question, and the reasons for not answering that it offers. */
export function AnswerField({
  place,
  draft,
  value,
}: {
  place: Place;
  draft: Draft;
  value: AnswerValue | undefined;
}) {
  const { survey, say } = useSurvey();
  const { question, path } = place.screen;
  const { form, id } = place;
  /** What a reason has taken the place of: given back when the reason is taken away. */
  const before = useRef<AnswerValue | undefined>(undefined);
  const set = (next: AnswerValue | null) => survey.answer(form.code, path, next);
  const reason = isAbsent(value) ? value.absent : null;
  const answered = isAbsent(value) ? undefined : value;
  const hasRows = question.type === 'roster' && rowsShown(value, place.screen).length > 0;
  if (question.type === 'display') return null;
  return (
    <>
      <Field place={place} draft={draft} value={answered} whole={value} onValue={set} />
      {question.missing.length > 0 && !hasRows && (
        <Choices
          kind="one"
          name={`${id}:reason`}
          isQuiet
          choices={question.missing.map((code) => ({ id: code, text: say(`absent.${code}`) }))}
          chosen={reason ? [reason] : []}
          onChoose={(code) => {
            before.current = answered ?? before.current;
            set({ absent: code as AskedAbsence });
          }}
        />
      )}
      {(reason !== null || (answered !== undefined && isTapped(question))) && (
        <ClearAnswer
          onClear={() => {
            set(reason === null ? null : (before.current ?? null));
            before.current = undefined;
          }}
        />
      )}
    </>
  );
}

const isTapped = ({ type }: Question) => type === 'choice' || type === 'boolean';

function Field({
  place,
  draft,
  value,
  whole,
  onValue,
}: {
  place: Place;
  draft: Draft;
  /** The answer, or undefined when there is a reason instead. */
  value: Exclude<AnswerValue, { absent: string }> | undefined;
  whole: AnswerValue | undefined;
  onValue: (value: AnswerValue | null) => void;
}) {
  const { survey, say } = useSurvey();
  const { form, screen, id } = place;
  const { question, path } = screen;
  switch (question.type) {
    case 'choice':
      return (
        <Choices
          kind="one"
          name={id}
          choices={question.options}
          chosen={[value as string]}
          onChoose={onValue}
        />
      );
    case 'boolean':
      return (
        <Choices
          kind="one"
          name={id}
          choices={[
            { id: 'yes', text: say('answer.yes') },
            { id: 'no', text: say('answer.no') },
          ]}
          chosen={value === undefined ? [] : [value ? 'yes' : 'no']}
          onChoose={(answer) => onValue(answer === 'yes')}
        />
      );
    case 'multi-choice':
      return (
        <ManyChoices
          question={question}
          name={id}
          chosen={(value as string[] | undefined) ?? []}
          onChosen={(chosen) => onValue(chosen.length ? chosen : null)}
        />
      );
    case 'integer':
    case 'decimal':
      return (
        <NumberField
          question={question}
          value={(value as number | undefined) ?? null}
          onNumber={(number) => survey.answer(form.code, path, number, {})}
        />
      );
    case 'text':
      return (
        <TextField
          question={question}
          value={(value as string | undefined) ?? ''}
          onText={(text) => survey.answer(form.code, path, text || null, {})}
        />
      );
    case 'date': {
      const parts = partsOf((value as string | undefined) ?? draft.typed[id] ?? '');
      return (
        <DateFields
          question={question}
          parts={parts}
          onParts={(next) => {
            const made = dateOf(next, question.precision);
            survey.answer(
              form.code,
              path,
              'date' in made ? made.date : null,
              'typed' in made ? { typed: made.typed } : undefined,
            );
          }}
        />
      );
    }
    case 'roster':
      return <RosterField place={place} draft={draft} value={whole} onValue={onValue} />;
    default:
      return null;
  }
}
