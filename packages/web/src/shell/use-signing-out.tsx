import { type ReactNode, useState } from 'react';
import { useSession } from '../access/index.ts';
import { useAlong } from '../offline/use-along.ts';
import { useDrafts } from '../offline/use-drafts.ts';
import { WipeDialog } from '../offline/wipe-dialog.tsx';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { useToast } from '../ui/toasts.tsx';
import { UnfinishedList } from './unfinished/unfinished-list.tsx';

/** Signing out: first what would be lost by it is named, then what was taken along. */
export function useSigningOut(): { readonly begin: () => void; readonly question: ReactNode } {
  const text = useText('offline');
  const shell = useText('shell');
  const errorText = useErrorText();
  const tell = useToast();
  const { store } = useSession();
  const { standing } = useAlong();
  const drafts = useDrafts();
  const [asked, setAsked] = useState<'unfinished' | 'along' | null>(null);
  const goOn = () => {
    if (standing.kind !== 'none') return setAsked('along');
    setAsked(null);
    void store.signOut().catch((error) => tell(errorText(error)));
  };
  return {
    begin: () => (drafts.length > 0 ? setAsked('unfinished') : goOn()),
    question: (
      <>
        {asked === 'unfinished' && (
          <Dialog
            isOpen
            isDangerous
            title={text('draft.leaveTitle')}
            confirm={text('draft.leave')}
            onClose={() => setAsked(null)}
            onConfirm={goOn}
          >
            <p>{text('draft.leaveWords')}</p>
            <UnfinishedList drafts={drafts} isReadOnly />
          </Dialog>
        )}
        {asked === 'along' && (
          <WipeDialog
            confirm={shell('person.signOut')}
            beforeWiping={() => store.signOut()}
            onClose={() => setAsked(null)}
          />
        )}
      </>
    ),
  };
}
