import { Modal } from '@mantine/core';
import type { NeedCategory } from '@tirek/domain/cases';
import { findServices, NO_WISH, type Wish } from '@tirek/domain/services';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './directory.module.css';
import { FoundServices } from './found-services.tsx';
import { useOwnRegion } from './use-own-regions.ts';
import { useServiceWords } from './use-service-words.ts';
import { WishFields } from './wish-fields.tsx';

/** Services for a need in the reader's region; behind a tap she asks for something else. */
export function WhoCanHelp({ category, onClose }: { category: NeedCategory; onClose: () => void }) {
  const text = useText('directory');
  const close = useText('ui')('close');
  const words = useServiceWords();
  const { nameOf } = useRegionNames();
  const region = useOwnRegion();
  const directory = useRead('listServices', {});
  const [wish, setWish] = useState<Wish>({ ...NO_WISH, region, category });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={text('whoCanHelp')}
      closeButtonProps={{ 'aria-label': close }}
    >
      {directory.isPending && <LoadingState lines={4} />}
      {directory.isError && <ErrorState error={directory.error} onRetry={directory.refetch} />}
      {directory.data && (
        <>
          <p className={styles.quiet}>
            {[
              wish.category === null ? text('find.anyCategory') : words.category(wish.category),
              wish.region === null ? text('find.anyRegion') : nameOf(wish.region),
            ].join(' · ')}
          </p>
          <details className={styles.details}>
            <summary>{text('find.change')}</summary>
            <WishFields wish={wish} onChange={setWish} />
          </details>
          <FoundServices
            isInDialog
            found={findServices(directory.data, wish, directory.data.today)}
          />
        </>
      )}
    </Modal>
  );
}
