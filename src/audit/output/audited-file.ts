import type { Audit } from '../audit.ts';

/** An audit, and the name of the file as outputs show it. */
export interface AuditedFile {
  readonly file: string;
  readonly audit: Audit;
}
