import { Button, Stack } from '@mantine/core';
import type { assessmentsContract } from '@tirek/domain/assessments';
import { phoneTexts } from '@tirek/domain/assessments/own-phone';
import type { OutputOf } from '@tirek/domain/contract';
import type { Language } from '@tirek/domain/text';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './own-phone.module.css';

type Given = OutputOf<(typeof assessmentsContract)['preparePhoneAsking']>;

interface GiveLinkProps {
  readonly personId: string;
  readonly formCode: string;
  readonly language: Language;
  readonly isReady: boolean;
  readonly onDone: () => void;
}

/** Prepares a link to her own phone, and shows it this once: a picture for her camera, a slip, and the code to read out. */
export function GiveLink({ personId, formCode, language, isReady, onDone }: GiveLinkProps) {
  const text = useText('assessments');
  const errorText = useErrorText();
  const [given, setGiven] = useState<Given | null>(null);
  const prepare = useWrite('preparePhoneAsking', {
    renews: ['listPhoneAskings', 'listPhoneAskingsToday'],
    onDone: setGiven,
  });
  if (given) return <Shown {...{ given, language, onDone }} />;
  return (
    <Stack gap="md">
      <Notice kind="info">{text('phone.giveWords')}</Notice>
      {prepare.error !== null && <Notice kind="refusal">{errorText(prepare.error)}</Notice>}
      <Button
        size="md"
        disabled={!isReady}
        loading={prepare.isPending}
        onClick={() => prepare.mutate({ personId, formCode, language })}
      >
        {text('phone.give')}
      </Button>
    </Stack>
  );
}

function Shown({
  given: { url, code, expiresAt },
  language,
  onDone,
}: {
  given: Given;
  language: Language;
  onDone: () => void;
}) {
  const text = useText('assessments');
  const format = useFormat();
  const t = phoneTexts(language);
  return (
    <Stack gap="md">
      <Notice kind="success" title={text('phone.ready')}>
        {text('phone.readyWords')}
      </Notice>
      {/* What is printed: no name, no programme, and never the code. */}
      <div className={styles.slip} lang={language} data-print-alone>
        <QrCode value={url} label={text('phone.picture')} size={200} />
        <div>
          <p className={styles.title}>{t('slip.title')}</p>
          <p>{t('slip.how')}</p>
          <p>{t('slip.until', { at: format.instant(expiresAt) })}</p>
          <p>{t('slip.code')}</p>
        </div>
      </div>
      <div className={styles.tools}>
        <Button
          variant="default"
          leftSection={<Icon name="printer" size={18} />}
          onClick={() => window.print()}
        >
          {text('phone.print')}
        </Button>
        <CopyButton value={url} label={text('phone.copy')} />
      </div>
      <div>
        <p className={styles.label}>{text('phone.code')}</p>
        <p className={styles.code} translate="no">
          {code.slice(0, 3)} {code.slice(3)}
        </p>
        <p className={styles.quiet}>{text('phone.codeWords')}</p>
      </div>
      <Button size="md" onClick={onDone}>
        {text('phone.done')}
      </Button>
    </Stack>
  );
}
