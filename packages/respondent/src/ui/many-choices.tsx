import type { Question } from '@tirek/domain/instruments/engine';
import { useState } from 'preact/hooks';
import { Choices } from './choices.tsx';
import { useSurvey } from './survey-context.ts';

/**
 * The ticks after one more was set or taken away: one that stands alone drives the others out,
 * and is itself driven out by any other. Null when there would be too many.
 */
export function afterTick(
  { options, maxChoices }: Pick<Question, 'options' | 'maxChoices'>,
  chosen: readonly string[],
  { id, isChosen }: { id: string; isChosen: boolean },
): string[] | null {
  if (!isChosen) return chosen.filter((other) => other !== id);
  const alone = new Set(options.filter(({ exclusive }) => exclusive).map((option) => option.id));
  if (alone.has(id)) return [id];
  const ticked = [...chosen.filter((other) => !alone.has(other)), id];
  return maxChoices !== null && ticked.length > maxChoices ? null : ticked;
}

export function ManyChoices({
  question,
  name,
  chosen,
  onChosen,
}: {
  question: Question;
  name: string;
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
}) {
  const { say } = useSurvey();
  const [isFull, setFull] = useState(false);
  const limit = question.maxChoices ?? 0;
  return (
    <>
      <p class="hint">
        {limit ? say('answer.choose-up-to', { limit }) : say('answer.choose-many')}
      </p>
      <Choices
        kind="many"
        name={name}
        choices={question.options}
        chosen={chosen}
        onChoose={(id, isChosen) => {
          const ticked = afterTick(question, chosen, { id, isChosen });
          setFull(ticked === null);
          // Told again even when nothing changes: the box that was ticked in vain must be empty again.
          onChosen(ticked ?? [...chosen]);
        }}
      />
      <p class="hint full" role="status">
        {isFull && say('answer.full', { limit })}
      </p>
    </>
  );
}
