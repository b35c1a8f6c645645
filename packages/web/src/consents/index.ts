export { consentsWhileOffline } from './while-offline.ts';
