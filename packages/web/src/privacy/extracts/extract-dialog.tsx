import { Checkbox, Select, Stack, Textarea } from '@mantine/core';
import {
  EXTRACT_COLUMNS,
  EXTRACT_PURPOSES,
  type ExtractColumn,
  type ExtractPurpose,
  extractTexts,
  isIdentifying,
  mayTell,
} from '@tirek/domain/privacy/extracts';
import { PASSPHRASE_BYTES, passphraseOf } from '@tirek/domain/privacy/own-copy';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from '../asked-list.module.css';
import { PassphraseShown } from '../passphrase-shown.tsx';

/** Fewer letters tell nobody what a list is for; the contract asks for as many. */
const FEWEST_LETTERS = 10;
/** What a list tells unless somebody chooses more: nothing that says who it is. */
const FIRST_COLUMNS: readonly ExtractColumn[] = ['family', 'sex', 'age', 'status', 'next-review'];

/** Takes the people of the chosen families out as a sealed file. The passphrase is made here, of the browser's own chance. */
export function ExtractDialog({
  families,
  onClose,
}: {
  readonly families: readonly string[];
  readonly onClose: () => void;
}) {
  const text = useText('extracts');
  const { language } = useLanguage();
  const t = extractTexts(language);
  const format = useFormat();
  const { random } = useClient();
  // The same while a failed sending is repeated: it is one write.
  const [passphrase] = useState(() => passphraseOf(random(PASSPHRASE_BYTES)));
  const [purpose, setPurpose] = useState<ExtractPurpose>('service');
  const [chosen, setChosen] = useState<readonly ExtractColumn[]>(FIRST_COLUMNS);
  const [reason, setReason] = useState('');
  const make = useWrite('makeExtract', { renews: ['listExtracts'] });
  const columns = EXTRACT_COLUMNS.filter(
    (column) => chosen.includes(column) && mayTell(column, purpose),
  );
  if (make.data) {
    const { people, leftOut, needsSecond, expiresAt } = make.data;
    const date = format.instant(expiresAt, 'medium');
    return (
      <PassphraseShown
        passphrase={passphrase}
        title={text('sealed.title')}
        words={text('sealed.words')}
        given={text('sealed.given')}
        done={text('sealed.done')}
        onClose={onClose}
      >
        <p>
          {text('counted', { count: people })} {text('leftOut', leftOut)}
        </p>
        <p className={styles.words}>
          {text(needsSecond ? 'sealed.waits' : 'sealed.ready', { date })}
        </p>
      </PassphraseShown>
    );
  }
  return (
    <Dialog
      isOpen
      title={text('make.title')}
      confirm={text('make.confirm')}
      canConfirm={columns.length > 0 && reason.trim().length >= FEWEST_LETTERS}
      isBusy={make.isPending}
      error={make.error}
      onClose={onClose}
      onConfirm={() =>
        make.mutate({
          ...{ families: [...families], purpose, columns, language, passphrase },
          reason: reason.trim(),
        })
      }
    >
      <p>{text('make.families', { count: families.length })}</p>
      <Select
        label={text('purpose')}
        data={EXTRACT_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        value={purpose}
        onChange={(value) => value && setPurpose(value as ExtractPurpose)}
        allowDeselect={false}
      />
      <Checkbox.Group
        label={text('columns')}
        description={text(isIdentifying(columns) ? 'columns.identity' : 'phonesHelp')}
        value={columns}
        onChange={(values) => setChosen(values as ExtractColumn[])}
      >
        <Stack gap="xs" mt="xs">
          {EXTRACT_COLUMNS.filter((column) => mayTell(column, purpose)).map((column) => (
            <Checkbox key={column} value={column} label={t(`column.${column}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={text('reason')}
        description={text('reason.help')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={400}
        autosize
        minRows={2}
      />
    </Dialog>
  );
}
