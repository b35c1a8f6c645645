import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { use, useState } from 'react';
import type { Draft } from '../../offline/drafts.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeptFormsContext } from '../../ui/use-kept-form.ts';
import styles from './unfinished.module.css';

/** Forms as their keys name them, by the first word. */
const KINDS = [
  ...['note', 'need', 'goal', 'step', 'review', 'end', 'decision', 'identity', 'register'],
  ...['consents', 'fact', 'question', 'preparation'],
] as const;

/** The second half of another form, which goes with it. */
const isSecondHalf = ({ key }: Draft) => key.startsWith('registration ');

const kindOf = ({ key }: Draft) => KINDS.find((kind) => key.startsWith(`${kind} `)) ?? 'other';

/** What was typed and not sent, each with the way back to its page. */
export function UnfinishedList({
  drafts,
  isReadOnly,
}: {
  drafts: readonly Draft[];
  isReadOnly?: boolean;
}) {
  const text = useText('offline');
  const format = useFormat();
  const [given, setGiven] = useState<Draft | null>(null);
  const forms = use(KeptFormsContext);
  return (
    <>
      <ul className={styles.drafts}>
        {drafts
          .filter((draft) => !isSecondHalf(draft))
          .map((draft) => (
            <li key={draft.key} className={styles.draft}>
              <div className={styles.words}>
                <p className={styles.what}>{text(`draft.kind.${kindOf(draft)}`)}</p>
                <p className={styles.quiet}>
                  {text('draft.typedAt', { at: format.instant(draft.typedAt) })}
                </p>
                <Beginning draft={draft} />
              </div>
              {!isReadOnly && (
                <div className={styles.buttons}>
                  <Link to={draft.path as '/'} className={styles.go}>
                    {text('draft.go')}
                  </Link>
                  <Button variant="subtle" size="compact-sm" onClick={() => setGiven(draft)}>
                    {text('draft.drop')}
                  </Button>
                </div>
              )}
            </li>
          ))}
      </ul>
      <Dialog
        isOpen={given !== null}
        isDangerous
        title={text('draft.dropTitle')}
        confirm={text('draft.drop')}
        onClose={() => setGiven(null)}
        onConfirm={() => {
          if (!given) return;
          forms?.drop(given.key);
          forms?.drop(given.key.replace(/^register /, 'registration '));
          setGiven(null);
        }}
      >
        <p>{text('draft.dropWords')}</p>
      </Dialog>
    </>
  );
}

const SHOWN_LETTERS = 90;

/** How a text begins, so that one is told from another. */
function Beginning({ draft }: { draft: Draft }) {
  const { text, remark } = draft.values as { text?: unknown; remark?: unknown };
  const typed = [text, remark].find((each) => typeof each === 'string' && each.trim() !== '');
  if (typeof typed !== 'string') return null;
  const letters = [...typed.trim()];
  const isCut = letters.length > SHOWN_LETTERS;
  return (
    <p className={styles.beginning}>
      {letters.slice(0, SHOWN_LETTERS).join('')}
      {isCut && '…'}
    </p>
  );
}
