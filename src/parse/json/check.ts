/** The shape of a check that was made from a JSON Schema ahead of time; see formats/generator/emit-checks.ts. */

export interface CheckError {
  /** A JSON pointer into the value. */
  readonly instancePath: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Check {
  (value: unknown): boolean;
  /** Of the last call. */
  readonly errors?: readonly CheckError[] | null;
}
