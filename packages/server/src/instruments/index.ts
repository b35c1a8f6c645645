export { packXlsForm } from './pack-xlsform.ts';
