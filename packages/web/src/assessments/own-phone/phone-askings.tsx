import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isPhoneOpen, type PhoneAsking, phoneTexts } from '@tirek/domain/assessments/own-phone';
import { findPackage } from '@tirek/domain/instruments';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from '../assessments.module.css';
import { formWords } from '../form-words.ts';

/** The links that somebody was given and how each stands; nothing where there was none. */
export function PhoneAskings({ personId }: { personId: string }) {
  const text = useText('assessments');
  const { askings = [] } = useRead('listPhoneAskings', { personId }).data ?? {};
  if (askings.length === 0) return null;
  return (
    <Panel title={text('phone.title')}>
      <AskingList rows={askings.map((asking) => ({ asking, name: null }))} />
    </Panel>
  );
}

/** The same of all families that the reader holds, on the page of the day. */
export function PhoneAskingsToday() {
  const text = useText('assessments');
  const may = useMay();
  const wanted = { isWanted: may('assessment.record') };
  const { people = [] } = useRead('listPhoneAskingsToday', {}, wanted).data ?? {};
  if (people.length === 0) return null;
  return (
    <Panel title={text('phone.today')}>
      <AskingList rows={people} />
    </Panel>
  );
}

type Row = { readonly asking: PhoneAsking; readonly name: string | null };

function AskingList({ rows }: { rows: readonly Row[] }) {
  const text = useText('assessments');
  const [closing, setClosing] = useState<PhoneAsking | null>(null);
  const takeBack = useWrite('takeBackPhoneAsking', {
    renews: ['listPhoneAskings', 'listPhoneAskingsToday'],
    onDone: () => setClosing(null),
  });
  return (
    <>
      <ul className={styles.list}>
        {rows.map((row) => (
          <AskingRow key={row.asking.id} {...row} onClose={() => setClosing(row.asking)} />
        ))}
      </ul>
      <Dialog
        isOpen={closing !== null}
        title={text('phone.takeBack')}
        confirm={text('phone.takeBack')}
        isBusy={takeBack.isPending}
        error={takeBack.error}
        isDangerous
        onClose={() => setClosing(null)}
        onConfirm={() => closing && takeBack.mutate({ askingId: closing.id })}
      >
        {text('phone.sure')}
      </Dialog>
    </>
  );
}

function AskingRow({ asking, name, onClose }: Row & { onClose: () => void }) {
  const text = useText('assessments');
  const format = useFormat();
  const may = useMay();
  const { language } = useLanguage();
  const t = phoneTexts(language);
  const { personId, formCode, formVersion, state, expiresAt, endedAt, assessmentId } = asking;
  const pkg = findPackage(formCode, formVersion);
  const form = pkg ? formWords({ pkg }, language)(pkg.title) : formCode;
  const isOpen = isPhoneOpen(state);
  const isCounted = isOpen && asking.triesLeft < 5;
  return (
    <li className={styles.row}>
      <span>
        {name !== null && (
          <>
            <Link to="/people/$personId" params={{ personId }}>
              {name}
            </Link>
            <br />
          </>
        )}
        <span className={styles.quiet}>
          {form} · <strong>{t(`state.${state}`)}</strong>
          {isOpen && ` · ${text('phone.until', { at: format.instant(expiresAt) })}`}
          {isCounted && ` · ${text('phone.tries', { number: format.number(asking.triesLeft) })}`}
          {endedAt && ` · ${format.instant(endedAt)}`}
        </span>
      </span>
      {assessmentId && (
        <Link to="/people/$personId/assessments/$assessmentId" params={{ personId, assessmentId }}>
          {text('phone.result')}
        </Link>
      )}
      {isOpen && may('assessment.record') && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={text('phone.takeBackOf', { form })}
          onClick={onClose}
        >
          {text('phone.takeBack')}
        </Button>
      )}
    </li>
  );
}
