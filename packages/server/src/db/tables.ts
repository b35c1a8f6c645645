// Made from a migrated database by scripts/tables.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export interface AccountTable {
  id: string;
  programmeId: string;
  signInName: string;
  displayName: string;
  language: Generated<string>;
  createdAt: Generated<string>;
  closedAt: string | null;
}

export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  transaction: Generated<string>;
  at: Generated<string>;
  programmeId: string | null;
  actorKind: string;
  actorId: string | null;
  action: string;
  effect: string;
  about: Generated<string[]>;
  facts: ColumnType<unknown, string | undefined, string>;
}

export interface AuditSealTable {
  sequence: number;
  firstTransaction: string;
  firstEntry: number;
  lastTransaction: string;
  lastEntry: number;
  entries: number;
  entryHashes: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  sealedAt: Generated<string>;
}

export interface ProgrammeTable {
  id: string;
  code: string;
  name: ColumnType<unknown, string, string>;
  createdAt: Generated<string>;
}

export interface RegionTable {
  programmeId: string;
  code: string;
  name: ColumnType<unknown, string, string>;
  validFrom: string;
  validUntil: string | null;
}

export interface RoleAssignmentTable {
  id: string;
  programmeId: string;
  accountId: string;
  role: string;
  regionCode: string | null;
  startsAt: Generated<string>;
  endsAt: string | null;
}

export interface RolePermissionTable {
  role: string;
  permission: string;
}

export interface WriteReceiptTable {
  id: string;
  programmeId: string | null;
  actorId: string | null;
  endpoint: string;
  inputHash: Buffer;
  output: ColumnType<unknown, string | null | undefined, string | null>;
  at: Generated<string>;
}

export interface Tables {
  account: AccountTable;
  auditEntry: AuditEntryTable;
  auditSeal: AuditSealTable;
  programme: ProgrammeTable;
  region: RegionTable;
  roleAssignment: RoleAssignmentTable;
  rolePermission: RolePermissionTable;
  writeReceipt: WriteReceiptTable;
}
