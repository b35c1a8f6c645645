export { AttachmentsPanel } from './attachments-panel.tsx';
export { FileField } from './file-field.tsx';
export { PapersOf } from './papers-of.tsx';
export { useAttaching } from './use-attaching.ts';
