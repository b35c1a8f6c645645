import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReceivedOffer } from '@tirek/domain/cases';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from '../cases.module.css';
import { useRegionOf } from './use-region-of.ts';

/** The families that colleagues of other regions would hand over to the reader; nothing where there is none. */
export function OffersPanel() {
  const text = useText('cases');
  const may = useMay();
  const offers = useRead('listFamilyOffers', {}, { isWanted: may('caseload.hold') });
  const received = offers.data?.received ?? [];
  if (received.length === 0) return null;
  return (
    <Panel title={text('offers')} note={text('offers.words')}>
      <ul className={styles.offers}>
        {received.map((offer) => (
          <OfferLine key={offer.id} offer={offer} />
        ))}
      </ul>
    </Panel>
  );
}

function OfferLine({ offer: { id, from, region, people, offeredOn } }: { offer: ReceivedOffer }) {
  const text = useText('cases');
  const format = useFormat();
  const errorText = useErrorText();
  const regionOf = useRegionOf();
  const tell = useToast();
  const navigate = useNavigate();
  const write = useWrite('answerFamilyOffer', {
    renews: ['listFamilyOffers', 'listCases', 'listFamilies'],
    onDone: ({ familyId }) => {
      tell(text(familyId ? 'offers.accepted' : 'offers.declined'));
      if (familyId) void navigate({ to: '/families/$familyId/case', params: { familyId } });
    },
  });
  return (
    <li>
      <h3 className={styles.offerFrom}>
        {text('offers.from', { name: from, region: regionOf(region) })}
      </h3>
      <p className={styles.quiet}>
        {text('offers.people', { number: people, date: format.date(offeredOn) })}
      </p>
      {write.isError && <Notice kind="refusal">{errorText(write.error)}</Notice>}
      <div className={styles.offerAnswers}>
        <Button
          loading={write.isPending}
          onClick={() => write.mutate({ offerId: id, answer: 'accepted' })}
        >
          {text('offers.accept')}
        </Button>
        <Button
          variant="default"
          disabled={write.isPending}
          onClick={() => write.mutate({ offerId: id, answer: 'declined' })}
        >
          {text('offers.decline')}
        </Button>
      </div>
    </li>
  );
}
