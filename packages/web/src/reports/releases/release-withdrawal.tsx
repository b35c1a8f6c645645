import type { ReportRelease } from '@tirek/domain/reports';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { TakeBack } from '../take-back.tsx';

/** Takes back a release that was a mistake. It keeps its number and says from then on that it is withdrawn, and why. */
export function ReleaseWithdrawal({ release }: { release: ReportRelease }) {
  const text = useText('releases');
  const tell = useToast();
  const withdraw = useWrite('withdrawRelease', {
    renews: ['getRelease', 'listReleases', 'listPublicReleases', 'getPublicRelease'],
    onDone: () => tell(text('withdraw.done')),
  });
  return (
    <TakeBack
      go={text('withdraw.go')}
      title={text('withdraw.title')}
      words={text('withdraw.words')}
      write={withdraw}
      onTakeBack={(reason) => withdraw.mutateAsync({ releaseId: release.id, reason })}
    />
  );
}
