import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { BODIES, type Body } from '@tirek/domain/cases';
import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { type CaseShown, useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly description?: ReactNode;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly value: Value | '';
  readonly onChange: (value: Value | '') => void;
  /** What the empty choice says; without it a choice has to be made. */
  readonly none?: string;
}

/** One word of a closed list, by the phone's own list. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const text = useText('cases');
  const { label, description, values, word, value, onChange, none } = props;
  return (
    <NativeSelect
      label={label}
      description={description}
      data={[
        { value: '', label: none ?? text('choose') },
        ...values.map((each) => ({ value: each, label: word(each) })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value | '')}
    />
  );
}

/** Whom something concerns: the family as a whole, or a member who agreed to a record. */
export function AboutChoice({
  shown,
  value,
  onChange,
}: {
  shown: CaseShown;
  value: string;
  onChange: (personId: string) => void;
}) {
  const text = useText('cases');
  return (
    <NativeSelect
      label={text('need.about')}
      data={[{ value: '', label: text('need.family') }, ...shown.writable]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const LONGEST = 4000;

export function WordsArea({
  label,
  description,
  value,
  onChange,
}: {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Textarea
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={LONGEST}
      autosize
      minRows={3}
      maxRows={12}
    />
  );
}

/** Says that a form which was typed in would still be there after a reload. */
export function KeptMark({ form }: { form: { isTouched: boolean; isSafe: boolean } }) {
  const text = useText('offline');
  return <p className={styles.kept}>{form.isTouched && form.isSafe && text('draft.kept')}</p>;
}

/** Who answers, and which office exactly. */
export function BodyFields({
  label,
  body,
  bodyName,
  none,
  onChange,
}: {
  label: string;
  body: Body | '';
  bodyName: string;
  none?: string;
  onChange: (part: { body?: Body | ''; bodyName?: string }) => void;
}) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const isOutside = body !== '' && body !== 'centre' && body !== 'family';
  return (
    <>
      <Choice
        label={label}
        values={BODIES as readonly Body[]}
        word={(each) => t(`body.${each}`)}
        value={body}
        onChange={(each) => onChange({ body: each })}
        {...(none ? { none } : {})}
      />
      {isOutside && (
        <TextInput
          label={text('need.bodyName')}
          description={text('need.bodyHelp')}
          value={bodyName}
          onChange={(event) => onChange({ bodyName: event.currentTarget.value })}
          maxLength={160}
          autoComplete="off"
        />
      )}
    </>
  );
}
