export { makeDocument, makeDocumentOf } from './make-document.ts';
export { oneArchive } from './one-archive.ts';
