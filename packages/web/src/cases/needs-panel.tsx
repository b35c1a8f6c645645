import { Button } from '@mantine/core';
import type { Standing } from '@tirek/domain/cases';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { WhoCanHelp } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icons.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { type CaseShown, useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';
import type { CaseDialog } from './dialogs.tsx';

/** What the family lacks, and in whose hands each of it is; nobody's stands first, in red. */
export function NeedsPanel({
  shown,
  onOpen,
}: {
  shown: CaseShown;
  onOpen: (dialog: CaseDialog) => void;
}) {
  const text = useText('cases');
  const { needs } = shown.familyCase;
  const open = needs
    .filter(({ newest }) => newest.state === 'open')
    .toSorted(
      (a, b) => Number(a.newest.value.held !== null) - Number(b.newest.value.held !== null),
    );
  const over = needs.filter(({ newest }) => newest.state !== 'open');
  return (
    <Panel
      title={text('needs')}
      note={text('needs.note')}
      actions={
        shown.canWrite && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => onOpen({ what: 'need', known: null })}
          >
            {text('need.add')}
          </Button>
        )
      }
    >
      {needs.length === 0 && <p className={styles.quiet}>{text('needs.none')}</p>}
      <ul className={styles.items}>
        {open.map((need) => (
          <NeedRow key={need.id} need={need} shown={shown} onOpen={onOpen} />
        ))}
      </ul>
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{text('needs.over')}</summary>
          <ul className={styles.items}>
            {over.map((need) => (
              <NeedRow key={need.id} need={need} shown={shown} onOpen={onOpen} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function NeedRow({
  need,
  shown,
  onOpen,
}: {
  need: Standing<'need'>;
  shown: CaseShown;
  onOpen: (dialog: CaseDialog) => void;
}) {
  const text = useText('cases');
  const { t, category } = useCaseWords();
  const format = useFormat();
  const { newest, words } = need;
  const { held, severity, voice } = newest.value;
  const isOpen = newest.state === 'open';
  const may = useMay();
  const [isAsking, setIsAsking] = useState(false);
  // Of the whole family: whoever stands first in it is the one who is passed on.
  const about = newest.personId ?? shown.family.members[0]?.personId;
  return (
    <li className={isOpen && !held ? styles.nobody : undefined}>
      <div className={styles.itemHead}>
        <h3 className={styles.itemName}>
          {category(newest.value.category)}
          {newest.personId && (
            <span className={styles.quiet}>, {shown.nameOf(newest.personId)}</span>
          )}
        </h3>
        {newest.state !== 'open' && <StatusMark tone="over" label={text(`end.${newest.state}`)} />}
        {isOpen && !held && <StatusMark tone="bad" label={text('need.nobody')} />}
        {isOpen && held && (
          <span>
            {text('need.held', {
              body: words?.body || t(`body.${held.body}`),
              date: format.date(held.dueOn, 'medium'),
            })}
          </span>
        )}
      </div>
      {words?.text && <p className={styles.words}>{words.text}</p>}
      <p className={styles.small}>
        {text('need.said', { voice: t(`voice.${voice}`), severity: t(`severity.${severity}`) })}
      </p>
      {shown.canWrite && isOpen && (
        <div className={styles.itemActions}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onOpen({ what: 'need', known: need })}
          >
            {text('need.change')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onOpen({ what: 'end', ending: need })}
          >
            {text('need.end')}
          </Button>
          {may('service.read') && (
            <Button variant="default" size="compact-sm" onClick={() => setIsAsking(true)}>
              {text('need.whoCanHelp')}
            </Button>
          )}
          {may('referral.make') && about && (
            <ButtonLink
              variant="default"
              size="compact-sm"
              to="/people/$personId/referrals/new"
              params={{ personId: about }}
              search={{ need: need.id, category: newest.value.category } as never}
            >
              {text('need.refer')}
            </ButtonLink>
          )}
        </div>
      )}
      {isAsking && (
        <WhoCanHelp category={newest.value.category} onClose={() => setIsAsking(false)} />
      )}
    </li>
  );
}
