import { Select, Textarea } from '@mantine/core';
import { DEMAND_ANSWERS, type LegalDemand } from '@tirek/domain/privacy/demands';
import { useText } from '../../text/language.tsx';

export type AnswerKind = LegalDemand['answer']['kind'];
/** Fewer letters tell nobody why; the contract asks for as many. */
export const FEWEST_LETTERS = 10;

/** An answer to a demand, and why not more. */
export function AnswerFields({
  answer,
  why,
  allowed = DEMAND_ANSWERS,
  onAnswer,
  onWhy,
}: {
  readonly answer: AnswerKind | null;
  readonly why: string;
  readonly allowed?: readonly AnswerKind[];
  readonly onAnswer: (answer: AnswerKind | null) => void;
  readonly onWhy: (why: string) => void;
}) {
  const text = useText('demands');
  return (
    <>
      <Select
        label={text('answer')}
        data={allowed.map((value) => ({ value, label: text(`answer.${value}`) }))}
        value={answer}
        onChange={(value) => onAnswer(value as AnswerKind | null)}
        placeholder={text('choose')}
      />
      <Textarea
        label={text('why')}
        description={text('without')}
        value={why}
        onChange={(event) => onWhy(event.currentTarget.value)}
        maxLength={1200}
        autosize
        minRows={2}
      />
    </>
  );
}
