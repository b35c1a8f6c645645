export { PutAwayNotice } from './put-away-notice.tsx';
export { RenewalsCounted } from './renewals-counted.tsx';
export { NOT_WHILE_AWAY, usePutAway } from './use-put-away.ts';
