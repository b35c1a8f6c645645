export { NoMessagesNotice } from './no-messages-notice.tsx';
export { useSeeMessages } from './use-see-messages.ts';
