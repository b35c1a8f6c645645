import type { StandingService } from '@tirek/domain/services';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { useToast } from '../ui/toasts.tsx';

/** Says that a service was asked about today, and everything is as it stands. */
export function useVerify() {
  const text = useText('directory');
  const errorText = useErrorText();
  const tell = useToast();
  const { data } = useRead('listServices', {});
  const today = data?.today ?? null;
  const write = useWrite('recordService', {
    renews: ['listServices'],
    onDone: () => tell(text('saved')),
  });
  return {
    today,
    isBusy: write.isPending,
    verify({ id, version, service, closed }: StandingService) {
      write.mutate(
        {
          ...{ serviceId: id, basedOn: version, closed },
          service: { ...service, verifiedOn: today },
        },
        { onError: (error) => tell(errorText(error)) },
      );
    },
  };
}
