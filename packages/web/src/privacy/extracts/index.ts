export { ExtractDialog } from './extract-dialog.tsx';
