import { Button, Checkbox, CloseButton, Select, Stack } from '@mantine/core';
import type { OutputOf } from '@tirek/domain/contract';
import { MOST_CONDITIONS, type releasesContract } from '@tirek/domain/reports';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import type { ConditionDraft } from './plan-form.ts';
import styles from './plan-page.module.css';

type Question = OutputOf<typeof releasesContract.listPlanQuestions>['questions'][number];

interface PopulationPickerProps {
  readonly waveId: string;
  readonly population: readonly ConditionDraft[];
  readonly onChange: (population: readonly ConditionDraft[]) => void;
}

/** Everybody who answered, or only those who gave certain answers to a few questions. */
export function PopulationPicker({ waveId, population, onChange }: PopulationPickerProps) {
  const text = useText('releases');
  const { language } = useLanguage();
  const read = useRead('listPlanQuestions', { waveId, language });
  if (read.isError) return <ErrorState error={read.error} onRetry={read.refetch} />;
  if (!read.data) return <LoadingState lines={2} />;
  const { questions } = read.data;
  const replace = (place: number, condition: ConditionDraft) =>
    onChange(population.map((each, i) => (i === place ? condition : each)));
  return (
    <Stack gap="md" align="stretch">
      {population.length === 0 && <p className={styles.note}>{text('population.everybody')}</p>}
      {population.map((condition, place) => (
        <OneCondition
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place only
          key={place}
          condition={condition}
          // A question is asked about once.
          questions={questions.filter(
            (question) => !population.some((other, i) => i !== place && isAbout(other, question)),
          )}
          onChange={(changed) => replace(place, changed)}
          onRemove={() => onChange(population.filter((_, i) => i !== place))}
        />
      ))}
      {population.length < MOST_CONDITIONS && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => onChange([...population, { of: null, options: [] }])}
        >
          {text(population.length === 0 ? 'population.narrow' : 'population.more')}
        </Button>
      )}
    </Stack>
  );
}

interface OneConditionProps {
  readonly condition: ConditionDraft;
  readonly questions: readonly Question[];
  readonly onChange: (condition: ConditionDraft) => void;
  readonly onRemove: () => void;
}

function OneCondition({ condition, questions, onChange, onRemove }: OneConditionProps) {
  const text = useText('releases');
  const asked = questions.find((question) => isAbout(condition, question));
  return (
    <fieldset className={styles.condition}>
      <legend className={styles.legend}>{text('population.condition')}</legend>
      <CloseButton
        className={styles.remove ?? ''}
        aria-label={text('population.remove')}
        title={text('population.remove')}
        onClick={onRemove}
      />
      <Select
        label={text('population.question')}
        placeholder={text('population.questionChoose')}
        searchable
        nothingFoundMessage={text('population.questionNone')}
        data={questions.map((question) => ({ value: keyOf(question), label: question.label }))}
        value={asked ? keyOf(asked) : null}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = questions.find((question) => keyOf(question) === value);
          if (!chosen) return;
          onChange({ of: { form: chosen.form, question: chosen.question }, options: [] });
        }}
      />
      {asked && (
        <Checkbox.Group
          mt="sm"
          label={text('population.options')}
          value={[...condition.options]}
          onChange={(options) => onChange({ ...condition, options })}
        >
          <Stack gap="xs" mt={4}>
            {asked.options.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </fieldset>
  );
}

const keyOf = ({ form, question }: Pick<Question, 'form' | 'question'>) =>
  `${form ?? ''} ${question}`;

const isAbout = ({ of }: ConditionDraft, question: Question) =>
  of !== null && keyOf(of) === keyOf(question);
