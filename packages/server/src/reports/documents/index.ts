export { makeDocument } from './make-document.ts';
