import { Select, TextInput } from '@mantine/core';
import type { ImportMapping, UploadedTable } from '@tirek/domain/surveys/answer-import';
import { LANGUAGE_NAMES, LANGUAGES } from '@tirek/domain/text';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { USUAL_BLANK } from './column-purpose.ts';
import styles from './table-mapping.module.css';

interface BlockSettingsProps {
  readonly table: UploadedTable;
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
}

type Block = ImportMapping['respondents'] | ImportMapping['rosters'][number];
const BLANKS = ['not-reached', 'declined', 'unknown', 'not-applicable', 'not-shown'] as const;

/** What holds for a whole table: what an empty cell means, how a tick is written, and what no column tells. */
export function BlockSettings({ table, mapping, onChange }: BlockSettingsProps) {
  const text = useText('import');
  const { respondents } = mapping;
  const isRespondents = respondents.table === table.name;
  const block: Block | undefined = isRespondents
    ? respondents
    : mapping.rosters.find((each) => each.table === table.name);
  if (!block) return null;
  const change = (map: <B extends Block>(each: B) => B) =>
    onChange(
      isRespondents
        ? { ...mapping, respondents: map(respondents) }
        : {
            ...mapping,
            rosters: mapping.rosters.map((each) => (each.table === table.name ? map(each) : each)),
          },
    );
  const blank = block.columns[0]?.blank ?? block.ticks[0]?.blank ?? USUAL_BLANK;
  const [tick] = block.ticks;
  const { language, receivedOn } = respondents;
  return (
    <div className={styles.settings}>
      <Select
        label={text('block.blank')}
        data={BLANKS.map((value) => ({ value, label: text(`blank.${value}`) }))}
        value={blank}
        onChange={(value) => {
          const chosen = BLANKS.find((known) => known === value);
          if (!chosen) return;
          change((each) => ({
            ...each,
            columns: each.columns.map((column) => ({ ...column, blank: chosen })),
            ticks: each.ticks.map((ticks) => ({ ...ticks, blank: chosen })),
          }));
        }}
        allowDeselect={false}
      />
      {tick && (
        <TextInput
          label={text('block.ticked')}
          value={tick.ticked}
          onChange={(event) => {
            const ticked = event.currentTarget.value;
            change((each) => ({ ...each, ticks: each.ticks.map((one) => ({ ...one, ticked })) }));
          }}
        />
      )}
      {tick && (
        <TextInput
          label={text('block.unticked')}
          value={tick.unticked}
          onChange={(event) => {
            const unticked = event.currentTarget.value;
            change((each) => ({ ...each, ticks: each.ticks.map((one) => ({ ...one, unticked })) }));
          }}
        />
      )}
      {isRespondents && 'constant' in language && (
        <Select
          label={text('block.language')}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={language.constant}
          onChange={(value) =>
            value &&
            onChange({ ...mapping, respondents: { ...respondents, language: { constant: value } } })
          }
          allowDeselect={false}
        />
      )}
      {isRespondents && 'constant' in receivedOn && (
        <DatePicker
          label={text('block.receivedOn')}
          value={/^\d{4}-\d{2}-\d{2}$/.test(receivedOn.constant) ? receivedOn.constant : ''}
          onChange={(date) =>
            onChange({
              ...mapping,
              respondents: { ...respondents, receivedOn: { constant: date } },
            })
          }
        />
      )}
    </div>
  );
}
