import { Modal } from '@mantine/core';
import type { NeedCategory } from '@tirek/domain/cases';
import { findServices, NO_WISH, type Wish } from '@tirek/domain/services';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { FoundServices } from './found-services.tsx';
import { useOwnRegion } from './use-own-regions.ts';
import { WishFields } from './wish-fields.tsx';

/** Services for a need, those of the reader's region first asked for; what she asks beyond it is hers to choose. */
export function WhoCanHelp({ category, onClose }: { category: NeedCategory; onClose: () => void }) {
  const text = useText('directory');
  const close = useText('ui')('close');
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
          <WishFields wish={wish} onChange={setWish} />
          <FoundServices found={findServices(directory.data, wish, directory.data.today)} />
        </>
      )}
    </Modal>
  );
}
