/** A JSON Schema (draft 2020-12). References have the form `github#/$defs/issue`. */
export type Schema = { readonly [keyword: string]: unknown };

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  /** Whether a path parameter may hold slashes. */
  readonly slashes?: true;
  readonly schema: Schema;
}

export interface Operation {
  readonly parameters: readonly Parameter[];
  /** Null for an operation that takes no body. */
  readonly body: { readonly required: boolean; readonly schema: Schema } | null;
  /** Status → schema of its JSON; null for an answer without a body. */
  readonly answers: Readonly<Record<string, Schema | null>>;
}

/** What `extract.ts` keeps of GitHub's description. */
export interface Description {
  /** Package and version that it comes from. */
  readonly source: string;
  /** By method and path, as `GET /repos/{owner}/{repo}/issues`. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}
