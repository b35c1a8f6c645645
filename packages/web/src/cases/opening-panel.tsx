import { Button, Stack } from '@mantine/core';
import { ATTENTIONS, type Attention } from '@tirek/domain/cases';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import styles from './cases.module.css';
import { Choice } from './fields.tsx';

/** Begins the support of a family, or takes it up again. */
export function OpeningPanel({ shown }: { shown: CaseShown }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const errorText = useErrorText();
  const { writable, familyCase, today } = shown;
  const [contact, setContact] = useState(() => writable[0]?.value ?? '');
  const [attention, setAttention] = useState<Attention | ''>('usual');
  const [openedOn, setOpenedOn] = useState(today);
  const write = useCaseWrite(shown, () => undefined);
  return (
    <Panel
      title={text(familyCase.status === 'closed' ? 'open.again' : 'open.title')}
      note={text('open.words')}
    >
      {writable.length === 0 && (
        <Notice kind="info" isStanding>
          {text('open.nobody')}
        </Notice>
      )}
      {writable.length > 0 && (
        <form
          className={styles.narrow}
          onSubmit={(event) => {
            event.preventDefault();
            if (attention === '') return;
            write.send({
              ...{ kind: 'case', state: 'open', personId: contact, words: null },
              value: { attention, openedOn },
            });
          }}
        >
          <Stack gap="md">
            <Choice
              label={text('open.contact')}
              values={writable.map(({ value }) => value)}
              word={shown.nameOf}
              value={contact}
              onChange={setContact}
            />
            <Choice
              label={text('open.attention')}
              description={text('open.attentionHelp', shown.settings.reviewMonths)}
              values={ATTENTIONS}
              word={(each) => t(`attention.${each}`)}
              value={attention}
              onChange={setAttention}
            />
            <DatePicker
              label={text('open.on')}
              value={openedOn}
              onChange={setOpenedOn}
              max={today}
            />
            {write.error !== null && <Notice kind="refusal">{errorText(write.error)}</Notice>}
            <Button
              type="submit"
              loading={write.isPending}
              disabled={contact === '' || attention === '' || openedOn === ''}
              className={styles.start ?? ''}
            >
              {text('open.go')}
            </Button>
          </Stack>
        </form>
      )}
    </Panel>
  );
}
