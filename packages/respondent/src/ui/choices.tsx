import { useSurvey } from './survey-context.ts';

export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** Answers to tap. `one`: radio buttons; `many`: boxes to tick. */
export function Choices({
  kind,
  name,
  choices,
  chosen,
  isQuiet = false,
  onChoose,
}: {
  kind: 'one' | 'many';
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** Reasons for not answering stand back behind the answers. */
  isQuiet?: boolean;
  onChoose: (id: string, isChosen: boolean) => void;
}) {
  return (
    <div class={isQuiet ? 'choices reasons' : 'choices'}>
      {choices.map(({ id, text }) => (
        <label key={id} class="choice">
          <input
            type={kind === 'one' ? 'radio' : 'checkbox'}
            name={name}
            value={id}
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

/** Takes an answer away again: a radio button cannot be untapped. */
export function ClearAnswer({ onClear }: { onClear: () => void }) {
  const { say } = useSurvey();
  return (
    <button type="button" class="quiet clear" onClick={onClear}>
      {say('action.clear')}
    </button>
  );
}
