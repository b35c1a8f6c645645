import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { PassphraseShown } from '../passphrase-shown.tsx';
import styles from './own-copy.module.css';

export interface SealedUnder {
  readonly passphrase: string;
  readonly dueOn: string;
}

/** The passphrase of a person's own copy, to be given to her on paper. */
export function PassphraseDialog({
  sealed,
  onClose,
}: {
  sealed: SealedUnder;
  onClose: () => void;
}) {
  const text = useText('copies');
  const format = useFormat();
  return (
    <PassphraseShown
      passphrase={sealed.passphrase}
      title={text('passphrase.title')}
      words={text('passphrase.words')}
      given={text('passphrase.given')}
      done={text('passphrase.done')}
      onClose={onClose}
    >
      <p className={styles.words}>{text('passphrase.due', { date: format.date(sealed.dueOn) })}</p>
    </PassphraseShown>
  );
}
