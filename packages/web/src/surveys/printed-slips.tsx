import { Button, Checkbox } from '@mantine/core';
import type { Language } from '@tirek/domain/text';
import { Fragment, use } from 'react';
import { useText } from '../text/language.tsx';
import { loadText, type TextOf } from '../text/load-text.ts';
import { Icon } from '../ui/icons.tsx';
import { LeaveWarning } from '../ui/leave-warning.tsx';
import { Notice } from '../ui/notice.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import styles from './printed-slips.module.css';

interface PrintedSlipsProps {
  readonly kind: 'code' | 'card';
  readonly codes: readonly string[];
  /** Behind the origin: `/s/abcdefgh`. */
  readonly path: string;
  readonly languages: readonly Language[];
  readonly isPrinted: boolean;
  readonly onPrinted: (isPrinted: boolean) => void;
}

/** Two languages fit on a slip with letters that an older woman can read. */
const LANGUAGES_ON_A_SLIP = 2;
const SLIPS_A_PAGE = 8;

/** A4 sheets of slips with cut lines. Nothing on a slip tells a finder what the survey is about. */
export function PrintedSlips(props: PrintedSlipsProps) {
  const { kind, codes, path, languages, isPrinted, onPrinted } = props;
  const text = useText('surveys');
  const spoken = languages.slice(0, LANGUAGES_ON_A_SLIP);
  const words = spoken.map((language) => ({ language, say: use(loadText('slip', language)) }));
  const pages = Array.from({ length: Math.ceil(codes.length / SLIPS_A_PAGE) }, (_, page) =>
    codes.slice(page * SLIPS_A_PAGE, (page + 1) * SLIPS_A_PAGE),
  );
  return (
    <>
      <div className={styles.tools}>
        <Notice kind="warning" title={text(`slips.${kind}.ready`, { count: codes.length })}>
          {text('slips.once')}
        </Notice>
        <div className={styles.row}>
          <Button leftSection={<Icon name="printer" size={18} />} onClick={() => window.print()}>
            {text('slips.print')}
          </Button>
          <Checkbox
            checked={isPrinted}
            onChange={(event) => onPrinted(event.currentTarget.checked)}
            label={text('slips.printed')}
          />
        </div>
      </div>
      <div className={styles.sheets} data-print-alone>
        {pages.map((page) => (
          <div key={page[0]} className={styles.sheet}>
            {page.map((code) => (
              <Slip key={code} kind={kind} code={code} path={path} words={words} />
            ))}
          </div>
        ))}
      </div>
      <LeaveWarning
        isNeeded={!isPrinted}
        title={text('slips.leave')}
        words={text('slips.leaveWords')}
        leave={text('slips.leaveGo')}
      />
    </>
  );
}

interface SlipProps {
  readonly kind: 'code' | 'card';
  readonly code: string;
  readonly path: string;
  readonly words: ReadonlyArray<{ readonly language: Language; readonly say: TextOf<'slip'> }>;
}

function Slip({ kind, code, path, words }: SlipProps) {
  const address = location.origin + path;
  const label = words[0]?.say('qr') ?? code;
  return (
    <div className={styles.slip}>
      <div className={styles.picture}>
        <QrCode value={`${address}#${code}`} label={label} size={128} />
      </div>
      <div className={styles.words}>
        {words.map(({ language, say }) => (
          <Fragment key={language}>
            <p lang={language} className={styles.heading}>
              {say(`${kind}.heading`)}
            </p>
            <p lang={language} className={styles.text}>
              {say(`${kind}.words`)}
            </p>
          </Fragment>
        ))}
      </div>
      <p className={styles.foot} translate="no">
        <span className={styles.address}>{address.replace(/^https?:\/\//, '')}</span>
        <b className={styles.code}>{code}</b>
      </p>
    </div>
  );
}
