export type { NumberColumn, WordColumn } from './column.ts';
export {
  type ColumnReader,
  type ColumnReaderOptions,
  type Columns,
  columnReader,
} from './column-reader.ts';
