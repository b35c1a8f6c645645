import type { StandingProvider, StandingService } from '@tirek/domain/services';
import { CloseProviderDialog, CloseServiceDialog } from './close-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { ServiceDialog } from './service-dialog.tsx';
import type { Answer } from './services-page.tsx';

/** What is asked on top of the directory. */
export type DirectoryDialog =
  | { readonly what: 'provider'; readonly known: StandingProvider | null }
  | { readonly what: 'service'; readonly known: StandingService | null }
  | { readonly what: 'close-provider'; readonly known: StandingProvider }
  | { readonly what: 'close-service'; readonly known: StandingService }
  | { readonly what: 'history'; readonly entryId: string; readonly name: string };

export function DirectoryDialogs({
  dialog,
  directory,
  onClose,
}: {
  dialog: DirectoryDialog;
  directory: Answer;
  onClose: () => void;
}) {
  switch (dialog.what) {
    case 'provider':
      return <ProviderDialog known={dialog.known} onClose={onClose} />;
    case 'service':
      return <ServiceDialog known={dialog.known} directory={directory} onClose={onClose} />;
    case 'close-provider':
      return <CloseProviderDialog known={dialog.known} onClose={onClose} />;
    case 'close-service':
      return <CloseServiceDialog known={dialog.known} onClose={onClose} />;
    case 'history':
      return <HistoryDialog entryId={dialog.entryId} name={dialog.name} onClose={onClose} />;
  }
}
