import { Select, TextInput } from '@mantine/core';
import { NOTE_KINDS, NOTE_PLACES, SPEAKERS } from '@tirek/domain/reports/themes';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '@tirek/domain/text';
import { useLanguage, useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import type { KeptForm } from '../../ui/use-kept-form.ts';
import type { NoteDraft } from './note-form.ts';
import styles from './themes.module.css';

const LONGEST_TITLE = 120;

/** What is known of the meeting beside what was said. */
export function NoteHeadForm({ form }: { form: KeptForm<NoteDraft> }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const { language: own } = useLanguage();
  const { title, kind, heldOn, place, language, coders, speaker } = form.values;
  return (
    <div className={styles.fields}>
      <TextInput
        label={text('add.name')}
        description={text('add.nameHelp')}
        value={title}
        maxLength={LONGEST_TITLE}
        onChange={(event) => form.set('title', event.currentTarget.value)}
      />
      <DatePicker
        label={text('add.heldOn')}
        value={heldOn}
        onChange={(date) => form.set('heldOn', date)}
      />
      <Select
        label={text('add.kind')}
        data={NOTE_KINDS.map((value) => ({ value, label: codebook(`kind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => form.set('kind', NOTE_KINDS.find((each) => each === value) ?? kind)}
      />
      <Select
        label={text('add.place')}
        data={NOTE_PLACES.map((value) => ({ value, label: codebook(`place.${value}`) }))}
        value={place}
        allowDeselect={false}
        onChange={(value) => form.set('place', NOTE_PLACES.find((each) => each === value) ?? place)}
      />
      <Select
        label={text('add.language')}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language ?? own}
        allowDeselect={false}
        onChange={(value) => {
          if (isLanguage(value)) form.set('language', value);
        }}
      />
      <Select
        label={text('add.coders')}
        data={[
          { value: '2', label: text('add.coders.2') },
          { value: '1', label: text('add.coders.1') },
        ]}
        value={String(coders)}
        allowDeselect={false}
        onChange={(value) => form.set('coders', value === '1' ? 1 : 2)}
      />
      <Select
        label={text('add.speakerAll')}
        data={SPEAKERS.map((value) => ({ value, label: codebook(`speaker.${value}`) }))}
        value={speaker}
        onChange={(value) => form.set('speaker', SPEAKERS.find((each) => each === value) ?? null)}
      />
    </div>
  );
}
