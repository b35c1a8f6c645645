import { Select } from '@mantine/core';
import {
  COPY_ASKERS,
  COPY_PROOFS,
  OWN_COPY_SECTIONS,
  type OwnCopySection,
  PASSPHRASE_BYTES,
  passphraseOf,
  WITHHOLD_REASONS,
  type WithheldSection,
} from '@tirek/domain/privacy/own-copy';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './own-copy.module.css';
import type { SealedUnder } from './passphrase-dialog.tsx';

type Asker = (typeof COPY_ASKERS)[number];
type Proof = (typeof COPY_PROOFS)[number];
type Reason = WithheldSection['reason'];
const GOES_ALONG = 'goes-along';

/** Who asks, how that is known, and what stays out. The passphrase is made here, of the browser's own chance. */
export function MakeCopyDialog({
  personId,
  onClose,
  onSealed,
}: {
  personId: string;
  onClose: () => void;
  onSealed: (sealed: SealedUnder) => void;
}) {
  const text = useText('copies');
  const { language: own } = useLanguage();
  const { random, now } = useClient();
  const today = useFormat().dateOf(now());
  // The same while a failed sending is repeated: it is one write.
  const [passphrase] = useState(() => passphraseOf(random(PASSPHRASE_BYTES)));
  const [askedBy, setAskedBy] = useState<Asker>('person');
  const [askedOn, setAskedOn] = useState(today);
  const [proof, setProof] = useState<Proof | null>(null);
  const [language, setLanguage] = useState<Language>(own);
  const [withheld, setWithheld] = useState<Partial<Record<OwnCopySection, Reason>>>({});
  const make = useWrite('makeOwnCopy', {
    renews: ['listOwnCopiesOf'],
    onDone: ({ dueOn }) => onSealed({ passphrase, dueOn }),
  });
  const send = () =>
    proof &&
    make.mutate({
      ...{ personId, askedBy, askedOn, proof, language, passphrase },
      withheld: OWN_COPY_SECTIONS.flatMap((section) => {
        const reason = withheld[section];
        return reason ? [{ section, reason }] : [];
      }),
    });
  return (
    <Dialog
      isOpen
      title={text('make.title')}
      confirm={text('make.confirm')}
      canConfirm={proof !== null && askedOn !== ''}
      isBusy={make.isPending}
      error={make.error}
      onClose={onClose}
      onConfirm={send}
    >
      <Select
        label={text('askedBy')}
        data={COPY_ASKERS.map((value) => ({ value, label: text(`askedBy.${value}`) }))}
        value={askedBy}
        onChange={(value) => value && setAskedBy(value as Asker)}
        allowDeselect={false}
      />
      <DatePicker label={text('askedOn')} value={askedOn} onChange={setAskedOn} max={today} />
      <Select
        label={text('proof')}
        data={COPY_PROOFS.map((value) => ({ value, label: text(`proof.${value}`) }))}
        value={proof}
        onChange={(value) => setProof(value as Proof | null)}
        placeholder={text('choose')}
      />
      <Select
        label={text('language')}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => value && setLanguage(value as Language)}
        allowDeselect={false}
      />
      <div>
        <h4 className={styles.part}>{text('withhold')}</h4>
        <p className={styles.words}>{text('withhold.help')}</p>
      </div>
      {OWN_COPY_SECTIONS.map((section) => (
        <Select
          key={section}
          label={text(`section.${section}`)}
          data={[
            { value: GOES_ALONG, label: text('withhold.no') },
            ...WITHHOLD_REASONS.map((value) => ({ value, label: text(`reason.${value}`) })),
          ]}
          value={withheld[section] ?? GOES_ALONG}
          onChange={(value) =>
            setWithheld(({ [section]: _, ...rest }) =>
              value === null || value === GOES_ALONG
                ? rest
                : { ...rest, [section]: value as Reason },
            )
          }
          allowDeselect={false}
        />
      ))}
    </Dialog>
  );
}
