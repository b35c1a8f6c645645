import { Button } from '@mantine/core';
import type { GivenOffer } from '@tirek/domain/cases';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import type { CaseShown } from '../case-shown.ts';
import styles from '../cases.module.css';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useRegionOf } from './use-region-of.ts';

/** Who held the family, one after another, and the way to hand it to a colleague of another region. */
export function HoldersPanel({ shown }: { shown: CaseShown }) {
  const text = useText('cases');
  const format = useFormat();
  const regionOf = useRegionOf();
  const { family, isHolder, canWrite, agreed } = shown;
  const answer = useRead('listFamilyHolders', { familyId: family.id });
  const offers = useRead('listFamilyOffers', {}, { isWanted: isHolder });
  const [isOpen, setOpen] = useState(false);
  const offer = offers.data?.given.find(({ familyId }) => familyId === family.id) ?? null;
  const { contact } = shown.familyCase;
  return (
    <Panel
      title={text('holders')}
      actions={
        isHolder &&
        offers.data &&
        offer?.answer !== null && (
          <Button variant="default" size="sm" onClick={() => setOpen(true)}>
            {text('handOver.open')}
          </Button>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {offer && <OfferNotice offer={offer} />}
      <ul className={styles.holders}>
        {(answer.data?.holders ?? []).toReversed().map(({ name, region, from, until }) => (
          <li key={`${from} ${name}`}>
            {text(until ? 'holders.line' : 'holders.now', {
              ...{ name, region: regionOf(region), from: format.date(from) },
              until: until ? format.date(until) : '',
            })}
          </li>
        ))}
      </ul>
      {isOpen && (
        <HandOverDialog
          family={family}
          mayNote={canWrite && contact !== null && agreed.includes(contact)}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}

function OfferNotice({ offer: { id, to, region, offeredOn, answer } }: { offer: GivenOffer }) {
  const text = useText('cases');
  const format = useFormat();
  const regionOf = useRegionOf();
  const tell = useToast();
  const write = useWrite('answerFamilyOffer', {
    renews: ['listFamilyOffers'],
    onDone: () => tell(text('handOver.withdrawn')),
  });
  const about = { name: to, region: regionOf(region) };
  if (answer === 'declined') {
    return (
      <div className={styles.notice}>
        <Notice kind="warning" isStanding>
          {text('handOver.declined', about)}
        </Notice>
      </div>
    );
  }
  if (answer !== null) return null;
  return (
    <div className={styles.notice}>
      <Notice kind="info" isStanding>
        <p>{text('handOver.waits', { ...about, date: format.date(offeredOn) })}</p>
        <Button
          variant="default"
          size="compact-sm"
          loading={write.isPending}
          onClick={() => write.mutate({ offerId: id, answer: 'withdrawn' })}
        >
          {text('handOver.withdraw')}
        </Button>
      </Notice>
    </div>
  );
}
